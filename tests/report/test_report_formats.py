"""The exact text of every report format."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from lintnews.finding import Finding, Hint, Result, to_json
from lintnews.report import REPORTS, Options
from lintnews.report.full import render as render_full
from lintnews.report.statistics import render as render_statistics
from lintnews.report.terminal import clusters

RANK = "U.S. Supreme General"
LINE = f"They hold bases,” {RANK} Mark Milley said."


def make_result(
    text: str,
    matched: str,
    *,
    at: int | None = None,
    line: int = 24,
    lines_spanned: int = 1,
    suggestions: tuple[str, ...] = (),
    severity: str = "error",
    message: str = "Not a rank.",
    path: str = "a.txt",
) -> Result:
    start = text.index(matched) if at is None else at
    finding = Finding(
        path=path,
        line=line,
        column=start + 1,
        end_line=line + lines_spanned - 1,
        end_column=start + len(matched) + 1 if lines_spanned == 1 else 3,
        rule="calqued-rank",
        severity=severity,
        confidence="high",
        category="accuracy/mistranslation",
        message=message,
        suggestions=suggestions,
        matched=matched,
        engine="native",
        fingerprint="9f2c",
        fix=False,
        start=start,
        end=start + len(matched),
    )
    return Result(path, (finding,), {line: text}, words=10)


def render(name: str, *results: Result, **options: object) -> str:
    return "".join(REPORTS[name](results, Options(**options)))  # type: ignore[arg-type]


def test_full_shows_place_message_line_carets_and_advice() -> None:
    result = make_result(LINE, RANK, suggestions=("top US general", "senior US general"))
    assert render("full", result) == (
        "a.txt:24:19: error calqued-rank\n"
        "  Not a rank.\n"
        "    |\n"
        f" 24 | {LINE}\n"
        "    |                   ^^^^^^^^^^^^^^^^^^^^\n"
        "    = write: top US general or senior US general\n"
    )


def test_full_puts_a_blank_line_between_findings_of_all_files() -> None:
    first, second = make_result("a b", "a", path="a.txt"), make_result("a b", "b", path="b.txt")
    block = "{}: error calqued-rank\n  Not a rank.\n    |\n 24 | a b\n    | {}\n"
    assert render("full", first, second) == (block.format("a.txt:24:1", "^") + "\n" + block.format("b.txt:24:3", "  ^"))


@pytest.mark.parametrize(
    ("text", "matched", "shown", "carets"),
    [
        ("plain bad text", "bad", "plain bad text", "      ^^^"),
        ("100% bad %s %d", "bad", "100% bad %s %d", "     ^^^"),
        ("\tbad\ttext", "bad\ttext", " bad text", " ^^^^^^^^"),
        ("東京 bad 東", "bad", "東京 bad 東", "     ^^^"),
        ("a 東京 b", "東京", "a 東京 b", "  ^^^^"),
        ("한국 bad", "bad", "한국 bad", "     ^^^"),
        ("\u1112\u1161\u11ab bad", "bad", "\u1112\u1161\u11ab bad", "   ^^^"),
        ("cafe\u0301 bad", "bad", "cafe\u0301 bad", "     ^^^"),
        ("e\u0301 x", "e", "e\u0301 x", "^"),
        ("e\u0301 x", "\u0301", "e\u0301 x", "^"),
        ("\u0301 bad", "bad", "◌\u0301 bad", "  ^^^"),
        ("😀 bad", "bad", "😀 bad", "   ^^^"),
        ("👩\u200d👩\u200d👧 bad", "bad", "👩\u200d👩\u200d👧 bad", "   ^^^"),
        ("👍🏽 bad", "bad", "👍🏽 bad", "   ^^^"),
        ("❤\ufe0f bad", "bad", "❤\ufe0f bad", "   ^^^"),
        ("🇬🇧 bad", "bad", "🇬🇧 bad", "   ^^^"),
        ("\x1b[31mbad\x1b[0m", "bad", "␛[31mbad␛[0m", "     ^^^"),
        ("a\x00\x07\x7f\x9b\x85 bad", "bad", "a␀␇␡�� bad", "       ^^^"),
        ("\u202eevil\u2066 \u200b bad", "bad", "�evil� � bad", "         ^^^"),
        ("lone \udc80 bad", "bad", "lone � bad", "       ^^^"),
        ("a\u2028bad", "bad", "a�bad", "  ^^^"),
        ("bad   ", "bad", "bad", "^^^"),
        ("bad\r\n", "bad", "bad", "^^^"),
    ],
)
def test_full_keeps_carets_under_the_span(text: str, matched: str, shown: str, carets: str) -> None:
    lines = render("full", make_result(text, matched)).splitlines()
    assert lines[3:] == [f" 24 | {shown}", f"    | {carets}"]


@pytest.mark.parametrize(
    ("text", "at", "carets"),
    [("", 0, "^"), ("end", 3, "   ^"), ("middle", 2, "  ^")],
)
def test_full_marks_an_empty_span_with_one_caret(text: str, at: int, carets: str) -> None:
    lines = render("full", make_result(text, "", at=at)).splitlines()
    assert lines[3:] == [f" 24 | {text}".rstrip(), f"    | {carets}"]


def test_full_underlines_a_span_of_several_lines_to_the_end_of_the_first() -> None:
    lines = render("full", make_result("a bad end  ", "bad", lines_spanned=2)).splitlines()
    assert lines[3:] == [" 24 | a bad end", "    |   ^^^^^^^"]


@pytest.mark.parametrize(
    ("text", "matched", "shown", "carets"),
    [
        ("word " * 1000 + "bad" + " word" * 1000, "bad", "…word word bad word word…", "           ^^^"),
        ("x" * 5000 + " bad " + "y" * 5000, "bad", "…bad " + "y" * 20 + "…", " ^^^"),
        ("bad" + "z" * 9997, "bad" + "z" * 9997, "bad" + "z" * 21 + "…", "^" * 24),
        ("word " * 1999 + "bad", "bad", "…word word word word bad", " " * 21 + "^^^"),
        ("bad " + "word " * 1999, "bad", "bad word word word word…", "^^^"),
        ("京" * 10_000, "京" * 10_000, "京" * 12 + "…", "^" * 24),
    ],
)
def test_full_cuts_long_lines_around_the_span(text: str, matched: str, shown: str, carets: str) -> None:
    lines = render("full", make_result(text, matched), width=32).splitlines()
    assert lines[3:] == [f" 24 | {shown}", f"    | {carets}"]


@pytest.mark.parametrize("width", [0, 30, 31, 80])
@pytest.mark.parametrize("filler", ["word ", "東京", "e\u0301 ", "👍🏽x", "\t\x1b", "x"])
@pytest.mark.parametrize("before", [0, 1, 7, 40, 2000])
def test_full_never_exceeds_the_width_and_always_shows_the_span(width: int, filler: str, before: int) -> None:
    text = filler * before + "BAD" + filler * 2000
    shown, carets = render("full", make_result(text, "BAD"), width=width).splitlines()[3:]
    cells = sum(unit.cells for unit in clusters(shown))
    assert cells <= max(width, 26)
    assert sum(unit.cells for unit in clusters(shown[: shown.index("BAD")])) == carets.index("^")
    assert carets.count("^") == 3


@pytest.mark.parametrize(
    ("suggestions", "advice"),
    [
        ((), []),
        (("",), ["    = delete it"]),
        (("that", ""), ["    = write: that or delete it"]),
        ((" ",), ["    = write: “ ”"]),
        (("a\x1b\nb",), ["    = write: “a␛␊b”"]),
        (("top general",) * 3, ["    = write: top general or top", "      general or top general"]),
    ],
)
def test_full_says_what_to_write(suggestions: tuple[str, ...], advice: list[str]) -> None:
    lines = render("full", make_result("bad", "bad", suggestions=suggestions), width=32).splitlines()
    assert lines[5:] == advice


def test_full_wraps_the_message() -> None:
    lines = render("full", make_result("bad", "bad", message="one two\nthree " * 3), width=30).splitlines()
    assert lines[1:3] == ["  one two three one two three", "  one two three"]


@pytest.mark.parametrize(("severity", "code"), [("error", 31), ("warning", 33), ("info", 36)])
def test_full_colors_path_severity_and_carets(severity: str, code: int) -> None:
    assert render("full", make_result("a bad", "bad", severity=severity), color=True) == (
        f"\x1b[1ma.txt\x1b[0m:24:3: \x1b[{code}m{severity}\x1b[0m calqued-rank\n"
        f"  Not a rank.\n    |\n 24 | a bad\n    |   \x1b[{code}m^^^\x1b[0m\n"
    )


def test_full_does_without_an_unknown_line() -> None:
    finding = make_result("bad", "bad").findings
    assert render("full", Result("a.txt", finding)) == "a.txt:24:1: error calqued-rank\n  Not a rank.\n"


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("Not a rank.", "Not a rank."),
        ("one\ntwo\r\nthree\u2028four\n", "one two three four"),
        ("tab\there \x1b[31mred %s", "tab here ␛[31mred %s"),
        ("東京 😀 100%", "東京 😀 100%"),
    ],
)
def test_concise_is_one_line(message: str, shown: str) -> None:
    result = make_result(LINE, RANK, message=message)
    assert render("concise", result) == f"a.txt:24:19: error calqued-rank {shown}\n"


def test_concise_neutralizes_the_path() -> None:
    result = make_result("bad", "bad", path="a\n\x1b.txt")
    assert render("concise", result) == "a␊␛.txt:24:1: error calqued-rank Not a rank.\n"


def test_json_without_findings_is_a_whole_document() -> None:
    document = json.loads(render("json"))
    assert document["tool"].pop("version")
    assert document == {
        "version": 1,
        "tool": {"name": "lintnews", "rules_digest": "", "engines": {}},
        "summary": {
            "files": 0,
            "words": 0,
            "findings": {"error": 0, "warning": 0, "info": 0},
            "suppressed": 0,
        },
        "problems": [],
        "documents": [],
        "findings": [],
    }


def test_json_sums_up_and_keeps_the_order_of_keys() -> None:
    result = make_result("東京 bad", "bad", severity="warning", message="東京")
    broken = Result("b.txt", suppressed=2, problem="not UTF-8")
    spun = Result("c.txt", words=90, hint=Hint("likely spun", 2, 5, 7.5))
    text = render("json", result, broken, spun, rules_digest="abc", engines={"languagetool": "6.8"})
    document = json.loads(text)
    assert list(document) == ["version", "tool", "summary", "problems", "documents", "findings"]
    assert document["tool"]["rules_digest"] == "abc"
    assert document["tool"]["engines"] == {"languagetool": "6.8"}
    assert document["summary"] == {
        "files": 3,
        "words": 100,
        "findings": {"error": 0, "warning": 1, "info": 0},
        "suppressed": 2,
    }
    assert document["problems"] == [{"path": "b.txt", "error": "not UTF-8"}]
    assert document["documents"] == [
        {"path": "c.txt", "words": 90, "label": "likely spun", "damaged": 2, "lines": 5, "penalty": 7.5}
    ]
    assert document["findings"] == [to_json(result.findings[0])]
    assert text.startswith('{\n  "version": 1,\n')
    assert '"message": "東京"' in text
    assert text.endswith("}\n")


def test_jsonl_is_one_object_a_line() -> None:
    results = [make_result("bad", "bad", message="é\n😀"), make_result("x bad", "bad")]
    lines = render("jsonl", *results).split("\n")
    assert [json.loads(line) for line in lines[:-1]] == [to_json(result.findings[0]) for result in results]
    assert lines[0].startswith('{"path": "a.txt", "line": 24, "column": 1,')
    assert '"message": "é\\n😀"' in lines[0]
    assert lines[-1] == ""


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_escapes_what_terminals_line_splitters_and_encoders_trip_over(name: str) -> None:
    message = "\x1b \x7f \x9b \x85 \u2028 \udc80"
    text = render(name, make_result("bad", "bad", message=message))
    assert r'"\u001b \u007f \u009b \u0085 \u2028 \udc80"' in text
    assert text.encode("utf-8")


@pytest.mark.parametrize("name", ["full", "concise", "jsonl"])
def test_findings_stream_one_file_at_a_time(name: str) -> None:
    def results() -> Iterator[Result]:
        yield make_result("bad", "bad")
        pytest.fail("asked for the second file before the first was printed")

    assert next(REPORTS[name](results(), Options())).endswith("\n")


@pytest.mark.parametrize(("name", "expected"), [("full", ""), ("concise", ""), ("jsonl", "")])
def test_nothing_found_prints_nothing(name: str, expected: str) -> None:
    assert render(name, Result("a.txt", words=10)) == expected


def test_full_says_when_a_whole_text_looks_machine_made() -> None:
    spun = make_result("bad", "bad", message="no")
    spun = replace(spun, hint=Hint("likely spun", 2, 5, 7.5))
    assert render("full", spun).endswith(
        "\n\na.txt: likely spun: 2 of 5 lines damaged, 8 penalty points per 1,000 words\n"
    )
    assert "clean" not in render("full", replace(spun, hint=Hint("clean", 1, 5, 1.0)))


def test_full_looks_only_at_what_is_near_the_span() -> None:
    text = "\u0301" * 10_000 + "bad"
    (block,) = render_full([make_result(text, "bad")], Options())
    assert len(block) < 1000


@pytest.mark.parametrize(
    ("counts", "totals", "expected"),
    [
        (
            {("rare", "info"): 1, ("calqued-rank", "error"): 1200, ("b", "warning"): 3, ("a", "error"): 3},
            {"files": 2, "words": 40_000, "suppressed": 5},
            "count  per 1,000 words  severity  rule\n"
            "1,200            30.00  error     calqued-rank\n"
            "    3             0.07  error     a\n"
            "    3             0.07  warning   b\n"
            "    1             0.03  info      rare\n"
            "1,207            30.18  total     4 rules in 2 files, 40,000 words, 5 suppressed\n",
        ),
        (
            {("a", "error"): 1},
            {"files": 1, "words": 0},
            "count  per 1,000 words  severity  rule\n"
            "    1                -  error     a\n"
            "    1                -  total     1 rule in 1 file, 0 words\n",
        ),
        ({}, {"files": 1, "words": 1}, "no findings in 1 file, 1 word\n"),
    ],
)
def test_statistics(counts: dict[tuple[str, str], int], totals: dict[str, int], expected: str) -> None:
    assert "".join(render_statistics(Counter(counts), **totals)) == expected  # type: ignore[arg-type]


def test_statistics_in_color_stay_aligned() -> None:
    rows = list(render_statistics(Counter({("a", "info"): 1}), files=1, words=1000, color=True))
    assert rows[1] == "    1             1.00  \x1b[36minfo\x1b[0m      a\n"

"""Document checks beyond what their rules' examples show: any text, any layout, and time that grows with the text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.checks import CHECKS
from lintnews.formats import parse
from lintnews.linter import Linter
from lintnews.view import make_view

WORDS = st.sampled_from(
    'the a of and der die und ist Petrovsky Petrovskiy June 31 30 Monday, 1, 2022 ( ) [ ] " “ ” « said. It we 10 miles '
    "(16 km) kilometers and the HARBOR IS CLOSED. Farmers Block Roads iPhone … . , \n\n \n".split(" ")
)
TEXTS = st.lists(WORDS | st.text(max_size=5), max_size=60).map(" ".join)


def found(name: str, text: str, **options: Any) -> list[str]:
    view = make_view(parse(text))
    check = CHECKS[name]
    return [view.text[match.start : match.end] for match in check.find(view, {**check.defaults, **options})]


@pytest.mark.parametrize("name", sorted(CHECKS))
@given(text=TEXTS)
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_a_check(name: str, text: str) -> None:
    for start_to_end in found(name, text):
        assert start_to_end


@pytest.mark.parametrize("name", sorted(CHECKS))
@given(text=TEXTS)
@settings(max_examples=40, deadline=None)
def test_line_ends_and_spacing_change_no_answer(name: str, text: str) -> None:
    text = text.replace("\r", "")
    assert found(name, text.replace("\n", "\r\n")) == found(name, text)
    assert found(name, text.replace(" ", "  ")) == found(name, text.replace(" ", " "))


ARTICLE = (
    "The council met on Monday, June 3, 2019 (a holiday), and Mayor Petrovsky said: “We need the harbor.” It lies "
    "10 miles (16 km) from the town, and the farmers block the road to it in protest against the tax.\n\n"
)


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_work_grows_with_the_text_and_not_with_its_square(name: str) -> None:
    def steps(times: int) -> int:
        text = "".join(ARTICLE.replace("10 miles", f"{number} miles") for number in range(times))
        view = make_view(parse(text))
        check = CHECKS[name]
        return counted(lambda: list(check.find(view, check.defaults)))

    small, large = steps(40), steps(400)
    assert large < 16 * small + 20_000


def counted(work: Any) -> int:
    """Return how many lines of our own code some work runs."""
    import sys

    lines = 0

    def trace(frame: Any, event: str, _: Any) -> Any:
        nonlocal lines
        if "lintnews" not in frame.f_code.co_filename:
            return None
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return lines


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("a 5-mile (8 km) walk", True),
        ("10 miles (16 km)", True),
        ("10 miles (6 km)", False),
        ("3 square miles (7.8 square kilometers)", True),
        ("3 square miles (4.8 square kilometers)", False),
        ("2 million acres (800,000 hectares)", True),
        ("2 million acres (8 million hectares)", False),
        ("100 mph (160 kph)", True),
        ("10 gallons (38 liters)", True),
        ("10 gallons (45 liters)", True),
        ("10 gallons (20 liters)", False),
        ("6 feet (1.83 meters)", True),
        ("5 kg (5 km)", False),
    ],
)
def test_conversions(text: str, right: bool) -> None:
    assert bool(found("wrong-conversion", text)) is not right


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("“One,” he said.\n\n“Two.”", []),
        ("“One, he said.\n\nTwo.", ["“One,"]),
        ("“One.\n\n“Two.\n\n“Three.”", []),
        ("One,” he said.", ["One,”"]),
        ("He said: “One. “Two.”", ["“One."]),
        ('A 24" pipe.', []),
    ],
)
def test_quotation_marks_are_followed_through_the_document(text: str, marks: list[str]) -> None:
    found_marks = found("unpaired-quotation-mark", text)
    assert [mark.replace('"', "") for mark in found_marks] == [mark.strip("“”") for mark in marks]


def test_the_usual_spelling_is_the_one_said_most() -> None:
    text = "Zelenskiy spoke. Zelensky and Zelensky left."
    findings = Linter(select=("name-variants",), cache=False).lint(text)
    assert [(finding.matched, finding.suggestions) for finding in findings] == [("Zelenskiy", ("Zelensky",))]


def test_a_near_duplicate_names_the_first_line() -> None:
    first = "The ferry from Naxos hit the main pier of Piraeus at noon on Sunday, and eleven people were hurt."
    text = f"Ferry hits pier\n\n{first}\n\nNobody drowned.\n\n{first.replace('eleven', 'twelve')}\n"
    findings = Linter(select=("near-duplicate",), cache=False).lint(text)
    assert [(finding.line, finding.message.split(" says")[0]) for finding in findings] == [(7, "Line 3")]


@pytest.mark.parametrize(
    ("text", "matched"),
    [
        ("Three killed in fire\n\nFive people were killed on Sunday.", ["Three killed"]),
        ("Three killed in fire\n\nFive people were killed, three of them at once.", []),
        ("Three killed in fire\n\nTwo died at once and one of her burns.", []),
        ("At least three killed in fire\n\nFive people were killed on Sunday.", []),
        ("Three killed in fire\n\nFive people were killed, later six were killed.", []),
        ("Fire\n\nThree people were killed. Five people were killed.", []),
    ],
)
def test_a_headline_figure_must_stand_in_the_text(text: str, matched: list[str]) -> None:
    assert found("headline-figure", text) == matched


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Police held six people, four men and two women, on Sunday.", True),
        ("Police held six people, four men and three women, on Sunday.", False),
        ("Police held 4 people (two men, a woman and a child).", True),
        ("Police held 4 people (two men, two women and a child).", False),
        ("Police held six people, among them four men and three women.", True),
    ],
)
def test_sums(text: str, right: bool) -> None:
    assert bool(found("wrong-sum", text)) is not right


def test_mojibake_suggests_what_was_meant() -> None:
    findings = Linter(select=("mojibake",), cache=False).lint("He came from SÃ£o Paulo, he said.")
    assert [(finding.matched, finding.suggestions) for finding in findings] == [("SÃ£o", ("São",))]


def test_look_alike_letters_are_named() -> None:
    findings = Linter(select=("mixed-script",), cache=False).lint("The unrеst in Lyon; Газпром; β-blockers.")
    assert [(finding.matched, finding.suggestions) for finding in findings] == [("unrеst", ("unrest",))]


def test_words_in_quotations_brackets_and_names_are_not_foreign() -> None:
    assert found("foreign-word", "He said “saudade é tudo” in Łódź (česky) at the café in São João.") == []
    assert found("foreign-word", "The firm uses gas for vytápění and water.") == ["vytápění"]

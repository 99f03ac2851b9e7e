"""The command line as a user meets it: exit codes, streams, formats, bad input."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lintnews.cli import _progress
from lintnews.finding import Result

BAD = "The ministry reached the death toll of five.\n\nU.S. Supreme General Ash spoke.\n"
WARNING = "A headline of some words\n\n– “key moment” –\n\nText that goes on.\n"
CLEAN = "The ministry did not comment.\n"


def run(*arguments: str, cwd: Path, stdin: bytes | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    result = subprocess.run(
        [sys.executable, "-m", "lintnews", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), **environment},
    )
    return subprocess.CompletedProcess(
        result.args, result.returncode, result.stdout.decode("utf-8"), result.stderr.decode("utf-8")
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bad.txt").write_text(BAD, encoding="utf-8")
    (tmp_path / "warning.txt").write_text(WARNING, encoding="utf-8")
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "wrong.yml").write_text("rules:\n  - {id: a, kind: phrse}\n", encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(b"a\0b")
    (tmp_path / "latin.txt").write_bytes("Café\n".encode("latin-1"))
    (tmp_path / "wrong.toml").write_text("fail-onn = 'error'\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["clean.txt"], 0),
        (["bad.txt"], 1),
        (["warning.txt"], 0),
        (["warning.txt", "--fail-on", "warning"], 1),
        (["bad.txt", "--fail-on", "never"], 0),
        (["bad.txt", "--ignore", "calqued-rank"], 0),
        (["bad.txt", "--select", "wire-crosshead"], 0),
        (["missing.txt"], 2),
        (["binary.txt"], 2),
        (["latin.txt"], 2),
        (["latin.txt", "--encoding", "latin-1"], 0),
        (["clean.txt", "--max-file-size", "0"], 2),
        (["clean.txt", "--no-such-option"], 2),
        (["clean.txt", "--select", "no-such-rule"], 2),
        (["clean.txt", "--config", "wrong.toml"], 2),
        (["clean.txt", "--rules", "no-folder"], 2),
        (["bad.txt", "missing.txt", "--fail-on", "never"], 2),
    ],
)
def test_exit_codes_of_check(folder: Path, arguments: list[str], code: int) -> None:
    result = run("check", *arguments, cwd=folder)
    assert result.returncode == code, result.stderr
    assert "Traceback" not in result.stderr


def test_problems_do_not_hide_the_findings_of_other_files(folder: Path) -> None:
    result = run("check", "missing.txt", "bad.txt", "binary.txt", "--format", "concise", cwd=folder)
    assert result.returncode == 2
    assert result.stdout.startswith("bad.txt:3:1: error calqued-rank “U.S. Supreme General” is no title")
    assert "missing.txt" in result.stderr
    assert "binary.txt" in result.stderr
    assert result.stderr.splitlines()[-1] == "lintnews: 1 file checked: 1 error; 2 problems"


def test_a_wrong_rule_file_is_one_line_with_place_and_remedy(folder: Path) -> None:
    result = run("test", "wrong.yml", cwd=folder)
    assert result.returncode == 2
    assert result.stderr == "lintnews: wrong.yml:2: rule a: unknown kind “phrse”; did you mean “phrase”?\n"


@pytest.mark.parametrize(("rule", "code"), [("The [[bad word]] here.", 0), ("The [[good word]] here.", 1)])
def test_rule_tests_pass_and_fail(tmp_path: Path, rule: str, code: int) -> None:
    (tmp_path / "own.yml").write_text(
        "defaults: {category: accuracy/mistranslation, severity: error, confidence: high}\n"
        f"rules:\n  - {{id: own, kind: phrase, phrases: [bad word], message: m, bad: ['{rule}', 'A [[bad word]].'], "
        "good: [Nothing., Nothing else.]}\n",
        encoding="utf-8",
    )
    result = run("test", "own.yml", cwd=tmp_path)
    assert result.returncode == code, result.stdout + result.stderr
    assert ("does not find “good word”" in result.stdout) is bool(code)


def test_standard_input_and_its_name(tmp_path: Path) -> None:
    result = run("check", "-", "--stdin-filename", "x/a.md", "--format", "jsonl", cwd=tmp_path, stdin=BAD.encode())
    assert result.returncode == 1
    (row,) = map(json.loads, result.stdout.splitlines())
    assert (row["path"], row["line"], row["column"], row["end_column"]) == ("x/a.md", 3, 1, 21)
    assert (row["matched"], row["suggestions"], row["engine"]) == (
        "U.S. Supreme General",
        ["Top U.S. general"],
        "native",
    )


def test_json_reports_findings_and_problems_in_one_document(folder: Path) -> None:
    result = run("check", "bad.txt", "missing.txt", "--format", "json", cwd=folder)
    report = json.loads(result.stdout)
    assert report["version"] == 1
    assert report["summary"]["findings"] == {"error": 1, "warning": 0, "info": 0}
    assert [problem["path"] for problem in report["problems"]] == ["missing.txt"]


def test_findings_match_their_schema(folder: Path) -> None:
    from jsonschema import validate

    schema = json.loads(run("schema", "findings", cwd=folder).stdout)
    for line in run("check", "bad.txt", "warning.txt", "--format", "jsonl", cwd=folder).stdout.splitlines():
        validate(json.loads(line), schema)


def test_bundled_rule_files_match_their_schema(folder: Path) -> None:
    import yaml
    from jsonschema import validate

    from lintnews.book import bundled_folder
    from lintnews.rules import rule_paths

    schema = json.loads(run("schema", "rules", cwd=folder).stdout)
    for path in rule_paths(bundled_folder()):
        validate(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader), _as_text(schema))


def _as_text(schema: object) -> object:
    """Let every scalar be text, because BaseLoader reads `false` and `3` as they are written."""
    if isinstance(schema, dict):
        if schema.get("type") in ("boolean", "integer"):
            return {"type": "string"}
        return {key: _as_text(value) for key, value in schema.items()}
    return [_as_text(item) for item in schema] if isinstance(schema, list) else schema


def test_configuration_is_found_up_the_tree_and_isolated_ignores_it(folder: Path) -> None:
    (folder / "lintnews.toml").write_text("ignore = ['calqued-rank']\n", encoding="utf-8")
    (folder / "deep").mkdir()
    (folder / "deep" / "a.txt").write_text(BAD, encoding="utf-8")
    assert run("check", "a.txt", cwd=folder / "deep").returncode == 0
    assert run("check", "a.txt", "--isolated", cwd=folder / "deep").returncode == 1


def test_color_only_where_asked_for(folder: Path) -> None:
    assert "\x1b[" not in run("check", "bad.txt", cwd=folder).stdout
    assert "\x1b[" in run("check", "bad.txt", "--color", "always", cwd=folder).stdout


def test_output_file_takes_the_report_and_keeps_the_exit_code(folder: Path) -> None:
    result = run("check", "bad.txt", "--format", "concise", "--output-file", "report.txt", cwd=folder)
    assert (result.returncode, result.stdout) == (1, "")
    assert "calqued-rank" in (folder / "report.txt").read_text(encoding="utf-8")


def test_statistics_count_by_rule(folder: Path) -> None:
    result = run("check", "bad.txt", "--statistics", cwd=folder)
    assert "calqued-rank" in result.stdout.split("^\n")[-1]


def test_an_empty_folder_says_that_nothing_was_checked(tmp_path: Path) -> None:
    result = run("check", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "lintnews: no files to check\n")


def test_explain_and_rules(tmp_path: Path) -> None:
    assert "Supreme" in run("explain", "calqued-rank", cwd=tmp_path).stdout
    unknown = run("explain", "calqued-rnk", cwd=tmp_path)
    assert unknown.returncode == 2
    assert "did you mean “calqued-rank”?" in unknown.stderr
    assert "calqued-rank" in run("rules", cwd=tmp_path).stdout


def test_a_damaged_cache_is_made_anew(folder: Path, own_cache: Path) -> None:
    run("check", "bad.txt", cwd=folder)
    cached = max(own_cache.glob("rules-*.json"), key=lambda path: path.stat().st_mtime)
    cached.write_text('{"digest": "x"', encoding="utf-8")
    assert run("check", "bad.txt", cwd=folder).returncode == 1
    assert json.loads(cached.read_text(encoding="utf-8"))["rules"]


def test_an_interrupted_run_exits_with_130(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "lintnews", "check", "-v", "-"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    assert process.stderr is not None
    assert process.stderr.readline().startswith(b"lintnews: version")
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors.decode()) == (130, "\nlintnews: interrupted\n")


def test_progress_shows_on_a_terminal_after_two_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    clock = iter([0.0, 1.0, 2.5, 2.55, 9.0])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.echo", lambda text, **_: shown.append(text))
    results = [Result(path=str(number)) for number in range(4)]
    assert list(_progress(iter(results), 4)) == results
    assert [text for text in shown if "files" in text] == [
        f"\r{'#' * 15}{'-' * 15} 2 of 4 files\x1b[K",
        f"\r{'#' * 30} 4 of 4 files\x1b[K",
    ]

"""`benchmarks/quality.py` measures rules, and `lintnews explain` prints the figures."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lintnews.errors import LintnewsError
from lintnews.measured import Figures, Measurements, load, measured, save

QUALITY = Path(__file__).parent.parent / "benchmarks" / "quality.py"


def quality(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, QUALITY, *arguments]
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    for make, text in {
        "clean": "The club answered a request for comment.\n",
        "ref": "The club had no answer.\n",
        "mt": "The club ignored a request for remark.\nThe mayor did too.\n",
        "pages": "Nobody answered a request for remark.\nThen another request for remark came.\n",
    }.items():
        (tmp_path / make).mkdir()
        (tmp_path / make / "one.txt").write_text(text, encoding="utf-8")
    span = {"doc": "one", "line": 1, "start": 18, "end": 36, "severity": "error", "category": "formula"}
    rows = [
        {**span, "text": "request for remark", "likely_original": "request for comment"},
        {**span, "line": 2, "start": 0, "end": 4, "text": "Then", "likely_original": "Later"},
    ]
    (tmp_path / "pages-gold.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (tmp_path / "index.jsonl").write_text(json.dumps({"id": "one", "gold_coverage": "near-exhaustive"}) + "\n")
    return tmp_path


def test_the_benchmark_tells_right_from_wrong(texts: Path) -> None:
    table = texts / "measured.tsv"
    done = quality(texts, "--select", "spun-formula", "--show", 1, "--missed", "--table", table)
    assert done.returncode == 0, done.stderr
    assert load(table) == Measurements(
        {"clean": 7, "ref": 5, "mt": 11}, {"spun-formula": Figures({"clean": 0, "ref": 0, "mt": 1}, 1, 1)}
    )
    assert "marked spans found: 1 of 2 (50.0%)" in done.stdout
    assert "findings that overlap a mark: 1 of 2 (50.0%)" in done.stdout
    assert "The club ignored a [[request for remark]]. The mayor did too." in done.stdout
    assert "[[Then]] another request for remark came. (Later)" in done.stdout


def test_the_benchmark_says_when_there_is_nothing_to_read(tmp_path: Path) -> None:
    done = quality(tmp_path)
    assert done.returncode == 2
    assert "found no texts" in done.stderr


def test_explain_knows_the_figures_of_every_bundled_rule_it_lists() -> None:
    lines = measured("theme-boilerplate")
    assert lines[0].startswith("0 times in ")
    assert lines[0].endswith(" words written in English")
    assert measured("no-such-rule") == []


def test_a_damaged_table_is_named(tmp_path: Path) -> None:
    path = tmp_path / "measured.tsv"
    save(path, Measurements({"clean": 1, "ref": 1, "mt": 1}, {"a": Figures({"clean": 0, "ref": 0, "mt": 0}, 0, 0)}))
    path.write_text(path.read_text().replace("a\t0", "a\tmany"))
    with pytest.raises(LintnewsError, match=r"measured\.tsv.*cannot read the table of figures"):
        load(path)

"""The measured figures of the rules: written by `benchmarks/quality.py`, printed by `lintnews explain`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lintnews.book import bundled_folder
from lintnews.errors import LintnewsError

MAKES = {"clean": "written in English", "ref": "translated by people", "mt": "translated by machines"}
"""Kinds of text, and what they are called in print."""

FILE_NAME = "measured.tsv"

_COLUMNS = ("rule", *MAKES, "right", "wrong")


@dataclass(frozen=True, slots=True)
class Figures:
    """How often one rule spoke on texts of each make; on marked pages, how often on a mark (right) or not (wrong)."""

    hits: Mapping[str, int]
    right: int
    wrong: int


@dataclass(frozen=True, slots=True)
class Measurements:
    """Words read of each make, and the figures by rule id."""

    words: Mapping[str, int]
    rules: Mapping[str, Figures]


def save(path: Path, measurements: Measurements) -> None:
    """Write the table: a comment with the words read, the names of the columns, a row for each rule."""
    lines = ["# words: " + " ".join(f"{make} {measurements.words[make]}" for make in MAKES), "\t".join(_COLUMNS)]
    for rule, row in sorted(measurements.rules.items()):
        lines.append("\t".join([rule, *(str(row.hits[make]) for make in MAKES), str(row.right), str(row.wrong)]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def load(path: Path) -> Measurements:
    """Read a table back; raises LintnewsError when it is damaged."""
    try:
        first, _, *rows = path.read_text(encoding="utf-8").splitlines()
        counts = first.removeprefix("# words: ").split()
        words = dict(zip(counts[::2], map(int, counts[1::2]), strict=True))
        rules = {}
        for row in rows:
            rule, *cells = row.split("\t")
            *hits, right, wrong = map(int, cells)
            rules[rule] = Figures(dict(zip(MAKES, hits, strict=True)), right, wrong)
    except (OSError, ValueError) as error:
        raise LintnewsError(
            f"cannot read the table of figures: {error}",
            path=str(path),
            remedy="make it anew with benchmarks/quality.py",
        ) from None
    return Measurements(words, rules)


def measured(rule: str) -> list[str]:
    """Return what was measured of a bundled rule, a line a figure; empty for other rules. Raises LintnewsError."""
    path = bundled_folder() / FILE_NAME
    table = load(path) if path.is_file() else Measurements({}, {})
    figures = table.rules.get(rule)
    if figures is None:
        return []
    lines = [f"{_times(figures.hits[make])} in {table.words[make]:,} words {name}" for make, name in MAKES.items()]
    if figures.right or figures.wrong:
        judged = figures.right + figures.wrong
        lines.append(f"right {figures.right} of {_times(judged)} on machine-made pages that an editor marked")
    return lines


def _times(count: int) -> str:
    return f"{count:,} time" if count == 1 else f"{count:,} times"

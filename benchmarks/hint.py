#!/usr/bin/env python3
"""Calibrate the overall hint: how many texts of each folder are called machine-made, at several thresholds.

    benchmarks/hint.py FOLDER...

Prints for each folder of .txt files how its texts are labeled now, then the share called machine-made for other numbers
of findings and penalty points per 1,000 words. Of texts written in English at most 1% may be.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from lintnews import Linter
from lintnews.finding import Hint
from lintnews.penalty import LEAST_FINDINGS, LEAST_PENALTY
from lintnews.runner import lint_text


def hints(linter: Linter, folder: Path) -> list[tuple[int, Hint]]:
    found = []
    for path in sorted(folder.rglob("*.txt")):
        result = lint_text(linter, path.read_text(encoding="utf-8"), path.name)
        if result.hint:
            found.append((sum(finding.severity != "info" for finding in result.findings), result.hint))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    linter = Linter()
    for folder in parser.parse_args().folders:
        found = hints(linter, folder)
        labels = Counter(hint.label for _, hint in found)
        print(f"{folder}: {len(found)} texts")
        for label, count in labels.most_common():
            print(f"  {count / len(found):6.1%}  {label}")
        for least in (1, LEAST_FINDINGS, 3):
            for points in (LEAST_PENALTY - 2, LEAST_PENALTY, LEAST_PENALTY + 3):
                called = sum(count >= least and hint.penalty >= points for count, hint in found)
                print(f"  {called / len(found):6.1%}  with {least} or more findings and {points:.0f} points")
    return 0


if __name__ == "__main__":
    sys.exit(main())

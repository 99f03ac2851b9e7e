#!/usr/bin/env python3
"""Measure every rule on texts of known make: how often it speaks, and how often it is right.

    benchmarks/quality.py PATH... [--rules FOLDER] [--select RULE] [--show 5] [--table FILE]

Below each path it looks for
* folders named clean (written in English), ref (translated by people) and mt (translated by machines) of .txt files;
* files named *pages-gold.jsonl, a marked span a row (doc, line, start, end, severity; 1-based lines, 0-based offsets in
  code points, the end exclusive), beside a folder `pages` and an index.jsonl with id, judgement and gold_coverage.

Prints a row for each rule: hits per 100,000 words on each make of text, then how many of its findings on the marked
pages overlap a mark and how many do not. `--table rules/measured.tsv` writes the figures `lintnews explain` prints.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lintnews import Finding, Linter, LintnewsError
from lintnews.finding import severity_rank
from lintnews.measured import MAKES, Figures, Measurements, save

_NET = 40
"""A finding longer than this many code points, and than twice the mark, is a net and does not count as right."""
_SIDE = 50


@dataclass
class Corpus:
    """What was found in the texts of one make."""

    words: int = 0
    findings: list[tuple[Finding, str]] = field(default_factory=list)

    def add(self, linter: Linter, path: Path) -> list[Finding]:
        """Lint a file; keep each finding with its context and return them."""
        text = path.read_text(encoding="utf-8")
        self.words += len(text.split())
        found = linter.lint(text, path.name)
        self.findings += [(finding, context(text, finding)) for finding in found]
        return found

    def rate(self, least: str = "warning") -> float:
        """Return the findings of a severity and up per 1,000 words."""
        loud = sum(severity_rank(f.severity) >= severity_rank(least) for f, _ in self.findings)
        return 1000 * loud / max(self.words, 1)


@dataclass
class Marked:
    """What was found on the marked pages, and which marks."""

    corpus: Corpus = field(default_factory=Corpus)
    right: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[Finding, str]] = field(default_factory=list)
    loud_right: int = 0
    marks: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    missed: list[str] = field(default_factory=list)


def context(text: str, finding: Finding) -> str:
    """Return the finding in double brackets with some text on both sides, in one line."""
    around = (text[max(0, finding.start - _SIDE) : finding.start], text[finding.end : finding.end + _SIDE])
    return " ".join(f"{around[0]}[[{text[finding.start : finding.end]}]]{around[1]}".split())


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def lint_folder(linter: Linter, folder: Path, corpus: Corpus) -> None:
    for path in sorted(folder.rglob("*.txt")):
        corpus.add(linter, path)


def lint_marked(linter: Linter, gold: Path, marked: Marked) -> None:
    """Lint the pages of one gold file; only pages marked near-exhaustively can tell that a finding is wrong."""
    index = {row["id"]: row for row in rows(gold.with_name("index.jsonl"))}
    marks: dict[str, list[dict]] = defaultdict(list)
    for row in rows(gold):
        marks[row["doc"]].append(row)
    for doc, spans in sorted(marks.items()):
        path = gold.with_name("pages") / f"{doc}.txt"
        lines = path.read_text(encoding="utf-8").split("\n")
        found = marked.corpus.add(linter, path)
        contexts = dict(marked.corpus.findings[len(marked.corpus.findings) - len(found) :])
        loud = [f for f in found if f.severity != "info"]
        for span in spans:
            if span["severity"] in ("error", "warning"):
                hit = any(overlaps(f, span) for f in loud)
                marked.marks[span["category"]].append(hit)
                if not hit:
                    line = lines[span["line"] - 1]
                    marked.missed.append(
                        f"{gold.parent.name}/{doc}:{span['line']} {span['category']}: "
                        f"{line[max(0, span['start'] - 40) : span['start']]}[[{span['text']}]]"
                        f"{line[span['end'] : span['end'] + 40]}"
                        f" ({span['likely_original']})"
                    )
        if not index.get(doc, {}).get("gold_coverage", "").startswith("near"):
            continue
        for finding in found:
            if any(overlaps(finding, span) for span in spans):
                marked.right[finding.rule] += 1
                marked.loud_right += finding.severity != "info"
            else:
                marked.wrong.append((finding, contexts[finding]))


def overlaps(finding: Finding, span: dict) -> bool:
    """Tell whether a finding shares a character with a mark and is no net thrown over a sentence."""
    start, length = finding.column - 1, finding.end - finding.start
    if finding.line != span["line"] or length > max(2 * (span["end"] - span["start"]), _NET):
        return False
    return start < span["end"] and span["start"] < max(start + length, start + 1)


def measure(linter: Linter, paths: list[Path]) -> tuple[dict[str, Corpus], Marked]:
    corpora = {make: Corpus() for make in MAKES}
    marked = Marked()
    for path in paths:
        for make, corpus in corpora.items():
            for folder in [path, *sorted(path.rglob("*"))]:
                if folder.name == make and folder.is_dir():
                    lint_folder(linter, folder, corpus)
        for gold in sorted(path.rglob("*pages-gold.jsonl")):
            lint_marked(linter, gold, marked)
    return corpora, marked


def figures(linter: Linter, corpora: dict[str, Corpus], marked: Marked) -> Measurements:
    counts = {make: Counter(f.rule for f, _ in corpus.findings) for make, corpus in corpora.items()}
    wrong = Counter(f.rule for f, _ in marked.wrong)
    return Measurements(
        {make: corpus.words for make, corpus in corpora.items()},
        {
            compiled.rule.id: Figures(
                {make: counts[make][compiled.rule.id] for make in MAKES},
                marked.right[compiled.rule.id],
                wrong[compiled.rule.id],
            )
            for compiled in linter.active
        },
    )


def report(linter: Linter, corpora: dict[str, Corpus], marked: Marked, table: Measurements, show: int) -> Iterator[str]:
    yield f"{'rule':34}{'':8}" + "".join(f"{make:>8}" for make in MAKES) + f"{'right':>8}{'wrong':>8}"
    for compiled in linter.active:
        row = table.rules[compiled.rule.id]
        if row == Figures(dict.fromkeys(MAKES, 0), 0, 0):
            continue
        rates = "".join(f"{100_000 * row.hits[make] / max(table.words[make], 1):8.1f}" for make in MAKES)
        yield f"{compiled.rule.id:34}{compiled.rule.severity:8}{rates}{row.right:8}{row.wrong:8}"
    silent = sum(not (any(row.hits.values()) or row.right or row.wrong) for row in table.rules.values())
    yield f"{silent} of {len(table.rules)} rules found nothing"
    yield "hits per 100,000 words of " + ", ".join(f"{make} ({table.words[make]:,} words)" for make in MAKES)
    yield ""
    yield "at warning and up, per 1,000 words: " + ", ".join(f"{m} {corpora[m].rate():.3f}" for m in MAKES)
    if marked.marks:
        hits = sum(map(sum, marked.marks.values()))
        total = sum(map(len, marked.marks.values()))
        loud_wrong = sum(f.severity != "info" for f, _ in marked.wrong)
        right, judged = marked.loud_right, marked.loud_right + loud_wrong
        yield f"marked spans found: {hits} of {total} ({hits / total:.1%})"
        yield f"findings that overlap a mark: {right} of {judged} ({right / max(judged, 1):.1%})"
    if show:
        yield from contexts(corpora, marked, show)


def contexts(corpora: dict[str, Corpus], marked: Marked, show: int) -> Iterator[str]:
    """Yield the findings to look at with one's own eyes."""
    shown: Counter[tuple[str, str]] = Counter()
    for make, findings in [*((make, corpus.findings) for make, corpus in corpora.items()), ("unmarked", marked.wrong)]:
        for finding, around in sorted(findings, key=lambda pair: pair[0].rule):
            shown[make, finding.rule] += 1
            if shown[make, finding.rule] <= show:
                yield f"{make:9}{finding.severity:8}{finding.rule:28} {around}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--rules", action="append", default=[], metavar="FOLDER", help="a folder of further rules")
    parser.add_argument("--select", action="append", default=[], metavar="RULE", help="run only these rules or tags")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N contexts a rule and make of text")
    parser.add_argument("--missed", action="store_true", help="print the marks that were not found")
    parser.add_argument("--table", type=Path, metavar="FILE", help="write the figures there")
    options = parser.parse_args()
    linter = Linter(tuple(options.rules), select=tuple(options.select), min_severity="info")
    try:
        corpora, marked = measure(linter, options.paths)
    except LintnewsError as error:
        print(error, file=sys.stderr)
        return 2
    if not any(corpus.words for corpus in [*corpora.values(), marked.corpus]):
        print("found no texts: see --help for the folders it looks for", file=sys.stderr)
        return 2
    table = figures(linter, corpora, marked)
    print("\n".join(report(linter, corpora, marked, table, options.show)))
    if options.missed:
        print("\n".join(marked.missed))
    if options.table:
        save(options.table, table)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""`lintnews test`: run the examples that stand in the rule files, and find rules that are slow or untested."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from lintnews.book import Compiled, RuleBook
from lintnews.document import Document
from lintnews.filters import supported
from lintnews.finding import Finding
from lintnews.formats import parse
from lintnews.linter import Engine
from lintnews.rule import Example, Rule
from lintnews.rules import RuleFile, all_rules
from lintnews.view import make_view

LEAST_EXAMPLES = 2
LINE_LENGTH = 100_000
SECONDS_PER_LINE = 0.05
_ROUNDS = 10
# What finding the words of such a line takes on an ordinary machine; a slower one gets as much more time.
_SECONDS_FOR_WORDS = 0.008


@dataclass(frozen=True, slots=True)
class Failure:
    """A case that failed: where it stands and what is wrong."""

    path: str
    line: int
    rule: str
    message: str


def run(files: Sequence[RuleFile], book: RuleBook, clock: Callable[[], float] = process_time) -> Iterator[Failure]:
    """Yield the failures of all rules in some files, judged within the whole book.

    Args:
        files: The rule files whose examples run.
        book: All rules: no good example may be touched by any of them.
        clock: Returns CPU seconds; a parameter so that tests need not wait.
    """
    compiled = {c.rule.id: c for c in book.rules}
    everything = Engine([c for c in book.rules if not c.rule.off], book.topics)
    rules = {rule_id: c.rule for rule_id, c in compiled.items()}
    limit = SECONDS_PER_LINE * _slowness(clock)
    for rule in all_rules(files):
        alone = Engine([compiled[rule.id]], book.topics)
        for message, line in _rule_failures(rule, alone, everything, rules):
            yield Failure(rule.path, line, rule.id, message)
        seconds = _slowest(compiled[rule.id], rule, alone, limit, clock)
        if seconds > limit:
            limit = max(limit, SECONDS_PER_LINE * _slowness(clock))  # the machine may be busier than before
        if seconds > limit:
            message = (
                f"takes {1000 * seconds:.0f} ms on a line of {LINE_LENGTH:,} characters, more than "
                f"{1000 * limit:.0f}; give it a rarer literal or bound its repetitions"
            )
            yield Failure(rule.path, rule.line, rule.id, message)


def unanchored(book: RuleBook) -> list[str]:
    """Return the ids of the rules that have an expression without a literal to look for first."""
    return [c.rule.id for c in book.rules if any(not expression.anchors for expression in c.expressions)]


def _rule_failures(
    rule: Rule, alone: Engine, everything: Engine, rules: Mapping[str, Rule]
) -> Iterator[tuple[str, int]]:
    for name, examples in (("bad", rule.bad), ("good", rule.good)):
        if len(examples) < LEAST_EXAMPLES:
            yield f"needs at least {LEAST_EXAMPLES} {name} examples, has {len(examples)}", rule.line
    for example in rule.bad:
        yield from ((message, example.line) for message in _bad_failures(example, alone))
    for example in rule.good:
        for finding in supported(list(everything.findings(_document(example))), rules):
            yield (
                f"the good example “{_short(example.text)}” is touched by {finding.rule} at “{finding.matched}”",
                (example.line),
            )


def _bad_failures(example: Example, engine: Engine) -> Iterator[str]:
    if not example.spans:
        yield "a bad example marks what is wrong with [[ ]]"
        return
    findings = sorted(engine.findings(_document(example)), key=lambda finding: finding.start)
    found = {(finding.start, finding.end) for finding in findings}
    for start, end in example.spans:
        if (start, end) not in found:
            got = ", ".join(f"“{finding.matched}”" for finding in findings) or "nothing"
            yield f"does not find “{example.text[start:end]}” but {got}"
    for start, end in sorted(found - set(example.spans)):
        yield f"finds “{example.text[start:end]}” as well, which is not marked"
    if example.fixed is not None and not found - set(example.spans):
        fixed = _fixed(example.text, findings)
        if fixed != example.fixed:
            yield f"the repair gives “{fixed}”, not “{example.fixed}”"


def _fixed(text: str, findings: Sequence[Finding]) -> str:
    for finding in reversed(findings):
        if finding.suggestions:
            text = text[: finding.start] + finding.suggestions[0] + text[finding.end :]
    return text


def closed_gaps(files: Sequence[RuleFile], book: RuleBook) -> Iterator[Failure]:
    """Yield the known misses that are found now; they are news, not failures."""
    compiled = {c.rule.id: c for c in book.rules}
    for rule in all_rules(files):
        for example in rule.gap:
            if any(Engine([compiled[rule.id]], book.topics).findings(_document(example))):
                yield Failure(rule.path, example.line, rule.id, f"the gap “{_short(example.text)}” is found now")


def _slowest(compiled: Compiled, rule: Rule, engine: Engine, limit: float, clock: Callable[[], float]) -> float:
    """Return the CPU seconds the rule needs for a long line made of its own words, at best of some rounds."""
    if not any(expression.mode == "regex" for expression in compiled.expressions):
        return 0.0
    slowest = 0.0
    for text in _hostile_texts(compiled, rule):
        view = make_view(parse((text * (LINE_LENGTH // len(text) + 1))[:LINE_LENGTH]))
        times = []
        for _ in range(_ROUNDS):
            begin = clock()
            engine.match_only(view)
            times.append(clock() - begin)
            if times[-1] <= limit:
                break
        slowest = max(slowest, min(times))
    return slowest


def _slowness(clock: Callable[[], float]) -> float:
    """Return how many times slower than an ordinary machine this one is now; 1 for a faster one."""
    line = "a word or two " * (LINE_LENGTH // 14)
    times = []
    for _ in range(_ROUNDS):
        begin = clock()
        sum(match.end() for match in re.finditer(r"\b\w+\b", line))
        times.append(clock() - begin)
    return max(1.0, min(times) / _SECONDS_FOR_WORDS)


def _hostile_texts(compiled: Compiled, rule: Rule) -> Iterator[str]:
    """Yield pieces that keep a rule as busy as can be: its anchors packed, among letters, and among spaces."""
    for expression in compiled.expressions[:3]:
        anchor = max(expression.anchors, key=len, default="")
        if anchor:
            yield anchor
            yield f"{anchor} aaaaaaaa "
    for example in rule.bad[:1]:
        yield example.text.replace("\n", " ") + " "


def _document(example: Example) -> Document:
    return parse(example.text, f"<{example.format} example>", example.format)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59] + "…"


def default_folder_of(path: Path) -> Path:
    """Return the folder whose word lists a rule file uses: the nearest one above it that has a `words` folder."""
    for folder in (path.parent, *path.parent.parents):
        if (folder / "words").is_dir():
            return folder
    return path.parent

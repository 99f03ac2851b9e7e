"""What becomes of findings before they are reported: overlaps, thresholds, and the exit code they give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from lintnews.finding import Finding, confidence_rank, severity_rank
from lintnews.rule import Rule

EXIT_CLEAN = 0
EXIT_FINDINGS = 1
EXIT_FAILURE = 2
EXIT_INTERRUPTED = 130


def without_overlaps(findings: Iterable[Finding]) -> list[Finding]:
    """Drop a finding that says nothing new.

    That is one on the same span or inside one of its own category, ranked no lower, and one that overlaps an
    earlier finding of its own rule.
    """
    kept: list[Finding] = []
    beaten: set[int] = set()
    reaching: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (f.start, -f.end, -_rank(f), f.rule)):
        reaching = [other for other in reaching if other.end > finding.start]
        if not any(_covers(other, finding) for other in reaching):
            same = (other for other in reaching if _same_span(other, finding))
            beaten.update(id(other) for other in same if _rank(other) < _rank(finding))
            kept.append(finding)
            reaching.append(finding)
    return [finding for finding in kept if id(finding) not in beaten]


def _rank(finding: Finding) -> int:
    return 3 * severity_rank(finding.severity) + confidence_rank(finding.confidence)


def _same_span(first: Finding, second: Finding) -> bool:
    return (first.start, first.end) == (second.start, second.end)


def _covers(outer: Finding, inner: Finding) -> bool:
    if outer.rule == inner.rule:
        return True
    if inner.end > outer.end or _rank(outer) < _rank(inner):
        return False
    return _same_span(outer, inner) or outer.category == inner.category


def supported(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> list[Finding]:
    """Drop the findings of rules that ask for more support than the text gives.

    What supports a rule are the findings of other rules, those that need no support themselves, with one of its
    tags; where it has several tags, the one with the most such findings counts.
    """
    if not any(rules[finding.rule].support for finding in findings):
        return list(findings)
    sure = [rules[finding.rule] for finding in findings if not rules[finding.rule].support]
    tags = Counter(tag for rule in sure for tag in rule.tags)
    given = {rule.id: max((tags[tag] for tag in rule.tags), default=0) for rule in rules.values() if rule.support}
    return [f for f in findings if given.get(f.rule, 0) >= rules[f.rule].support]


def above(findings: Iterable[Finding], severity: str, confidence: str) -> list[Finding]:
    """Return the findings that reach a severity and a confidence."""
    return [
        finding
        for finding in findings
        if severity_rank(finding.severity) >= severity_rank(severity)
        and confidence_rank(finding.confidence) >= confidence_rank(confidence)
    ]


def exit_code(severities: Sequence[str], problems: int, fail_on: str) -> int:
    """Return the exit code of a run: 2 for problems, else 1 for a severity at or above `fail_on`, else 0."""
    if problems:
        return EXIT_FAILURE
    if fail_on == "never":
        return EXIT_CLEAN
    failing = any(severity_rank(severity) >= severity_rank(fail_on) for severity in severities)
    return EXIT_FINDINGS if failing else EXIT_CLEAN

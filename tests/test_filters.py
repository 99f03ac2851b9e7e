"""Exit codes and overlaps."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.filters import exit_code, without_overlaps
from lintnews.finding import Finding


@pytest.mark.parametrize(
    ("severities", "problems", "fail_on", "expected"),
    [
        ([], 0, "error", 0),
        (["warning", "info"], 0, "error", 0),
        (["warning", "error"], 0, "error", 1),
        (["warning"], 0, "warning", 1),
        (["info"], 0, "warning", 0),
        (["info"], 0, "info", 1),
        (["error"], 0, "never", 0),
        ([], 1, "never", 2),
        (["error"], 1, "error", 2),
    ],
)
def test_exit_code(severities: list[str], problems: int, fail_on: str, expected: int) -> None:
    assert exit_code(severities, problems, fail_on) == expected


def finding(rule: str, start: int, end: int, severity: str = "error", category: str = "a/b") -> Finding:
    return Finding(
        "p", 1, start + 1, 1, end + 1, rule, severity, "high", category, "m", (), "x", "native", "", False, start, end
    )


@pytest.mark.parametrize(
    ("findings", "kept"),
    [
        ([finding("a", 0, 5), finding("b", 0, 5, "warning", "c/d")], ["a"]),
        ([finding("b", 0, 5, "warning", "c/d"), finding("a", 0, 5)], ["a"]),
        ([finding("a", 0, 9), finding("b", 2, 5, "warning")], ["a"]),
        ([finding("a", 0, 9), finding("b", 2, 5, "warning", "c/d")], ["a", "b"]),
        ([finding("a", 0, 9, "warning"), finding("b", 2, 5)], ["a", "b"]),
        ([finding("a", 0, 6), finding("b", 3, 9)], ["a", "b"]),
    ],
)
def test_overlaps(findings: list[Finding], kept: list[str]) -> None:
    assert [f.rule for f in without_overlaps(findings)] == kept


WEAK = """\
  - id: weak
    kind: phrase
    phrases: [odd word]
    message: "odd"
    support: 2
    tags: [spinning]
    bad: [a, b]
    good: [c, d]
  - {id: sure, kind: phrase, phrases: [sure sign], message: "sure", tags: [spinning], bad: [a, b], good: [c, d]}
  - {id: other, kind: phrase, phrases: [other sign], message: "other", tags: [layout], bad: [a, b], good: [c, d]}
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("An odd word.", []),
        ("An odd word and an odd word and an odd word.", []),
        ("An odd word, a sure sign.", ["sure"]),
        ("An odd word, a sure sign, a sure sign.", ["weak", "sure", "sure"]),
        ("An odd word, a sure sign, an other sign.", ["sure", "other"]),
    ],
)
def test_a_weak_rule_speaks_only_with_the_support_of_others(
    lint: Callable[..., list[Finding]], text: str, found: list[str]
) -> None:
    assert [finding.rule for finding in lint(WEAK, text)] == found

"""What the findings of one text amount to: penalty points, and an overall hint at how the text was made.

Points per 1,000 words weigh an error 5 and a warning 1 (MQM, themqm.org). The thresholds of the hint were set with
`benchmarks/hint.py`: of texts written in English at most one in a hundred is called machine-made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from lintnews.finding import Finding, Hint

WEIGHTS = {"error": 5, "warning": 1, "info": 0}

LEAST_WORDS = 60
"""Below so many words nothing is said."""
LEAST_FINDINGS = 2
LEAST_PENALTY = 5.0
"""A text is called machine-made when it has so many findings and so many points per 1,000 words."""


def penalty(findings: Iterable[Finding], words: int) -> float:
    """Return the penalty points per 1,000 words."""
    points = sum(WEIGHTS[finding.severity] for finding in findings)
    return 1000 * points / words if words else 0.0


def hint(findings: Sequence[Finding], words: int, lines: int, tags: Mapping[str, Collection[str]]) -> Hint:
    """Return what the findings of a whole text say about how it was made.

    Args:
        findings: The findings of one text.
        words: How many words of prose it has.
        lines: How many blocks of prose it has (headlines, paragraphs, list items).
        tags: The tags of each rule, by rule id.
    """
    loud = [finding for finding in findings if finding.severity != "info"]
    points = penalty(loud, words)
    damaged = len({finding.line for finding in loud})
    if words < LEAST_WORDS:
        label = "too short to say"
    elif len(loud) < LEAST_FINDINGS or points < LEAST_PENALTY:
        label = "clean"
    else:
        spun = sum("spinning" in tags.get(finding.rule, ()) for finding in loud)
        label = "likely spun" if 2 * spun > len(loud) else "likely machine translated"
    return Hint(label, damaged, lines, round(points, 1))

"""What the linter reports: one Finding per damaged span, with a fingerprint that survives moved lines."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

SEVERITIES = ("info", "warning", "error")
"""From least to most severe."""

CONFIDENCES = ("low", "medium", "high")
"""From least to most sure."""


def severity_rank(severity: str) -> int:
    """Return 0 for info, 1 for warning, 2 for error."""
    return SEVERITIES.index(severity)


def confidence_rank(confidence: str) -> int:
    """Return 0 for low, 1 for medium, 2 for high."""
    return CONFIDENCES.index(confidence)


@dataclass(frozen=True, slots=True)
class Finding:
    """One reported span. The field names are the JSON keys of the findings format, version 1.

    Lines and columns are 1-based, columns count code points, the end is exclusive. `start` and `end` are
    0-based code point offsets into the text of the file; they are for callers of the library and are not
    part of the JSON form.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    rule: str
    severity: str
    confidence: str
    category: str
    message: str
    suggestions: tuple[str, ...]
    matched: str
    engine: str
    fingerprint: str
    fix: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hint:
    """How a whole text was probably made.

    Attributes:
        label: “likely machine translated”, “likely spun”, “clean” or “too short to say”.
        damaged: How many lines have a finding at warning or error.
        lines: How many lines of prose there are: headlines, paragraphs, list items.
        penalty: Points per 1,000 words: 5 for an error, 1 for a warning.
    """

    label: str
    damaged: int
    lines: int
    penalty: float

    @property
    def is_alarm(self) -> bool:
        """Whether the text is called machine-made."""
        return self.label.startswith("likely")


@dataclass(frozen=True, slots=True)
class Result:
    """What checking one file came to.

    Attributes:
        path: The file, as findings name it.
        findings: The findings to report, in order.
        lines: The text of every line a finding touches, by 1-based line number.
        words: How many words of prose were checked.
        suppressed: How many findings a comment, the baseline or the configuration held back.
        problem: What could not be done with this file, in one line; empty when all went well.
        hint: How the text was probably made; None where only some rules were run.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    lines: Mapping[int, str] = field(default_factory=dict)
    words: int = 0
    suppressed: int = 0
    problem: str = ""
    hint: Hint | None = None


def sort_key(finding: Finding) -> tuple[str, int, int, str]:
    """Order findings by path, line, column and rule."""
    return (finding.path, finding.line, finding.column, finding.rule)


def to_json(finding: Finding) -> dict[str, Any]:
    """Return the finding as the JSON object of the findings format, version 1."""
    row = asdict(finding)
    del row["start"], row["end"]
    row["suggestions"] = list(finding.suggestions)
    return row


def with_fingerprints(findings: Iterable[Finding], lines: dict[int, str]) -> list[Finding]:
    """Return the findings of one document, sorted, each with its fingerprint.

    The fingerprint hashes rule, path, the text of the first line with white space squeezed, the matched
    text and the occurrence number of that combination; it holds no line number, so moved lines keep theirs.

    Args:
        findings: The findings of one document.
        lines: The text of every line a finding starts on, by 1-based line number.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    # A line may be as long as the file and hold many findings: it is hashed once.
    of_line = {
        number: hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass"))
        for number, text in lines.items()
    }
    of_text = {number: digest.hexdigest() for number, digest in of_line.items()}
    result = []
    for finding in sorted(findings, key=sort_key):
        key = (of_text[finding.line], finding.rule, finding.matched)
        rest = "\0".join(("", finding.path, finding.rule, finding.matched, str(seen[key])))
        seen[key] += 1
        digest = of_line[finding.line].copy()
        digest.update(rest.encode("utf-8", "surrogatepass"))
        result.append(replace(finding, fingerprint=digest.hexdigest()[:16]))
    return result

"""What rules search for, as plain values: the currency between kinds, the matcher and the compiled-rule cache."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Expression:
    """One thing a rule searches for.

    Attributes:
        anchors: Folded literals, at least one of which stands in every match. Empty only where the rule says
            `anchor: none`; such an expression is tried everywhere.
        mode: `word` (the anchor itself, at word boundaries), `regex`, or `part` (the anchor, anywhere; the
            kind looks closer itself).
        regex: The regular expression of mode regex, every repetition bounded.
        exact: The literal as it must be written (mode word), or "" to ignore case.
        fold: Whether the regular expression ignores case.
        before: Least and greatest number of characters between the start of a match and its anchor.
        width: The greatest length of a match (mode regex).
        suggestions: Suggestion templates that belong to this expression.
        key: Free for the kind: which of its expressions this is.
    """

    anchors: tuple[str, ...]
    mode: str = "word"
    regex: str = ""
    exact: str = ""
    fold: bool = True
    before: tuple[int, int] = (0, 0)
    width: int = 0
    suggestions: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """An expression found: view offsets `start` to `end` (exclusive), and named groups where there are any."""

    expression: Expression
    start: int
    end: int
    groups: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Match:
    """What a kind reports: view offsets, suggestion templates of its own and values for the message."""

    start: int
    end: int
    suggestions: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)

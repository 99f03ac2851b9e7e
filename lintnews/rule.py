"""A rule as a value, and the table of the fields every rule may have.

The table drives the loader, the error messages and the JSON schema; the fields of one kind stand in its
module under `lintnews/kinds/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lintnews.document import SCOPES
from lintnews.finding import CONFIDENCES, SEVERITIES

POSITIONS = ("whole-line", "first-lines", "last-lines")
"""Scopes that say where a match must stand: alone in its block, or in the first or last five blocks."""


@dataclass(frozen=True, slots=True)
class Field:
    """What the loader accepts for one key of a rule.

    Attributes:
        type: One of string, strings (one or a list), flag, integer, choice, choices (one or a list), pairs
            (string to strings), groups (a list of lists of strings), table (string to scalar), examples,
            topic (present and absent, each a list of word list names).
        help: One sentence for the schema and the docs.
        choices: The values allowed for choice and choices.
        default: The value when the key is absent.
        required: Whether the key must be there (directly or through `defaults`).
    """

    type: str
    help: str
    choices: tuple[str, ...] = ()
    default: Any = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A text that shows a rule at work.

    Attributes:
        text: The text without the span marks.
        spans: What stood in [[ ]], as offsets into `text`.
        format: plain, markdown or html.
        fixed: The text after applying the first suggestion of every span, or None when not stated.
        line: The 1-based line of the example in the rule file.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    format: str = "plain"
    fixed: str | None = None
    line: int = 0


COMMON_FIELDS: dict[str, Field] = {
    "id": Field("string", "The name of the rule: lower case, digits and hyphens.", required=True),
    "kind": Field("string", "What sort of rule this is.", required=True),
    "message": Field(
        "string", "One sentence for the reader; may hold {match}, {suggestion} and named groups.", required=True
    ),
    "severity": Field("choice", "What to do about a finding.", SEVERITIES, required=True),
    "confidence": Field("choice", "How often a finding is right.", CONFIDENCES, required=True),
    "category": Field("string", "The MQM category, as dimension/id.", required=True),
    "why": Field("string", "One or two sentences of background for `lintnews explain`.", default=""),
    "suggest": Field(
        "strings", "Repairs that can stand in place of the match; may hold {match} and named groups.", default=()
    ),
    "tags": Field("strings", "Free labels for selecting rules.", default=()),
    "scope": Field("choices", "Blocks the rule reads, and positions it asks for.", (*SCOPES, *POSITIONS), default=()),
    "quotes": Field(
        "choice", "What to do with matches inside quoted speech.", ("check", "skip", "only"), default="check"
    ),
    "case": Field(
        "choice",
        "Ignore case (fold), heed it (exact), or heed it in terms that hold a capital (auto).",
        ("fold", "exact", "auto"),
        default="fold",
    ),
    "unless": Field("strings", "Patterns that, where they overlap a match, excuse it.", default=()),
    "topic": Field("topic", "Word lists whose subject the document must be about (present) or must not (absent)."),
    "support": Field(
        "integer",
        "How many findings of other rules with one of its tags must be in a text before the rule speaks.",
        default=0,
    ),
    "link": Field("string", "A page that explains more.", default=""),
    "source": Field("string", "Where the knowledge comes from.", default=""),
    "since": Field("string", "The version that brought the rule.", default=""),
    "critical": Field("flag", "Whether one finding makes the text unfit to print.", default=False),
    "fix": Field(
        "choice", "Whether the first suggestion may be applied without asking.", ("never", "ask", "safe"), default="ask"
    ),
    "off": Field("flag", "Whether the rule runs only when selected by name.", default=False),
    "anchor": Field(
        "choice",
        "`none` states that the pattern has no literal to look for first and is tried everywhere.",
        ("auto", "none"),
        default="auto",
    ),
    "bad": Field("examples", "Texts the rule must find, the exact span in [[ ]].", default=()),
    "good": Field("examples", "Texts no rule may touch.", default=()),
    "gap": Field("examples", "Known misses; they never fail a test.", default=()),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, checked and complete; the attributes are the fields of COMMON_FIELDS.

    Attributes:
        options: The fields of the rule's kind, as plain data.
        path: The rule file as named by the user.
        line: The 1-based line where the rule begins.
    """

    id: str
    kind: str
    message: str
    severity: str
    confidence: str
    category: str
    why: str = ""
    suggest: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    quotes: str = "check"
    case: str = "fold"
    unless: tuple[str, ...] = ()
    topic: Mapping[str, tuple[str, ...]] | None = None
    link: str = ""
    source: str = ""
    since: str = ""
    critical: bool = False
    support: int = 0
    fix: str = "ask"
    off: bool = False
    anchor: str = "auto"
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()
    gap: tuple[Example, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    path: str = ""
    line: int = 0

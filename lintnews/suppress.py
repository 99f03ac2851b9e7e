"""Suppression comments: `<!-- lintnews: ignore[rule] reason -->` and its relatives.

`ignore` speaks of its own line, `ignore-next-line` of the next, `off` … `on` of what lies between, and
`ignore-file` of the whole text; `[rule, rule]` narrows each to some rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lintnews.document import Directive, Document
from lintnews.rule import Rule
from lintnews.suggest import did_you_mean

_COMMANDS = ("ignore", "ignore-next-line", "ignore-file", "off", "on")
_CONTENT = re.compile(r"(?P<command>[a-z-]+)\s*(?:\[(?P<rules>[^\]]*)\])?(?P<reason>.*)", re.DOTALL)

RULES = (
    Rule(
        id="unknown-suppression",
        kind="suppression",
        message="this comment suppresses nothing",
        severity="warning",
        confidence="high",
        category="design/markup",
        why="A mistyped rule name or command in a suppression comment would otherwise do nothing, silently.",
        since="0.1.0",
    ),
    Rule(
        id="unused-suppression",
        kind="suppression",
        message="nothing is found here any more; remove the comment",
        severity="warning",
        confidence="high",
        category="design/markup",
        why="A suppression that outlives its finding would hide the next one.",
        since="0.1.0",
    ),
)


@dataclass(frozen=True, slots=True)
class Suppression:
    """The offsets (start to end, exclusive) in which some rules, or all (empty), are silent."""

    directive: Directive
    start: int
    end: int
    rules: frozenset[str]


@dataclass(frozen=True, slots=True)
class Mistake:
    """A comment that cannot be understood, and why."""

    directive: Directive
    message: str


def read(document: Document, known: Iterable[str]) -> tuple[list[Suppression], list[Mistake]]:
    """Return the suppressions of a document and the comments that are wrong."""
    ids = frozenset(known)
    found: list[Suppression] = []
    mistakes: list[Mistake] = []
    opened: list[tuple[Directive, frozenset[str]]] = []
    for directive in document.directives:
        match = _CONTENT.match(directive.content)
        command = match["command"] if match else directive.content.split(" ")[0]
        if match is None or command not in _COMMANDS:
            mistakes.append(Mistake(directive, f"“{command}” is no command: {did_you_mean(command, _COMMANDS)}"))
            continue
        rules = frozenset(name.strip() for name in (match["rules"] or "").split(",") if name.strip())
        mistakes += [
            Mistake(directive, f"there is no rule “{name}”: {did_you_mean(name, ids)}") for name in sorted(rules - ids)
        ]
        if rules and not rules & ids:
            continue
        if command == "off":
            opened.append((directive, rules))
        elif command == "on":
            ended = [pair for pair in opened if not rules or pair[1] == rules]
            if not ended:
                mistakes.append(Mistake(directive, "“on” without an “off” before it"))
            found += [Suppression(off, off.start, directive.end, names) for off, names in ended]
            opened = [pair for pair in opened if pair not in ended]
        else:
            found.append(Suppression(directive, *_reach(command, directive, document), rules))
    found += [Suppression(off, off.start, len(document.text) + 1, names) for off, names in opened]
    return found, mistakes


def _reach(command: str, directive: Directive, document: Document) -> tuple[int, int]:
    if command == "ignore-file":
        return 0, len(document.text) + 1
    starts = document.line_starts
    first = document.line_column(directive.start)[0]
    last = document.line_column(max(directive.start, directive.end - 1))[0]
    if command == "ignore-next-line":
        first = last = last + 1
    if first > len(starts):
        return len(document.text) + 1, len(document.text) + 1
    end = starts[last] if last < len(starts) else len(document.text) + 1
    return starts[first - 1], end


def covering(suppressions: Sequence[Suppression], rule: str, start: int) -> list[Suppression]:
    """Return the suppressions that silence a rule at an offset."""
    return [
        suppression
        for suppression in suppressions
        if suppression.start <= start < suppression.end and (not suppression.rules or rule in suppression.rules)
    ]

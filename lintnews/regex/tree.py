"""Python's own parse of a regular expression, in the few shapes the analyses need.

`re._parser` is private but has been stable since Python 3.5; everything that touches it is in this module,
and its tests fail at once where a new Python changes it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from re import _constants as sre, _parser as parser  # type: ignore[attr-defined]  # isort: skip

ALPHABET = "".join(map(chr, range(32, 127))) + "\té–"
"""Stands for all characters when sets of characters are compared: é for every other letter, – for the rest."""


@dataclass(frozen=True, slots=True)
class Characters:
    """One character out of a set.

    Attributes:
        members: The set as far as ALPHABET goes, both cases of each letter.
        letters: The whole set where it is spelled out, "" where it is a range, a category or a negation.
    """

    members: frozenset[str]
    letters: str = ""


@dataclass(frozen=True, slots=True)
class Empty:
    """A place: a boundary, or a lookaround with its body."""

    body: Node | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Nodes one after the other."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternatives."""

    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A node said `least` to `most` times; a possessive one never gives back."""

    body: Node
    least: int
    most: int
    possessive: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """What a group matched, again."""


Node = Characters | Empty | Series | Choice | Repeat | Copy


def parse(regex: str) -> tuple[Node, int]:
    """Parse a regular expression into nodes; also return the greatest length of a match.

    Raises:
        re.error: The expression is not valid.
    """
    tree = parser.parse(regex)
    return _sequence(tree), int(tree.getwidth()[1])


def _sequence(items: Sequence[Any]) -> Node:
    nodes = tuple(_node(operator, argument) for operator, argument in items)
    return nodes[0] if len(nodes) == 1 else Series(nodes)


def _node(operator: Any, argument: Any) -> Node:
    if operator is sre.LITERAL:
        return Characters(_members([(operator, argument)]), chr(argument))
    if operator is sre.NOT_LITERAL:
        return Characters(frozenset(ALPHABET) - {_stand_in(argument)})
    if operator is sre.ANY:
        return Characters(frozenset(ALPHABET))
    if operator is sre.IN:
        spelled = all(kind is sre.LITERAL for kind, _ in argument)
        return Characters(_members(argument), "".join(chr(value) for _, value in argument) if spelled else "")
    if operator is sre.BRANCH:
        return Choice(tuple(_sequence(option) for option in argument[1]))
    if operator is sre.SUBPATTERN:
        return _sequence(argument[3])
    if operator is sre.ATOMIC_GROUP:
        return Repeat(_sequence(argument), 1, 1, possessive=True)
    if operator in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        least, most, body = argument
        return Repeat(_sequence(body), least, int(most), operator is sre.POSSESSIVE_REPEAT)
    if operator in (sre.ASSERT, sre.ASSERT_NOT):
        return Empty(_sequence(argument[1]))
    if operator in (sre.GROUPREF, sre.GROUPREF_EXISTS):
        return Copy()
    return Empty()


def _members(parts: Sequence[tuple[Any, Any]]) -> frozenset[str]:
    found: set[str] = set()
    for kind, value in parts:
        if kind is sre.LITERAL:
            found.add(_stand_in(value))
        elif kind is sre.RANGE:
            found.update(c for c in ALPHABET if value[0] <= ord(c) <= value[1])
            found.update(map(_stand_in, value))
        elif kind is sre.CATEGORY:
            found.update(c for c in ALPHABET if _CATEGORIES[value].match(c))
    if parts and parts[0][0] is sre.NEGATE:
        return frozenset(ALPHABET) - {c for c in found if c.isascii()}
    return frozenset(found | {c.swapcase() for c in found if c.isascii()})


def _stand_in(code: int) -> str:
    character = chr(code)
    if character in ALPHABET:
        return character
    return "é" if character.isalpha() else "–"


_CATEGORIES = {
    getattr(sre, f"CATEGORY_{name}"): re.compile(source)
    for name, source in (
        ("DIGIT", r"\d"), ("NOT_DIGIT", r"\D"), ("SPACE", r"\s"),
        ("NOT_SPACE", r"\S"), ("WORD", r"\w"), ("NOT_WORD", r"\W"),
    )
}  # fmt: skip

"""From the regular expression a rule author writes to an Expression the matcher can run safely."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lintnews.expression import Expression
from lintnews.regex import anchors, cost, syntax, tree
from lintnews.view import straighten

WIDEST = 1_500
"""The greatest length a match may have, in characters."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A checked regular expression: its bounded source, anchors (None: none found) and greatest match length."""

    regex: str
    anchors: anchors.Anchors | None
    width: int
    groups: frozenset[str]


def prepare(regex: str, words: Callable[[str], Iterable[str]]) -> Prepared:
    """Fill slots, bound repetitions and check that the expression is cheap on any text.

    Args:
        regex: The source as written in the rule.
        words: Returns the entries of a word list by name.

    Raises:
        RegexError: The expression is not valid, can match nothing, or can take too long.
    """
    source = syntax.bound(syntax.fill_slots(straighten(regex), lambda name: map(straighten, words(name))))
    try:
        node, width = tree.parse(source)
        compiled = re.compile(source, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        raise syntax.RegexError(f"the regular expression is not valid: {error}") from None
    if compiled.match(""):
        raise syntax.RegexError("the regular expression matches the empty text")
    if cost.ways(node) > cost.LIMIT:
        raise syntax.RegexError(
            "the regular expression can take too long on hostile text: repetitions overlap; make what follows a "
            "repetition start with a character the repetition cannot take, or bound it with {0,9}"
        )
    if width > WIDEST:
        raise syntax.RegexError(
            f"the regular expression can match {width:,} characters, more than {WIDEST:,}; bound its repetitions"
        )
    return Prepared(source, anchors.find(node), width, frozenset(compiled.groupindex))


def expression(
    prepared: Prepared, *, fold: bool, anchored: bool = True, suggestions: tuple[str, ...] = (), key: str = ""
) -> Expression:
    """Return the Expression for a prepared regular expression.

    Raises:
        RegexError: No literal could be found to look for first, and `anchored` asks for one.
    """
    found = prepared.anchors if anchored else None
    if anchored and found is None:
        raise syntax.RegexError("the pattern has no literal to look for first; add one, or state “anchor: none”")
    return Expression(
        anchors=tuple(sorted(found.literals)) if found else (),
        mode="regex",
        regex=prepared.regex,
        fold=fold,
        before=found.before if found else (0, 0),
        width=prepared.width,
        suggestions=suggestions,
        key=key,
    )

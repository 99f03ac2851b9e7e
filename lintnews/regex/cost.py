"""How much work a regular expression can make the backtracking matcher do, at worst, from one start.

A bound on the number of ways to match is computed from the parse tree: a repetition multiplies it only where
its characters could also be taken by what follows; a repetition of something itself ambiguous raises it to a
power (the classical exponential case, `(a+)+`). The bound is coarse but never too low for the constructs
rules use, needs no text, and so holds for every input.
"""

from __future__ import annotations

from collections import Counter

from lintnews.regex.anchors import exact_strings
from lintnews.regex.tree import ALPHABET, Characters, Choice, Copy, Empty, Node, Repeat, Series

LIMIT = 20_000
"""The greatest number of ways to match from one start that a rule may have."""

_HUGE = 10**12
_ANYTHING = frozenset(ALPHABET)
_Chars = frozenset[str]


def ways(node: Node, follow: _Chars = frozenset()) -> int:
    """Return a bound on the ways to match a node, given the characters that may come after it.

    Nothing after the whole expression can fail, so there the set is empty.
    """
    if isinstance(node, Empty):
        # A lookaround is never taken apart again from outside, but its inside is searched.
        inner = 1 if node.body is None else ways(node.body)
        return 1 if inner <= LIMIT else inner
    strings = exact_strings(node)
    if strings is not None:
        return _most_at_once(strings)
    if isinstance(node, Series):
        total = 1
        for item in reversed(node.items):
            total *= ways(item, follow)
            if isinstance(item, Empty) and item.body is not None:
                follow = _ANYTHING  # a lookaround can fail whatever comes
            else:
                follow = _first(item) | (follow if _nullable(item) else frozenset())
        return min(total, _HUGE)
    if isinstance(node, Choice):
        return _choice_ways(node, follow)
    if isinstance(node, Repeat):
        return _repeat_ways(node, follow)
    return 1


def _most_at_once(strings: tuple[str, ...]) -> int:
    """Return how many of some strings can stand at one place: those that begin one another."""
    counts = Counter(strings)
    return max(sum(counts[string[:length]] for length in range(len(string) + 1)) for string in counts)


def _choice_ways(node: Choice, follow: _Chars) -> int:
    counts = [ways(option, follow) for option in node.options]
    firsts = [_first(option) for option in node.options]
    disjoint = sum(map(len, firsts)) == len(frozenset().union(*firsts)) and not any(map(_nullable, node.options))
    return max(counts) if disjoint else min(sum(counts), _HUGE)


def _repeat_ways(node: Repeat, follow: _Chars) -> int:
    inside = _first(node.body)
    again = inside | follow if node.most > 1 else follow
    one = ways(node.body, again)
    if node.most > 1 and _nullable(node.body):
        return _HUGE
    power: int = min(one ** min(node.most, 40), _HUGE)
    overlapping = bool(inside & follow)
    counts = node.most - node.least + 1 if overlapping else 1
    if node.possessive:
        # It is never taken apart again from outside, but its inside was searched.
        return 1 if power <= LIMIT else power
    return min(power * counts, _HUGE)


def _first(node: Node) -> _Chars:
    """Return the characters a match of the node can begin with."""
    if isinstance(node, Characters):
        return node.members
    if isinstance(node, Series):
        found: _Chars = frozenset()
        for item in node.items:
            found |= _first(item)
            if not _nullable(item):
                break
        return found
    if isinstance(node, Choice):
        return frozenset().union(*map(_first, node.options))
    if isinstance(node, Repeat):
        return _first(node.body)
    return _ANYTHING if isinstance(node, Copy) else frozenset()


def _nullable(node: Node) -> bool:
    """Tell whether the node can match nothing."""
    if isinstance(node, Characters):
        return False
    if isinstance(node, Series):
        return all(map(_nullable, node.items))
    if isinstance(node, Choice):
        return any(map(_nullable, node.options))
    if isinstance(node, Repeat):
        return node.least == 0 or _nullable(node.body)
    return True

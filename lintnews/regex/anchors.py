"""The literals a regular expression cannot match without.

The matcher looks for literals in one pass and tries a regular expression only near one of its anchors. The
cheapest set of literals is chosen, one of which stands in every match: rare ones, and not too many.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lintnews.regex.tree import Characters, Choice, Empty, Node, Repeat, Series
from lintnews.view import fold

MOST_LITERALS = 4_000
_FEW = 16
_MOST_OF_AN_ITEM = 200
_COST_OF_A_LITERAL = 3e-7
"""What one more literal in the automaton is worth, in hits per character: building it costs every run some time."""
_MOST_JOINED = 512
_COMMON = frozenset(
    "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they "
    "which one you were all her she there would their we him been has when who will no more if out so up said "
    "what its about than into them can only other time new some could these two may first then do any like my now "
    "over such our man me even most made after also did many off before must well back through years where much "
    "your way down should because long each just state people those mr how too little us world still own see men "
    "work day get here between both being under never same another know while last might great old year come "
    "since against go came right used take three ing ed er es ly ion".split()
)


_MOST_COMMON = frozenset("the of and to in a".split())
_OF_MOST_COMMON_WORD = 8e-3
_OF_COMMON_WORD = 2e-3
_OF_LETTERS = {1: 4e-2, 2: 2e-3, 3: 2e-4}
_OF_WORD = 3e-5
_OF_MARKS = {".": 0.012, ",": 0.012, '"': 0.006, "'": 0.006, "-": 0.004, ":": 0.002}
"""Hits per character of news, counted once and rounded."""
_WORD = re.compile(r"\w+")
_MARK = re.compile(r"[^\w\s]")


@dataclass(frozen=True, slots=True)
class Anchors:
    """Folded literals, and how many characters of a match (least, most) come before them."""

    literals: frozenset[str]
    before: tuple[int, int]

    @property
    def cost(self) -> float:
        """A guess at how often one of the literals stands in a text, per character, and what holding them costs."""
        return sum(map(_frequency, self.literals)) + _COST_OF_A_LITERAL * len(self.literals)


def _frequency(literal: str) -> float:
    """Guess how often a literal stands in news, per character, inside words as well.

    Rounded means over the literals of the rule book in 1.4 million characters of news.
    """
    words = _WORD.findall(literal)
    marks = _MARK.findall(literal)
    if not words:
        return min(map(_of_mark, marks), default=1.0)
    spaces = (literal[0] == " ") + (literal[-1] == " ")
    frequency = min(map(_of_word, words)) * 0.03 ** len(marks) * 0.8**spaces
    others = len(words) - 1
    common = min(others, sum(word in _COMMON for word in words))
    return float(frequency * 0.1**common * 0.01 ** (others - common))


def _of_word(word: str) -> float:
    if word in _MOST_COMMON:
        return _OF_MOST_COMMON_WORD
    return _OF_COMMON_WORD if word in _COMMON else _OF_LETTERS.get(len(word), _OF_WORD * 0.85 ** (len(word) - 4))


def _of_mark(mark: str) -> float:
    return _OF_MARKS.get(mark, 0.001)


def find(node: Node) -> Anchors | None:
    """Return the cheapest anchors of a parsed regular expression, or None where it has none."""
    return _required(node)


def _better(first: Anchors | None, second: Anchors | None) -> Anchors | None:
    if first is None or second is None:
        return first or second
    return second if second.cost < first.cost else first


def _required(node: Node) -> Anchors | None:
    exact = exact_strings(node)
    whole = None if exact is None else _usable(frozenset(exact), (0, 0))
    if exact is not None and len(exact) <= _FEW:
        return whole
    if isinstance(node, Series):
        return _better(whole, _required_in_sequence(node))
    if isinstance(node, Choice):
        return _better(whole, _required_in_choice(node))
    if isinstance(node, Repeat) and node.least > 0:
        return _required(node.body)
    return whole


def _required_in_choice(node: Choice) -> Anchors | None:
    literals: frozenset[str] = frozenset()
    before: list[tuple[int, int]] = []
    for anchors in map(_required, node.options):
        if anchors is None:
            return None
        literals |= anchors.literals
        before.append(anchors.before)
    return _usable(literals, (min(least for least, _ in before), max(most for _, most in before)))


def _required_in_sequence(node: Series) -> Anchors | None:
    best: Anchors | None = None
    run: frozenset[str] = frozenset({""})
    run_start = (0, 0)
    position = (0, 0)
    for item in node.items:
        exact = exact_strings(item)
        if exact is not None and len(exact) > _MOST_OF_AN_ITEM:
            exact = None  # its own parts may be cheaper
        if exact is None or len(run) * len(exact) > _MOST_JOINED:
            best = _better(best, _usable(run, run_start))
            run, run_start = (frozenset({""}), position)
        elif len(exact) > 1:
            best = _better(best, _usable(run, run_start))
            best = _better(best, _shifted(_usable(frozenset(exact), (0, 0)), position))
        if exact is None:
            best = _better(best, _shifted(_required(item), position))
        else:
            run = frozenset(left + right for left in run for right in exact)
        least, most = _length(item)
        position = (position[0] + least, position[1] + most)
        if exact is None:
            run_start = position
    return _better(best, _usable(run, run_start))


def _shifted(anchors: Anchors | None, by: tuple[int, int]) -> Anchors | None:
    if anchors is None:
        return None
    return Anchors(anchors.literals, (anchors.before[0] + by[0], anchors.before[1] + by[1]))


def _usable(literals: frozenset[str], before: tuple[int, int]) -> Anchors | None:
    """Return the literals as anchors unless one of them is too short to look for."""
    if not literals or len(literals) > MOST_LITERALS:
        return None
    if any((len(literal.strip()) < 2 and literal.strip().isalnum()) or not literal.strip() for literal in literals):
        return None
    return Anchors(literals, before)


def exact_strings(node: Node) -> tuple[str, ...] | None:
    """Return the folded strings a node matches, once for every way to match them; None where they are not few."""
    if isinstance(node, Empty):
        return ("",)
    if isinstance(node, Characters):
        return tuple(dict.fromkeys(map(fold, node.letters))) if 0 < len(node.letters) <= 3 else None
    if isinstance(node, Series):
        result: tuple[str, ...] = ("",)
        for item in node.items:
            exact = exact_strings(item)
            if exact is None or len(result) * len(exact) > MOST_LITERALS:
                return None
            result = tuple(left + right for left in result for right in exact)
        return result
    if isinstance(node, Choice):
        joined: list[str] = []
        for option in map(exact_strings, node.options):
            if option is None:
                return None
            joined += option
        return tuple(joined)
    if isinstance(node, Repeat) and node.most == 1:
        body = exact_strings(node.body)
        return body if body is None or node.least else (*body, "")
    return None


def _length(node: Node) -> tuple[int, int]:
    """Return the least and greatest number of characters a node matches."""
    if isinstance(node, Characters):
        return (1, 1)
    if isinstance(node, Series):
        lengths = [_length(item) for item in node.items]
        return (sum(a for a, _ in lengths), sum(b for _, b in lengths))
    if isinstance(node, Choice):
        lengths = [_length(option) for option in node.options]
        return (min(a for a, _ in lengths), max(b for _, b in lengths))
    if isinstance(node, Repeat):
        least, most = _length(node.body)
        return (least * node.least, most * node.most)
    return (0, 0)

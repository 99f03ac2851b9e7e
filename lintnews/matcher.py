"""One pass over a text for the anchors of all expressions, and a closer look at each place found.

An Aho-Corasick automaton finds every anchor literal in linear time. A literal expression then only needs its
word boundaries checked; a regular expression is tried near its anchor, inside the block that holds it. Every
start is tried at most once per expression and every expression has a bounded cost per start, so the whole scan is
linear in the text, whatever the text is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lintnews.expression import Expression, Hit
from lintnews.view import View

_DENSE_AUTOMATON_LIMIT = 4_000
"""Up to this many literals the faster automaton still fits the processor's caches."""

_LOOKAHEAD = 100
"""How far beyond its greatest match a regular expression may look, in characters."""


@dataclass
class Matcher:
    """A compiled set of expressions; building it is cheap, the automaton is made at the first scan."""

    expressions: Sequence[Expression]
    _compiled: dict[int, re.Pattern[str]] = field(default_factory=dict)

    @cached_property
    def _literals(self) -> tuple[list[str], list[list[int]], list[list[int]]]:
        """All literals; for each the regular expressions it may begin, and the other expressions it stands for."""
        regexes: dict[str, list[int]] = {}
        others: dict[str, list[int]] = {}
        for index, expression in enumerate(self.expressions):
            for anchor in expression.anchors:
                regexes.setdefault(anchor, [])
                others.setdefault(anchor, [])
                (regexes if expression.mode == "regex" else others)[anchor].append(index)
        return list(regexes), list(regexes.values()), list(others.values())

    @cached_property
    def _automaton(self) -> Any:
        from ahocorasick_rs import AhoCorasick, Implementation

        literals, _, _ = self._literals
        dense = len(literals) <= _DENSE_AUTOMATON_LIMIT
        return AhoCorasick(literals, implementation=Implementation.DFA if dense else Implementation.ContiguousNFA)

    @cached_property
    def _everywhere(self) -> list[int]:
        return [index for index, expression in enumerate(self.expressions) if not expression.anchors]

    def scan(self, view: View) -> Iterator[tuple[int, Hit]]:
        """Yield (index of the expression, hit) for every hit in a view, in no particular order."""
        places: dict[int, list[int]] = defaultdict(list)
        literals, regexes, others = self._literals
        if literals:
            for literal, start, end in self._automaton.find_matches_as_indexes(view.folded, overlapping=True):
                for index in regexes[literal]:
                    places[index].append(start)
                for index in others[literal]:
                    expression = self.expressions[index]
                    if expression.mode == "part" or _is_word(expression, view, start, end):
                        yield index, Hit(expression, start, end)
        for index, starts in places.items():
            starts.sort()
            for hit in self._try_near(index, starts, view):
                yield index, hit
        for index in self._everywhere:
            blocks = (view.block_span(number) for number in range(len(view.starts)))
            yield from ((index, hit) for hit in self._search(index, blocks, view))

    def _pattern(self, index: int) -> re.Pattern[str]:
        pattern = self._compiled.get(index)
        if pattern is None:
            expression = self.expressions[index]
            flags = re.MULTILINE | (re.IGNORECASE if expression.fold else re.NOFLAG)
            pattern = self._compiled[index] = re.compile(expression.regex, flags)
        return pattern

    def _try_near(self, index: int, starts: list[int], view: View) -> Iterator[Hit]:
        """Yield the matches of one regular expression near its anchors' places (in ascending order)."""
        expression = self.expressions[index]
        least, most = expression.before
        if least != most:
            yield from self._search(index, _windows(expression, starts, view), view)
            return
        match_at, text = self._pattern(index).match, view.text
        reached = block_end = 0
        for start in starts:
            if start >= block_end:
                block_start, block_end = view.block_span(view.block_index(start))
                reached = max(reached, block_start)
            begin = start - least
            if begin < reached:
                continue
            match = match_at(text, begin, block_end)
            if match:
                reached = match.end()
                yield _hit(expression, match)

    def _search(self, index: int, windows: Iterable[tuple[int, int]], view: View) -> Iterator[Hit]:
        expression = self.expressions[index]
        pattern = self._pattern(index)
        for begin, end in windows:
            for match in pattern.finditer(view.text, begin, end):
                yield _hit(expression, match)


def _windows(expression: Expression, starts: list[int], view: View) -> Iterator[tuple[int, int]]:
    """Yield the stretches, apart from each other, in which matches around the anchors at `starts` can lie."""
    least, most = expression.before
    begin = end = block_start = block_end = 0
    for start in starts:
        if start >= block_end:
            block_start, block_end = view.block_span(view.block_index(start))
        if begin < end and start - most <= end and block_start < end:
            end = min(block_end, start - least + expression.width + _LOOKAHEAD)
            continue
        if begin < end:
            yield begin, end
        begin = max(block_start, start - most)
        end = min(block_end, start - least + expression.width + _LOOKAHEAD)
    if begin < end:
        yield begin, end


def _hit(expression: Expression, match: re.Match[str]) -> Hit:
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    start, end = match.span("span") if "span" in groups else match.span()
    return Hit(expression, start, end, groups)


def _is_word(expression: Expression, view: View, start: int, end: int) -> bool:
    """Tell whether a literal found stands at word boundaries, and in the capitals it asks for."""
    text = view.text
    if start > 0 and text[start].isalnum() and (text[start - 1].isalnum() or text[start - 1] == "_"):
        return False
    if end < len(text) and text[end - 1].isalnum() and (text[end].isalnum() or text[end] == "_"):
        return False
    if not expression.exact:
        return True
    found = text[start:end]
    return found == expression.exact or (found.isupper() and found == expression.exact.upper())

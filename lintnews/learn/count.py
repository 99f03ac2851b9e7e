"""From stretches of words to the fixed terms and formulas an archive uses, in bounded memory.

Counting is lossy counting (Manku and Motwani, “Approximate Frequency Counts over Data Streams”, 2002): whenever a
table is full, what was seen rarely is dropped, so a count can be too low by at most `dropped`, never too high.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from lintnews.learn.words import Stretch

Words = tuple[str, ...]

_INNER = frozenset("of the for and on in de la del al".split())
_LONGEST_NAME = 6
_FORMULA_LENGTHS = (3, 4)


@dataclass(frozen=True, slots=True)
class Term:
    """Something the archive says again and again.

    Attributes:
        words: A name as written, a formula in lower case.
        count: How often it was seen.
        slots: The 0-based places of the words that may be damaged: in a name all, in a formula the predictable ones.
        is_name: Whether capitals belong to it.
    """

    words: Words
    count: int
    slots: frozenset[int]
    is_name: bool


@dataclass(slots=True)
class LossyCounter:
    """Counts at most `limit` different things at a time."""

    limit: int
    counts: Counter[Words] = field(default_factory=Counter)
    dropped: int = 0

    def add(self, words: Words) -> None:
        """Count one more; where the table is full, first drop everything as rare as the rarest until half is free."""
        if len(self.counts) >= self.limit and words not in self.counts:
            while len(self.counts) > self.limit // 2:
                self.dropped = max(self.dropped + 1, min(self.counts.values()))
                self.counts = Counter({key: count for key, count in self.counts.items() if count > self.dropped})
        self.counts[words] += 1


@dataclass(slots=True)
class Archive:
    """What was counted so far: names, and runs of three and four words in lower case."""

    limit: int = 2_000_000
    names: LossyCounter = field(init=False)
    formulas: LossyCounter = field(init=False)

    def __post_init__(self) -> None:
        self.names = LossyCounter(self.limit)
        self.formulas = LossyCounter(self.limit)

    def add(self, pieces: Iterable[Stretch]) -> None:
        """Count the words of one article."""
        for piece in pieces:
            for name in _names(piece):
                self.names.add(name)
            for run in _lower_runs(piece):
                for length in _FORMULA_LENGTHS:
                    for begin in range(len(run) - length + 1):
                        self.formulas.add(run[begin : begin + length])

    def terms(self, min_count: int, min_share: float) -> list[Term]:
        """Return the frequent names and the frequent formulas with a predictable word, most frequent first.

        Args:
            min_count: How often a term must have been seen.
            min_share: How often, of all words seen in its place, a word of a formula must stand there (0 to 1).
        """
        names = {words: count for words, count in self.names.counts.items() if count >= min_count}
        found = [Term(words, count, frozenset(range(len(words))), True) for words, count in names.items()]
        open_counts = self._open_counts()
        for words, count in self.formulas.counts.items():
            if count < min_count:
                continue
            slots = frozenset(
                place for place in range(len(words)) if count >= min_share * open_counts[_opened(words, place)]
            )
            if slots:
                found.append(Term(words, count, slots, False))
        return sorted(found, key=lambda term: (-term.count, term.words))

    def _open_counts(self) -> Counter[Words]:
        counts: Counter[Words] = Counter()
        for words, count in self.formulas.counts.items():
            for place in range(len(words)):
                counts[_opened(words, place)] += count
        return counts


def _opened(words: Words, place: int) -> Words:
    return (*words[:place], "", *words[place + 1 :])


def _lower_runs(piece: Stretch) -> Iterator[Words]:
    """Yield the runs of words without capitals and figures; the word that opens a sentence may have one."""
    run: list[str] = []
    for number, word in enumerate((*piece.words, "")):
        plain = word.lower() if piece.opens and number == 0 else word
        if plain.isascii() and plain.replace("-", "").replace("'", "").isalpha() and plain.islower():
            run.append(plain)
            continue
        yield tuple(run)
        run = []


def _names(piece: Stretch) -> Iterator[Words]:
    """Yield the names in a stretch: runs of capitalized words, and such runs joined by “of” and the like.

    A sentence opener is not part of one, as its capital says nothing.
    """
    run: list[str] = []
    for number, word in enumerate((*piece.words, "")):
        is_capitalized = word[:1].isupper() and not (piece.opens and number == 0)
        if is_capitalized or (run and word in _INNER):
            run.append(word)
            continue
        parts = [tuple(group) for inner, group in groupby(run, _INNER.__contains__) if not inner]
        while run and run[-1] in _INNER:
            run.pop()
        joined = [tuple(run)] if len(parts) > 1 else []
        yield from (name for name in (*parts, *joined) if 2 <= len(name) <= _LONGEST_NAME)
        run = []

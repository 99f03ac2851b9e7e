"""From terms to their damaged forms: one stretch replaced after the substitution table, kept if nobody wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lintnews.kinds.variants import damaged_forms
from lintnews.learn.count import Term
from lintnews.learn.words import Stretch


@dataclass(frozen=True, slots=True)
class Entry:
    """A term and the damaged forms of it that the archive never says."""

    term: Term
    damaged: tuple[str, ...]


def candidates(terms: Iterable[Term], table: Mapping[str, Iterable[str]]) -> list[Entry]:
    """Cross terms with a substitution table (correct words to damaged ones); a form goes to its most frequent term."""
    seen = {" ".join(term.words).lower() for term in terms}
    entries = []
    for term in terms:
        forms = []
        for form in damaged_forms(" ".join(term.words), table, term.slots):
            if form.lower() not in seen:
                seen.add(form.lower())
                forms.append(form)
        if forms:
            entries.append(Entry(term, tuple(forms)))
    return entries


class Said:
    """Finds which of the damaged forms an archive says, in any case; the second reading of it."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        forms = (tuple(form.lower().split()) for entry in entries for form in entry.damaged)
        self._by_first: dict[str, set[tuple[str, ...]]] = {}
        for words in forms:
            self._by_first.setdefault(words[0], set()).add(words)
        self._lengths = {
            first: tuple(sorted({len(words) for words in group})) for first, group in self._by_first.items()
        }
        self.found: set[str] = set()

    def add(self, pieces: Iterable[Stretch]) -> None:
        """Look at the words of one article."""
        for piece in pieces:
            words = tuple(word.lower() for word in piece.words)
            for begin, first in enumerate(words):
                for length in self._lengths.get(first, ()):
                    if words[begin : begin + length] in self._by_first[first]:
                        self.found.add(" ".join(words[begin : begin + length]))

    def unsaid(self, entries: Iterable[Entry]) -> list[Entry]:
        """Return the entries with only the forms that were not found; an entry without forms is left out."""
        kept = (
            Entry(entry.term, tuple(form for form in entry.damaged if form.lower() not in self.found))
            for entry in entries
        )
        return [entry for entry in kept if entry.damaged]


def minimal(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries without the forms that hold a shorter one: “did not answer to” beside “did not answer”."""
    kept: set[tuple[str, ...]] = set()
    result = []
    for entry in sorted(entries, key=lambda entry: len(entry.term.words)):
        forms = []
        for form in entry.damaged:
            words = tuple(form.lower().split())
            if not any(part in kept for part in _parts(words)):
                kept.add(words)
                forms.append(form)
        if forms:
            result.append(Entry(entry.term, tuple(forms)))
    return sorted(result, key=lambda entry: (-entry.term.count, entry.term.words))


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for length in range(2, len(words) + 1):
        for begin in range(len(words) - length + 1):
            yield words[begin : begin + length]

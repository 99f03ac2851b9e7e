#!/usr/bin/env python3
"""Build rules/en/fixed-terms.yml and spun-pairs.yml: fixed terms and common word pairs with a word replaced.

    benchmarks/fixed_terms.py NGRAMS.npz [ARCHIVE...]

Crosses the lists fixed-name, fixed-term and news-formula in rules/en/words/ with substitutions.tsv there, by the code
of `lintnews learn`. A form is kept when a large body of English news never says it although it says its words often
enough, when no archive says it, and when it is not in legitimate-form.txt. The pairs are those which that body says
often, crossed with words/misfit.tsv.

NGRAMS.npz holds the counts of that body: vocab, unigram, bigram_delta, bigram_count, trigram_delta, trigram_count. A
key is the numbers of the words, from 1, each shifted by 17 bits; the deltas lie between sorted keys. Needs numpy.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from lintnews.book import bundled_folder
from lintnews.files import discover, read, write_atomically
from lintnews.formats import parse
from lintnews.learn.count import Term
from lintnews.learn.damage import Entry, Said, candidates, minimal
from lintnews.learn.rulefile import Group, render
from lintnews.learn.words import stretches
from lintnews.words import WordLists

_LEAST_PAIR = 40
_LEAST_EXPECTED = 0.3
"""A form of ordinary words is kept when chance alone would have put them side by side so often."""

_HEAD = """\
Written by benchmarks/fixed_terms.py from the lists fixed-name, fixed-term and news-formula in words/ and the table
words/substitutions.tsv; change those, not this file. Each group begins with the correct term and how often 54 million
words of agency news say it; the damaged forms below it never occur there, nor have they a meaning of their own that we
know of (those are in words/legitimate-form.txt)."""


_PAIRS_HEAD = """\
Written by benchmarks/fixed_terms.py from the pairs of words that 54 million words of agency news say at least 40 times
and the table words/misfit.tsv; change that, not this file. Each group begins with the correct pair and its count; the
damaged forms below it never occur there."""


class Ngrams:
    """Counts of words, pairs and triples; 0 for what is rare as well as for what is unknown."""

    def __init__(self, path: Path) -> None:
        data = np.load(path)
        self._ids = {str(word): number for number, word in enumerate(data["vocab"], start=1)}
        self._single = data["unigram"]
        self._keys = {2: np.cumsum(data["bigram_delta"]), 3: np.cumsum(data["trigram_delta"])}
        self._counts = {2: data["bigram_count"], 3: data["trigram_count"]}
        self.total = int(self._single.sum())

    def count(self, words: Sequence[str]) -> int:
        """Return how often the words stand together; for more than three, the count of the rarest triple."""
        if len(words) > 3:
            return min(self.count(words[at : at + 3]) for at in range(len(words) - 2))
        ids = [self._ids.get(word, 0) for word in words]
        if 0 in ids:
            return 0
        if len(ids) == 1:
            return int(self._single[ids[0] - 1])
        key = 0
        for number in ids:
            key = (key << 17) + number
        at = int(np.searchsorted(self._keys[len(ids)], key))
        keys = self._keys[len(ids)]
        return int(self._counts[len(ids)][at]) if at < len(keys) and int(keys[at]) == key else 0

    def expected(self, words: Sequence[str]) -> float:
        """Return how often chance would have made the most surprising pair or triple of the words that never occurs."""
        best = 0.0
        for at in range(len(words) - 1):
            pair = words[at : at + 2]
            if not self.count(pair):
                best = max(best, self.count(pair[:1]) * self.count(pair[1:]) / self.total)
        for at in range(len(words) - 2):
            triple = words[at : at + 3]
            pairs = self.count(triple[:2]) * self.count(triple[1:])
            if pairs and not self.count(triple):
                best = max(best, pairs / max(self.count(triple[1:2]), 1))
        return best

    def pairs(self, least: int) -> Iterator[tuple[str, str, int]]:
        """Yield the pairs of plain words said at least so often, with their counts."""
        names = {number: word for word, number in self._ids.items() if word.replace("'", "").replace("-", "").isalpha()}
        for at in np.nonzero(self._counts[2] >= least)[0]:
            key = int(self._keys[2][at])
            first, second = names.get(key >> 17), names.get(key & 0x1FFFF)
            if first and second:
                yield first, second, int(self._counts[2][at])


def word_pairs(ngrams: Ngrams, table: Mapping[str, Sequence[str]]) -> list[Term]:
    """Return the common pairs that hold a word of a table; only that word may be replaced."""
    found = []
    for first, second, count in ngrams.pairs(_LEAST_PAIR):
        slots = frozenset(place for place, word in enumerate((first, second)) if word in table)
        if slots:
            found.append(Term((first, second), count, slots, False))
    return sorted(found, key=lambda term: (-term.count, term.words))


def terms(words: WordLists, ngrams: Ngrams, name: str) -> list[Term]:
    found = []
    for entry in words.words(name):
        parts = tuple(entry.split())
        count = ngrams.count([part.lower() for part in parts])
        found.append(Term(parts, count, frozenset(range(len(parts))), name == "fixed-name"))
    return found


def unheard(entry: Entry, ngrams: Ngrams, legitimate: frozenset[str]) -> Entry:
    """Return the entry with the forms nobody says; a name needs no further proof, as its capitals are its own."""
    kept = []
    for form in entry.damaged:
        words = form.lower().split()
        if form in legitimate:
            continue
        if not ngrams.count(words) and (entry.term.is_name or ngrams.expected(words) >= _LEAST_EXPECTED):
            kept.append(form)
    return Entry(entry.term, tuple(kept))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ngrams", type=Path)
    parser.add_argument("archive", nargs="*", help="files and folders of clean articles")
    parser.add_argument("--output", default=str(bundled_folder() / "en"), help="the folder of the two rule files")
    options = parser.parse_args()
    ngrams = Ngrams(options.ngrams)
    words = WordLists((bundled_folder(),))
    listed = [term for name in ("fixed-name", "fixed-term", "news-formula") for term in terms(words, ngrams, name)]
    legitimate = frozenset(words.words("legitimate-form"))
    legitimate = frozenset(words.words("legitimate-form"))
    misfits = words.table("misfit")
    crossed = (candidates(listed, words.table("substitutions")), candidates(word_pairs(ngrams, misfits), misfits))
    entries, pairs = ([unheard(entry, ngrams, legitimate) for entry in group] for group in crossed)
    said = Said([*entries, *pairs])
    for target in discover(options.archive):
        said.add(list(stretches(parse(read(target.path), target.path))))
    formulas = set(words.words("news-formula"))
    groups: dict[str, list[Entry]] = {"fixed-name": [], "fixed-term": [], "news-formula": []}
    for entry in minimal(said.unsaid(entries)):
        text = " ".join(entry.term.words)
        groups["fixed-name" if entry.term.is_name else "news-formula" if text in formulas else "fixed-term"].append(
            entry
        )
    rules = [
        Group("damaged-fixed-name", "exact", "error", "a name", groups["fixed-name"]),
        Group("damaged-fixed-term", "fold", "warning", "a fixed term", groups["fixed-term"]),
        Group("damaged-news-formula", "fold", "warning", "a fixed phrase", groups["news-formula"]),
    ]
    pair_rule = Group("spun-word-pair", "fold", "warning", "a pair of words", said.unsaid(pairs), support=1)
    write_atomically(f"{options.output}/fixed-terms.yml", render(_HEAD, ("spinning",), rules))
    write_atomically(f"{options.output}/spun-pairs.yml", render(_PAIRS_HEAD, ("spinning",), [pair_rule]))
    rules.append(pair_rule)
    for rule in rules:
        forms = sum(len(entry.damaged) for entry in rule.entries)
        print(f"{rule.rule_id}: {len(rule.entries):,} terms, {forms:,} forms")
    return 0


if __name__ == "__main__":
    sys.exit(main())

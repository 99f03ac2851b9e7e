"""Check `near-duplicate`: a sentence that stands in the text already, in nearly the same words.

Sentences that share five words in a row are compared by the longest common subsequence of their words (indel
similarity), so the work grows with the text and not with its square.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from lintnews.checks.base import Check, line_of
from lintnews.expression import Match
from lintnews.view import View

_WORD = re.compile(r"[^\W_]+(?:['.,-][^\W_]+)*")
_GRAM = 5
_LONGEST = 120
_CANDIDATES = 3


def _find(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    from rapidfuzz.distance import Indel

    least, limit = options["min-words"], options["similarity"] / 100
    known: list[tuple[int, list[str]]] = []
    holders: dict[tuple[str, ...], int] = {}
    for start, end in view.sentences:
        if view.block(view.block_index(start)).scope in ("headline", "title", "heading"):
            continue
        words = _WORD.findall(view.folded, start, end)[:_LONGEST]
        if len(words) < least:
            continue
        grams = [tuple(words[at : at + _GRAM]) for at in range(len(words) - _GRAM + 1)]
        shared = Counter(holders[gram] for gram in grams if gram in holders)
        for number, _ in shared.most_common(_CANDIDATES):
            first, others = known[number]
            if words != others and Indel.normalized_similarity(words, others) >= limit:
                yield Match(start, end, (), {"first": line_of(view, first)})
                break
        known.append((start, words))
        holders.update(dict.fromkeys(grams, len(known) - 1))


CHECK = Check(_find, {"min-words": 12, "similarity": 85})

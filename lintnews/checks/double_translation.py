"""Check `double-translation`: two neighboring sentences that say the same in other words.

Measured on content words: both sentences must have several, and most of each must stand in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lintnews.checks.base import Check
from lintnews.expression import Match
from lintnews.view import View

_CONTENT = re.compile(r"\d[\d.,]*\d|\d+|[^\W\d_]{4,}")


def _find(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    least, limit = options["min-words"], options["similarity"] / 100
    before: list[str] = []
    for start, end in view.sentences:
        if view.block(view.block_index(start)).scope in ("headline", "title", "heading"):
            before = []
            continue
        words = _CONTENT.findall(view.folded, start, end)
        pool = set(before)
        if len(words) >= least and len(before) >= least and words != before:
            common = pool.intersection(words)
            if len(common) >= limit * max(len(pool), len(set(words))):
                yield Match(start, end)
        before = words


CHECK = Check(_find, {"min-words": 5, "similarity": 70})

"""Check `looped-phrase`: a phrase that comes again and again inside one sentence, as engines stuck in a loop write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lintnews.checks.base import Check
from lintnews.expression import Match
from lintnews.view import View

_WORD = re.compile(r"[^\W_]+(?:['.,-][^\W_]+)*")
_LONGEST = 12


def _find(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    """Yield what is repeated, from the second time on; two times are enough for a long phrase."""
    for start, end in view.sentences:
        tokens = list(_WORD.finditer(view.folded, start, end))
        words = [token[0] for token in tokens]
        for first, last in _loops(words, options["long"], options["times"]):
            yield Match(tokens[first].start(), tokens[last - 1].end())
            break


def _loops(words: list[str], long: int, times: int) -> Iterator[tuple[int, int]]:
    """Yield where words repeat those `size` places before; two other words may join a long phrase to its repeat."""
    for size in range(2, _LONGEST + 1):
        enough = max(long, size - 2) if size >= long else size * (times - 1)
        run = 0
        for at in range(size, len(words) + 1):
            same = at < len(words) and words[at] == words[at - size]
            if not same and run >= enough and len(set(words[at - size : at])) > 1:
                yield at - run, at
            run = run + 1 if same else 0


CHECK = Check(_find, {"long": 5, "times": 4})

"""Check `extended-line`: a line that begins with the whole line before it, such as a lede under its own teaser."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lintnews.checks.base import Check
from lintnews.expression import Match
from lintnews.view import View


def _find(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    before = ""
    for index in range(len(view.starts)):
        start, end = view.block_span(index)
        line = view.folded[start:end]
        beginning = before.rstrip(" .…")
        longer = len(line) > len(beginning) + 1
        if longer and beginning.count(" ") + 1 >= options["min-words"] and line.startswith(beginning):
            yield Match(*view.block_span(index - 1))
        before = line


CHECK = Check(_find, {"min-words": 5})

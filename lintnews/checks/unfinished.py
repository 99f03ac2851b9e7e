"""Checks for text that stops too early: `unfinished-text` at its end, `broken-paragraph` inside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lintnews.checks.base import Check
from lintnews.expression import Match
from lintnews.view import View

# Never the last word of a sentence; and words that are the last only before a full stop, as in “what we aim at.”
_NEVER_LAST = frozenset("a an the and or nor than because although whether their my your whose every".split())
_SELDOM_LAST = _NEVER_LAST | frozenset(
    "of from into onto upon between among towards toward its our is are was were been has had would could should must "
    "if unless which while when very".split()
)
_LAST_WORD = re.compile(r"([^\W\d_]+)(\.?)$")
_ENDED = re.compile(r"[.!?…:;\"')\]»]$")


def _unfinished(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    """Yield the last words of paragraphs that end in a word which needs another after it."""
    for index in range(len(view.starts)):
        start, end = view.block_span(index)
        if view.block(index).scope != "paragraph" or view.text.count(" ", start, end) + 1 < options["min-words"]:
            continue
        last = _LAST_WORD.search(view.text, max(start, end - 40), end)
        if last and last[1] in (_NEVER_LAST if last[2] else _SELDOM_LAST):
            yield Match(_back(view, start, last.start(1), 2), last.end(1))


def _broken(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    """Yield the first words of a paragraph that goes on where the one before it stopped in mid-sentence."""
    for index in range(1, len(view.starts)):
        start, end = view.block_span(index)
        before = view.block_span(index - 1)
        if view.block(index).scope != "paragraph" or view.block(index - 1).scope != "paragraph":
            continue
        long = view.text.count(" ", *before) + 1 >= options["min-words"]
        if long and view.text[start].islower() and not _ENDED.search(view.text, *before):
            yield Match(start, _forward(view, start, end, 3))


def _back(view: View, least: int, place: int, words: int) -> int:
    for _ in range(words):
        place = max(view.text.rfind(" ", least, max(place - 1, least)) + 1, least)
    return place


def _forward(view: View, start: int, end: int, words: int) -> int:
    place = start
    for _ in range(words):
        following = view.text.find(" ", place + 1, end)
        if following < 0:
            return end
        place = following
    return place


UNFINISHED = Check(_unfinished, {"min-words": 8})
BROKEN = Check(_broken, {"min-words": 8})

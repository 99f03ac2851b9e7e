"""Checks on capitals of whole paragraphs: `title-case-paragraph`, `capital-paragraph`, `small-start`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lintnews.checks.base import Check
from lintnews.expression import Match
from lintnews.view import View

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_ENDED = re.compile(r"[.!?]\"?$")
_BRAND = re.compile(r"[a-z]+[A-Z]|[a-z]+[-.@/]|[a-z]\b")


def _paragraphs(view: View, least: int) -> Iterable[tuple[int, int, int]]:
    for index in range(len(view.starts)):
        start, end = view.block_span(index)
        if view.block(index).scope == "paragraph" and view.text.count(" ", start, end) + 1 >= least:
            yield index, start, end


def _title_case(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    """Yield running paragraphs in which every longer word has a capital."""
    for _, start, end in _paragraphs(view, options["min-words"]):
        words = [word for word in _WORD.findall(view.text, start, end) if len(word) > 3]
        small = sum(word[0].islower() for word in words)
        if _ENDED.search(view.text, start, end) and len(words) > 7 and not small and not view.text[start:end].isupper():
            yield Match(start, end)


def _capitals(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    """Yield running paragraphs in capitals only."""
    for _, start, end in _paragraphs(view, options["min-words"]):
        text = view.text[start:end]
        if text.isupper() and sum(map(str.isalpha, text)) >= 20:
            yield Match(start, end)


def _small_start(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    """Yield the first word of paragraphs that begin with a small letter although the one before is complete."""
    for index, start, end in _paragraphs(view, options["min-words"]):
        if index and view.text[start].islower() and not _BRAND.match(view.text, start):
            before = view.block_span(index - 1)
            if view.block(index - 1).scope == "paragraph" and _ENDED.search(view.text, *before):
                word = view.text.find(" ", start, end)
                yield Match(start, end if word < 0 else word)


TITLE_CASE = Check(_title_case, {"min-words": 12})
CAPITALS = Check(_capitals, {"min-words": 8})
SMALL_START = Check(_small_start, {"min-words": 6})

"""Checks on marks that come in pairs: `unpaired-quotation-mark`, `turned-quotation-mark` and `unpaired-bracket`.

Quotation marks are followed through the whole document: newspapers open each paragraph of a long quotation and close
only the last, so an opening mark at the start of a paragraph carries an open quotation on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lintnews.checks.base import Check
from lintnews.expression import Match
from lintnews.view import View

_MARK = re.compile(r'(?<!\d)"')
_BRACKET = re.compile(r"[()\[\]]")
_LABEL = re.compile(r"(?:^|[\s;,.:])(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})$")
_SMILEY = re.compile(r"[:;]['-]?$")


def _quotation_marks(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    """Yield marks without a partner, each with the word beside it."""
    opened = -1
    for mark in _MARK.finditer(view.text):
        at = mark.start()
        side = _side(view.text, at)
        if opened < 0:
            if side == "closing":
                yield _with_word(view, at)
            else:
                opened = at
        elif side != "opening":
            opened = -1
        elif not (at == 0 or view.text[at - 1] == "\n"):
            yield _with_word(view, opened)
            opened = at
    if opened >= 0:
        yield _with_word(view, opened)


def _side(text: str, at: int) -> str:
    """Return which side of a quotation a mark is on, judged by its neighbors: opening, closing or either."""
    spaced_before = at == 0 or text[at - 1] in " \n([—–-/"
    spaced_after = at + 1 == len(text) or text[at + 1] in " \n.,;:!?)]—–-/"
    if spaced_before == spaced_after:
        return "either"
    return "opening" if spaced_before else "closing"


def _turned(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    """Yield quotation marks that curl the wrong way, and closing marks with a space before them."""
    for index in range(len(view.starts)):
        start, end = view.block_span(index)
        for number, mark in enumerate(_MARK.finditer(view.text, start, end), start=1):
            at = mark.start()
            written = view.document.text[view.span(at, at + 1)[0]]
            before, after = view.text[at - 1 : at] if at > start else "", view.text[at + 1 : at + 2].strip()
            ends = not after or (after in ".,;:!?)" and not view.text[at + 2 : at + 3].isalnum())
            spaced = before == " " and at - 2 >= start
            stopped = spaced and view.text[at - 2] in ".,!?"
            closes = written == "”" or (written == '"' and number % 2 == 0)
            if (
                (written == "“" and ends and before not in ("", "("))
                or (written == "”" and spaced and after.isalnum() and not view.text[at + 1 : at + 2].isspace())
                or (closes and spaced and ends and (stopped or written == '"'))
            ):
                yield _with_mark(view, at, start, end)


def _with_mark(view: View, at: int, start: int, end: int) -> Match:
    """Return a match of a mark with the word before it and what it touches."""
    first = view.text.rfind(" ", start, max(at - 1, start)) + 1
    last = view.text.find(" ", at, end)
    return Match(max(first, start), end if last < 0 else last)


def _brackets(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    for index in range(len(view.starts)):
        start, end = view.block_span(index)
        waiting: list[int] = []
        for bracket in _BRACKET.finditer(view.text, start, end):
            at, sign = bracket.start(), bracket[0]
            if sign in "([":
                if not _SMILEY.search(view.text, max(start, at - 2), at):
                    waiting.append(at)
            elif waiting and view.text[waiting[-1]] == {")": "(", "]": "["}[sign]:
                waiting.pop()
            elif not _LABEL.search(view.text, max(start, at - 8), at) and not _SMILEY.search(
                view.text, max(start, at - 2), at
            ):
                yield _with_word(view, at)
        yield from (_with_word(view, at) for at in waiting)


def _with_word(view: View, at: int) -> Match:
    """Return a match of the character at a place and the word it touches."""
    start, end = view.block_span(view.block_index(at))
    first = max(view.text.rfind(" ", start, at) + 1, start)
    last = view.text.find(" ", at, end)
    return Match(first, end if last < 0 else last)


QUOTATION_MARKS = Check(_quotation_marks, {})
TURNED = Check(_turned, {})
BRACKETS = Check(_brackets, {})

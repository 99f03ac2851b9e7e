"""Checks on single characters: `mojibake` (text decoded in the wrong encoding) and `mixed-script` (look-alike letters).

Mojibake is recognized and repaired by ftfy (Robyn Speer, Apache-2.0). The look-alikes are the letters of Unicode's
confusables.txt that Cyrillic and Greek share with Latin in ordinary typefaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lintnews.checks.base import Check
from lintnews.expression import Match
from lintnews.view import View

_SUSPECT = re.compile("[\x80-\x9fÃÂÄÅâãÐÑØÙÎÏïΒβГР‚€][^\\W_\\s\x00-\x7f]*[\\s\x80-\U0010ffff'\"]")
"""The first letters of nearly all mojibake, and something beyond ASCII or a straightened mark after them."""
_TOKEN = re.compile(r"\S+")
_MIXED = re.compile(
    r"\b(?:[A-Za-z'-]{1,40}[\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff]{1,40}[A-Za-z])[\w'-]{0,40}"
)
_LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁɡһѵ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ", "ABESIJKMHOPCTYXaesijopcyxdghv" + "ABEZHIKMNOPTYXovp"
)


def _mojibake(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    """Yield words whose bytes were read in another encoding than they were written in."""
    if view.text.isascii() or not _SUSPECT.search(view.text):
        return
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    for token in _TOKEN.finditer(view.text):
        if token[0].isascii():
            continue
        start, end = view.span(*token.span())
        written = view.document.text[start:end]
        if not is_bad(written):
            continue
        repaired = fix_encoding(written)
        if repaired != written and len(repaired) < len(written):
            yield Match(*token.span(), (repaired.translate(_BRACES),))


_BRACES = str.maketrans("{}", "()")
"""Suggestions are templates, in which braces would name a value."""


def _mixed_script(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    """Yield words that hold both Latin and Cyrillic or Greek letters."""
    if view.text.isascii():
        return
    for word in _MIXED.finditer(view.text):
        plain = word[0].translate(_LOOK_ALIKES)
        if plain.isascii():
            yield Match(*word.span(), (plain,))


MOJIBAKE = Check(_mojibake, {})
MIXED_SCRIPT = Check(_mixed_script, {})

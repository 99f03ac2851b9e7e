"""Makes text from checked files safe to print and measures it in terminal cells."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_JOINER = "\u200d"
_JOINERS = {"\u200c", _JOINER}
_EMOJI_SELECTOR = "\ufe0f"
_REPLACEMENT = "\ufffd"
_DOTTED_CIRCLE = "\u25cc"


class Cluster(NamedTuple):
    """What a terminal draws as one unit: a character and the marks that sit on it.

    Attributes:
        text: The printable text.
        cells: How many terminal cells it takes.
        start: The offset of its first character in the measured text.
    """

    text: str
    cells: int
    start: int


def visible(text: str) -> str:
    """Return the text with tabs as spaces and every control or format character as a visible stand-in."""
    return text if text.isprintable() else "".join(map(_visible_character, text))


def one_line(text: str) -> str:
    """Return the text made visible, with line breaks as spaces and no space at either end."""
    return visible(_LINE_BREAK.sub(" ", text)).strip(" ")


def clusters(text: str) -> list[Cluster]:
    """Split the text into the units a terminal draws, made visible."""
    result: list[Cluster] = []
    for start, raw in enumerate(text):
        character = _visible_character(raw)
        cells = _cells(character)
        last = result[-1] if result else None
        if last is not None and _joins(last, character, cells):
            widened = character == _EMOJI_SELECTOR and last.cells == 1 and _may_be_emoji(last.text)
            result[-1] = Cluster(last.text + character, 2 if widened else last.cells, last.start)
        elif cells == 0:
            result.append(Cluster(_DOTTED_CIRCLE + character, 1, start))
        else:
            result.append(Cluster(character, cells, start))
    return result


def _visible_character(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    if character == "\t":
        return " "
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return _REPLACEMENT if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else character


def _cells(character: str) -> int:
    if character.isascii():
        return 1
    medial_or_final_jamo = "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7fb"
    if medial_or_final_jamo or character in _JOINERS or unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _joins(last: Cluster, character: str, cells: int) -> bool:
    skin_tone = "\U0001f3fb" <= character <= "\U0001f3ff"
    after_joiner = cells == 2 and last.text.endswith(_JOINER)
    return cells == 0 or after_joiner or (skin_tone and last.cells == 2)


def _may_be_emoji(text: str) -> bool:
    return len(text) == 1 and text != " " and not text.isalpha()

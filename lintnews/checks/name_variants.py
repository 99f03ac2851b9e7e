"""Check `name-variants`: one name spelled in two ways, as transliterations are (Zelensky and Zelenskiy).

Spellings count as one name when they come to the same key under rules of romanization: what differs is only y, i or
j, kh or h, ou or u, w or v, ts or c, doubled letters, hyphens, accents and the like.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from lintnews.checks.base import Check
from lintnews.expression import Match
from lintnews.view import View

_NAME = re.compile(r"(?<![\w@#/.-])[^\W\d_a-z][^\W\d_]+(?:(?!'s\b)[-'][^\W\d_]+)*(?![\w/@]|\.[a-z])")
_STEPS = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"['-]", ""), (r"kh", "h"), (r"ph", "f"), (r"th", "t"), (r"dh", "d"), (r"gh", "g"), (r"tsch|tch|ch", "č"),
        (r"sch|sh", "š"), (r"zh|dj", "ž"), (r"ts|tz|cz", "c"), (r"ck|q|kk", "k"), (r"x", "ks"), (r"w", "v"),
        (r"ou|oo", "u"), (r"ee|ie|ei|ey|ii|iy|yy|ij|yi|y|j", "i"), (r"h(?=[^aeiouh]|$)", ""), (r"([^aeiou])\1+", r"\1"),
        (r"ia", "ya"), (r"e(?=[iy])", ""),
    )
)  # fmt: skip


def _find(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    """Yield each occurrence of the spellings that are not the usual one of their name."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for found in _NAME.finditer(view.text):
        if len(found[0]) >= options["min-letters"]:
            places[found[0]].append(found.span())
    by_key: dict[str, set[str]] = defaultdict(set)
    for name in places:
        by_key[_key(name)].add(name)
    for spellings in by_key.values():
        usual = max(spellings, key=lambda spelling: (len(places[spelling]), -places[spelling][0][0]))
        for spelling in sorted(spellings):
            if _differ(spelling, usual) and not re.search(rf"\b{re.escape(spelling.lower())}\b", view.text):
                yield from (Match(*span, (usual,), {"usual": usual}) for span in places[spelling])


def _plain(name: str) -> str:
    """Return a name in small letters without accents."""
    letters = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _differ(spelling: str, usual: str) -> bool:
    """Tell whether two spellings differ by more than accents, hyphens and the ending of a plural or a possessive."""
    short, long = sorted((re.sub(r"['-]", "", _plain(name)) for name in (spelling, usual)), key=len)
    return long not in (short, f"{short}es", short if short.endswith("s") else f"{short}s")


def _key(name: str) -> str:
    key = _plain(name)
    for pattern, replacement in _STEPS:
        key = pattern.sub(replacement, key)
    return key


CHECK = Check(_find, {"min-letters": 6})

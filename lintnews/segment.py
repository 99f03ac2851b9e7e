"""Sentences and quotations inside one block of text. Offsets are 0-based code points within the given text."""

from __future__ import annotations

import re

# Abbreviations that news text writes with a period and that seldom end a sentence.
_NEVER_LAST = frozenset(
    "mr mrs ms dr prof rev hon st gen col maj lt cpl sgt capt cmdr adm brig gov sen rep pres sec amb supt det "
    "insp atty messrs mme mlle vs no nos vol fig figs pp art ch cf viz al approx est ft mt e.g i.e jan feb mar "
    "apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)
# These may end a sentence: only the next word tells.
_SOMETIMES_LAST = frozenset("u.s u.k u.n e.u a.m p.m d.c jr sr inc co corp ltd bros etc dept u.s.a ph.d".split())
# Words that begin a sentence far more often than they follow "U.S." or "Inc." as part of a name.
_STARTERS = frozenset(
    "the a an he she it they we i you his her its their our this that these those there in on at but and as for "
    "if when while after before since although however meanwhile according what who why how one some many most".split()
)
_BREAK = re.compile(r"([.!?…]+[\"'”’»)\]]*)(?:\s+)(?=[\"'“‘«(\[]*[^\W_])")
_LAST_WORD = re.compile(r"[^\s\"'“”‘’«(\[—–-]+$")
_NEXT_WORD = re.compile(r"[\"'“‘«(\[]*([^\W_]+)")
_QUOTES = {"“": "”", "«": "»", "„": "“”"}
_MARK = re.compile(r"[“”„«»\"]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a block, without the space between them."""
    found = []
    start = 0
    for match in _BREAK.finditer(text):
        if not _ends_sentence(text, start, match):
            continue
        found.append((start, match.end(1)))
        start = match.end()
    if start < len(text):
        found.append((start, len(text)))
    return found


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    following = _NEXT_WORD.match(text, match.end())
    word = following[1] if following else ""
    if word[:1].islower():
        # "…" he said: and "U.S. officials"; only a full stop before a lower-case word is never an end.
        return False
    if match[1] != ".":
        return True
    before = _LAST_WORD.search(text, max(start, match.start() - 20), match.start())
    last = before[0].lower() if before else ""
    if last in _NEVER_LAST or (len(last) == 1 and last.isalpha() and last != "i"):
        return False
    if last in _SOMETIMES_LAST:
        return word.lower() in _STARTERS
    # Initials such as "J.K. Rowling".
    return not re.fullmatch(r"(?:[a-z]\.)+[a-z]", last)


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the spans of quoted speech in a block, marks included, outermost quotations only.

    A quotation that is not closed runs to the end of the block, as news text writes a quotation that goes on
    in the next paragraph; single quotation marks count only in pairs.
    """
    found = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text):
        mark, place = match[0], match.start()
        if opened is None:
            closing = _closing(mark, text, place)
            if closing:
                opened = (place, closing)
        elif mark in opened[1]:
            found.append((opened[0], match.end()))
            opened = None
    if opened is not None and opened[1] not in ("’'", "'"):
        found.append((opened[0], len(text)))
    return found


def _closing(mark: str, text: str, place: int) -> str:
    """Return the marks that close what `mark` opens at `place`, or "" when it opens nothing."""
    if mark in _QUOTES:
        return _QUOTES[mark]
    if mark == '"':
        return mark
    if mark in "‘'" and (place == 0 or not text[place - 1].isalnum()) and text[place + 1 : place + 2].isalnum():
        return "’'" if mark == "‘" else "'"
    return ""

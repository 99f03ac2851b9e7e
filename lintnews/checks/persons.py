"""Checks on the people of a text: `changed-office`, `pronoun-flip` and `bare-surname`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from lintnews.checks.base import Check
from lintnews.expression import Match
from lintnews.view import View

_NAME = r"[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?"
_OFFICES = re.compile(
    r"(?<!former )(?<!ex-)(?<!then )(?<!deputy )(?<!Deputy )(?<!acting )(?<!shadow )(?<!future )"
    r"\b(?P<office>(?:Foreign|Defen[cs]e|Interior|Finance|Health|Justice|Education|Economy|Transport|Energy|Labor|"
    r"Labour|Agriculture|Culture|Trade|Environment|Sports?|Tourism|Prime|Home) (?:Minister|Secretary)|Chancellor|"
    r"Governor|Mayor|Senator|Bishop|Cardinal|Archbishop|General|Colonel|Major|Captain|Lieutenant|Sergeant|Admiral)"
    rf" (?:{_NAME} )?(?P<surname>{_NAME})\b"
)
_COMPATIBLE = re.compile(r"General|Colonel|Major|Captain|Lieutenant|Sergeant|Admiral|Senator|Governor")

_PERSON = re.compile(rf"(?<![\w-])(?P<given>{_NAME}) (?:[A-Z]\. |(?:van|von|de|da|al|bin|el) )*(?P<surname>{_NAME})\b")
_MALE = re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE)
_FEMALE = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:wife|husband|mother|father|son|daughter|brother|sister|girlfriend|boyfriend|partner|woman|man|women|men|girl|"
    r"boy|lady|widow|king|queen|couple|aunt|uncle|niece|nephew|mom|dad|mum|actress|grand\w+|ship|Mrs|Ms|Mr|"
    r"who|another|colleague|friend|lawyer|victim|driver|teacher|nurse|officer|ex-\w+|parents|spokeswoman|spokesman|"
    r"businessman|businesswoman|chairman|chairwoman|twin|lover|fianc\w+|child|baby|teenager|student|patient|pupil)s?\b",
    re.IGNORECASE,
)
_SAYS = re.compile(rf"(?<![A-Za-z] )(?<!\b[A-Z]\. )(?P<surname>{_NAME}) (?:said|says|told|added|explained|warned)\b")
_NO_NAMES = frozenset(
    "He She They It We You Who Police Officials Experts Critics Others Some Many Both Scientists Researchers Analysts "
    "Reuters Xinhua Authorities Prosecutors Investigators Witnesses Residents Parliament Congress Moscow Beijing "
    "Washington London Paris Berlin Kyiv Kiev Tehran Ankara Brussels Israel Russia China Ukraine Iran Turkey Germany "
    "France Britain Japan India Pakistan Pentagon Kremlin Nobody Everyone Someone".split()
)


def _changed_office(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    """Yield a later office of a person who holds another one earlier in the text."""
    first: dict[str, str] = {}
    for found in _OFFICES.finditer(view.text):
        office = found["office"].replace("Defence", "Defense").replace("Labour", "Labor")
        earlier = first.setdefault(found["surname"], office)
        if earlier != office and not (_COMPATIBLE.search(earlier) and _COMPATIBLE.search(office)):
            yield Match(found.start("office"), found.end("office"), (), {"name": found["surname"], "earlier": earlier})


def _pronoun_flip(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    """Yield the first pronoun of the other gender in a paragraph that is about one person only."""
    for index in range(len(view.starts)):
        start, end = view.block_span(index)
        people = {found["surname"] for found in _PERSON.finditer(view.text, start, end)}
        if len(people) != 1 or _OTHERS.search(view.text, start, end):
            continue
        male, female = _unquoted(_MALE, view, start, end), _unquoted(_FEMALE, view, start, end)
        if not male or not female or min(len(male), len(female)) > 1:
            continue
        odd, usual = (male, female) if len(male) < len(female) else (female, male)
        if len(usual) >= 2:
            yield Match(*odd[0], (), {"usual": view.text[usual[0][0] : usual[0][1]].lower()})


def _unquoted(pattern: re.Pattern[str], view: View, start: int, end: int) -> list[tuple[int, int]]:
    spans = [found.span() for found in pattern.finditer(view.text, start, end)]
    return [span for span in spans if not view.quoted(*view.span(*span))]


def _bare_surname(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    """Yield a surname that speaks before the text introduces its bearer by the full name."""
    introduced: dict[str, int] = {}
    given: dict[str, set[str]] = defaultdict(set)
    for found in _PERSON.finditer(view.text):
        introduced.setdefault(found["surname"], found.start())
        given[found["surname"]].add(found["given"])
    seen: set[str] = set()
    for index, block in enumerate(view.document.blocks):
        if block.scope != "paragraph":
            continue
        for found in _SAYS.finditer(view.text, *view.block_span(index)):
            name = found["surname"]
            late = introduced.get(name, -1) > found.start() and len(given[name]) == 1
            if late and name not in seen and name not in _NO_NAMES:
                full = f"{min(given[name])} {name}"
                yield Match(*found.span("surname"), (), {"full": full})
            seen.add(name)


CHANGED_OFFICE = Check(_changed_office, {})
PRONOUN_FLIP = Check(_pronoun_flip, {})
BARE_SURNAME = Check(_bare_surname, {})

"""Checks on figures that contradict each other.

* `headline-figure`: the number of victims in the headline stands nowhere in the text, which gives another one.
* `wrong-sum`: a total and the parts it is made of do not agree ("six people, four men and three women").
* `wrong-age`: the years of birth and death and the age given between them do not agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lintnews.checks.base import Check
from lintnews.expression import Match
from lintnews.view import View

_SMALL = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,6}|" + "|".join(_SMALL[1:])
_WORDS = {word: value for value, word in enumerate(_SMALL)}

_FATES: Mapping[str, str] = {
    "killed": r"killed|dead|deaths?|die[sd]?|dying|fatalities|lives|bodies|corpses|victims?",
    "hurt": r"injured|hurt|wounded|injuries|injures?|hospitali[sz]ed",
    "arrested": r"arrest(?:ed|s)?|detained|detentions?|held|taken into custody",
    "missing": r"missing|disappeared|unaccounted",
}
_FATE_GROUPS = "|".join(f"(?P<{name}>{words})" for name, words in _FATES.items())
_PEOPLE = (
    r"people|persons?|men|women|children|soldiers|troops|passengers|civilians|migrants|workers|miners|students|"
    r"policemen|officers|protesters|others|residents|tourists|firefighters|suspects|victims|more|militants|fighters"
)
_COUNTED = re.compile(
    rf"(?<![\w,.$€£-])(?P<number>{_NUMBER})(?: (?:other|more|young|innocent|foreign|local|[a-z]+ese|[a-z]+an))?"
    rf"(?: (?:{_PEOPLE}))?(?: (?:are|were|was|is|have|had|has|been|feared|confirmed|reported|also|left|found))*"
    rf" (?:{_FATE_GROUPS})\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:more than|at least|over|nearly|almost|about|around|some|up to|dozens|scores|hundreds|fewer)\b"
)

_KINDS = (
    r"(?:men|women|boys|girls|children|adults|minors|civilians|soldiers|police officers|policemen|officers|students|"
    r"teachers|teenagers|babies|foreigners|locals|tourists|passengers|crew members|pilots|drivers|pedestrians|"
    r"protesters|Democrats|Republicans|Palestinians|Israelis|Ukrainians|Russians|Americans|Germans)"
)
_ONE = r"(?:a|an|one) (?:man|woman|boy|girl|child|adult|soldier|policeman|officer|student|teenager|baby|pilot|driver)"
_PART = rf"(?:({_NUMBER}) (?:[a-z]+ )?{_KINDS}|{_ONE})"
_SUM = re.compile(
    rf"\b(?P<total>{_NUMBER}) (?:people|persons|victims|passengers|suspects|others|civilians|hostages)"
    rf"(?:(?:,| -| –| —|:)| \() ?(?P<first>{_PART})(?:, (?P<second>{_PART}),?)? and (?P<last>{_PART})"
    r"(?=[,.;)–—]| -| were| have| was| died| had|$)"
)

_LIFE = re.compile(
    r"\bborn (?:in [A-Z][\w, ]{2,30} )?(?:on |in )?(?:[A-Z][a-z]+ \d{1,2}, |\d{1,2} [A-Z][a-z]+ |[A-Z][a-z]+ )?"
    r"(?P<born>1[89]\d\d|20[0-2]\d)\b[^.\n]{1,120}?\b(?:died|passed away|death)\b[^.\n]{0,60}?\b(?:in|on|,)"
    r"[^.\n]{0,24}?(?P<died>1[89]\d\d|20[0-2]\d)\b[^.\n]{0,40}?\b(?:aged|at the age of|at age) (?P<age>\d{1,3})\b"
)
_SPAN = re.compile(
    r"\((?P<born>1[89]\d\d|20[0-2]\d) ?[-–] ?(?P<died>1[89]\d\d|20[0-2]\d)\)[^.\n]{0,120}?\bdied[^.\n]{0,60}?"
    r"\b(?:aged|at the age of|at age) (?P<age>\d{1,3})\b"
)


def number(text: str) -> int:
    """Return the value of a number in digits or in words up to twenty."""
    return _WORDS[text.lower()] if text.lower() in _WORDS else int(text.replace(",", ""))


def _headline(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    """Yield headline figures that the text contradicts: it counts the same fate and never comes to that number."""
    head = next((i for i, block in enumerate(view.document.blocks) if block.scope in ("headline", "title")), None)
    if head is None or head + 1 == len(view.starts):
        return
    start, end = view.block_span(head)
    body = view.text[end + 1 :]
    values = {number(value) for value in re.findall(rf"\b(?:{_NUMBER})\b", body, re.IGNORECASE)}
    for found in _COUNTED.finditer(view.text, start, end):
        value = number(found["number"])
        fate = found.lastgroup
        told = [number(other["number"]) for other in _COUNTED.finditer(body) if other.lastgroup == fate]
        vague = _VAGUE.search(view.folded[start:end]) or (fate == "killed" and " toll " in view.folded)
        if vague or value in values or len(set(told)) != 1 or told[0] < value:  # a smaller one may be a part
            continue
        yield Match(found.start(), found.end(), (), {"headline": found["number"], "text": f"{told[0]:,}"})


def _sum(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    """Yield totals whose parts, all of them named, add up to another number."""
    for found in _SUM.finditer(view.text):
        parts = [_part(found[name]) for name in ("first", "second", "last") if found[name]]
        if sum(parts) != number(found["total"]):
            yield Match(found.start(), found.end(), (), {"sum": str(sum(parts))})


def _part(text: str) -> int:
    first = text.split(" ", 1)[0]
    return 1 if first in ("a", "an") else number(first)


def _age(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    """Yield ages at death that the years of birth and death rule out."""
    for pattern in (_LIFE, _SPAN):
        for found in pattern.finditer(view.text):
            years = int(found["died"]) - int(found["born"])
            if years >= 0 and int(found["age"]) not in (years, years - 1):
                yield Match(found.start("age"), found.end("age"), (), {"born": found["born"], "died": found["died"]})


HEADLINE_FIGURE = Check(_headline, {})
WRONG_SUM = Check(_sum, {})
WRONG_AGE = Check(_age, {})

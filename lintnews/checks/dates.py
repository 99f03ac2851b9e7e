"""Checks on dates: `weekday-of-date` (the weekday does not fall on that date) and `impossible-date` (June 31)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from lintnews.checks.base import Check
from lintnews.expression import Match
from lintnews.view import View

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTH = (
    r"(?P<{0}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|Jun\.|July|Jul\.|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"\b(?:{_MONTH.format('m1')} {_DAY.format('d1')}(?![\d:.,]?\d)"
    rf"|(?<![\d.,:])\b{_DAY.format('d2')} (?:of )?{_MONTH.format('m2')})"
    r"(?:,? (?P<year>(?:18|19|20)\d\d))?\b"
)
_BEFORE = re.compile(rf"\b({'|'.join(_WEEKDAYS)})(?:,? (?:the )?| \()$")
_AFTER = re.compile(rf"(?:, | \(|,? on )({'|'.join(_WEEKDAYS)})\b")


def _weekdays(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    """Yield dates with a year beside a weekday on which they do not fall."""
    for found in _DATE.finditer(view.text):
        day, month = _parts(found)
        if not found["year"] or not _exists(day, month, int(found["year"])):
            continue
        start, end = found.span()
        before = _BEFORE.search(view.text, max(0, start - 16), start)
        after = _AFTER.match(view.text, end)
        named = before or after
        real = _WEEKDAYS[date(int(found["year"]), month, day).weekday()]
        if named and named[1] != real:
            span = (before.start(1), end) if before else (start, named.end(1))
            yield Match(*span, (), {"weekday": real})


def _impossible(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    """Yield dates that no calendar has."""
    for found in _DATE.finditer(view.text):
        day, month = _parts(found)
        ambiguous = not found["year"] and (found["m1"] or "") in ("May", "March")  # “in May 35 runners came”
        if not ambiguous and not _exists(day, month, int(found["year"] or 2000)):
            yield Match(*found.span())


def _parts(found: re.Match[str]) -> tuple[int, int]:
    name, day = found["m1"] or found["m2"], found["d1"] or found["d2"]
    return int(day), _MONTHS.index(name[:3].lower()) + 1


def _exists(day: int, month: int, year: int) -> bool:
    if not 1 <= day <= _LONGEST[month - 1]:
        return False
    return day < 29 or month != 2 or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))


WEEKDAYS = Check(_weekdays, {})
IMPOSSIBLE = Check(_impossible, {})

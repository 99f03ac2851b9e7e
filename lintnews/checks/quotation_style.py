"""Check `mixed-quotation-marks`: a text that sets some quotations in straight and some in curly marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lintnews.checks.base import Check
from lintnews.expression import Match
from lintnews.view import View

_MARK = re.compile(r'(?<!\d)"')  # a view has only straight marks; 24" is inches


def _find(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    """Yield the first mark of the rarer style."""
    places: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
    for found in _MARK.finditer(view.text):
        start, _ = view.span(*found.span())
        places[view.document.text[start] == '"'].append(found.span())
    straight = len(places[True]) <= len(places[False])
    if places[True] and places[False]:
        yield Match(*places[straight][0], (), {"style": "straight" if straight else "curly"})


CHECK = Check(_find, {})

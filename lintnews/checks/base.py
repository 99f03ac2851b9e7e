"""What a document check is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lintnews.expression import Match
from lintnews.view import View


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its options with their defaults, and the function that finds matches in a view."""

    find: Callable[[View, Mapping[str, Any]], Iterable[Match]]
    defaults: Mapping[str, Any]


def line_of(view: View, offset: int) -> str:
    """Return the 1-based line in the file of a view offset, for messages."""
    return str(view.document.line_column(view.span(offset, offset + 1)[0])[0])

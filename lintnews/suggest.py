"""Small helpers for telling a user what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, valid: Iterable[str]) -> str:
    """Return “did you mean “x”?” for the nearest valid word, or the list of valid words when none is near."""
    choices = sorted(set(valid))
    near = get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return f"did you mean “{near[0]}”?"
    shown = ", ".join(choices[:12]) + (" …" if len(choices) > 12 else "")
    return f"valid: {shown}" if choices else "none is valid here"

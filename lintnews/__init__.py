"""lintnews finds what machine translation, round trips and synonym spinning broke in English news text.

from lintnews import Linter
findings = Linter().lint(text)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lintnews.errors import LintnewsError
    from lintnews.finding import Finding
    from lintnews.linter import Linter

__version__ = "0.1.0"
__all__ = ["Finding", "Linter", "LintnewsError", "__version__"]

_HOMES = {"Linter": "lintnews.linter", "Finding": "lintnews.finding", "LintnewsError": "lintnews.errors"}


def __getattr__(name: str) -> Any:
    """Import the public names when they are first used: a command that only prints help needs none of them."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""The four terminal styles the reports use."""

from __future__ import annotations

BOLD = "\x1b[1m"
RED = "\x1b[31m"
YELLOW = "\x1b[33m"
CYAN = "\x1b[36m"
_RESET = "\x1b[0m"

_SEVERITY_STYLES = {"error": RED, "warning": YELLOW, "info": CYAN}


def paint(text: str, style: str, color: bool) -> str:
    """Return the text in a style, or the bare text when color is off or there is nothing to paint."""
    return f"{style}{text}{_RESET}" if color and style and text else text


def severity_style(severity: str) -> str:
    """Return the style of a severity: red, yellow or cyan."""
    return _SEVERITY_STYLES.get(severity, "")

"""Document checks written in Python. A new check is one module and one line here."""

from __future__ import annotations

from lintnews.checks import extended_line
from lintnews.checks.base import Check

CHECKS: dict[str, Check] = {
    "extended-line": extended_line.CHECK,
}

"""The rule kinds. A new kind is one module and one line here."""

from __future__ import annotations

from lintnews.kinds import check, consistent, count, pattern, phrase, repeat, require, swap, variants
from lintnews.kinds.base import Kind

KINDS: dict[str, Kind] = {
    "phrase": phrase.KIND,
    "swap": swap.KIND,
    "variants": variants.KIND,
    "pattern": pattern.KIND,
    "repeat": repeat.KIND,
    "consistent": consistent.KIND,
    "count": count.KIND,
    "require": require.KIND,
    "check": check.KIND,
}

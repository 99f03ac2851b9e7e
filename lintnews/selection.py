"""Choose rules: by id, id prefix with *, tag, category or whole dimension."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from lintnews.errors import LintnewsError
from lintnews.rule import Rule
from lintnews.suggest import did_you_mean


def matches(selector: str, rule: Rule) -> bool:
    """Tell whether a selector names a rule."""
    if selector.endswith("*"):
        return rule.id.startswith(selector[:-1]) or fnmatchcase(rule.category, selector)
    return selector == rule.id or selector in rule.tags or selector == rule.category or selector == "all"


def check_selectors(selectors: Iterable[str], rules: Sequence[Rule]) -> None:
    """Raise LintnewsError for the first selector that names no rule at all."""
    for selector in selectors:
        if not any(matches(selector, rule) for rule in rules):
            valid = {name for rule in rules for name in (rule.id, rule.category, *rule.tags)}
            raise LintnewsError(f"“{selector}” selects no rule", remedy=did_you_mean(selector, valid))


def select(rules: Sequence[Rule], chosen: Sequence[str], extended: Sequence[str], ignored: Sequence[str]) -> list[Rule]:
    """Return the rules that run.

    Args:
        rules: All rules.
        chosen: Selectors of `--select`; empty for every rule that is not off by default.
        extended: Selectors that add rules to those.
        ignored: Selectors that take rules away; they win.

    Raises:
        LintnewsError: A selector names no rule.
    """
    check_selectors([*chosen, *extended, *ignored], rules)

    def runs(rule: Rule) -> bool:
        wanted = any(matches(name, rule) for name in chosen) if chosen else not rule.off
        wanted = wanted or any(matches(name, rule) for name in extended)
        return wanted and not any(matches(name, rule) for name in ignored)

    return [rule for rule in rules if runs(rule)]

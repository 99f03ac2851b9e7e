"""Kind `count`: something said too often in one document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lintnews.expression import Expression, Hit, Match
from lintnews.kinds.base import Kind, Lists, phrase_expression, regex_expression, require
from lintnews.rule import Field, Rule
from lintnews.view import View


def _compile(rule: Rule, lists: Lists) -> Iterable[Expression]:
    phrases, pattern = rule.options["phrases"], rule.options["pattern"]
    require(bool(phrases) != bool(pattern), "give either “phrases” or “pattern”")
    for phrase in phrases:
        yield phrase_expression(phrase, rule, lists)
    if pattern:
        yield regex_expression(pattern, rule, lists)


def _find(rule: Rule, hits: Sequence[Hit], view: View) -> Iterable[Match]:
    most = rule.options["max"]
    ordered = sorted(hits, key=lambda hit: (hit.start, hit.end))
    for hit in ordered[most:]:
        yield Match(hit.start, hit.end, (), {**hit.groups, "count": str(len(ordered)), "max": str(most)})


KIND = Kind(
    help="Something said more often than `max` times in one document; {count} is how often.",
    fields={
        "phrases": Field("strings", "Phrases counted together.", default=()),
        "pattern": Field("string", "A regular expression in place of phrases.", default=""),
        "max": Field("integer", "How many are fine; every further one is reported.", required=True),
    },
    compile=_compile,
    find=_find,
)

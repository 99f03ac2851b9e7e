"""Kind `require`: one thing without the other that belongs to it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from lintnews.expression import Expression, Hit, Match
from lintnews.kinds.base import Kind, Lists, regex_expression
from lintnews.rule import Field, Rule
from lintnews.view import View


def _compile(rule: Rule, lists: Lists) -> Iterable[Expression]:
    yield regex_expression(rule.options["when"], rule, lists, key="when")
    yield regex_expression(rule.options["need"], rule, lists, key="need")


def _find(rule: Rule, hits: Sequence[Hit], view: View) -> Iterable[Match]:
    unit = _unit(rule.options["within"], view)
    satisfied = {unit(hit.start) for hit in hits if hit.expression.key == "need"}
    for hit in hits:
        if hit.expression.key == "when" and unit(hit.start) not in satisfied:
            yield Match(hit.start, hit.end, (), hit.groups)


def _unit(within: str, view: View) -> Callable[[int], int]:
    """Return a function from a view offset to the number of the unit it lies in."""
    if within == "document":
        return lambda offset: 0
    if within == "paragraph":
        return view.block_index
    starts = [start for start, _ in view.sentences]
    return lambda offset: bisect_right(starts, offset)


KIND = Kind(
    help="X without Y in the same sentence, paragraph or document.",
    fields={
        "when": Field("string", "A regular expression: what is reported.", required=True),
        "need": Field("string", "A regular expression: what must be there as well.", required=True),
        "within": Field("choice", "Where.", ("sentence", "paragraph", "document"), default="sentence"),
    },
    compile=_compile,
    find=_find,
)

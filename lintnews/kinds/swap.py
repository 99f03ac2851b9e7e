"""Kind `swap`: a bad phrase and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable

from lintnews.expression import Expression
from lintnews.inflect import MODES, inflected
from lintnews.kinds.base import Kind, Lists, each_hit, phrase_expression
from lintnews.rule import Field, Rule


def _compile(rule: Rule, lists: Lists) -> Iterable[Expression]:
    for bad, repairs in rule.options["swap"].items():
        for forms in inflected((bad, *repairs), rule.options["inflect"]):
            yield phrase_expression(forms[0], rule, lists, suggestions=forms[1:])


KIND = Kind(
    help="A bad phrase and what to write instead.",
    fields={
        "swap": Field("pairs", "Bad phrase: repair, or a list of repairs.", required=True),
        "inflect": Field(
            "choice",
            "Also find the plural of the last word (noun) or the forms of the first word (verb).",
            MODES,
            default="none",
        ),
    },
    compile=_compile,
    find=each_hit,
)

"""Kind `check`: a document check written in Python, named by the rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lintnews.checks import CHECKS
from lintnews.expression import Hit, Match
from lintnews.kinds.base import Kind, no_expressions
from lintnews.rule import Field, Rule
from lintnews.view import View


def _find(rule: Rule, hits: Sequence[Hit], view: View) -> Iterable[Match]:
    check = CHECKS[rule.options["check"]]
    return check.find(view, {**check.defaults, **rule.options["options"]})


KIND = Kind(
    help="A document check written in Python.",
    fields={
        "check": Field("choice", "The name of the check.", tuple(sorted(CHECKS)), required=True),
        "options": Field("table", "Options of the check.", default={}),
    },
    compile=no_expressions,
    find=_find,
    whole_document=True,
)

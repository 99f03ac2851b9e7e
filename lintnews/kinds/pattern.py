"""Kind `pattern`: one regular expression with word-list slots and named groups."""

from __future__ import annotations

from collections.abc import Iterable

from lintnews.expression import Expression
from lintnews.kinds.base import Kind, Lists, each_hit, regex_expression
from lintnews.rule import Field, Rule


def _compile(rule: Rule, lists: Lists) -> Iterable[Expression]:
    yield regex_expression(rule.options["pattern"], rule, lists)


KIND = Kind(
    help="One regular expression; a group named `span`, where there is one, is what is reported.",
    fields={"pattern": Field("string", "The regular expression; {list} stands for any entry.", required=True)},
    compile=_compile,
    find=each_hit,
)

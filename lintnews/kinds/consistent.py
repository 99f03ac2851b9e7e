"""Kind `consistent`: two spellings of one thing in one document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from lintnews.expression import Expression, Hit, Match
from lintnews.kinds.base import Kind, Lists, phrase_expression
from lintnews.rule import Field, Rule
from lintnews.view import View


def _compile(rule: Rule, lists: Lists) -> Iterable[Expression]:
    for number, forms in enumerate(rule.options["forms"]):
        for form in forms:
            yield phrase_expression(form, rule, lists, key=str(number))


def _find(rule: Rule, hits: Sequence[Hit], view: View) -> Iterable[Match]:
    by_group: dict[str, dict[Expression, list[Hit]]] = defaultdict(lambda: defaultdict(list))
    for hit in _longest(hits):
        by_group[hit.expression.key][hit.expression].append(hit)
    for forms in by_group.values():
        if len(forms) > 1:
            yield from _minority(list(forms.values()), view)


def _longest(hits: Sequence[Hit]) -> Iterable[Hit]:
    """Drop hits that lie inside a longer one, such as US in US-led or U.S. in U.S.A."""
    reached = -1
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.end > reached:
            reached = hit.end
            yield hit


def _minority(forms: list[list[Hit]], view: View) -> Iterable[Match]:
    """Report the forms that are not the most frequent one; of equally frequent ones the later."""
    main, *others = sorted(forms, key=lambda hits: (-len(hits), hits[0].start))
    usual = view.text[main[0].start : main[0].end]
    for hits in others:
        for hit in hits:
            yield Match(hit.start, hit.end, (usual,), {"usual": usual, "times": str(len(main))})


KIND = Kind(
    help="Two spellings of one thing in one document; the rarer is reported, {usual} is the other.",
    fields={"forms": Field("groups", "Groups of spellings of the same thing.", required=True)},
    compile=_compile,
    find=_find,
)

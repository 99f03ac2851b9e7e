"""Kind `phrase`: a list of phrases, on request with small misspellings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lintnews.expression import Expression, Hit, Match
from lintnews.kinds.base import Kind, Lists, phrase_expression, require
from lintnews.rule import Field, Rule
from lintnews.templates import placeholders
from lintnews.view import View, fold

_SHORTEST_FUZZY = 8
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def _compile(rule: Rule, lists: Lists) -> Iterable[Expression]:
    fuzzy = rule.options["fuzzy"]
    require(not fuzzy or "whole-line" in rule.scope, "“fuzzy” needs “scope: whole-line”")
    for phrase in rule.options["phrases"]:
        if fuzzy and len(phrase) >= _SHORTEST_FUZZY and not placeholders(phrase):
            yield _fuzzy_expression(phrase, fuzzy)
        else:
            yield phrase_expression(phrase, rule, lists)


def _fuzzy_expression(phrase: str, fuzzy: int) -> Expression:
    """Return an expression whose anchors are fuzzy + 1 pieces of the phrase: after that many edits one is whole."""
    folded = _EDGES.sub("", " ".join(fold(phrase).split()))
    size = len(folded) // (fuzzy + 1)
    pieces = [folded[size * number : size * (number + 1)] for number in range(fuzzy)] + [folded[size * fuzzy :]]
    return Expression(tuple(pieces), mode="part", key=folded)


def _find(rule: Rule, hits: Sequence[Hit], view: View) -> Iterable[Match]:
    tried: set[tuple[str, int]] = set()
    for hit in hits:
        if hit.expression.mode != "part":
            yield Match(hit.start, hit.end, (), hit.groups)
            continue
        block = view.block_index(hit.start)
        phrase = hit.expression.key
        if (phrase, block) in tried:
            continue
        tried.add((phrase, block))
        start, end = line_core(view, block)
        if abs(end - start - len(phrase)) <= rule.options["fuzzy"] and _near(
            phrase, view.folded[start:end], rule.options["fuzzy"]
        ):
            yield Match(start, end)


def line_core(view: View, block: int) -> tuple[int, int]:
    """Return the view span of a block without punctuation and space at its ends."""
    start, end = view.block_span(block)
    while start < end and not view.text[start].isalnum():
        start += 1
    while start < end and not view.text[end - 1].isalnum():
        end -= 1
    return start, end


def _near(phrase: str, text: str, distance: int) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(phrase, text, score_cutoff=distance) <= distance


KIND = Kind(
    help="A list of phrases.",
    fields={
        "phrases": Field("strings", "Literal words; {list} stands for any entry of a word list.", required=True),
        "fuzzy": Field("integer", "With whole-line: how many letters may differ.", default=0),
    },
    compile=_compile,
    find=_find,
)

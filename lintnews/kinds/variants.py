"""Kind `variants`: correct terms times a substitution table; every damaged form is found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from lintnews.expression import Expression
from lintnews.inflect import MODES, inflected
from lintnews.kinds.base import Kind, Lists, each_hit, phrase_expression, require
from lintnews.rule import Field, Rule
from lintnews.templates import match_case


def _compile(rule: Rule, lists: Lists) -> Iterable[Expression]:
    options = rule.options
    terms = [*options["terms"], *(term for name in options["term-lists"] for term in lists.words(name))]
    require(terms, "“terms” or “term-lists” must be given")
    table = _merged(options["substitutions"], *(lists.table(name) for name in options["tables"]))
    require(table, "“substitutions” or “tables” must be given")
    fine = {form.lower() for form in (*terms, *options["keep"])}
    repairs: dict[str, list[str]] = {}
    for term in terms:
        for damaged in damaged_forms(term, table):
            for form, repair in inflected((damaged, term), options["inflect"]):
                if form.lower() not in fine and repair not in repairs.setdefault(form, []):
                    repairs[form].append(repair)
    for form, suggestions in repairs.items():
        yield phrase_expression(form, rule, lists, suggestions=tuple(suggestions))


def _merged(*tables: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    merged: dict[str, list[str]] = {}
    for table in tables:
        for right, wrongs in table.items():
            merged.setdefault(right.lower(), []).extend(wrongs)
    return merged


def damaged_forms(term: str, table: Mapping[str, Iterable[str]], slots: Collection[int] | None = None) -> Iterator[str]:
    """Yield every form of a term in which one stretch of up to three words is replaced after the table.

    The replacement takes over the capitals of what it replaces. `slots` are the 0-based places of the words
    that may be replaced; without it all may.
    """
    words = term.split()
    for begin in range(len(words)):
        for end in range(begin + 1, min(len(words), begin + 3) + 1):
            if slots is not None and not all(place in slots for place in range(begin, end)):
                break
            right = " ".join(words[begin:end])
            for wrong in table.get(right.lower(), ()):
                middle = " ".join(
                    match_case(words[min(begin + number, end - 1)], word) for number, word in enumerate(wrong.split())
                )
                yield " ".join([*words[:begin], middle, *words[end:]])


KIND = Kind(
    help="Correct terms times a table of wrong words: every damaged form is found, the term suggested.",
    fields={
        "terms": Field("strings", "The correct terms.", default=()),
        "term-lists": Field("strings", "Word lists that hold more terms.", default=()),
        "substitutions": Field("pairs", "Right word: wrong word, or a list of wrong words.", default={}),
        "tables": Field("strings", "Substitution tables (words/NAME.tsv) to use as well.", default=()),
        "keep": Field("strings", "Damaged forms that have a meaning of their own.", default=()),
        "inflect": Field("choice", "Also the plural (noun) or the verb forms (verb).", MODES, default="none"),
    },
    compile=_compile,
    find=each_hit,
)

"""What a rule kind is: its fields, how it compiles a rule, and how it turns hits into matches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from lintnews.expression import Expression, Hit, Match
from lintnews.regex import build
from lintnews.regex.syntax import RegexError, escape
from lintnews.rule import Field, Rule
from lintnews.templates import placeholders
from lintnews.view import View, fold, straighten

Words = Callable[[str], Sequence[str]]
"""Returns the entries of a word list by name; raises LintnewsError for an unknown one."""

Tables = Callable[[str], Mapping[str, tuple[str, ...]]]
"""Returns a substitution table by name: correct words to their damaged forms."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The word lists and substitution tables a rule can name."""

    words: Words
    table: Tables


@dataclass(frozen=True, slots=True)
class Kind:
    """One rule kind.

    Attributes:
        help: What the kind is for, one sentence.
        fields: The fields a rule of this kind has besides the common ones.
        compile: Turns a rule into expressions; raises RegexError.
        find: Turns a rule and its hits in a document into matches.
        whole_document: Whether `find` is called also when there is no hit.
    """

    help: str
    fields: Mapping[str, Field]
    compile: Callable[[Rule, Lists], Iterable[Expression]]
    find: Callable[[Rule, Sequence[Hit], View], Iterable[Match]]
    whole_document: bool = False


def each_hit(rule: Rule, hits: Sequence[Hit], view: View) -> Iterable[Match]:
    """Report every hit as it is."""
    for hit in hits:
        yield Match(hit.start, hit.end, hit.expression.suggestions, hit.groups)


def no_expressions(rule: Rule, lists: Lists) -> Iterable[Expression]:
    """Compile to nothing: for kinds that read the document themselves."""
    return ()


def phrase_expression(
    phrase: str, rule: Rule, lists: Lists, *, suggestions: tuple[str, ...] = (), key: str = ""
) -> Expression:
    """Return the expression for literal words, which may hold `{list}` slots.

    The word that fills a slot is available to messages and suggestions under the name of its list.
    """
    phrase = " ".join(straighten(phrase).split())
    slots = placeholders(phrase)
    if not slots:
        exact = phrase if _heeds_case(phrase, rule) else ""
        return Expression((fold(phrase),), exact=exact, suggestions=suggestions, key=key)
    pieces = []
    rest = phrase
    named: set[str] = set()
    for slot in slots:
        literal, rest = rest.split(f"{{{slot}}}", 1)
        group = slot.replace("-", "_")
        name = f"?P<{group}>" if group not in named else "?:"
        named.add(group)
        pieces.append(f"{escape(literal)}({name}{{{slot}}})")
    regex = rf"(?<!\w){''.join(pieces)}{escape(rest)}(?!\w)"
    heeds = _heeds_case(phrase, rule)
    return regex_expression(regex, rule, lists, fold_case=not heeds, suggestions=suggestions, key=key)


def regex_expression(
    regex: str,
    rule: Rule,
    lists: Lists,
    *,
    fold_case: bool | None = None,
    suggestions: tuple[str, ...] = (),
    key: str = "",
) -> Expression:
    """Return the expression for a regular expression of a rule; raises RegexError."""
    return build.expression(
        build.prepare(regex, lists.words),
        fold=rule.case == "fold" if fold_case is None else fold_case,
        anchored=rule.anchor != "none",
        suggestions=suggestions,
        key=key,
    )


def _heeds_case(phrase: str, rule: Rule) -> bool:
    return rule.case == "exact" or (rule.case == "auto" and phrase != phrase.lower())


def require(value: object, message: str) -> None:
    """Raise RegexError with a message unless the value is true: for fields that need each other."""
    if not value:
        raise RegexError(message)

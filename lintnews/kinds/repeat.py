"""Kind `repeat`: a unit said twice, from a word to a whole paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from lintnews.expression import Hit, Match
from lintnews.kinds.base import Kind, no_expressions
from lintnews.rule import Field, Rule
from lintnews.view import View, fold

_WORD = re.compile(r"[^\W_]+(?:['.,-][^\W_]+)*")
_LONGEST_PHRASE = 6
_STEM = 5
_DETERMINERS = frozenset("the a an their its his her our your my this that these those".split())
_PARTICLES = frozenset(["up", "out", "down", "off", "in", "on", "over", "back"])

Options = Mapping[str, Any]


def words_of(view: View, start: int, end: int) -> tuple[str, ...]:
    """Return the folded words of a stretch of the view, without punctuation and quotation marks."""
    return tuple(_WORD.findall(view.folded, start, end))


def _repeated_units(units: Iterable[tuple[int, int]], view: View, options: Options) -> Iterator[Match]:
    """Report every unit whose words were said before, whatever their punctuation."""
    seen: dict[tuple[str, ...], int] = {}
    for start, end in units:
        words = words_of(view, start, end)
        if len(words) < options["min-words"] or " ".join(words) in options["allow"]:
            continue
        first = seen.setdefault(words, start)
        if first != start:
            yield Match(start, end, (), {"first": str(_line(view, first))})


def _line(view: View, offset: int) -> int:
    return view.document.line_column(view.span(offset, offset + 1)[0])[0]


def _blocks(view: View, *scopes: str) -> Iterator[tuple[int, int]]:
    for index, block in enumerate(view.document.blocks):
        if not scopes or block.scope in scopes:
            yield view.block_span(index)


def _line_unit(view: View, options: Options) -> Iterator[Match]:
    return _repeated_units(_blocks(view), view, options)


def _paragraph_unit(view: View, options: Options) -> Iterator[Match]:
    return _repeated_units(_blocks(view, "paragraph", "quote", "list-item"), view, options)


def _sentence_unit(view: View, options: Options) -> Iterator[Match]:
    return _repeated_units(view.sentences, view, options)


def _headline_unit(view: View, options: Options) -> Iterator[Match]:
    """Report blocks that say the headline again."""
    headline = next((index for index, block in enumerate(view.document.blocks) if block.scope == "headline"), None)
    if headline is None:
        return
    wanted = words_of(view, *view.block_span(headline))
    if len(wanted) < options["min-words"]:
        return
    line = str(_line(view, view.starts[headline]))
    for index in range(headline + 1, len(view.starts)):
        start, end = view.block_span(index)
        if end - start < 2 * len(view.text) and words_of(view, start, end) == wanted:
            yield Match(start, end, (), {"first": line})


def _word_unit(view: View, options: Options) -> Iterator[Match]:
    """Report a word said twice in a row, names excepted."""
    for begin, end in _blocks(view):
        place = begin
        before = ""
        for word in view.folded[begin:end].split(" "):
            if word.rstrip(".,;:!?\"')") == before and before.isalpha() and before not in options["allow"]:
                second = view.text[place : place + len(before)]
                first = view.text[place - len(before) - 1 : place - 1]
                if not (first[0].isupper() and second[0].isupper()):
                    yield Match(place - len(before) - 1, place + len(before), (first,))
            before = word.lstrip("\"'(")
            place += len(word) + 1


def _phrase_unit(view: View, options: Options) -> Iterator[Match]:
    """Report a phrase said twice in a row inside a block."""
    for begin, end in _blocks(view):
        words = view.folded[begin:end].split(" ")
        for size in range(_LONGEST_PHRASE, max(options["min-words"], 2) - 1, -1):
            equal = 0
            for index in range(len(words) - size):
                equal = equal + 1 if words[index] == words[index + size] else 0
                phrase = words[index - size + 1 : index + 1]
                if equal == size and " ".join(phrase) not in options["allow"] and len(set(phrase)) > 1:
                    start = begin + len(" ".join(words[: index - size + 1])) + (index - size + 1 > 0)
                    length = len(" ".join(phrase))
                    yield Match(start, start + 2 * length + 1, (view.text[start : start + length],))
                    equal = 0


def _stem_unit(view: View, options: Options) -> Iterator[Match]:
    """Report a verb whose object shares its stem: verb, particle, determiner, up to two words, noun."""
    for begin, end in _blocks(view):
        tokens = list(_WORD.finditer(view.folded, begin, end))
        words = [token[0] for token in tokens]
        for index, word in enumerate(words):
            if word not in _DETERMINERS or index == 0:
                continue
            verb = index - 2 if words[index - 1] in _PARTICLES and index > 1 else index - 1
            for noun in range(index + 1, min(index + 4, len(words))):
                if _same_stem(words[verb], words[noun], words[verb + 1 : index]) and not _excused(
                    words[verb], words[noun], options
                ):
                    yield Match(tokens[verb].start(), tokens[noun].end())
                    break


def _same_stem(verb: str, noun: str, particle: Sequence[str]) -> bool:
    stem = (verb + "".join(particle))[: max(_STEM, len(verb))]
    return len(verb) >= _STEM and len(noun) >= _STEM and noun.startswith(stem[:_STEM]) and verb[:_STEM] == noun[:_STEM]


def _excused(verb: str, noun: str, options: Options) -> bool:
    return f"{verb} {noun}" in options["allow"] or noun in options["allow"]


_UNITS: dict[str, Callable[[View, Options], Iterator[Match]]] = {
    "word": _word_unit,
    "phrase": _phrase_unit,
    "sentence": _sentence_unit,
    "line": _line_unit,
    "headline": _headline_unit,
    "paragraph": _paragraph_unit,
    "stem": _stem_unit,
}


def _find(rule: Rule, hits: Sequence[Hit], view: View) -> Iterable[Match]:
    options = {**rule.options, "allow": frozenset(fold(entry) for entry in rule.options["allow"])}
    return _UNITS[rule.options["unit"]](view, options)


KIND = Kind(
    help="A unit said twice; {first} is the line where lines, sentences and paragraphs stood first.",
    fields={
        "unit": Field("choice", "What is said twice.", tuple(_UNITS), required=True),
        "min-words": Field("integer", "Shorter units are left alone.", default=1),
        "allow": Field("strings", "Units that may be said twice.", default=()),
    },
    compile=no_expressions,
    find=_find,
    whole_document=True,
)

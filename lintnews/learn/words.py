"""From an article to stretches of words: runs of words inside a sentence with only spaces between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lintnews.document import HIDDEN, Document
from lintnews.segment import sentences

_WORD = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighboring words of one sentence.

    Attributes:
        words: The words as written.
        opens: Whether the first word opens the sentence, so that its capital says nothing.
    """

    words: tuple[str, ...]
    opens: bool


def stretches(document: Document) -> Iterator[Stretch]:
    """Yield the stretches of a document in text order; punctuation, brackets and dashes end one."""
    for block in document.blocks:
        text = document.masked[block.start : block.end].replace(HIDDEN, "")
        for start, end in sentences(text):
            yield from _in_sentence(text[start:end])


def _in_sentence(sentence: str) -> Iterator[Stretch]:
    words: list[str] = []
    opens = True
    position = 0
    for match in _WORD.finditer(sentence):
        if words and not _SPACE.fullmatch(sentence, position, match.start()):
            yield Stretch(tuple(words), opens)
            words, opens = [], False
        words.append(match.group())
        position = match.end()
    if words:
        yield Stretch(tuple(words), opens)

"""The document model: a text, its blocks with scopes, and a mask that hides what is not prose.

Masking never changes length: every offset is a 0-based code point offset into `Document.text`, the text of
the file as decoded (without a byte order mark, line ends as they are).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

SCOPES = ("headline", "title", "heading", "paragraph", "list-item", "quote", "caption")
"""What a block can be: the first headline of the text, a front-matter title, a later heading, a paragraph,
a list item, a block quotation, a caption."""

HIDDEN = "\0"
"""Stands in the mask for a hidden character that does not separate words: inline markup, the tail of an
entity. A file that holds this character is refused as binary, so it cannot be in a text."""

OBJECT = "\ufffc"
"""Stands in the mask for something inside a sentence that is not prose (a URL, code, an image), so that the
words around it do not become neighbors."""

_LINE_END = re.compile(r"\r\n|\n|\r")
_LINE_BODY = re.compile(r"[^\r\n]+")
_PROSE = re.compile(rf"[^\s{HIDDEN}{OBJECT}]")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of prose, `start` to `end` (exclusive), that sentences and phrases do not cross."""

    start: int
    end: int
    scope: str


@dataclass(frozen=True, slots=True)
class Directive:
    """A suppression comment as found: offsets of the whole comment, and the words after `lintnews:`."""

    start: int
    end: int
    content: str


@dataclass(frozen=True)
class Document:
    """One text and what is known about its structure.

    Attributes:
        text: The decoded text of the file.
        masked: As long as `text`; blocks keep their characters, everything hidden is a space (it separates
            words) or HIDDEN (it does not), line ends stay.
        blocks: In text order, not overlapping, none empty.
        directives: Suppression comments, in text order.
        path: The name used in findings.
    """

    text: str
    masked: str
    blocks: tuple[Block, ...]
    directives: tuple[Directive, ...] = ()
    path: str = "<text>"

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offsets at which lines begin; a file that ends in a line end has an empty last line."""
        return (0, *(match.end() for match in _LINE_END.finditer(self.text)))

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column (in code points) of an offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line_text(self, line: int) -> str:
        """Return the text of a 1-based line, without its line end."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds the character at an offset, or None."""
        index = bisect_right(self._block_starts, offset) - 1
        if index >= 0 and offset < self.blocks[index].end:
            return self.blocks[index]
        return None


@dataclass(slots=True)
class Mask:
    """Builds the equal-length mask of a text: starts all hidden, prose is shown piece by piece."""

    text: str
    _pieces: list[tuple[int, int, str]] = field(default_factory=list)

    def show(self, start: int, end: int) -> None:
        """Show the characters from `start` to `end` as they are."""
        self._pieces.append((start, end, self.text[start:end]))

    def join(self, start: int, end: int) -> None:
        """Hide the characters from `start` to `end` so that their neighbors touch."""
        self._pieces.append((start, end, self._hidden(start, end)))

    def replace(self, start: int, end: int, shown: str) -> None:
        """Show `shown` (at most as long) in place of the text from `start` to `end`; the rest is joined."""
        if len(shown) > end - start:
            raise ValueError(f"cannot show {shown!r} in {end - start} characters")
        self._pieces.append((start, end, shown + self._hidden(start + len(shown), end)))

    def _hidden(self, start: int, end: int) -> str:
        source = self.text[start:end]
        if "\n" not in source and "\r" not in source:
            return HIDDEN * (end - start)
        return _LINE_BODY.sub(lambda match: HIDDEN * len(match.group()), source)

    def build(self) -> str:
        """Return the mask: as long as the text, its line ends kept, later pieces over earlier ones."""
        blank = _LINE_BODY.sub(lambda match: " " * len(match.group()), self.text)
        parts: list[str] = []
        position = 0
        for start, end, shown in self._pieces:
            if start < position:
                return self._build_out_of_order(blank)
            parts += (blank[position:start], shown)
            position = end
        parts.append(blank[position:])
        return "".join(parts)

    def _build_out_of_order(self, blank: str) -> str:
        cells = list(blank)
        for start, end, shown in self._pieces:
            cells[start:end] = shown
        return "".join(cells)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without white space (and hidden characters) at its ends; start == end when empty."""
    while start < end and (text[start].isspace() or text[start] == HIDDEN):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == HIDDEN):
        end -= 1
    return start, end


def make_blocks(masked: str, spans: Iterable[tuple[int, int, str]]) -> tuple[Block, ...]:
    """Return trimmed blocks in text order from (start, end, scope) spans over a mask.

    Where spans overlap the later one gives way. A span without prose (only objects: a lone URL) makes no
    block, or two pictures in a row would look like a paragraph said twice.
    """
    blocks = []
    position = 0
    for start, end, scope in sorted(spans):
        start, end = trimmed(masked, max(start, position), end)
        if start < end and (masked[start] != OBJECT or _PROSE.search(masked, start, end)):
            blocks.append(Block(start, end, scope))
            position = end
    return tuple(blocks)

"""The view rules search: a document's blocks with white space squeezed and quotation marks straight.

Markup, line wraps and typographic quotes would otherwise have to be spelled out in every rule. A view keeps
a map back to the file, so a match is located without ever being searched for again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from lintnews import segment
from lintnews.document import HIDDEN, Block, Document

# Characters that take part in no word: hidden markup, soft hyphen, zero-width space and friends, BOM.
_INVISIBLE = HIDDEN + "\u00ad\u200b\u200c\u2060\ufeff"
_IRREGULAR = re.compile(rf"[{_INVISIBLE}]|[^\S ]|  ")
_STRAIGHT = (
    ("\u2019", "'"), ("\u2018", "'"), ("\u02bc", "'"),
    ("\u201c", '"'), ("\u201d", '"'),
    ("\u00a0", " "), ("\u202f", " "), ("\u2007", " "),
    ("\u2010", "-"), ("\u2011", "-"),
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


def straighten(text: str) -> str:
    """Return the text with straight quotes, plain spaces and plain hyphens; one character for one."""
    if text.isascii():
        return text
    for typographic, plain in _STRAIGHT:
        text = text.replace(typographic, plain)
    return text


def fold(text: str) -> str:
    """Return straightened text in lower case, one character for one (İ becomes i)."""
    text = straighten(text)
    if not text.isascii():
        text = text.replace("\u0130", "i")
    return text.lower()


def _squeeze(text: str) -> tuple[str, list[int]]:
    """Drop invisible characters and squeeze white space; return the rest and each character's offset."""
    kept: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        if character in _INVISIBLE:
            continue
        if character.isspace():
            if not kept or kept[-1] == " ":
                continue
            character = " "
        kept.append(character)
        offsets.append(offset)
    if kept and kept[-1] == " ":
        del kept[-1], offsets[-1]
    return "".join(kept), offsets


@dataclass(frozen=True)
class View:
    """The searchable text of a document.

    Offsets into `text` and `folded` are view offsets (0-based code points); `span` turns them into file
    offsets. Blocks are joined by single line ends, which stand nowhere else.

    Attributes:
        document: The document viewed.
        text: Its blocks, squeezed and straightened, joined by "\\n".
        folded: `text` in lower case, of the same length.
        starts: The view offset of each block.
        offsets: For each block the file offset of each of its characters, or None where the block is
            unchanged and a shift does.
    """

    document: Document
    text: str
    folded: str
    starts: list[int]
    offsets: list[list[int] | None]

    def block_index(self, offset: int) -> int:
        """Return the index of the block that holds a view offset."""
        return bisect_right(self.starts, offset) - 1

    def block_span(self, index: int) -> tuple[int, int]:
        """Return the view offsets at which a block begins and ends (exclusive)."""
        end = self.starts[index + 1] - 1 if index + 1 < len(self.starts) else len(self.text)
        return self.starts[index], end

    def block(self, index: int) -> Block:
        """Return the document's block of that index."""
        return self.document.blocks[index]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the file offsets of a non-empty view span; both ends may lie in different blocks."""
        return self._file_offset(start), self._file_offset(end - 1) + 1

    def _file_offset(self, offset: int) -> int:
        index = self.block_index(offset)
        inside = offset - self.starts[index]
        file_offsets = self.offsets[index]
        base = self.document.blocks[index].start
        return base + (inside if file_offsets is None else file_offsets[inside])

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """View spans of all sentences, in order."""
        found = []
        for index in range(len(self.starts)):
            start, end = self.block_span(index)
            found += [(start + a, start + b) for a, b in segment.sentences(self.text[start:end])]
        return found

    @cached_property
    def quotations(self) -> list[tuple[int, int]]:
        """File spans of quoted speech, in order; taken from the file, where quotation marks still curl."""
        found = []
        for block in self.document.blocks:
            spans = segment.quotations(self.document.masked[block.start : block.end])
            found += [(block.start + a, block.start + b) for a, b in spans]
        return found

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words of the text, folded."""
        return frozenset(_WORD.findall(self.folded))

    def quoted(self, start: int, end: int) -> bool:
        """Tell whether a file span lies inside quoted speech."""
        index = bisect_right(self.quotations, (start, len(self.document.text) + 1)) - 1
        return index >= 0 and end <= self.quotations[index][1]


def make_view(document: Document) -> View:
    """Build the view of a document; linear in its length."""
    pieces: list[str] = []
    starts: list[int] = []
    offsets: list[list[int] | None] = []
    position = 0
    for block in document.blocks:
        piece = straighten(document.masked[block.start : block.end])
        block_offsets = None
        if _IRREGULAR.search(piece):
            piece, block_offsets = _squeeze(piece)
        pieces.append(piece)
        starts.append(position)
        offsets.append(block_offsets)
        position += len(piece) + 1
    text = "\n".join(pieces)
    return View(document, text, fold(text), starts, offsets)


def words_at_least(vocabulary: frozenset[str], words: Iterable[str], number: int) -> bool:
    """Tell whether at least `number` different `words` are in the vocabulary."""
    found = 0
    for word in words:
        found += word in vocabulary
        if found >= number:
            return True
    return False

"""Markdown (CommonMark with tables and strikethrough): the block tree first, then each run of inline text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import tree_sitter_markdown
from tree_sitter import Language, Node, Parser, TreeCursor

from lintnews.document import Document, Mask, make_blocks
from lintnews.formats import html, inline
from lintnews.formats.common import hide_objects
from lintnews.formats.painter import Painter

_CONTAINERS = {"block_quote": "quote", "list_item": "list-item"}
_HEADINGS = frozenset({"atx_heading", "setext_heading"})
_DESCENDED = frozenset({"document", "section", "list", "paragraph", "pipe_table", "pipe_table_header",
                        "pipe_table_row", "ERROR"}) | _HEADINGS | _CONTAINERS.keys()  # fmt: skip
_CLOSING_HASHES = re.compile(r"(?:^|[ \t])#+[ \t]*\Z")
_BLANK_FIRST_LINE = re.compile(r"---[ \t]*(?:\r\n|\r|\n)(?![ \t]*(?:[\w\"'][^\r\n]*:|#|---))")
_TITLE = re.compile(
    r"^(?:title|headline)[ \t]*[:=][ \t]*"
    r"(?:\"(?P<double>(?:[^\"\\\r\n]|\\.)*)\"|'(?P<single>(?:[^'\r\n]|'')*)'|(?P<bare>[^\s\"'|>\[{&*!#][^\r\n]*?))"
    r"[ \t]*(?:[ \t]#[^\r\n]*)?(?=[\r\n]|\Z)(?!\r?\n?[ \t]+\S)",
    re.MULTILINE | re.IGNORECASE,
)
_TITLE_ESCAPE = re.compile(r"\\[\"\\]|''")
_OTHER_CHARACTERS = re.compile(r"[^\x01-\x7f]")
_LONE_RETURN = re.compile(r"\r(?!\n)")


@dataclass(slots=True)
class _Blocks:
    """What the block tree holds, all offsets in code points.

    Attributes:
        prose: (start, end, scope) of the inline text of headings, paragraphs, list items, quotes and cells.
        markup: (start, end, scope) of HTML blocks.
        levels: The level of each heading in `prose`, by its start.
        continued: Spans that repeat the markers of a container at the beginning of a line.
        labels: Labels of link definitions, normalized.
        front_matter: Its span; empty when there is none.
    """

    prose: list[tuple[int, int, str]] = field(default_factory=list)
    markup: list[tuple[int, int, str]] = field(default_factory=list)
    levels: dict[int, int] = field(default_factory=dict)
    continued: list[tuple[int, int]] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    front_matter: tuple[int, int] = (0, 0)


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_markdown.language()))


def parse(text: str, path: str = "<text>") -> Document:
    """Return the document of a Markdown text."""
    shadow = _shadow(text)
    blocks = _read_blocks(text, shadow)
    clean = _blanked(text, blocks.continued)
    shadow = _blanked(shadow, blocks.continued)
    painter = Painter(Mask(clean), headline_seen=bool(blocks.levels))
    for start, end in _titles(text, *blocks.front_matter):
        painter.title(start, end, [match.span() for match in _TITLE_ESCAPE.finditer(text, start, end)])
    headline = _headline(blocks.levels)
    for start, end, scope in sorted(blocks.prose + blocks.markup):
        if scope == "html":
            continue
        painter.base = "headline" if start == headline else scope
    masked = hide_objects(painter.mask.build())
    return Document(text, masked, make_blocks(masked, painter.spans), tuple(painter.directives), path)

"""Markdown (CommonMark with tables and strikethrough): finds the blocks; `markdown_inline` fills them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import tree_sitter_markdown
from tree_sitter import Language, Node, Parser, TreeCursor

from lintnews.document import Document, Mask, make_blocks
from lintnews.formats import html
from lintnews.formats.common import hide_objects
from lintnews.formats.markdown_inline import InlinePainter, normalized_label
from lintnews.formats.painter import Painter

_CONTAINERS = {"block_quote": "quote", "list_item": "list-item"}
_HEADINGS = frozenset({"atx_heading", "setext_heading"})
_METADATA = frozenset({"minus_metadata", "plus_metadata"})
_PARENTS = (
    frozenset({"document", "section", "list", "paragraph", "ERROR"})
    | {"pipe_table", "pipe_table_header", "pipe_table_row", "pipe_table_delimiter_row", "pipe_table_delimiter_cell"}
    | _HEADINGS
    | _CONTAINERS.keys()
)
_INLINE_KINDS = frozenset(
    {"entity_reference", "numeric_character_reference", "backslash_escape"}
    | {"link_label", "link_destination", "link_title"}
)
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_CLOSING_HASHES = re.compile(r"(?:^|[ \t])#+[ \t]*\Z")
# A text may begin with a line of dashes; it is front matter only when a key (or its end) follows at once.
_NO_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?!\s*(?:[^\W\d][^\n:]*:|[\"'#]|---))")
_TITLE = re.compile(
    r"""^(?:title|headline)[ \t]*[:=][ \t]*
    (?: "(?P<double>(?:[^"\\\r\n]|\\.)*)"
      | '(?P<single>(?:[^'\r\n]|'')*)'
      | (?P<bare>[^\s"'|>\[\]{}&*!#%@`][^\r\n]*?)
    )
    [ \t]*(?:[ \t]\#[^\r\n]*)?(?=[\r\n]|\Z)
    (?!\r?\n?[ \t]+\S)""",
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)
_TITLE_ESCAPE = re.compile(r"\\(?=[\"\\])|'(?=')")
_TO_SHADOW = re.compile(r"[^\x01-\x7f]|\r(?!\n)")


@dataclass(slots=True)
class _Blocks:
    """What the block tree holds; offsets in code points.

    Attributes:
        prose: (start, end, scope, heading level or 0) of each run of inline text.
        markup: (start, end, scope) of each HTML block.
        continued: Spans that repeat the markers of a container at the beginning of a line.
        labels: Labels of link definitions, normalized.
        front_matter: Its span; empty when there is none.
    """

    prose: list[tuple[int, int, str, int]] = field(default_factory=list)
    markup: list[tuple[int, int, str]] = field(default_factory=list)
    continued: list[tuple[int, int]] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    front_matter: tuple[int, int] = (0, 0)


@cache
def _language() -> Language:
    return Language(tree_sitter_markdown.language())


def parse(text: str, path: str = "<text>") -> Document:
    """Return the document of a Markdown text."""
    shadow = make_shadow(text)
    blocks = _read_blocks(shadow)
    painter = Painter(Mask(_without(text, blocks.continued)))
    _paint_titles(painter, *blocks.front_matter)
    _paint_blocks(painter, _without(shadow, blocks.continued), blocks)
    masked = hide_objects(painter.mask.build())
    return Document(text, masked, make_blocks(masked, painter.spans), tuple(painter.directives), path)


def make_shadow(text: str) -> str:
    """Return what is given to the parser: ASCII, as long as the text, with the same structure.

    So byte offsets in trees are code point offsets in the text. Letters become a control character, which
    has no meaning in Markdown; punctuation and symbols a comma, because emphasis depends on them; a lone
    carriage return a line feed. Dashes that would wrongly begin front matter become asterisks.
    """
    shadow = _TO_SHADOW.sub(_shadow_character, text)
    if _NO_FRONT_MATTER.match(shadow):
        shadow = "***" + shadow[3:]
    return shadow


def _shadow_character(match: re.Match[str]) -> str:
    character = match.group()
    if character == "\r":
        return "\n"
    return "," if unicodedata.category(character)[0] in "PSZ" else "\x1a"


def _read_blocks(shadow: str) -> _Blocks:
    """Walk the block tree, without recursion: a hostile text nests as deep as it is long."""
    blocks = _Blocks()
    # Without a last line end the parser takes a line of dashes for text.
    cursor = Parser(_language()).parse(shadow.encode("ascii") + b"\n").walk()
    # For each level of the walk: scope, heading level, and whether a container is open.
    contexts = [("paragraph", 0, False)]
    while True:
        node = cursor.node
        assert node is not None
        scope, level, contained = contexts[-1]
        kind = node.type
        if kind in _CONTAINERS:
            scope, contained = _CONTAINERS[kind], True
        elif kind in _HEADINGS:
            scope, level = "heading", _heading_level(node)
        else:
            _take(blocks, shadow, node, scope, level)
        visited = kind in _PARENTS or (contained and kind in ("inline", "html_block"))
        if visited and cursor.goto_first_child():
            contexts.append((scope, level, contained))
            continue
        if not _go_on(cursor, contexts):
            return blocks


def _go_on(cursor: TreeCursor, contexts: list[tuple[str, int, bool]]) -> bool:
    """Move to the next node that is no child of this one; tell whether there was one."""
    while not cursor.goto_next_sibling():
        if not cursor.goto_parent():
            return False
        contexts.pop()
    return True


def _heading_level(node: Node) -> int:
    """Return 1 to 6; the marker is the first child (#) or the last (underline)."""
    for child in node.children:
        if child.type.startswith(("atx_h", "setext_h")):
            return int(child.type.split("_h")[1][0])
    return 6


def _take(blocks: _Blocks, shadow: str, node: Node, scope: str, level: int) -> None:
    start, end = node.start_byte, min(node.end_byte, len(shadow))
    kind = node.type
    if kind == "inline":
        if level:
            closing = _CLOSING_HASHES.search(shadow[start:end])
            end = start + closing.start() if closing else end
        blocks.prose.append((start, end, scope, level))
    elif kind == "pipe_table_cell":
        blocks.prose.append((start, end, "paragraph", 0))
    elif kind == "html_block":
        blocks.markup.append((start, end, scope))
    elif kind == "block_continuation" and start < end:
        blocks.continued.append((start, end))
    elif kind == "link_reference_definition":
        label = next((child for child in node.children if child.type == "link_label"), None)
        if label is not None:
            blocks.labels.add(normalized_label(shadow[label.start_byte + 1 : label.end_byte - 1]))
    elif kind == "ERROR":
        _take_misunderstood(blocks, shadow, node, scope)
    elif kind in _METADATA:
        blocks.front_matter = (start, end)


def _take_misunderstood(blocks: _Blocks, shadow: str, node: Node, scope: str) -> None:
    """Take the text in a node that the parser gave up on as paragraphs, so that no prose gets lost."""
    position = node.start_byte
    for child in node.children:
        if child.is_named and child.type not in _INLINE_KINDS:
            _take_paragraphs(blocks, shadow, position, child.start_byte, scope)
            position = child.end_byte
    _take_paragraphs(blocks, shadow, position, min(node.end_byte, len(shadow)), scope)


def _take_paragraphs(blocks: _Blocks, shadow: str, start: int, end: int, scope: str) -> None:
    for match in _PARAGRAPH.finditer(shadow, start, end):
        blocks.prose.append((match.start(), match.end(), scope, 0))


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """Return the text with spaces in place of the spans, which are in order and hold no line end."""
    if not spans:
        return text
    return "".join(_pieces_without(text, spans))


def _pieces_without(text: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    position = 0
    for start, end in spans:
        yield text[position:start]
        yield " " * (end - start)
        position = end
    yield text[position:]


def _paint_titles(painter: Painter, start: int, end: int) -> None:
    """Show the titles in the front matter: one-line values only, without quotes and escapes."""
    painter.base = "title"
    text = painter.mask.text
    for title in _TITLE.finditer(text, start, end):
        kind = title.lastgroup or "bare"
        position = title.start(kind)
        if kind != "bare":
            for escape in _TITLE_ESCAPE.finditer(text, position, title.end(kind)):
                if escape.start() >= position and (escape.group() == "\\") == (kind == "double"):
                    painter.text(position, escape.start())
                    painter.join(*escape.span())
                    painter.text(escape.end(), escape.end() + 1)
                    position = escape.end() + 1
        painter.text(position, title.end(kind))
        painter.finish(end)


def _paint_blocks(painter: Painter, shadow: str, blocks: _Blocks) -> None:
    inline = InlinePainter(painter, shadow, frozenset(blocks.labels))
    levels = [level for _, _, _, level in blocks.prose if level]
    headline_level = 1 if 1 in levels else max(levels, default=0)
    any_level = headline_level != 1
    headline_seen = False
    painter.headline_seen = bool(levels)
    parts = [*blocks.prose, *((start, end, scope, -1) for start, end, scope in blocks.markup)]
    for start, end, scope, level in sorted(parts):
        painter.base = scope
        if level < 0:
            html.scan(painter, start, end)
            painter.finish(end)
            continue
        headline = not headline_seen and level > 0 and (any_level or level == 1)
        if headline:
            painter.base = "headline"
        before = len(painter.spans)
        inline.paint(start, end, may_be_caption=level == 0)
        # A heading that holds only a picture leaves the name to the next one.
        headline_seen |= headline and len(painter.spans) > before

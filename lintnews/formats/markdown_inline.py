"""Inline Markdown: emphasis, links, pictures, code, tags and references inside one run of text."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

import tree_sitter_markdown
from tree_sitter import Language, Node, Parser

from lintnews.formats.painter import Painter

_SPECIAL = re.compile(r"[*_~`\[<&\\]")
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_FOOTNOTE = re.compile(r"\[\^[^\]\s\[]{1,60}\]")
_FOOTNOTE_DEFINITION = re.compile(r"\[\^[^\]\s\[]{1,60}\]:[ \t]*")
_AFTER_LINKED_IMAGE = re.compile(r"\](?:\([^()]*\)|\[[^\[\]]*\])\s*\Z")

# The parser needs time quadratic in the number of emphasis marks and of images, and exponential in that of
# image marks that begin no image: so all image marks, and marks in numbers no article has, are kept from it.
_MARKS_ALWAYS_PARSED = 64
_MOST_MARKS = 1000
_LEAST_CHARACTERS_PER_MARK = 8
_HIDE_MARKS = str.maketrans("*_~$", ",,,,")
_MARK_RUN = re.compile(r"\*+|~~")
_IMAGE_MARK = re.compile(r"!(?=\[)")
# A picture that is a link keeps its mark, because a link cannot stand in a link.
_LINKED_IMAGE = re.compile(r"(?<=\[)!(?=\[[^\[\]*_~]{0,2000}\](?:\([^()<>\n\\]{0,2000}\)|\[[^\[\]*_~\n]{0,500}\]))")
_MOST_LINKED_IMAGES = 32

_LINKS = frozenset({"inline_link", "full_reference_link", "collapsed_reference_link", "shortcut_link"})
_OBJECTS = frozenset({"code_span", "uri_autolink", "email_autolink"})
_REFERENCES = frozenset({"entity_reference", "numeric_character_reference"})
_PARENTS = frozenset(
    {"inline", "emphasis", "strong_emphasis", "strikethrough", "link_text", "image_description", "ERROR"}
)


@cache
def _language() -> Language:
    return Language(tree_sitter_markdown.inline_language())


def normalized_label(label: str) -> str:
    """Return the form in which two link labels are compared."""
    return " ".join(label.split()).casefold()


class InlinePainter:
    """Paints runs of inline text.

    Attributes:
        painter: What is painted on.
        shadow: The ASCII stand-in of its text, of the same length.
        labels: The link definitions of the text, normalized.
    """

    def __init__(self, painter: Painter, shadow: str, labels: frozenset[str]) -> None:
        self.painter = painter
        self.shadow = shadow
        self.labels = labels
        self._text = painter.mask.text
        self._parser = Parser(_language())
        self._events: list[tuple[int, int, str]] = []
        self._unpaired: set[int] = set()
        self._bounds = (0, 0)

    def paint(self, start: int, end: int, may_be_caption: bool) -> None:
        """Paint the text from `start` to `end` as one block; a picture alone in it may become a caption."""
        painter = self.painter
        piece = self.shadow[start:end]
        if not _SPECIAL.search(piece):
            painter.text(start, end)
            painter.finish(end)
            return
        self._events, self._unpaired = [], set()
        piece = self._take_comments(piece, start)
        self._take_footnotes(piece, start)
        self._bounds = (len(piece) - len(piece.lstrip()), len(piece.rstrip()))
        self._walk(self._guarded(piece, start), start, may_be_caption)
        self._paint_events(start, end)
        painter.finish(end)

    def _take_comments(self, piece: str, start: int) -> str:
        """Note the comments; return the piece with letters in their place, for the parser ends some early."""
        position = piece.find("<!--")
        parts: list[str] = []
        done = 0
        while position >= 0:
            close = piece.find("-->", position + 2)
            if close < 0:
                break
            close += 3
            self._events.append((start + position, start + close, "comment"))
            parts += (piece[done:position], "\x1a" * (close - position))
            done = close
            position = piece.find("<!--", close)
        return "".join(parts) + piece[done:]

    def _take_footnotes(self, piece: str, start: int) -> None:
        if "[^" not in piece:
            return
        definition = _FOOTNOTE_DEFINITION.match(piece)
        if definition:
            self._events.append((start, start + definition.end(), "join"))
        for match in _FOOTNOTE.finditer(piece, definition.end() if definition else 0):
            self._events.append((start + match.start(), start + match.end(), "join"))

    def _guarded(self, piece: str, start: int) -> str:
        """Return the piece without the marks that cost the parser too much time, and without formulas."""
        marks = piece.count("*") + piece.count("_") + piece.count("~")
        allowed = min(_MOST_MARKS, len(piece) // _LEAST_CHARACTERS_PER_MARK)
        if marks > max(_MARKS_ALWAYS_PARSED, allowed):
            self._join_mark_runs(piece, start)
            piece = piece.translate(_HIDE_MARKS)
        else:
            piece = piece.replace("$", ",")
        if "![" in piece:
            # An image without its mark is parsed as a link, and known again by the mark in the text.
            kept = {match.end() for match in islice(_LINKED_IMAGE.finditer(piece), _MOST_LINKED_IMAGES)}
            piece = _IMAGE_MARK.sub(lambda match: "!" if match.end() in kept else ",", piece)
        return piece

    def _join_mark_runs(self, piece: str, start: int) -> None:
        for match in _MARK_RUN.finditer(piece):
            around = piece[match.start() - 1 : match.start()] + piece[match.end() : match.end() + 1]
            if around.strip():
                self._events.append((start + match.start(), start + match.end(), "join"))

    def _walk(self, piece: str, start: int, may_be_caption: bool) -> None:
        cursor = self._parser.parse(piece.encode("ascii")).walk()
        while True:
            node = cursor.node
            assert node is not None
            if self._take(node, start, piece, may_be_caption) and cursor.goto_first_child():
                continue
            while not cursor.goto_next_sibling():
                if not cursor.goto_parent():
                    return

    def _take(self, node: Node, offset: int, piece: str, may_be_caption: bool) -> bool:
        """Note what a node hides; tell whether its children are to be visited."""
        kind = node.type
        if not node.is_named or kind in _PARENTS:
            if node.has_error:
                self._take_unpaired(node)
            return kind in _PARENTS
        start, end = offset + node.start_byte, offset + node.end_byte
        events = self._events
        if kind == "emphasis_delimiter":
            if node.start_byte in self._unpaired or start == end:
                return False
            # One tilde is an approximation in prose, two strike through.
            if self._text[start] != "~" or "~~" in self._text[start - 1 : end + 1]:
                events.append((start, end, "join"))
        elif kind in _OBJECTS:
            events.append((start, end, "object"))
        elif kind in _REFERENCES:
            events.append((start, end, "reference"))
        elif kind == "backslash_escape":
            events.append((start, start + 1, "join"))
        elif kind == "hard_line_break":
            if self._text[start] == "\\":
                events.append((start, start + 1, "blank"))
        elif kind == "html_tag":
            events.append((start, end, "tag"))
        elif kind in _LINKS:
            return self._take_link(node, offset, piece, may_be_caption)
        elif kind == "image":
            label = _child(node, "image_description")
            text_end = label.end_byte if label else node.start_byte + 2
            return self._take_image(node.start_byte, node.end_byte, text_end, offset, piece, may_be_caption)
        return False

    def _take_unpaired(self, node: Node) -> None:
        """Note the marks that begin an emphasis whose end the parser made up: they are text."""
        if node.children and node.children[-1].is_missing:
            self._unpaired.update(child.start_byte for child in node.children if child.type == "emphasis_delimiter")

    def _take_link(self, node: Node, offset: int, piece: str, may_be_caption: bool) -> bool:
        start, end = node.start_byte, node.end_byte
        text = _child(node, "link_text")
        text_end = text.end_byte if text else start + 1
        if node.type != "inline_link":
            label = _child(node, "link_label") if node.type == "full_reference_link" else None
            name = piece[label.start_byte + 1 : label.end_byte - 1] if label else piece[start + 1 : text_end]
            if normalized_label(name) not in self.labels:
                # Brackets without a definition belong to the prose: "[sic]".
                return True
        if self._hidden_image_mark(start - 1, offset, piece):
            return self._take_image(start - 1, end, text_end, offset, piece, may_be_caption)
        self._events.append((offset + start, offset + start + 1, "join"))
        self._events.append((offset + text_end, offset + end, "join"))
        return True

    def _hidden_image_mark(self, position: int, offset: int, piece: str) -> bool:
        """Tell whether the guard has hidden the mark of an image at a position in the piece."""
        if position < 0 or piece[position] != "," or self._text[offset + position] != "!":
            return False
        return position == 0 or piece[position - 1] != "\\"

    def _take_image(self, start: int, end: int, text_end: int, offset: int, piece: str, may_be_caption: bool) -> bool:
        """Note an image, offsets in the piece: alone its text is a caption, in a sentence it is an object."""
        first, last = self._bounds
        alone = start == first and end == last
        linked = start == first + 1 and piece[first] == "[" and _AFTER_LINKED_IMAGE.match(piece, end) is not None
        if may_be_caption and (alone or linked):
            self.painter.base = "caption"
            self._events.append((offset + start, offset + start + 2, "join"))
            self._events.append((offset + text_end, offset + end, "join"))
            return True
        self._events.append((offset + start, offset + end, "object"))
        return False

    def _paint_events(self, start: int, end: int) -> None:
        painter = self.painter
        position = start
        for event_start, event_end, kind in sorted(self._events):
            if event_start < position or event_start >= event_end:
                continue
            painter.text(position, event_start)
            position = event_end
            if kind == "join":
                painter.join(event_start, event_end)
            elif kind == "object":
                painter.put_object(event_start, event_end)
            elif kind == "reference":
                painter.reference(event_start, event_end)
            elif kind == "comment":
                painter.comment(event_start, event_end)
            elif kind == "tag":
                self._paint_tag(event_start, event_end)
        painter.text(position, end)

    def _paint_tag(self, start: int, end: int) -> None:
        match = _TAG.match(self._text, start, end)
        if match is None:
            self.painter.join(start, end)
        else:
            self.painter.tag(start, end, match.group(2).lower(), bool(match.group(1)))


def _child(node: Node, kind: str) -> Node | None:
    return next((child for child in node.children if child.type == kind), None)

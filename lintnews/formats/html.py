"""HTML: everything but text is hidden; block elements start blocks.

The tags are found by the small scanner in this module and not by a tree: a tree parser needs time quadratic
in the depth of a page and in the number of unclosed comments, reads "5 < 6" as a tag, and offers nothing
more for this task, because only the order of tags and texts matters here.
"""

from __future__ import annotations

import re

from lintnews.document import Document, Mask, make_blocks
from lintnews.formats.common import REFERENCE, hide_objects
from lintnews.formats.painter import Painter

# A quoted value may hold ">"; possessive, so that a tag that never ends is given up in one pass.
_TAG = re.compile(r"""<(/?)([A-Za-z][^\s/>]*+)(?:=\s*+"[^"]*+"|=\s*+'[^']*+'|[^>=]++|=)*+>""")
# Used after a tag that never ends: its quotes cannot be trusted.
_NAIVE_TAG = re.compile(r"<(/?)([A-Za-z][^\s/<>]*)[^<>]*>?")
_DECLARATION = re.compile(r"<[!?/][^>]*>?")
# The content of these is no markup; it ends at the first end tag of that name, or with the file.
_RAW = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in ("script", "style", "textarea", "xmp")}


def scan(painter: Painter, start: int, end: int) -> None:
    """Give the painter all tags, comments and texts between two offsets; linear in their distance."""
    text = painter.mask.text
    tag = _TAG
    comments_end = True
    position = start
    while position < end:
        opening = text.find("<", position, end)
        if opening < 0:
            opening = end
        _scan_text(painter, position, opening)
        position = opening
        if opening == end:
            break
        if comments_end and text.startswith("<!--", opening, end):
            close = text.find("-->", opening + 2, end)
            if close >= 0:
                position = close + 3
                painter.comment(opening, position)
                continue
            comments_end = False
        match = tag.match(text, opening, end)
        if match is None and _NAIVE_TAG.match(text, opening, end):
            tag = _NAIVE_TAG
            match = tag.match(text, opening, end)
        if match is not None:
            position = match.end()
            name = match.group(2).lower()
            painter.tag(opening, position, name, bool(match.group(1)))
            if name in _RAW and not match.group(1):
                found = _RAW[name].search(text, position, end)
                position = found.start() if found else end
            continue
        match = _DECLARATION.match(text, opening, end)
        if match is not None:
            position = match.end()
            painter.join(opening, position)
        else:
            position += 1
            painter.text(opening, position)


def _scan_text(painter: Painter, start: int, end: int) -> None:
    for match in REFERENCE.finditer(painter.mask.text, start, end):
        painter.text(start, match.start())
        painter.reference(match.start(), match.end())
        start = match.end()
    painter.text(start, end)


def parse(text: str, path: str = "<text>") -> Document:
    """Return the document of an HTML page, or of a piece of one."""
    painter = Painter(Mask(text))
    scan(painter, 0, len(text))
    painter.finish(len(text))
    masked = hide_objects(painter.mask.build())
    return Document(text, masked, make_blocks(masked, painter.spans), tuple(painter.directives), path)

"""Plain text: paragraphs between blank lines, hard-wrapped lines, lists, quotes, captions, a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from lintnews.document import Directive, Document, make_blocks
from lintnews.formats.common import directive, hide_objects

_LINE = re.compile(r"[^\r\n]+")
_DIRECTIVE_LINE = re.compile(r"<!--\s*lintnews:.*?-->\Z", re.DOTALL)
_LIST_MARKER = re.compile(r"(?:[-*•]|[0-9]{1,2}[.)])[ \t]+(?=\S)")
_CROSSHEAD = re.compile(r"-[ \t].*[-–—]\Z")
_QUOTE_MARKER = re.compile(r">+[ \t]+(?:>+[ \t]+)*|>+\Z")
_CAPTION = re.compile(r"\(?(?:file )?(?:photo|image|picture)s?(?: credits?)?: ?\S", re.IGNORECASE)
# Most lines are told from marked ones by their first character alone.
_MARKED = frozenset("-*•>(<0123456789fFpPiI")

_LONGEST_HEADLINE = 200
_NARROWEST_WRAP, _WIDEST_WRAP = 50, 130
_CLOSING_QUOTES = "\"'”’»"
_ENDS_SENTENCE = (".", "!", "…", ",", ";")


@dataclass(slots=True)
class _Part:
    """Consecutive lines of one kind: the (start, end) offsets of the prose of each line, and their scope."""

    scope: str
    lines: list[tuple[int, int]]
    width: int


@dataclass(slots=True)
class _Lines:
    """What a pass over the lines found: parts, and spans to hide with the directives among them."""

    parts: list[_Part] = field(default_factory=list)
    hidden: list[tuple[int, int]] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)


def parse(text: str, path: str = "<text>") -> Document:
    """Return the document of a plain text."""
    lines = _read_lines(text)
    spans = list(_spans(text, lines.parts))
    masked = hide_objects(_without(text, lines.hidden))
    return Document(text, masked, make_blocks(masked, spans), tuple(lines.directives), path)


def _read_lines(text: str) -> _Lines:
    """Sort the lines into parts: a blank line, a list marker, a caption or a change of quoting ends one."""
    found = _Lines()
    part: _Part | None = None
    previous_end = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        if not _touch(text, previous_end, start):
            part = None
        previous_end = end
        line = match.group()
        stripped = line.strip()
        if not stripped:
            part = None
            continue
        prose = start + len(line) - len(line.lstrip())
        scope, starts_part = "paragraph", False
        if stripped[0] in _MARKED:
            if _is_directive(stripped):
                _hide_directive(found, text, prose, prose + len(stripped))
                continue
            scope, marker, starts_part = _classify(stripped)
            if marker:
                found.hidden.append((prose, prose + marker))
                prose += marker
        end = start + len(line.rstrip())
        if prose >= end:
            part = None
            continue
        if part is None or starts_part or (scope == "quote") != (part.scope == "quote"):
            part = _Part(scope, [], 0)
            found.parts.append(part)
        part.lines.append((prose, end))
        part.width = max(part.width, end - start)
    return found


def _touch(text: str, end: int, start: int) -> bool:
    """Tell whether one line end, and no blank line, lies between two lines."""
    return start - end == 1 or (start - end == 2 and text[end:start] == "\r\n")


def _is_directive(stripped: str) -> bool:
    return stripped[0] == "<" and _DIRECTIVE_LINE.match(stripped) is not None


def _hide_directive(found: _Lines, text: str, start: int, end: int) -> None:
    found.hidden.append((start, end))
    comment = directive(text, start, end)
    if comment is not None:
        found.directives.append(comment)


def _classify(line: str) -> tuple[str, int, bool]:
    """Return the scope of a line, the length of its marker, and whether it starts a part of its own."""
    if line[0] == ">":
        match = _QUOTE_MARKER.match(line)
        return ("quote", match.end(), False) if match else ("paragraph", 0, False)
    match = _LIST_MARKER.match(line)
    # Agencies set "- 'key moment' -" between paragraphs; those dashes are no list.
    if match and not _CROSSHEAD.match(line):
        return "list-item", match.end(), True
    if _CAPTION.match(line):
        return "caption", 0, True
    return "paragraph", 0, False


def _spans(text: str, parts: list[_Part]) -> Iterator[tuple[int, int, str]]:
    """Yield the block spans: one for a hard-wrapped part, else one for each line."""
    width = max((part.width for part in parts if len(part.lines) > 1), default=0)
    may_wrap = _NARROWEST_WRAP <= width <= _WIDEST_WRAP
    first = True
    for index, part in enumerate(parts):
        lines = part.lines
        if may_wrap and len(lines) > 1 and _wrapped(text, lines, width):
            lines = [(lines[0][0], lines[-1][1])]
        scope = part.scope
        for start, end in lines:
            if first and scope == "paragraph":
                more = len(lines) > 1 or index + 1 < len(parts)
                yield start, end, "headline" if more and _like_headline(text[start:end]) else scope
            else:
                yield start, end, scope
            first = False
            if scope != "quote":
                scope = "paragraph"


def _wrapped(text: str, lines: list[tuple[int, int]], width: int) -> bool:
    """Tell whether each line is full (the next word would not have fitted) and sentences run on."""
    running_on = 0
    for (start, end), (following, following_end) in pairwise(lines):
        word = text[following : min(following_end, following + width)].split(None, 1)
        if not word or (end - start) + 1 + len(word[0]) <= width:
            return False
        if text[start:end] == text[following:following_end]:
            return False  # a title printed twice, not a paragraph
        running_on += word[0][0].islower()
    return running_on >= 1 and 2 * running_on >= len(lines) - 1


def _like_headline(line: str) -> bool:
    """Tell whether a first line is short and ends like a title, not like a sentence."""
    return len(line) <= _LONGEST_HEADLINE and not line.rstrip(_CLOSING_QUOTES).endswith(_ENDS_SENTENCE)


def _without(text: str, hidden: list[tuple[int, int]]) -> str:
    """Return the text with spaces in place of the hidden spans, which hold no line end."""
    if not hidden:
        return text
    parts: list[str] = []
    position = 0
    for start, end in hidden:
        parts += (text[position:start], " " * (end - start))
        position = end
    parts.append(text[position:])
    return "".join(parts)

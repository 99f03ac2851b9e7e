"""Fills a mask and a list of blocks from HTML tags and texts, whether they stand in a page or in Markdown."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from lintnews.document import OBJECT, Directive, Mask
from lintnews.formats.common import directive, referenced

_SCOPES = {
    "h1": "headline", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "title": "title", "li": "list-item", "blockquote": "quote", "figcaption": "caption", "caption": "caption",
}  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "title"})
# Elements whose end also ends the items or the caption left open in them.
_HOLDERS = frozenset({"ul", "ol", "menu", "figure", "table"})
# Elements that cannot stand in a heading: one left open ends where they begin.
_AFTER_HEADING = _HEADINGS | _HOLDERS | {"p", "li", "blockquote", "section", "article", "main", "aside", "body"}
_BLOCKS = frozenset(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav "
    "ol optgroup option p pre search section summary table tbody td tfoot th thead title tr ul".split()
)
_SKIPPED = frozenset(
    "script style pre template svg math noscript textarea select iframe object canvas audio video xmp".split()
)
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_FOREIGN = frozenset({"svg", "math"})


@dataclass(slots=True)
class Painter:
    """Fills the mask of a text from its tags and texts in order, and collects the spans of its blocks.

    Attributes:
        mask: The mask to fill.
        base: The scope of text in no element that has one.
        headline_seen: Whether a level-1 heading is now an ordinary heading.
        spans: (start, end, scope) of the blocks so far.
        directives: Suppression comments so far.
    """

    mask: Mask
    base: str = "paragraph"
    headline_seen: bool = False
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    _start: int = -1
    _end: int = -1
    _prose: bool = False
    _breaks: int = 0
    _open: list[tuple[str, str]] = field(default_factory=list)
    _open_counts: Counter[str] = field(default_factory=Counter)
    _skipped: str = ""
    _skipped_from: int = 0
    _skipped_depth: int = 0

    def text(self, start: int, end: int) -> None:
        """Show the text from `start` to `end`."""
        if self._skipped or start >= end:
            return
        self._visible(start, self.mask.text[start:end])
        self.mask.show(start, end)

    def reference(self, start: int, end: int) -> None:
        """Show the character that the character reference from `start` to `end` means."""
        shown = referenced(self.mask.text[start:end])
        if shown is None:
            self.text(start, end)
        elif not self._skipped:
            self._visible(start, shown)
            self.mask.replace(start, end, shown)

    def join(self, start: int, end: int) -> None:
        """Hide markup inside a sentence so that its neighbors touch."""
        if not self._skipped and start < end:
            self.mask.join(start, end)

    def put_object(self, start: int, end: int) -> None:
        """Put an object in place of what is not prose but stands in a sentence."""
        if not self._skipped:
            self.mask.replace(start, end, OBJECT)
            self._extend(start, end)

    def comment(self, start: int, end: int) -> None:
        """Hide a comment; one that is a suppression is kept."""
        found = directive(self.mask.text, start, end)
        if found is not None:
            self.directives.append(found)
        self.join(start, end)

    def tag(self, start: int, end: int, name: str, closing: bool) -> None:
        """Take the start or end tag from `start` to `end`; `name` is in lower case."""
        if self._skipped and not self._leave_skipped(name, closing, start, end):
            return
        if name in _BLOCKS:
            self.flush()
            (self._close if closing else self._enter)(name)
        if name in _SKIPPED or name in _CODE:
            # Only foreign elements can close themselves; "<script/>" is a start tag.
            if not closing and not (name in _FOREIGN and self.mask.text.endswith("/>", start, end)):
                self._skipped, self._skipped_from, self._skipped_depth = name, start, 1
        elif name == "br":
            self._breaks += 1
        elif name == "img":
            self.put_object(start, end)
        elif name not in _BLOCKS:
            self.join(start, end)

    def _leave_skipped(self, name: str, closing: bool, start: int, end: int) -> bool:
        """Take a tag in a skipped element; tell whether it is a tag outside, because code was left open."""
        if name == self._skipped:
            self._skipped_depth += -1 if closing else 1
            if self._skipped_depth == 0:
                self._skipped = ""
                if name in _CODE:
                    self.put_object(self._skipped_from, end)
            return False
        if self._skipped in _CODE and name in _BLOCKS:
            self._skipped = ""
            self.put_object(self._skipped_from, start)
            return True
        return False

    def _enter(self, name: str) -> None:
        if name in _AFTER_HEADING:
            while self._open and self._open[-1][0] in _HEADINGS:
                self._pop()
        if name == "li" and self._open and self._open[-1][0] == "li":
            self._pop()
        if name in _SCOPES or name in _HOLDERS:
            self._open.append((name, _SCOPES.get(name) or self._scope()))
            self._open_counts[name] += 1

    def _close(self, name: str) -> None:
        if self._open and name in _HEADINGS and self._open[-1][0] in _HEADINGS:
            self._pop()
        elif self._open_counts[name]:
            while self._pop() != name:
                pass

    def _pop(self) -> str:
        name = self._open.pop()[0]
        self._open_counts[name] -= 1
        return name

    def _scope(self) -> str:
        return self._open[-1][1] if self._open else self.base

    def _visible(self, start: int, shown: str) -> None:
        """Let the block hold the characters `shown` at `start`, unless they are only white space."""
        bare = shown.lstrip()
        if bare:
            if self._breaks >= 2:
                self.flush()
            self._extend(start + len(shown) - len(bare), start + len(shown.rstrip()))
            self._prose = True

    def _extend(self, start: int, end: int) -> None:
        if self._start < 0:
            self._start = start
        self._end = end
        self._breaks = 0

    def flush(self) -> None:
        """End the block, if one with prose has begun."""
        if self._prose:
            scope = self._scope()
            if scope == "headline" and self._open:
                scope = "heading" if self.headline_seen else "headline"
                self.headline_seen = True
            self.spans.append((self._start, self._end, scope))
        self._start, self._prose, self._breaks = -1, False, 0

    def finish(self, end: int) -> None:
        """End the block and every element at `end`."""
        if self._skipped in _CODE:
            self._skipped = ""
            self.put_object(self._skipped_from, end)
        self.flush()
        self._open.clear()
        self._open_counts.clear()
        self._skipped = ""

"""How the format tests look at a document: as a reader of its visible text."""

from __future__ import annotations

from lintnews.document import HIDDEN, OBJECT, Block, Document


def seen(document: Document, block: Block) -> str:
    """Return what a reader sees of a block: hidden characters dropped, objects as @."""
    return document.masked[block.start : block.end].replace(HIDDEN, "").replace(OBJECT, "@")


def blocks_of(document: Document) -> list[tuple[str, str]]:
    """Return (scope, visible text with white space squeezed) of each block."""
    return [(block.scope, " ".join(seen(document, block).split())) for block in document.blocks]


def directives_of(document: Document) -> list[tuple[str, str]]:
    """Return (comment as in the text, content) of each directive."""
    return [(document.text[found.start : found.end], found.content) for found in document.directives]

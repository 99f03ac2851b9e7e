"""Text formats. A new format is one module with `parse(text, path) -> Document` and one line in each table."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath

from lintnews.document import Document

FORMATS = {
    "plain": "lintnews.formats.plain",
    "markdown": "lintnews.formats.markdown",
    "html": "lintnews.formats.html",
}
"""Modules by format name; imported when first needed, because the parsers for markup are large."""

SUFFIXES = {".txt": "plain", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}


def format_of(path: str) -> str:
    """Return the format of a file by its suffix; plain where the suffix says nothing."""
    return SUFFIXES.get(PurePath(path).suffix.lower(), "plain")


def parse(text: str, path: str = "<text>", format_name: str | None = None) -> Document:
    """Return the document a text makes, in the named format or the one its path suggests."""
    module = import_module(FORMATS[format_name or format_of(path)])
    document: Document = module.parse(text, path)
    return document

"""The output formats of `lintnews check`: each turns results into chunks of text, one file at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lintnews.finding import Result
from lintnews.report import concise, full, json_document, jsonl
from lintnews.report.options import Options

__all__ = ["REPORTS", "Options", "Renderer"]

Renderer = Callable[[Iterable[Result], Options], Iterator[str]]
"""Takes results lazily and yields chunks of text, each ending in a newline."""

REPORTS: dict[str, Renderer] = {
    "full": full.render,
    "concise": concise.render,
    "json": json_document.render,
    "jsonl": jsonl.render,
}
"""The renderers by the name `--format` knows them by."""

"""The format for pipelines: one JSON object a finding, one a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintnews.finding import Result, to_json
from lintnews.report.json_document import dumps
from lintnews.report.options import Options


def render(results: Iterable[Result], options: Options) -> Iterator[str]:
    """Yield every finding as one line of JSON."""
    for result in results:
        for finding in result.findings:
            yield dumps(to_json(finding)) + "\n"

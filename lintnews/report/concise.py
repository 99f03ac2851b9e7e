"""The format for editors and grep: one line a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintnews.finding import Result
from lintnews.report.ansi import BOLD, paint, severity_style
from lintnews.report.options import Options
from lintnews.report.terminal import one_line, visible


def render(results: Iterable[Result], options: Options) -> Iterator[str]:
    """Yield `path:line:col: severity rule-id message` for every finding."""
    for result in results:
        for finding in result.findings:
            path = paint(visible(finding.path), BOLD, options.color)
            severity = paint(finding.severity, severity_style(finding.severity), options.color)
            place = f"{path}:{finding.line}:{finding.column}"
            yield f"{place}: {severity} {visible(finding.rule)} {one_line(finding.message)}\n"

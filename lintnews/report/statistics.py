"""The table of `--statistics`: how often each rule fired."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lintnews.finding import severity_rank
from lintnews.report.ansi import paint, severity_style
from lintnews.report.terminal import visible

_HEADINGS = ("count", "per 1,000 words", "severity", "rule")


def render(
    counts: Counter[tuple[str, str]], *, files: int, words: int, suppressed: int = 0, color: bool = False
) -> Iterator[str]:
    """Yield the table, most frequent rule first, and a last row with the totals.

    Args:
        counts: The number of findings by rule id and severity.
        files: How many files were checked.
        words: How many words were checked.
        suppressed: How many findings were held back.
        color: Whether to write ANSI color codes.
    """
    scope = f"{_plural(files, 'file')}, {_plural(words, 'word')}"
    if suppressed:
        scope += f", {suppressed:,} suppressed"
    rows = sorted(
        ((count, severity, visible(rule)) for (rule, severity), count in counts.items() if count > 0),
        key=lambda row: (-row[0], -severity_rank(row[1]), row[2]),
    )
    if not rows:
        yield f"no findings in {scope}\n"
        return
    total = sum(count for count, _, _ in rows)
    rules = _plural(len({rule for _, _, rule in rows}), "rule")
    width = max(len(_HEADINGS[0]), len(f"{total:,}"))
    share_width = max(len(_HEADINGS[1]), len(_share(total, words)))
    severity_width = len(_HEADINGS[2])
    yield f"{_HEADINGS[0]:>{width}}  {_HEADINGS[1]:>{share_width}}  {_HEADINGS[2]}  {_HEADINGS[3]}\n"
    for count, severity, rule in rows:
        padding = " " * (severity_width - len(severity))
        painted = paint(severity, severity_style(severity), color) + padding
        yield f"{count:>{width},}  {_share(count, words):>{share_width}}  {painted}  {rule}\n"
    share = f"{_share(total, words):>{share_width}}"
    yield f"{total:>{width},}  {share}  {'total':<{severity_width}}  {rules} in {scope}\n"


def _share(count: int, words: int) -> str:
    return f"{1000 * count / words:,.2f}" if words else "-"


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

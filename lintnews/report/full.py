"""The format for people: every finding with its line, the span underlined and what to write instead."""

from __future__ import annotations

import textwrap
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from lintnews.finding import Finding, Hint, Result
from lintnews.report.ansi import BOLD, paint, severity_style
from lintnews.report.options import Options
from lintnews.report.terminal import Cluster, clusters, one_line, visible

_ELLIPSIS = "…"
_LEAST_WIDTH = 20
_WORD_REACH = 15
"""How many characters may be given up so that a cut falls between words."""


def render(results: Iterable[Result], options: Options) -> Iterator[str]:
    """Yield one block a finding, with a blank line between blocks, and a line for a text that looks machine-made."""
    separator = ""
    for result in results:
        for finding in result.findings:
            yield separator + "".join(f"{line}\n" for line in _block(finding, result.lines.get(finding.line), options))
            separator = "\n"
        if result.hint and result.hint.is_alarm:
            yield f"{separator}{_verdict(result.path, result.hint, options)}\n"


def _verdict(path: str, hint: Hint, options: Options) -> str:
    lines = f"{hint.damaged} of {hint.lines} lines damaged"
    shown = paint(visible(path), BOLD, options.color)
    return f"{shown}: {hint.label}: {lines}, {hint.penalty:,.0f} penalty points per 1,000 words"


def _block(finding: Finding, text: str | None, options: Options) -> Iterator[str]:
    style = severity_style(finding.severity)
    path = paint(visible(finding.path), BOLD, options.color)
    severity = paint(finding.severity, style, options.color)
    yield f"{path}:{finding.line}:{finding.column}: {severity} {visible(finding.rule)}"
    yield from _wrap(one_line(finding.message), "  ", "  ", options.width)
    number = str(finding.line)
    margin = " " * (len(number) + 2)
    if text is not None:
        budget = max(_LEAST_WIDTH, options.width - len(margin) - 2)
        shown, indent, carets = _excerpt(finding, text.rstrip("\r\n"), budget)
        yield f"{margin}|"
        yield f" {number} | {shown}".rstrip(" ")
        yield f"{margin}| {' ' * indent}{paint('^' * carets, style, options.color)}"
    if finding.suggestions:
        yield from _wrap(_advice(finding.suggestions), f"{margin}= ", f"{margin}  ", options.width)


def _advice(suggestions: tuple[str, ...]) -> str:
    replacements = [_quoted(suggestion) for suggestion in suggestions if suggestion]
    deletion = [] if all(suggestions) else ["delete it"]
    return ("write: " if replacements else "") + " or ".join(replacements + deletion)


def _quoted(suggestion: str) -> str:
    text = one_line(suggestion)
    return text if text and text == suggestion else f"“{visible(suggestion)}”"


def _wrap(text: str, first: str, rest: str, width: int) -> list[str]:
    return textwrap.wrap(
        text,
        max(_LEAST_WIDTH, width),
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _excerpt(finding: Finding, text: str, budget: int) -> tuple[str, int, int]:
    """Return the part of the line to show, the cells before the carets and the number of carets."""
    start = min(finding.column - 1, len(text))
    end = len(text.rstrip()) if finding.end_line > finding.line else finding.end_column - 1
    # A line may hold a whole document: look only at the characters that can end up in view.
    low, high = max(0, start - 4 * budget), min(len(text), start + 4 * budget)
    units = clusters(text[low:high])
    starts = [unit.start for unit in units]
    first = bisect_right(starts, start - low) - 1 if start < len(text) else len(units)
    last = max(bisect_left(starts, end - low), min(first + 1, len(units)))
    if low == 0 and high == len(text) and _width(units) <= budget:
        left, right = 0, len(units)
    else:
        left, right = _window(units, first, last, budget - 2)
    before = _ELLIPSIS if low > 0 or left > 0 else ""
    after = _ELLIPSIS if high < len(text) or right < len(units) else ""
    shown = before + "".join(unit.text for unit in units[left:right]) + after
    indent = len(before) + _width(units[left:first])
    return shown, indent, max(1, _width(units[first : min(last, right)]))


def _window(units: list[Cluster], first: int, last: int, room: int) -> tuple[int, int]:
    """Choose which units to show so that the marked ones are in view, cutting between words if possible."""
    spare = room - _width(units[first:last])
    before, behind = _width(units[:first]), _width(units[last:])
    lead = min(before, max(spare // 2, spare - behind, room // 4))
    left = first
    while left > 0 and units[left - 1].cells <= lead:
        left -= 1
        lead -= units[left].cells
    if left > 0 and units[left - 1].text != " ":
        for index in range(left, min(first, left + _WORD_REACH)):
            if units[index].text == " ":
                left = index + 1
                break
    room -= _width(units[left:first])
    right = first
    while right < len(units) and units[right].cells <= room:
        room -= units[right].cells
        right += 1
    if right < len(units) and units[right].text != " ":
        for index in range(right - 1, max(last, right - _WORD_REACH) - 1, -1):
            if units[index].text == " ":
                right = index
                break
    return left, right


def _width(units: list[Cluster]) -> int:
    return sum(unit.cells for unit in units)

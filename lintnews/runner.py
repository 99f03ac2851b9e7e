"""From paths to results: read, parse and lint file after file; what cannot be read becomes a result that says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatch

from lintnews.errors import LintnewsError
from lintnews.files import Target, read
from lintnews.finding import Finding, Result
from lintnews.formats import parse
from lintnews.linter import Linter
from lintnews.penalty import hint
from lintnews.selection import matches
from lintnews.stories import Stories

_WORD = re.compile(r"\w+")


def lint_text(
    linter: Linter,
    text: str,
    path: str,
    per_path_ignore: Mapping[str, tuple[str, ...]] | None = None,
    stories: Stories | None = None,
) -> Result:
    """Return the result for one text.

    Args:
        linter: The rules to run.
        text: The text, without a byte order mark.
        path: Its name in the findings; also tells the format.
        per_path_ignore: Maps path patterns to selectors of silent rules.
        stories: The texts of this run so far, to be told of a near-identical one.
    """
    document = parse(text, path)
    findings, suppressed = linter.lint_document(document)
    kept = _without_ignored(findings, path, linter, per_path_ignore or {})
    twin = stories.finding(document) if stories else None
    kept = [twin, *kept] if twin else kept
    words = sum(1 for _ in _WORD.finditer(document.masked))
    tags = {compiled.rule.id: compiled.rule.tags for compiled in linter.active}
    numbers = {number for finding in kept for number in (finding.line, finding.end_line)}
    return Result(
        path=path,
        findings=tuple(kept),
        lines={number: document.line_text(number) for number in numbers},
        words=words,
        suppressed=suppressed + len(findings) - len(kept),
        hint=None if linter.select else hint(kept, words, len(document.blocks), tags),
    )


def lint_targets(
    linter: Linter,
    targets: Iterable[Target | LintnewsError],
    *,
    encoding: str = "utf-8",
    max_bytes: int = 32_000_000,
    per_path_ignore: Mapping[str, tuple[str, ...]] | None = None,
    stories: Stories | None = None,
) -> Iterator[Result]:
    """Yield one result a target, in order."""
    for target in targets:
        if isinstance(target, LintnewsError):
            yield Result(path=target.path or "", problem=str(target))
            continue
        try:
            text = read(target.path, encoding, max_bytes)
        except LintnewsError as error:
            yield Result(path=target.path, problem=str(error))
            continue
        yield lint_text(linter, text, target.path, per_path_ignore, stories)


def _without_ignored(
    findings: list[Finding], path: str, linter: Linter, per_path_ignore: Mapping[str, tuple[str, ...]]
) -> list[Finding]:
    selectors = [name for glob, names in per_path_ignore.items() if fnmatch(path, glob) for name in names]
    if not selectors:
        return findings
    rules = {compiled.rule.id: compiled.rule for compiled in linter.active}
    return [f for f in findings if not any(matches(selector, rules[f.rule]) for selector in selectors)]

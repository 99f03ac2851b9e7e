"""The format for programs that want everything about a run: one JSON document."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from lintnews import __version__
from lintnews.finding import SEVERITIES, Result, to_json
from lintnews.report.options import Options

# Legal inside a JSON string, but a terminal, a line splitter or the UTF-8 encoder may trip over them.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def render(results: Iterable[Result], options: Options) -> Iterator[str]:
    """Yield the document, whole, after the last result."""
    files = words = suppressed = 0
    problems: list[dict[str, str]] = []
    findings: list[dict[str, Any]] = []
    documents: list[dict[str, Any]] = []
    severities: Counter[str] = Counter()
    for result in results:
        files += 1
        words += result.words
        suppressed += result.suppressed
        if result.problem:
            problems.append({"path": result.path, "error": result.problem})
        if result.hint:
            documents.append({"path": result.path, "words": result.words, **asdict(result.hint)})
        findings.extend(map(to_json, result.findings))
        severities.update(finding.severity for finding in result.findings)
    document = {
        "version": 1,
        "tool": {
            "name": "lintnews",
            "version": __version__,
            "rules_digest": options.rules_digest,
            "engines": dict(options.engines),
        },
        "summary": {
            "files": files,
            "words": words,
            "findings": {severity: severities[severity] for severity in reversed(SEVERITIES)},
            "suppressed": suppressed,
        },
        "problems": problems,
        "documents": documents,
        "findings": findings,
    }
    yield dumps(document, indent=2) + "\n"


def dumps(value: object, indent: int | None = None) -> str:
    """Return the value as readable JSON that any stream can carry."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)

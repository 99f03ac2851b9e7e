"""From damaged forms to a rule file: two swap rules with examples and the counts behind every entry."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from lintnews.learn.damage import Entry

_HEAD = """\
# Written by `lintnews learn` from {articles:,} articles, {words:,} words.
# Review it, and delete what your newsroom may say. Each group begins with the correct term and how often the
# archive says it; the damaged forms below it never occur there.
defaults: {{category: terminology/wrong-term, tags: [house, spinning]}}
rules:
"""


def render(entries: Sequence[Entry], *, prefix: str, articles: int, words: int) -> Iterator[str]:
    """Yield a rule file with the rules PREFIX-name and PREFIX-formula, as far as there are entries for them."""
    yield _HEAD.format(articles=articles, words=words)
    names = [entry for entry in entries if entry.term.is_name]
    formulas = [entry for entry in entries if not entry.term.is_name]
    if names:
        yield from _rule(names, f"{prefix}-name", case="exact", severity="error", what="a name")
    if formulas:
        yield from _rule(formulas, f"{prefix}-formula", case="fold", severity="warning", what="a fixed phrase")


def _rule(entries: Sequence[Entry], rule_id: str, *, case: str, severity: str, what: str) -> Iterator[str]:
    yield f"  - id: {rule_id}\n    kind: swap\n    case: {case}\n    severity: {severity}\n    confidence: medium\n"
    yield f'    message: "“{{match}}” is {what} with a word replaced; it was probably “{{suggestion}}”"\n    swap:\n'
    for entry in entries:
        correct = " ".join(entry.term.words)
        yield f"      # {correct}: {entry.term.count:,}\n"
        for form in entry.damaged:
            yield f"      {_quoted(form)}: {_quoted(correct)}\n"
    pairs = [(form, " ".join(entry.term.words)) for entry in entries for form in entry.damaged][:4]
    pairs = pairs if len(pairs) > 1 else pairs * 2
    yield "    bad:\n"
    yield from (
        f"      - {_quoted(f'They wrote [[{form}]] {number} times.')}\n" for number, (form, _) in _numbered(pairs)
    )
    yield "    good:\n"
    yield from (
        f"      - {_quoted(f'They wrote {right} {number} times.')}\n" for number, (_, right) in _numbered(pairs)
    )


def _numbered(pairs: list[tuple[str, str]]) -> Iterator[tuple[int, tuple[str, str]]]:
    return enumerate(pairs, start=2)


def _quoted(text: str) -> str:
    """Quote a string for YAML, of which JSON strings are a part."""
    return json.dumps(text, ensure_ascii=False)

"""From damaged forms to a rule file: swap rules with examples and the counts behind every entry."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lintnews.learn.damage import Entry


@dataclass(frozen=True, slots=True)
class Group:
    """The entries that become one rule: its id, how it treats case, its severity, and what its terms are called."""

    rule_id: str
    case: str
    severity: str
    what: str
    entries: Sequence[Entry]
    support: int = 0


def render(head: str, tags: Sequence[str], groups: Sequence[Group]) -> Iterator[str]:
    """Yield a rule file with a rule for each group that has entries; the head is the comment at its top."""
    yield from (f"# {line}\n" for line in head.splitlines())
    yield f"defaults: {{category: terminology/wrong-term, confidence: medium, tags: [{', '.join(tags)}]}}\nrules:\n"
    for group in groups:
        if group.entries:
            yield from _rule(group)


def _rule(group: Group) -> Iterator[str]:
    yield f"  - id: {group.rule_id}\n    kind: swap\n    case: {group.case}\n    severity: {group.severity}\n"
    if group.support:
        yield f"    support: {group.support}\n"
    yield f'    message: "“{{match}}” is {group.what} with a word replaced; it was probably “{{suggestion}}”"\n'
    yield "    swap:\n"
    for entry in group.entries:
        correct = " ".join(entry.term.words)
        yield f"      # {correct}: {entry.term.count:,}\n"
        for form in entry.damaged:
            yield f"      {_quoted(form)}: {_quoted(correct)}\n"
    pairs = [(form, " ".join(entry.term.words)) for entry in group.entries for form in entry.damaged][:4]
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

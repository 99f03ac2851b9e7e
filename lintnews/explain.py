"""`lintnews explain`: everything known about one rule, in plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import fill, indent

from lintnews import stories
from lintnews.book import bundled_folder, shown_path
from lintnews.errors import LintnewsError
from lintnews.kinds import KINDS
from lintnews.measured import measured
from lintnews.rule import Example, Rule
from lintnews.rules import all_rules, load_files, rule_paths
from lintnews.suggest import did_you_mean
from lintnews.suppress import RULES

_WIDTH = 88


def find_rule(rule_id: str, folders: Sequence[str]) -> Rule:
    """Return a rule with its examples from the bundled rules or some further folders; raises LintnewsError."""
    paths = [path for folder in (bundled_folder(), *map(Path, folders)) for path in rule_paths(folder)]
    rules = [*all_rules(load_files(paths, {path: shown_path(path) for path in paths})), *RULES, stories.RULE]
    for rule in rules:
        if rule.id == rule_id:
            return rule
    raise LintnewsError(f"there is no rule “{rule_id}”", remedy=did_you_mean(rule_id, (rule.id for rule in rules)))


def explanation(rule: Rule) -> str:
    """Return the text of `lintnews explain`; raises LintnewsError when the table of figures is damaged."""
    return "\n".join(_lines(rule)) + "\n"


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.id} ({rule.severity}, {rule.confidence} confidence)"
    yield ""
    yield fill(f"Says: {rule.message}", _WIDTH)
    if rule.why:
        yield ""
        yield fill(rule.why, _WIDTH)
    yield ""
    facts = {
        "category": rule.category,
        "kind": f"{rule.kind}: {KINDS[rule.kind].help}" if rule.kind in KINDS else "",
        "tags": ", ".join(rule.tags),
        "where": ", ".join(rule.scope),
        "quotations": "" if rule.quotes == "check" else rule.quotes,
        "topic": "; ".join(f"{key} {', '.join(names)}" for key, names in (rule.topic or {}).items()),
        "support": f"{rule.support} findings of other rules with one of its tags" if rule.support else "",
        "repair": "; ".join(rule.suggest),
        "since": rule.since,
        "source": rule.source,
        "link": rule.link,
        "file": f"{rule.path}:{rule.line}" if rule.path else "",
    }
    for name, value in facts.items():
        if value:
            yield f"{name + ':':12}{value}"
    figures = measured(rule.id)
    if figures:
        yield ""
        yield "Measured:"
        yield from (f"    {figure}" for figure in figures)
    for title, examples in (("Found", rule.bad), ("Left alone", rule.good), ("Known misses", rule.gap)):
        if examples:
            yield ""
            yield f"{title}:"
            for example in examples:
                yield indent(_marked(example), "    ")
    yield ""
    yield f"Silence it on one line with <!-- lintnews: ignore[{rule.id}] reason -->,"
    yield f"or everywhere with --ignore {rule.id}."


def _marked(example: Example) -> str:
    text = example.text
    for start, end in reversed(example.spans):
        text = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
    return text.rstrip("\n")

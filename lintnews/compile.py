"""Compile loaded rules: each kind turns its rules into expressions; mistakes name the rule and its file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from lintnews.book import Compiled
from lintnews.errors import LintnewsError
from lintnews.kinds import KINDS
from lintnews.kinds.base import Lists, Words
from lintnews.regex.build import prepare
from lintnews.regex.syntax import RegexError
from lintnews.rule import Rule
from lintnews.rules import RuleFile
from lintnews.templates import placeholders
from lintnews.view import fold
from lintnews.words import WordLists

_ALWAYS_KNOWN = {"match", "suggestion"}
_KNOWN_BY_KIND = {
    "repeat": {"first"},
    "count": {"count", "max"},
    "consistent": {"usual", "times"},
}


def compile_files(files: Iterable[RuleFile], words: WordLists) -> tuple[list[Compiled], dict[str, frozenset[str]]]:
    """Return all rules of some files compiled, and the folded word lists their topics name.

    Raises:
        LintnewsError: A rule cannot be compiled; with file, line and rule.
    """
    compiled: list[Compiled] = []
    topics: dict[str, frozenset[str]] = {}
    for file in files:
        lists = Lists(_local_first(file.lists, words), words.table)
        for rule in file.rules:
            try:
                compiled.append(_compile(rule, lists))
                for name in (name for names in (rule.topic or {}).values() for name in names):
                    topics[name] = frozenset(map(fold, lists.words(name)))
            except RegexError as error:
                raise LintnewsError(str(error), path=rule.path, line=rule.line, rule=rule.id) from None
            except LintnewsError as error:
                if error.rule is None and error.path is None:
                    error.path, error.line, error.rule = rule.path, rule.line, rule.id
                raise
    return compiled, topics


def _local_first(local: Mapping[str, tuple[str, ...]], words: WordLists) -> Words:
    return lambda name: local[name] if name in local else words.words(name)


def _compile(rule: Rule, lists: Lists) -> Compiled:
    expressions = tuple(KINDS[rule.kind].compile(rule, lists))
    unless = tuple(prepare(pattern, lists.words).regex for pattern in rule.unless)
    if rule.kind != "check":
        _check_placeholders(rule)
    # From here on only the checked form of the exceptions is used.
    return Compiled(replace(rule, unless=unless), expressions)


def _check_placeholders(rule: Rule) -> None:
    known = _ALWAYS_KNOWN | _KNOWN_BY_KIND.get(rule.kind, set()) | _groups(rule)
    for template in (rule.message, *rule.suggest):
        for name in placeholders(template):
            if name not in known:
                raise RegexError(f"{{{name}}} in “{template}” is neither a group nor {{match}} or {{suggestion}}")


def _groups(rule: Rule) -> set[str]:
    """Return the names of the groups and slots a rule's expressions may fill."""
    sources: list[str] = []
    for value in rule.options.values():
        if isinstance(value, str):
            sources.append(value)
        elif isinstance(value, Sequence):
            sources += [entry for entry in value if isinstance(entry, str)]
        elif isinstance(value, Mapping):
            sources += list(value)
    named = {part.split(">", 1)[0] for source in sources for part in source.split("(?P<")[1:]}
    slots = {slot.replace("-", "_") for source in sources for slot in placeholders(source)}
    return named | slots

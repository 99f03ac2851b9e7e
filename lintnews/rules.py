"""The strict loader: rule files to Rules. Every mistake is one error with file, line, rule and remedy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lintnews.checks import CHECKS
from lintnews.errors import LintnewsError
from lintnews.fields import check_keys, convert
from lintnews.kinds import KINDS
from lintnews.mqm import all_categories, is_category
from lintnews.rule import COMMON_FIELDS, Field, Rule
from lintnews.suggest import did_you_mean
from lintnews.yamltree import ListNode, MapNode, Node, Scalar, parse

FILE_KEYS = ("defaults", "lists", "rules")
_ID = re.compile(r"[a-z][a-z0-9-]*")
_NO_DEFAULT = ("id", "kind", "bad", "good", "gap")
_LIST = Field("strings", "Entries.")


@dataclass(frozen=True, slots=True)
class RuleFile:
    """The rules of one file and the word lists it defines for itself."""

    path: str
    rules: tuple[Rule, ...]
    lists: Mapping[str, tuple[str, ...]]


def rule_paths(folder: Path) -> list[Path]:
    """Return the rule files below a folder, in a stable order."""
    return sorted(path for pattern in ("*.yml", "*.yaml") for path in folder.rglob(pattern))


def load_files(paths: Iterable[Path], shown: Mapping[Path, str] | None = None) -> list[RuleFile]:
    """Read rule files.

    Args:
        paths: The files.
        shown: How a file is named in errors and findings; by default as given.

    Raises:
        LintnewsError: A file cannot be read or is wrong, or two rules have the same id.
    """
    files = [parse_rules(_read(path), (shown or {}).get(path, str(path))) for path in paths]
    seen: dict[str, Rule] = {}
    for file in files:
        for rule in file.rules:
            if rule.id in seen:
                first = seen[rule.id]
                raise LintnewsError(
                    f"the id is taken, see {first.path}:{first.line}",
                    path=rule.path, line=rule.line, rule=rule.id, remedy="choose another id",
                )  # fmt: skip
            seen[rule.id] = rule
    return files


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise LintnewsError("the rule file is not UTF-8", path=str(path), remedy="save it as UTF-8") from None
    except OSError as error:
        raise LintnewsError(f"cannot read the rule file: {error.strerror}", path=str(path)) from None


def parse_rules(text: str, path: str) -> RuleFile:
    """Parse the text of a rule file; raises LintnewsError."""
    root = parse(text, path)
    if root is None:
        return RuleFile(path, (), {})
    if not isinstance(root, MapNode):
        raise LintnewsError("a rule file is a mapping with the key “rules”", path=path, line=root.line)
    check_keys(root, FILE_KEYS, path)
    defaults = _mapping(root, "defaults", path)
    lists = _mapping(root, "lists", path)
    rules = root.entries.get("rules", ListNode([], 1))
    if not isinstance(rules, ListNode):
        raise LintnewsError("“rules” takes a list", path=path, line=rules.line)
    return RuleFile(
        path,
        tuple(_rule(node, defaults, path) for node in rules.items),
        {name: convert(name, node, _LIST, path) for name, node in lists.items()},
    )


def _mapping(root: MapNode, key: str, path: str) -> Mapping[str, Node]:
    node = root.entries.get(key, MapNode({}, {}, 1))
    if not isinstance(node, MapNode):
        raise LintnewsError(f"“{key}” takes a mapping", path=path, line=node.line)
    return node.entries


def _rule(node: Node, defaults: Mapping[str, Node], path: str) -> Rule:
    if not isinstance(node, MapNode):
        raise LintnewsError("a rule is a mapping", path=path, line=node.line)
    identifier = node.entries.get("id")
    if not isinstance(identifier, Scalar) or not _ID.fullmatch(identifier.text):
        raise LintnewsError("a rule needs an “id” of lower-case letters, digits and hyphens", path=path, line=node.line)
    try:
        return _checked(node, identifier.text, defaults, path)
    except LintnewsError as error:
        error.rule = error.rule or identifier.text
        error.path = error.path or path
        error.line = error.line or node.line
        raise


def _checked(node: MapNode, identifier: str, defaults: Mapping[str, Node], path: str) -> Rule:
    kind_node = node.entries.get("kind")
    kind_name = kind_node.text if isinstance(kind_node, Scalar) else ""
    if kind_name not in KINDS:
        message = f"unknown kind “{kind_name}”" if kind_name else "the rule has no “kind”"
        raise LintnewsError(message, path=path, line=node.line, remedy=did_you_mean(kind_name, KINDS))
    kind_fields = KINDS[kind_name].fields
    fields = {**COMMON_FIELDS, **kind_fields}
    check_keys(node, tuple(fields), path, identifier)
    values: dict[str, Any] = {}
    for name, field in fields.items():
        source = node.entries.get(name) or (None if name in _NO_DEFAULT else defaults.get(name))
        if source is not None:
            values[name] = convert(name, source, field, path)
        elif field.required:
            raise LintnewsError(f"“{name}” is missing: {field.help}", path=path, line=node.line)
        else:
            values[name] = field.default
    if not is_category(values["category"]):
        raise LintnewsError(
            f"unknown MQM category “{values['category']}”",
            path=path, line=node.line, remedy=did_you_mean(values["category"], all_categories()),
        )  # fmt: skip
    options = {name: values.pop(name) for name in kind_fields}
    _check_options(options, path, node.line)
    return Rule(**values, options=options, path=path, line=node.line)


def _check_options(options: Mapping[str, Any], path: str, line: int) -> None:
    """Raise LintnewsError for an option that the named check does not have."""
    if "check" not in options:
        return
    valid = CHECKS[options["check"]].defaults
    for name in options["options"]:
        if name not in valid:
            raise LintnewsError(
                f"the check has no option “{name}”", path=path, line=line, remedy=did_you_mean(name, valid)
            )


def without_examples(rule: Rule) -> Rule:
    """Return the rule without what only `test` and `explain` need."""
    return replace(rule, bad=(), good=(), gap=(), why="", source="", link="")


def all_rules(files: Iterable[RuleFile]) -> Iterator[Rule]:
    """Yield the rules of some files in order."""
    for file in files:
        yield from file.rules

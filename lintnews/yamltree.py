"""YAML with line numbers: a file becomes a small tree whose every node knows its line.

Only plain YAML is accepted: no tags, no aliases, no duplicate keys. Scalars stay the text that was written
(`no` is "no", `1.50` is "1.50"); whoever reads a field knows what type it should be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lintnews.errors import LintnewsError

MAX_DEPTH = 12
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "value")
)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as written; `quoted` tells "null" from null."""

    text: str
    line: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class ListNode:
    """A sequence."""

    items: Sequence[Node]
    line: int


@dataclass(frozen=True, slots=True)
class MapNode:
    """A mapping with string keys; `lines` holds the line of each key."""

    entries: Mapping[str, Node]
    lines: Mapping[str, int]
    line: int


Node = Scalar | ListNode | MapNode


def parse(text: str, path: str) -> Node | None:
    """Parse YAML text into a tree; None for an empty file.

    Raises:
        LintnewsError: The text is not plain YAML; the error holds `path` and the 1-based line.
    """
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise LintnewsError(
            f"not valid YAML: {error.problem or error.context}", path=path, line=mark.line + 1 if mark else None
        ) from None
    except (yaml.YAMLError, RecursionError) as error:
        reason = str(error).splitlines()[0] if str(error) else "nested too deeply"
        raise LintnewsError(f"not valid YAML: {reason}", path=path) from None
    return None if root is None else _convert(root, path, set(), 0)


def _convert(node: Any, path: str, seen: set[int], depth: int) -> Node:
    import yaml

    line = node.start_mark.line + 1
    if depth > MAX_DEPTH:
        raise LintnewsError("nested too deeply", path=path, line=line)
    if node.tag not in _PLAIN_TAGS:
        raise LintnewsError(f"the YAML tag {node.tag} is not allowed", path=path, line=line, remedy="remove it")
    if id(node) in seen:
        raise LintnewsError("YAML aliases are not allowed", path=path, line=line, remedy="write the value out")
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return Scalar(node.value, line, bool(node.style))
    if isinstance(node, yaml.SequenceNode):
        return ListNode([_convert(item, path, seen, depth + 1) for item in node.value], line)
    entries: dict[str, Node] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        key = _convert(key_node, path, seen, depth + 1)
        if not isinstance(key, Scalar):
            raise LintnewsError("a key must be a word", path=path, line=key.line)
        if key.text in entries:
            raise LintnewsError(f"the key “{key.text}” is there twice", path=path, line=key.line)
        entries[key.text] = _convert(value_node, path, seen, depth + 1)
        lines[key.text] = key.line
    return MapNode(entries, lines, line)

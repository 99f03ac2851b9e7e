"""Turn the YAML of one field into a checked Python value, or say where and how it is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lintnews.errors import LintnewsError
from lintnews.rule import Example, Field
from lintnews.suggest import did_you_mean
from lintnews.yamltree import ListNode, MapNode, Node, Scalar

_EXAMPLE_KEYS = ("text", "fixed", "format")
EXAMPLE_FORMATS = ("plain", "markdown", "html")
_MARK = re.compile(r"\[\[|\]\](?!\])")


def convert(name: str, node: Node, field: Field, path: str) -> Any:
    """Return the value of a field.

    Raises:
        LintnewsError: The value is not what the field takes; with path and line.
    """
    match field.type:
        case "string":
            return _string(name, node, path)
        case "strings":
            return _strings(name, node, path)
        case "flag":
            return _choice(name, node, ("true", "false"), path) == "true"
        case "integer":
            text = _string(name, node, path)
            if not text.isdecimal():
                raise _error(f"“{name}” takes a whole number, not “{text}”", node, path)
            return int(text)
        case "choice":
            return _choice(name, node, field.choices, path)
        case "choices":
            items = node.items if isinstance(node, ListNode) else [node]
            return tuple(_choice(name, item, field.choices, path) for item in items)
        case "pairs":
            return {key: _strings(key, value, path) for key, value in _map(name, node, path).entries.items()}
        case "groups":
            return tuple(_strings(name, item, path) for item in _list(name, node, path).items)
        case "table":
            return {key: _scalar_value(key, value, path) for key, value in _map(name, node, path).entries.items()}
        case "topic":
            entries = _map(name, node, path)
            check_keys(entries, ("present", "absent"), path)
            return {key: _strings(key, value, path) for key, value in entries.entries.items()}
        case "examples":
            items = node.items if isinstance(node, ListNode) else [node]
            return tuple(_example(item, path) for item in items)
    raise AssertionError(field.type)


def check_keys(node: MapNode, valid: tuple[str, ...], path: str, rule: str | None = None) -> None:
    """Raise LintnewsError for the first key that is not valid, with the nearest valid one."""
    for key in node.entries:
        if key not in valid:
            raise LintnewsError(
                f"unknown key “{key}”", path=path, line=node.lines[key], rule=rule, remedy=did_you_mean(key, valid)
            )


def parse_example(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return an example without its [[ ]] marks, and the spans they held.

    Raises:
        ValueError: The marks are not paired.
    """
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    length = 0
    position = 0
    opened: int | None = None
    for mark in _MARK.finditer(text):
        pieces.append(text[position : mark.start()])
        length += len(pieces[-1])
        position = mark.end()
        if (mark[0] == "[[") == (opened is not None):
            raise ValueError("[[ and ]] are not paired")
        if opened is None:
            opened = length
        else:
            spans.append((opened, length))
            opened = None
    if opened is not None:
        raise ValueError("[[ is not closed by ]]")
    return "".join(pieces) + text[position:], tuple(spans)


def _error(message: str, node: Node, path: str, remedy: str | None = None) -> LintnewsError:
    return LintnewsError(message, path=path, line=node.line, remedy=remedy)


def _string(name: str, node: Node, path: str) -> str:
    if not isinstance(node, Scalar) or (not node.quoted and node.text in ("", "null", "~")):
        raise _error(f"“{name}” takes a single text", node, path)
    return node.text


def _strings(name: str, node: Node, path: str) -> tuple[str, ...]:
    items = node.items if isinstance(node, ListNode) else [node]
    found = tuple(_string(name, item, path) for item in items)
    for item, text in zip(items, found, strict=True):
        if not text.strip():
            raise _error(f"“{name}” holds an empty entry", item, path)
    return found


def _choice(name: str, node: Node, choices: tuple[str, ...], path: str) -> str:
    text = _string(name, node, path)
    if text not in choices:
        raise _error(f"“{text}” is not valid for “{name}”", node, path, did_you_mean(text, choices))
    return text


def _map(name: str, node: Node, path: str) -> MapNode:
    if not isinstance(node, MapNode):
        raise _error(f"“{name}” takes a mapping (key: value)", node, path)
    return node


def _list(name: str, node: Node, path: str) -> ListNode:
    if not isinstance(node, ListNode):
        raise _error(f"“{name}” takes a list", node, path)
    return node


def _scalar_value(name: str, node: Node, path: str) -> str | int | float | bool:
    text = _string(name, node, path)
    if isinstance(node, Scalar) and not node.quoted:
        if text in ("true", "false"):
            return text == "true"
        if re.fullmatch(r"-?\d{1,9}", text):
            return int(text)
        if re.fullmatch(r"-?\d{1,9}\.\d{1,9}", text):
            return float(text)
    return text


def _example(node: Node, path: str) -> Example:
    entries: Mapping[str, Node] = {"text": node}
    if isinstance(node, MapNode):
        check_keys(node, _EXAMPLE_KEYS, path)
        entries = node.entries
    if "text" not in entries:
        raise _error("an example needs “text”", node, path)
    try:
        text, spans = parse_example(_string("text", entries["text"], path))
    except ValueError as error:
        raise _error(str(error), node, path) from None
    return Example(
        text,
        spans,
        format=_choice("format", entries["format"], EXAMPLE_FORMATS, path) if "format" in entries else "plain",
        fixed=_string("fixed", entries["fixed"], path) if "fixed" in entries else None,
        line=node.line,
    )

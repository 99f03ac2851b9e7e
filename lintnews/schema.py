"""JSON schemas, made from the tables that the loaders themselves use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lintnews.fields import EXAMPLE_FORMATS
from lintnews.finding import CONFIDENCES, SEVERITIES
from lintnews.kinds import KINDS
from lintnews.mqm import all_categories
from lintnews.rule import COMMON_FIELDS, Field

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_STRINGS: dict[str, Any] = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_EXAMPLE: dict[str, Any] = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {
                "text": {"type": "string"},
                "fixed": {"type": "string"},
                "format": {"enum": list(EXAMPLE_FORMATS)},
            },
            "required": ["text"],
            "additionalProperties": False,
        },
    ]
}


def rules() -> dict[str, Any]:
    """Return the schema of a rule file."""
    kinds = [_rule({**COMMON_FIELDS, **kind.fields}, name) for name, kind in KINDS.items()]
    every_field = {**COMMON_FIELDS, **{n: f for kind in KINDS.values() for n, f in kind.fields.items()}}
    return {
        "$schema": _DRAFT,
        "title": "lintnews rule file",
        "type": "object",
        "properties": {
            "defaults": {
                "type": "object",
                "properties": {name: _field(field) for name, field in every_field.items()},
                "additionalProperties": False,
            },
            "lists": {"type": "object", "additionalProperties": _STRINGS},
            "rules": {"type": "array", "items": {"oneOf": kinds}},
        },
        "additionalProperties": False,
    }


def _rule(fields: Mapping[str, Field], kind: str) -> dict[str, Any]:
    properties = {name: _field(field) for name, field in fields.items()}
    properties["kind"] = {"const": kind}
    properties["id"]["pattern"] = "^[a-z][a-z0-9-]*$"
    properties["category"] = {"anyOf": [{"enum": all_categories()}, {"type": "string", "pattern": "^x-[^/]*/.+"}]}
    return {
        "type": "object",
        "title": kind,
        "properties": properties,
        "required": ["id", "kind"],
        "additionalProperties": False,
    }


def _field(field: Field) -> dict[str, Any]:
    enum = {"enum": list(field.choices)}
    shapes: dict[str, dict[str, Any]] = {
        "string": {"type": "string"},
        "strings": _STRINGS,
        "flag": {"type": "boolean"},
        "integer": {"type": "integer", "minimum": 0},
        "choice": enum,
        "choices": {"anyOf": [enum, {"type": "array", "items": enum}]},
        "pairs": {"type": "object", "additionalProperties": _STRINGS},
        "groups": {"type": "array", "items": _STRINGS},
        "table": {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}},
        "examples": {"anyOf": [_EXAMPLE, {"type": "array", "items": _EXAMPLE}]},
        "topic": {
            "type": "object",
            "properties": {"present": _STRINGS, "absent": _STRINGS},
            "additionalProperties": False,
        },
    }
    return {"description": field.help, **shapes[field.type]}


def config(keys: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of lintnews.toml, and of [tool.lintnews], from the table of configuration keys."""
    return {
        "$schema": _DRAFT,
        "title": "lintnews configuration",
        "type": "object",
        "properties": {name: _config_key(key) for name, key in keys.items()},
        "additionalProperties": False,
    }


def _config_key(key: Any) -> dict[str, Any]:
    enum = {"enum": list(key.choices)} if key.choices else {"type": "string"}
    shapes: dict[str, dict[str, Any]] = {
        "string": {"type": "string"},
        "strings": {"type": "array", "items": {"type": "string"}},
        "flag": {"type": "boolean"},
        "integer": {"type": "integer", "minimum": 1},
        "choice": enum,
        "choice-table": {"type": "object", "additionalProperties": enum},
        "strings-table": {
            "type": "object",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
        },
    }
    return {"description": key.help, **shapes[key.type]}


def findings() -> dict[str, Any]:
    """Return the schema of one finding, as a line of the jsonl format."""
    number = {"type": "integer", "minimum": 1}
    text = {"type": "string"}
    properties: dict[str, Any] = {
        "path": text,
        "line": number,
        "column": number,
        "end_line": number,
        "end_column": number,
        "rule": text,
        "severity": {"enum": list(SEVERITIES)},
        "confidence": {"enum": list(CONFIDENCES)},
        "category": text,
        "message": text,
        "suggestions": {"type": "array", "items": text},
        "matched": text,
        "engine": text,
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
        "fix": {"type": "boolean"},
    }
    return {
        "$schema": _DRAFT,
        "title": "lintnews finding, version 1",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }

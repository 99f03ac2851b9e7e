"""The configuration file: where it is found, what may stand in it, and strict loading with the line of each mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lintnews.errors import LintnewsError
from lintnews.finding import CONFIDENCES, SEVERITIES
from lintnews.suggest import did_you_mean

FILE_NAME = "lintnews.toml"
_PYPROJECT = "pyproject.toml"
_TABLE = ("tool", "lintnews")
_MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class ConfigKey:
    """What the loader accepts for one key.

    Attributes:
        type: One of string, strings (a list), flag, integer (from 1), choice, choice-table (names to choices),
            strings-table (names to lists of strings).
        help: One sentence for the schema and the docs.
        default: The value when the key is absent.
        choices: The values allowed for choice and choice-table.
    """

    type: str
    help: str
    default: Any = ()
    choices: tuple[str, ...] = ()


CONFIG_KEYS: dict[str, ConfigKey] = {
    "select": ConfigKey("strings", "Run only these rules: id, prefix with *, tag or category."),
    "extend-select": ConfigKey("strings", "Run these rules as well."),
    "ignore": ConfigKey("strings", "Do not run these rules."),
    "fail-on": ConfigKey("choice", "Exit with 1 from this severity on.", "error", (*SEVERITIES[::-1], "never")),
    "min-severity": ConfigKey("choice", "Report nothing below this severity.", "warning", SEVERITIES),
    "min-confidence": ConfigKey("choice", "Report nothing below this confidence.", "low", CONFIDENCES),
    "exclude": ConfigKey("strings", "Leave out files that match these patterns, in the syntax of .gitignore."),
    "rules": ConfigKey("strings", "Folders with rules of your own, below the folder of this file."),
    "default-rules": ConfigKey("flag", "Whether the rules that come with lintnews run.", True),
    "encoding": ConfigKey("string", "The encoding of the files.", "utf-8"),
    "max-file-size": ConfigKey("integer", "Refuse files with more megabytes than this.", 32),
    "severity": ConfigKey("choice-table", "Severities that replace those of the rules, by rule id.", {}, SEVERITIES),
    "per-path-ignore": ConfigKey("strings-table", "Rules not to run on the paths that match a pattern.", {}),
}
"""Every key of the file; the loader and the JSON schema are both driven by this table."""


@dataclass(frozen=True, slots=True)
class Config:
    """A checked configuration; the attributes are the keys of CONFIG_KEYS.

    Attributes:
        rules: Existing folders, as absolute paths.
        path: The file it came from, or None for the defaults.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"
    min_severity: str = "warning"
    min_confidence: str = "low"
    exclude: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    default_rules: bool = True
    encoding: str = "utf-8"
    max_file_size: int = 32
    severity: Mapping[str, str] = field(default_factory=dict)
    per_path_ignore: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    path: str | None = None


def find(start: Path) -> Path | None:
    """Return the nearest configuration file at or above a folder, or None."""
    for folder in (start.absolute(), *start.absolute().parents):
        for path in (folder / FILE_NAME, folder / _PYPROJECT):
            if _is_file(path) and (path.name == FILE_NAME or _concerns_us(path)):
                return path
    return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _concerns_us(path: Path) -> bool:
    """Tell whether a pyproject.toml has our table; yes when that cannot be told, so that `load` says why."""
    try:
        text = _read(path, path.name)
        return "lintnews" in text and _own_table(_parse(text, path.name)) is not None
    except LintnewsError:
        return True


def _own_table(content: dict[str, Any]) -> Any:
    tool = content.get("tool")
    return tool.get("lintnews") if isinstance(tool, dict) else None


def load(path: Path) -> Config:
    """Return the configuration in a file.

    Raises:
        LintnewsError: It cannot be read, is not valid TOML, or has an unknown key or a wrong value.
    """
    from lintnews.files import shown

    name = shown(str(path))
    text = _read(path, name)
    content: Any = _parse(text, name)
    pyproject = path.name == _PYPROJECT
    if pyproject:
        content = _own_table(content)
        if content is None:
            raise LintnewsError("there is no table [tool.lintnews]", path=name, remedy=f"add it, or use {FILE_NAME}")
    return _Loader(path, name, text, _TABLE if pyproject else ()).load(content)


def _read(path: Path, name: str) -> str:
    from lintnews.files import read

    try:
        return read(str(path), "utf-8", _MAX_BYTES)
    except LintnewsError as error:
        remedy = "a configuration file is UTF-8 text of at most 1 MB; check the path and the file"
        raise LintnewsError(error.message, path=name, line=error.line, remedy=remedy) from None


def _parse(text: str, name: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except RecursionError:
        raise LintnewsError("invalid TOML: nested too deeply", path=name) from None
    except ValueError as error:
        message = str(error)
        at = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", message)
        line = int(at[1]) if at and at[1] else text.count("\n") + 1 if at else None
        message = message[: at.start()] if at else message
        raise LintnewsError(f"invalid TOML: {message[:1].lower()}{message[1:]}", path=name, line=line) from None


class _Loader:
    """Checks the content of one file against CONFIG_KEYS."""

    def __init__(self, path: Path, name: str, text: str, table: tuple[str, ...]) -> None:
        self._path = path
        self._name = name
        self._text = text
        self._table = table

    def load(self, content: Any) -> Config:
        """Return the checked configuration."""
        if not isinstance(content, dict):
            raise self._error(f"“{'.'.join(self._table)}” takes a table", ())
        values: dict[str, Any] = {}
        for name, value in content.items():
            if name not in CONFIG_KEYS:
                raise self._unknown(name)
            values[name.replace("-", "_")] = self._value(CONFIG_KEYS[name], value, (name,))
        if "rules" in values:
            values["rules"] = tuple(self._rule_folder(folder) for folder in values["rules"])
        self._check_encoding(values)
        return Config(**values, path=self._name)

    def _value(self, key: ConfigKey, value: Any, place: tuple[str, ...]) -> Any:
        match key.type:
            case "strings":
                if isinstance(value, list) and all(isinstance(item, str) for item in value):
                    return tuple(value)
                raise self._wrong(place, "a list of strings")
            case "flag":
                return self._typed(value, bool, place, "true or false")
            case "integer":
                if type(value) is int and value >= 1:
                    return value
                raise self._wrong(place, "a whole number from 1")
            case "choice":
                text = self._typed(value, str, place, "a string")
                if text not in key.choices:
                    message = f"“{'.'.join(place)}” cannot be “{text}”"
                    raise self._error(message, place, did_you_mean(text, key.choices))
                return text
            case "choice-table" | "strings-table":
                inner = ConfigKey(key.type.removesuffix("-table"), key.help, choices=key.choices)
                table = self._typed(value, dict, place, "a table")
                return {name: self._value(inner, item, (*place, name)) for name, item in table.items()}
            case _:
                return self._typed(value, str, place, "a string")

    def _typed(self, value: Any, kind: type, place: tuple[str, ...], wanted: str) -> Any:
        if not isinstance(value, kind):
            raise self._wrong(place, wanted)
        return value

    def _rule_folder(self, folder: str) -> str:
        """Return a rule folder as an absolute path; one outside is refused, for others may have written the file."""
        home = self._path.absolute().parent.resolve()
        try:
            place = (home / folder).resolve()
            inside, exists = place.is_relative_to(home), place.is_dir()
        except (OSError, ValueError, RuntimeError):
            inside, exists = True, False
        if not inside:
            remedy = "move the rules there, or name the folder with --rules"
            raise self._error(f"the rule folder “{folder}” is not below the folder of this file", ("rules",), remedy)
        if not exists:
            raise self._error(f"there is no rule folder “{folder}”", ("rules",), "check the spelling")
        return str(place)

    def _check_encoding(self, values: dict[str, Any]) -> None:
        from lintnews.files import codec_name

        try:
            codec_name(values.get("encoding", "utf-8"))
        except LintnewsError as error:
            raise self._error(error.message, ("encoding",), error.remedy) from None

    def _unknown(self, name: str) -> LintnewsError:
        remedy = did_you_mean(name, CONFIG_KEYS)
        if name == "tool" and not self._table:
            remedy = "here the keys stand at the top, without [tool.lintnews]"
        return self._error(f"unknown key “{name}”", (name,), remedy)

    def _wrong(self, place: tuple[str, ...], wanted: str) -> LintnewsError:
        return self._error(f"“{'.'.join(place)}” takes {wanted}", place)

    def _error(self, message: str, place: tuple[str, ...], remedy: str | None = None) -> LintnewsError:
        line = _line_of(self._text, (*self._table, *place))
        if line is None:  # a key in an inline table: the line of the table
            line = _line_of(self._text, (*self._table, *place[:-1]))
        return LintnewsError(message, path=self._name, line=line, remedy=remedy)


_PART = r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)"""
_PARTS = re.compile(_PART)
_DOTTED = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = re.compile(rf"\s*\[\[?\s*({_DOTTED})\s*\]")
_ASSIGNED = re.compile(rf"\s*({_DOTTED})\s*=")


def _line_of(text: str, key: tuple[str, ...]) -> int | None:
    """Return the first line that sets a key, or anything in it, as far as a look at each line can tell."""
    return next((number for number, found in _keys(text) if found[: len(key)] == key), None) if key else None


def _keys(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield each line that names a key, with that key in full."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            table = _split(header[1])
            yield number, table
        elif assigned := _ASSIGNED.match(line):
            yield number, table + _split(assigned[1])


def _split(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PARTS.findall(dotted))

"""The rule book: all rules compiled, kept in a cache that is keyed by content and holds plain data only."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import lintnews
from lintnews.errors import LintnewsError
from lintnews.expression import Expression
from lintnews.rule import Rule
from lintnews.suppress import RULES as SUPPRESSION_RULES

_CACHE_FORMAT = 1
_CACHES_KEPT = 8


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule and what it searches for."""

    rule: Rule
    expressions: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Compiled rules, the word lists of their topics, and a digest of everything they were made from."""

    rules: tuple[Compiled, ...]
    topics: dict[str, frozenset[str]]
    digest: str


def bundled_folder() -> Path:
    """Return the folder of the rules that come with lintnews, in an installation or a checkout."""
    package = Path(__file__).parent
    installed = package / "bundled_rules"
    return installed if installed.is_dir() else package.parent / "rules"


def load_book(folders: Sequence[Path], *, cache: bool = True) -> RuleBook:
    """Load the rule folders, from the cache where nothing changed.

    Raises:
        LintnewsError: A folder does not exist or a rule file is wrong.
    """
    sources = _sources(folders)
    digest = _digest(sources)
    path = cache_folder() / f"rules-{digest}.json"
    if cache:
        book = _read_cache(path, digest)
        if book is not None:
            return book
    book = compile_folders(folders, digest)
    if cache:
        _write_cache(path, book)
    return book


def compile_folders(folders: Sequence[Path], digest: str = "") -> RuleBook:
    """Compile rule folders without the cache; raises LintnewsError."""
    from lintnews.compile import compile_files
    from lintnews.rules import load_files, rule_paths
    from lintnews.words import WordLists

    paths = [path for folder in folders for path in rule_paths(folder)]
    files = load_files(paths, {path: shown_path(path) for path in paths})
    rules, topics = compile_files(files, WordLists(tuple(folders)))
    rules += [Compiled(rule, ()) for rule in SUPPRESSION_RULES]
    return RuleBook(tuple(rules), topics, digest)


def shown_path(path: Path) -> str:
    """Return a rule file's name for people: relative to the working directory where it lies below it."""
    with suppress(ValueError, OSError):
        return path.resolve().relative_to(Path.cwd()).as_posix()
    return path.as_posix()


def _sources(folders: Sequence[Path]) -> list[Path]:
    for folder in folders:
        if not folder.is_dir():
            raise LintnewsError("there is no such rule folder", path=str(folder), remedy="check --rules")
    return sorted(
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.suffix in (".yml", ".yaml", ".txt", ".tsv") and path.is_file()
    )


def _digest(paths: Sequence[Path]) -> str:
    digest = hashlib.sha256(f"{_CACHE_FORMAT} {lintnews.__version__} {sys.version_info[:2]}".encode())
    for path in paths:
        try:
            content = path.read_bytes()
        except OSError as error:
            raise LintnewsError(f"cannot read the rule file: {error.strerror}", path=str(path)) from None
        digest.update(f"\0{shown_path(path)}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:32]


def cache_folder() -> Path:
    """Return the folder of the compiled-rule cache; it may be deleted at any time."""
    base = os.environ.get("LINTNEWS_CACHE_DIR")
    if base:
        return Path(base)
    if sys.platform == "win32":
        root = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        root = Path.home() / "Library" / "Caches"
    else:
        root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return root / "lintnews"


def _read_cache(path: Path, digest: str) -> RuleBook | None:
    """Return the cached book, or None when there is none or it is damaged: then it is simply made anew."""
    try:
        data = json.loads(path.read_bytes())
        if data["digest"] != digest:
            return None
        return RuleBook(
            tuple(_compiled_from(row) for row in data["rules"]),
            {name: frozenset(words) for name, words in data["topics"].items()},
            digest,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _compiled_from(row: dict[str, Any]) -> Compiled:
    fields = row["rule"]
    for name in ("suggest", "tags", "scope", "unless"):
        fields[name] = tuple(fields[name])
    return Compiled(
        Rule(**fields),
        tuple(
            Expression(tuple(anchors), mode, regex, exact, fold, (before[0], before[1]), width, tuple(suggestions), key)
            for anchors, mode, regex, exact, fold, before, width, suggestions, key in row["expressions"]
        ),
    )


def _write_cache(path: Path, book: RuleBook) -> None:
    """Write the book beside its final place and move it there; a cache that cannot be written is no error."""
    from lintnews.rules import without_examples

    rows = [
        {
            "rule": asdict(without_examples(compiled.rule)),
            "expressions": [list(asdict(expression).values()) for expression in compiled.expressions],
        }
        for compiled in book.rules
    ]
    topics = {name: sorted(words) for name, words in book.topics.items()}
    data = {"digest": book.digest, "topics": topics, "rules": rows}
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
            json.dump(data, file, ensure_ascii=False, separators=(",", ":"))
        Path(file.name).replace(path)
        old = sorted(path.parent.glob("rules-*.json"), key=lambda cached: cached.stat().st_mtime)
        for cached in old[:-_CACHES_KEPT]:
            cached.unlink(missing_ok=True)

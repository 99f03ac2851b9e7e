"""Find the files to check, read them as text, and write reports; every failure says which path and what to do."""

from __future__ import annotations

import codecs
import errno
import os
import re
import stat
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews.errors import LintnewsError
from lintnews.suggest import did_you_mean

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm")
"""File names a folder is searched for, whatever their case."""

_COMMON_ENCODINGS = ("utf-8", "cp1252", "latin-1", "utf-16", "iso8859-15", "mac-roman")
_UNFIT_CODECS = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"})
_WIDE_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",  # first, as it begins like that of UTF-16
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_BELOW = "ps_d"  # the group in which pathspec catches the slash after a folder that matches
_CHUNK = 1 << 18
_GITIGNORE_BYTES = 1_000_000
_PIPE, _LEAVE_OUT = "pipe the text into `lintnews check -`", "leave it out"
_KINDS = {
    stat.S_IFDIR: ("a folder", "name the files in it"),
    stat.S_IFIFO: ("a named pipe", _PIPE),
    stat.S_IFCHR: ("a device", _PIPE),
    stat.S_IFBLK: ("a device", _LEAVE_OUT),
    stat.S_IFSOCK: ("a socket", _LEAVE_OUT),
}


@dataclass(frozen=True, slots=True)
class Target:
    """A file to check; the path is POSIX, and relative to the current folder for what lies below it."""

    path: str


@dataclass(frozen=True, slots=True)
class _Ignore:
    """The patterns of one .gitignore and the folder they are relative to, with a slash at its end."""

    folder: str
    patterns: tuple[Any, ...]

    def verdict(self, path: str) -> bool | None:
        """Return what the last pattern that matches an absolute path says, or None when none does."""
        inner = path.removeprefix(self.folder)
        if inner in ("", path):  # the folder itself, or one above
            return None
        return next((p.include for p in reversed(self.patterns) if _matches(p.regex, inner)), None)


def _matches(regex: re.Pattern[str] | None, path: str) -> bool:
    """Tell whether a pattern of pathspec matches a path itself; the library also counts what lies below a match."""
    if regex is None:
        return False
    if _BELOW not in regex.groupindex:
        return regex.search(path.rstrip("/")) is not None
    return any(found.end(_BELOW) in (-1, len(path)) for found in regex.finditer(path))


def discover(
    paths: Sequence[str], exclude: Sequence[str] = (), *, force_exclude: bool = False
) -> Iterator[Target | LintnewsError]:
    """Yield every file to check once, and an error for each path that cannot be checked.

    Args:
        paths: Files, which are taken as they are, and folders, which are searched.
        exclude: Patterns in the syntax of .gitignore, relative to the current folder.
        force_exclude: Whether the patterns also hold for the paths themselves.

    Raises:
        LintnewsError: An exclude pattern is not valid.
    """
    excluded, seen = _exclude_spec(exclude), set[str]()
    for path in paths:
        try:
            mode = os.stat(path).st_mode  # noqa: PTH116 - Path("") would be the current folder
            search = _Search(path, excluded, seen)
        except (OSError, ValueError) as error:
            yield _problem(path, error)
            continue
        if force_exclude and search.excludes(search.root, stat.S_ISDIR(mode)):
            continue
        yield from search.folder() if stat.S_ISDIR(mode) else search.file(search.root)


def shown(path: str) -> str:
    """Return a path as findings show it: POSIX, and relative to the current folder for what lies below it."""
    place, here = Path(_absolute(path)), Path.cwd()
    return (place.relative_to(here) if place.is_relative_to(here) else Path(path)).as_posix()


def _absolute(path: str) -> str:
    """Return a POSIX path from the root without dots; what is above a symbolic link is above its target."""
    place = Path(path)
    if ".." in place.parts:
        place = place.resolve() if place.name == ".." else place.parent.resolve() / place.name
    return place.absolute().as_posix()


def _exclude_spec(patterns: Sequence[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    for pattern in patterns:
        if not _is_valid(pattern):
            remedy = "patterns have the syntax of .gitignore"
            raise LintnewsError(f"“{pattern}” is not a valid exclude pattern", remedy=remedy)
    return GitIgnoreSpec.from_lines(pattern.removeprefix("." * pattern.startswith("./")) for pattern in patterns)


class _Search:
    """The search below one path that the user named."""

    def __init__(self, named: str, excluded: GitIgnoreSpec, seen: set[str]) -> None:
        self.root = _absolute(named)
        self._named = Path(named).as_posix().rstrip("/")
        self._here = Path.cwd().as_posix().rstrip("/") + "/"
        self._excluded = excluded
        self._seen = seen

    def _show(self, place: str) -> str:
        if (place + "/").startswith(self._here):
            return place[len(self._here) :] or "."
        return self._named + place[len(self.root.rstrip("/")) :]

    def excludes(self, place: str, folder: bool) -> bool:
        """Tell whether the user's patterns leave out a path."""
        return self._excluded.match_file(self._show(place).lstrip("/") + "/" * folder)

    def file(self, place: str) -> Iterator[Target | LintnewsError]:
        """Yield a file when it comes up for the first time, or why it cannot be checked."""
        try:
            mode = Path(place).stat().st_mode
            real = os.path.realpath(place)
        except OSError as error:
            yield _problem(self._show(place), error)
            return
        if stat.S_ISDIR(mode):  # a link, which a search does not follow
            return
        if not stat.S_ISREG(mode):
            yield _irregular(self._show(place), mode)
        elif real not in self._seen:
            self._seen.add(real)
            yield Target(self._show(place))

    def folder(self) -> Iterator[Target | LintnewsError]:
        """Yield what lies below, in the order of the paths; without recursion, for folders of any depth."""
        waiting = [(self.root.rstrip("/") + "/", _parent_ignores(self.root))]
        while waiting:
            place, ignores = waiting.pop()
            if not place.endswith("/"):
                yield from self.file(place)
                continue
            try:
                with os.scandir(place) as entries:
                    ignores = (*ignores, *_read_ignore(place))
                    inside = sorted(self._wanted(place, entries, ignores), reverse=True)
            except OSError as error:
                yield _problem(self._show(str(error.filename or place).rstrip("/")), error)
                continue
            waiting += [(path, ignores) for path in inside]

    def _wanted(self, place: str, entries: Iterable[os.DirEntry[str]], ignores: tuple[_Ignore, ...]) -> Iterator[str]:
        """Yield the paths in one folder that are to be checked or, with a slash at the end, searched."""
        for entry in entries:
            name, folder = entry.name, entry.is_dir(follow_symlinks=False)
            # Editors lock a file with a dangling link named .#file.
            unfit = not name.lower().endswith(SUFFIXES) or name.startswith(".#")
            if name.startswith(".") if folder else unfit:
                continue
            if not _ignored(place + name + "/" * folder, ignores) and not self.excludes(place + name, folder):
                yield place + name + "/" * folder


def _ignored(path: str, ignores: tuple[_Ignore, ...]) -> bool:
    """Tell whether an absolute path is ignored; the nearest .gitignore that speaks of it decides."""
    return next((said for ignore in reversed(ignores) if (said := ignore.verdict(path)) is not None), False)


def _parent_ignores(root: str) -> tuple[_Ignore, ...]:
    """Return the .gitignore files above a folder up to the repository root, unless they ignore that very folder."""
    parents = (Path(root), *Path(root).parents)
    top = next((number for number, parent in enumerate(parents) if os.path.lexists(parent / ".git")), 0)
    ignores: tuple[_Ignore, ...] = ()
    for parent in reversed(parents[1 : top + 1]):
        with suppress(OSError):  # as git, which warns and goes on
            ignores = (*ignores, *_read_ignore(parent.as_posix()))
    # A folder the user named is searched, although it may be ignored as a whole.
    return () if any(_ignored(f"{parent.as_posix()}/", ignores) for parent in parents[:top]) else ignores


def _read_ignore(folder: str) -> list[_Ignore]:
    """Return the patterns of the .gitignore in a folder, if any; like git, follow no link and skip bad lines."""
    from pathspec import GitIgnoreSpec

    path = Path(folder, ".gitignore")
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return []
    except FileNotFoundError:
        return []
    with path.open("rb") as file:
        lines = file.read(_GITIGNORE_BYTES).decode("utf-8-sig", "surrogateescape").split("\n")
    spec = GitIgnoreSpec.from_lines(filter(_is_valid, (line.removesuffix("\r") for line in lines)))
    return [_Ignore(folder.rstrip("/") + "/", tuple(spec.patterns))]


def _is_valid(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    with suppress(ValueError):
        GitIgnoreSpec.from_lines([line])
        return True
    return False


def read(path: str, encoding: str = "utf-8", max_bytes: int = 32_000_000) -> str:
    """Return the text of a file, its line ends untouched and a byte order mark removed.

    Raises:
        LintnewsError: It is no regular file, too large, not readable, or not text in that encoding.
    """
    try:
        found = Path(path).stat()
        if not stat.S_ISREG(found.st_mode):
            raise _irregular(path, found.st_mode)
        if found.st_size > max_bytes:
            raise _too_large(path, found.st_size, max_bytes)
        data = _read_bytes(path, max_bytes)
    except (OSError, ValueError) as error:
        raise _problem(path, error) from None
    return decode(data, path, encoding)


def _read_bytes(path: str, max_bytes: int) -> bytes:
    """Read at most max_bytes, in pieces and without waiting, should the path have become something else."""
    with open(path, "rb", opener=_open_without_waiting) as file:
        pieces, size = [], 0
        while piece := file.read(_CHUNK):
            pieces.append(piece)
            size += len(piece)
            if size > max_bytes:
                raise _too_large(path, size, max_bytes)
    return b"".join(pieces)


def _open_without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def decode(data: bytes, path: str, encoding: str = "utf-8") -> str:
    """Return bytes as text, line ends untouched and a byte order mark removed.

    Raises:
        LintnewsError: The encoding is unknown, or the bytes are not text in it; with the line.
    """
    name = codec_name(encoding)
    if not name.startswith(("utf-16", "utf-32")) and (b"\0" in data or (name == "utf-8" and _wide(data))):
        raise _binary(path, _wide(data))
    try:
        text = data.decode(name)
    except UnicodeError as error:
        start = getattr(error, "start", 0)
        others = " or ".join(f"--encoding {other}" for other in ("cp1252", "latin-1") if name != codec_name(other))
        raise LintnewsError(
            f"the bytes are not valid {encoding} text (0x{data[start : start + 1].hex().upper()})",
            path=path,
            line=_line(data[:start].decode(name, "ignore")),
            remedy=f"save the file as UTF-8, or try {others}",
        ) from None
    if "\0" in text:
        raise _binary(path)
    return text.removeprefix("\ufeff")


def codec_name(encoding: str) -> str:
    """Return the name Python knows an encoding by.

    Raises:
        LintnewsError: There is no such encoding for text.
    """
    try:
        name = codecs.lookup(encoding).name
        b"a".decode(name, "replace")  # codecs such as base64 are found but do not give text
    except (LookupError, ValueError):
        name = "undefined"
    if name not in _UNFIT_CODECS:
        return "utf-8" if name == "utf-8-sig" else name
    raise LintnewsError(f"unknown encoding “{encoding}”", remedy=did_you_mean(encoding, _COMMON_ENCODINGS))


def write_atomically(path: str, chunks: Iterable[str]) -> None:
    """Write a report as UTF-8 so that readers see the old file or the whole new one, never a part.

    Raises:
        LintnewsError: The file cannot be written.
    """
    target = Path(path).resolve()
    try:
        if target.exists() and not target.is_file():  # a pipe or a device such as /dev/stdout
            with target.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
                stream.writelines(chunks)
            return
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        handle, draft = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:50]}.")
        try:
            with open(handle, "w", encoding="utf-8", errors="backslashreplace", newline="") as stream:  # noqa: PTH123
                stream.writelines(chunks)
            Path(draft).chmod(mode)
            Path(draft).replace(target)
        except BaseException:
            Path(draft).unlink()
            raise
    except OSError as error:
        raise LintnewsError(
            f"cannot write this file ({error.strerror})", path=path, remedy="choose another --output-file"
        ) from None


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _line(text: str) -> int:
    """Return the number of the line a text ends in."""
    return text.count("\n") + text.count("\r") - text.count("\r\n") + 1


def _wide(data: bytes) -> str | None:
    """Return the name of the encoding that a byte order mark other than that of UTF-8 announces."""
    return next((name for mark, name in _WIDE_MARKS.items() if data.startswith(mark)), None)


def _binary(path: str, wide: str | None = None) -> LintnewsError:
    if wide:
        return LintnewsError(f"this is {wide} text", path=path, remedy=f"read it with --encoding {wide.lower()}")
    return LintnewsError("this is no text: it holds NUL bytes", path=path, remedy="leave it out with --exclude")


def _too_large(path: str, size: int, max_bytes: int) -> LintnewsError:
    return LintnewsError(
        f"the file has more than {max_bytes / 1e6:g} MB",
        path=path,
        remedy=f"allow it with --max-file-size {-(-size // 1_000_000)} or leave it out with --exclude",
    )


def _irregular(path: str, mode: int) -> LintnewsError:
    kind, remedy = _KINDS.get(stat.S_IFMT(mode), ("no regular file", _LEAVE_OUT))
    return LintnewsError(f"this is {kind}, not a file of text", path=path, remedy=remedy)


def _problem(path: str, error: OSError | ValueError) -> LintnewsError:
    """Return what the system said about a path in plain words."""
    code = error.errno if isinstance(error, OSError) else None
    if code in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP) and os.path.islink(path):  # noqa: PTH114 - never raises
        return LintnewsError("this symbolic link leads nowhere", path=path, remedy="repair or remove it")
    if code in (errno.ENOENT, errno.ENOTDIR):
        return LintnewsError("there is no such file or folder", path=path, remedy="check the spelling")
    if code in (errno.EACCES, errno.EPERM):
        return LintnewsError("no permission to read this", path=path, remedy="change its mode or leave it out")
    reason = (error.strerror or "") if isinstance(error, OSError) else str(error)
    return LintnewsError(f"cannot read this ({reason.lower()})", path=path, remedy="check the path")

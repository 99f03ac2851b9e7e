from __future__ import annotations

import codecs
import os
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from unprivileged import run_unprivileged

from lintnews.errors import LintnewsError
from lintnews.files import Target, decode, discover, read, shown, write_atomically

Tree = Callable[..., Path]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """Make files (named as arguments, or with a content as in `{".gitignore": "x"}`) and stand in their folder."""
    root = tmp_path / "repo"
    root.mkdir()
    monkeypatch.chdir(root)

    def make(*names: str, ignores: dict[str, str] | None = None, repository: bool = True) -> Path:
        if repository:
            (root / ".git").mkdir(exist_ok=True)
        for name, content in {**dict.fromkeys(names, "Text.\n"), **(ignores or {})}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(content, encoding="utf-8")
        return root

    return make


def found(*paths: str, exclude: Sequence[str] = (), force_exclude: bool = False) -> list[str]:
    results = list(discover(paths, exclude, force_exclude=force_exclude))
    assert all(isinstance(result, Target) for result in results), results
    return [result.path for result in results if isinstance(result, Target)]


def problems(*paths: str) -> list[LintnewsError]:
    return [result for result in discover(paths) if isinstance(result, LintnewsError)]


def test_a_folder_is_searched_for_texts_in_the_order_of_paths(tree: Tree) -> None:
    tree("b.txt", "a/z.md", "a.txt", "a/B.HTML", "a-b/c.htm", "d.markdown", "e.py", "f", "txt", ".hidden.txt")
    assert found(".") == [".hidden.txt", "a-b/c.htm", "a.txt", "a/B.HTML", "a/z.md", "b.txt", "d.markdown"]


def test_hidden_folders_are_left_out_unless_named(tree: Tree) -> None:
    tree("a.txt", ".venv/b.txt", "sub/.cache/c.txt", ".git/d.txt")
    assert found(".") == ["a.txt"]
    assert found(".venv") == [".venv/b.txt"]


@pytest.mark.parametrize(
    "paths",
    [("a.txt", "a.txt"), (".", "a.txt"), ("a.txt", "."), (".", "./a.txt"), ("sub/../a.txt",), ("a.txt", "link.txt")],
)
def test_each_file_comes_once(tree: Tree, paths: tuple[str, ...]) -> None:
    root = tree("a.txt", "sub/note.py")
    (root / "link.txt").symlink_to("a.txt")
    assert found(*paths) == ["a.txt"]


def test_named_files_are_taken_whatever_their_name_and_ignored_or_not(tree: Tree) -> None:
    tree("notes.rst", "draft.txt", ignores={".gitignore": "*\n"})
    assert found("notes.rst", "draft.txt", exclude=["draft.txt"]) == ["notes.rst", "draft.txt"]


@pytest.mark.parametrize(
    ("named", "cwd", "expected"),
    [
        ("{root}/sub/a.txt", ".", ["sub/a.txt"]),
        ("{root}/sub", "sub", ["a.txt"]),
        ("../sub/a.txt", "sub", ["a.txt"]),
        ("..", "sub", ["../b.txt", "a.txt"]),
        ("../b.txt", "sub", ["../b.txt"]),
        ("{root}/b.txt", "sub", ["{root}/b.txt"]),
        (".././sub/", "sub", ["a.txt"]),
    ],
)
def test_paths_are_relative_to_the_current_folder_when_below_it(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, named: str, cwd: str, expected: list[str]
) -> None:
    root = tree("sub/a.txt", "b.txt")
    monkeypatch.chdir(root / cwd)
    named = named.format(root=root)
    assert found(named) == [path.format(root=root) for path in expected]
    if Path(named).is_file():
        assert shown(named) == found(named)[0]


def test_a_parent_folder_of_a_link_is_that_of_its_target(tree: Tree) -> None:
    root = tree("far/away/a.txt", "far/b.txt", "b.txt")
    (root / "link").symlink_to("far/away")
    assert found("link/../b.txt") == ["far/b.txt"]


@pytest.mark.parametrize(
    ("ignores", "expected"),
    [
        ({".gitignore": "b.txt\n"}, ["a.txt", "sub/a.txt"]),
        ({".gitignore": "/b.txt\r\n"}, ["a.txt", "sub/a.txt", "sub/b.txt"]),
        ({".gitignore": "\ufeffsub/\n"}, ["a.txt", "b.txt"]),
        ({".gitignore": "sub/\n!sub/a.txt\n"}, ["a.txt", "b.txt"]),
        ({".gitignore": "*.txt\n", "sub/.gitignore": "!a.txt\n"}, ["sub/a.txt"]),
        ({"sub/.gitignore": "/a.txt\n"}, ["a.txt", "b.txt", "sub/b.txt"]),
        ({".gitignore": "*\n!*/\n!a.txt\n"}, ["a.txt", "sub/a.txt"]),
        ({".gitignore": "!\n\\\n# note\n\na.txt\n"}, ["b.txt", "sub/b.txt"]),
    ],
)
def test_gitignore_is_respected_as_git_does(tree: Tree, ignores: dict[str, str], expected: list[str]) -> None:
    tree("a.txt", "b.txt", "sub/a.txt", "sub/b.txt", ignores=ignores)
    assert found(".") == expected


@pytest.mark.real
@pytest.mark.parametrize(
    "lines", ["*\n!*/\n!x.txt", "a/**\n!a/x.txt", "a/*\n!a/b/", "x*\n!/x/", "**/b\n!b/", "[ab]\n*.txt\n!a/", "/a/b"]
)
def test_gitignore_is_read_like_git_itself(tree: Tree, lines: str) -> None:
    names = [f"{folder}{name}.txt" for folder in ("", "a/", "a/b/", "b/a/", "x/") for name in ("a", "x")]
    root = tree(*names, ignores={".gitignore": lines, "b/.gitignore": "!a"}, repository=False)
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=root, check=True, capture_output=True, text=True
    )
    assert found(".") == sorted(name for name in listed.stdout.split() if name.endswith(".txt"))


@pytest.mark.parametrize(("repository", "expected"), [(True, ["sub/b.txt"]), (False, ["sub/a.txt", "sub/b.txt"])])
def test_gitignore_of_parents_counts_up_to_the_repository_root(
    tree: Tree, repository: bool, expected: list[str]
) -> None:
    root = tree("sub/a.txt", "sub/b.txt", ignores={".gitignore": "/sub/a.txt\n"}, repository=repository)
    (root.parent / ".gitignore").write_text("*.txt\n")
    assert found("sub") == expected


def test_a_named_folder_is_searched_although_it_is_ignored(tree: Tree) -> None:
    tree("build/a.txt", "build/sub/b.txt", ignores={".gitignore": "build/\n"})
    assert found(".") == []
    assert found("build") == ["build/a.txt", "build/sub/b.txt"]
    assert found("build/sub") == ["build/sub/b.txt"]


@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_a_gitignore_that_is_no_file_is_passed_over(tree: Tree, kind: str) -> None:
    root = tree("a.txt", "patterns")
    ignore = root / ".gitignore"
    {"link": lambda: ignore.symlink_to("patterns"), "folder": ignore.mkdir, "pipe": lambda: os.mkfifo(ignore)}[kind]()
    assert found(".") == ["a.txt"]


@pytest.mark.parametrize(
    ("exclude", "expected"),
    [
        (["sub"], ["a.txt", "b.md"]),
        (["sub/"], ["a.txt", "b.md"]),
        (["*.txt"], ["b.md"]),
        (["/a.txt", "b.md"], ["sub/a.txt"]),
        (["./a.txt"], ["b.md", "sub/a.txt"]),
        (["*.txt", "!sub/a.txt"], ["b.md", "sub/a.txt"]),
        ([""], ["a.txt", "b.md", "sub/a.txt"]),
    ],
)
def test_excluded_paths_are_left_out_of_a_search(tree: Tree, exclude: list[str], expected: list[str]) -> None:
    tree("a.txt", "b.md", "sub/a.txt")
    assert found(".", exclude=exclude) == expected


def test_force_exclude_also_holds_for_named_paths(tree: Tree) -> None:
    tree("a.txt", "sub/b.txt")
    assert found("a.txt", "sub/b.txt", "sub", exclude=["sub/"], force_exclude=True) == ["a.txt"]


def test_an_invalid_exclude_pattern_is_an_error(tree: Tree) -> None:
    with pytest.raises(LintnewsError, match=r"“!” is not a valid exclude pattern"):
        list(discover(["."], ["!"]))


def test_linked_folders_are_followed_only_when_named(tree: Tree) -> None:
    root = tree("real/a.txt")
    (root / "real/loop").symlink_to(root)
    (root / "linked.txt").symlink_to("real")
    assert found(".") == ["real/a.txt"]
    assert found("linked.txt") == ["linked.txt/a.txt"]


def bind(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path.name)
    os.chdir(here)


SPECIAL: dict[str, tuple[Callable[[Path], object], str]] = {
    "broken link": (lambda path: path.symlink_to("nowhere"), "symbolic link leads nowhere"),
    "loop": (lambda path: path.symlink_to(path.name), "symbolic link leads nowhere"),
    "pipe": (os.mkfifo, "named pipe"),
    "socket": (bind, "socket"),
    "device": (lambda path: path.symlink_to("/dev/null"), "device"),
}


@pytest.mark.parametrize("kind", SPECIAL)
@pytest.mark.parametrize("named", [True, False])
def test_what_is_no_file_is_an_error_and_the_rest_goes_on(tree: Tree, kind: str, named: bool) -> None:
    root = tree("sub/a.txt", "sub/c.txt")
    make, message = SPECIAL[kind]
    make(root / "sub/b.txt")
    results = list(discover(["sub/a.txt", "sub/b.txt", "sub/c.txt"] if named else ["sub"]))
    error = results.pop(1)
    assert results == [Target("sub/a.txt"), Target("sub/c.txt")]
    assert isinstance(error, LintnewsError)
    assert error.path == "sub/b.txt"
    assert message in error.message
    assert error.remedy
    with pytest.raises(LintnewsError, match=message):
        read("sub/b.txt")


def test_what_is_no_text_by_name_is_passed_over_in_a_search(tree: Tree) -> None:
    root = tree("a.txt")
    os.mkfifo(root / "queue")
    (root / "broken").symlink_to("nowhere")
    (root / ".#a.txt").symlink_to("user@host.1")
    assert found(".") == ["a.txt"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("gone.txt", "no such file or folder"),
        ("a.txt/b.txt", "no such file or folder"),
        ("", "no such file or folder"),
        ("x" * 300, "cannot read this"),
        ("a\0b", "cannot read this"),
    ],
)
def test_a_path_that_cannot_be_followed_is_an_error(tree: Tree, path: str, message: str) -> None:
    tree("a.txt")
    results = list(discover([path, "a.txt"]))
    assert isinstance(results[0], LintnewsError)
    assert (results[0].path, message in results[0].message) == (path, True)
    assert results[0].remedy
    assert results[1:] == [Target("a.txt")]


def test_names_that_are_not_unicode_are_found_and_read(tree: Tree) -> None:
    root = tree("a.txt")
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (root / name).write_text("Text.\n")
    except OSError:
        pytest.skip("the file system takes Unicode names only")
    assert found(".") == ["a.txt", name]
    assert read(name) == "Text.\n"


def test_a_very_deep_folder_is_searched(tree: Tree) -> None:
    root = tree("a.txt")
    deep = "/".join(["d"] * 1200)
    folders = [root / deep[:end] for end in range(1, len(deep) + 1, 2)]
    for folder in folders:
        folder.mkdir()
    (root / deep / "b.txt").write_text("")
    names = found(".")
    (root / deep / "b.txt").unlink()
    for folder in reversed(folders):  # what cleans up after tests may recurse
        folder.rmdir()
    assert names == ["a.txt", f"{deep}/b.txt"]


PERMISSIONS = """
from lintnews.errors import LintnewsError
from lintnews.files import discover, read
for result in discover(["."]):
    try:
        print(result if isinstance(result, LintnewsError) else f"{result.path}: {read(result.path)!r}")
    except LintnewsError as error:
        print(error)
"""


def test_what_may_not_be_read_is_an_error_and_the_rest_goes_on(tree: Tree) -> None:
    root = tree("a.txt", "closed/b.txt", "own/c.txt", "z.txt", ignores={"hid/.gitignore": "x", "hid/x.txt": ""})
    locked = [root / "closed", root / "own/c.txt", root / "hid/.gitignore"]
    for path in locked:
        path.chmod(0)
    done = run_unprivileged([sys.executable, "-c", PERMISSIONS], root)
    for path in locked:
        path.chmod(0o700)
    lines = done.stdout.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["a.txt", "closed", "hid/.gitignore", "own/c.txt", "z.txt"]
    assert ["no permission" in line for line in lines] == [False, True, True, True, False], done.stderr


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (b"", "utf-8", ""),
        (b"caf\xc3\xa9\r\nb\rc\n", "utf-8", "café\r\nb\rc\n"),
        (b"\xef\xbb\xbfText", "utf-8", "Text"),
        (b"\xef\xbb\xbfText", "UTF8", "Text"),
        (b"\xef\xbb\xbfText", "utf-8-sig", "Text"),
        (b"caf\xe9", "latin-1", "café"),
        (b"\x93x\x94", "cp1252", "“x”"),
        ("Zoë".encode("utf-16"), "utf-16", "Zoë"),
        (codecs.BOM_UTF16_LE + "Zoë".encode("utf-16-le"), "utf-16-le", "Zoë"),
        ("Zoë".encode("utf-32"), "utf-32", "Zoë"),
    ],
)
def test_text_is_decoded_and_only_a_byte_order_mark_removed(
    tmp_path: Path, data: bytes, encoding: str, text: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert read(str(path), encoding) == decode(data, "<stdin>", encoding) == text


@pytest.mark.parametrize(
    ("data", "encoding", "line", "message", "remedy"),
    [
        (b"a\nb\ncaf\xe9\n", "utf-8", 3, "not valid utf-8 text (0xE9)", "--encoding cp1252 or --encoding latin-1"),
        (b"a\r\nb\rcaf\xe9", "utf-8", 3, "0xE9", "--encoding latin-1"),
        (b"\xef\xbb\xbf\xff", "utf-8", 1, "0xFF", "--encoding cp1252"),
        (b"a\n\x81", "cp1252", 2, "not valid cp1252 text", "--encoding latin-1"),
        (b"caf\xe9", "ascii", 1, "not valid ascii text", "--encoding cp1252"),
        ("a\nb".encode("utf-16")[:-1], "utf-16", 2, "not valid utf-16 text", "--encoding"),
        (b"PK\x03\x04\0\0", "utf-8", None, "NUL bytes", "--exclude"),
        (b"a\0", "latin-1", None, "NUL bytes", "--exclude"),
        ("a\0".encode("utf-16"), "utf-16", None, "NUL bytes", "--exclude"),
        ("Text".encode("utf-16"), "utf-8", None, "UTF-16", "--encoding utf-16"),
        (codecs.BOM_UTF16_BE + "中文".encode("utf-16-be"), "utf-8", None, "UTF-16", "--encoding utf-16"),
        ("Text".encode("utf-32"), "utf-8", None, "UTF-32", "--encoding utf-32"),
        (b"a", "utf-9", None, "unknown encoding “utf-9”", "did you mean “utf-8”?"),
        (b"", "bogus\0", None, "unknown encoding", "valid:"),
        (b"", "base64", None, "unknown encoding", "valid:"),
        (b"a", "rot13", None, "unknown encoding", "valid:"),
        (b"a", "punycode", None, "unknown encoding", "valid:"),
    ],
)
def test_what_cannot_be_decoded_is_told_with_line_and_remedy(
    data: bytes, encoding: str, line: int | None, message: str, remedy: str
) -> None:
    with pytest.raises(LintnewsError) as caught:
        decode(data, "a.txt", encoding)
    assert caught.value.line == line
    assert message in caught.value.message
    assert remedy in (caught.value.remedy or "")
    assert "--encoding utf-8" not in str(caught.value)


def test_large_files_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(10**13)
    with pytest.raises(LintnewsError, match=r"more than 32 MB; allow it with --max-file-size 10000000") as caught:
        read(str(path))
    assert caught.value.path == str(path)
    path.write_bytes(b"12345")
    assert read(str(path), max_bytes=5) == "12345"
    with pytest.raises(LintnewsError, match="--max-file-size 1"):
        read(str(path), max_bytes=4)


def test_a_folder_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(LintnewsError, match="this is a folder"):
        read(str(tmp_path))


def test_a_report_replaces_the_old_one_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old")
    path.chmod(0o640)

    def broken() -> object:
        yield "new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_atomically(str(path), broken())  # type: ignore[arg-type]
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
    link = tmp_path / "link"
    link.symlink_to(path)
    write_atomically(str(link), ["né", "w\r\n\udce9"])
    assert path.read_bytes() == b"n\xc3\xa9w\r\n\\udce9"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert link.is_symlink()


def test_a_new_report_has_the_usual_mode_and_a_device_is_written_to(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    write_atomically(str(tmp_path / "new"), ["x"])
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "other").stat().st_mode
    write_atomically("/dev/null", ["x"])
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.parametrize("name", ["gone/report", "."])
def test_a_report_that_cannot_be_written_is_an_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(LintnewsError, match="cannot write this file") as caught:
        write_atomically(str(tmp_path / name), ["x"])
    assert caught.value.remedy

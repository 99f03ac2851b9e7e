from __future__ import annotations

import dataclasses
import os
import pickle
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from unprivileged import run_unprivileged

from lintnews import schema
from lintnews.config import CONFIG_KEYS, Config, find, load
from lintnews.errors import LintnewsError

FULL = """\
select = ["round-trip"]
extend-select = ["calque-*"]
ignore = ["a", "b"]
fail-on = "never"
min-severity = "info"
min-confidence = "high"
exclude = ["drafts/"]
rules = ["house", "./more/rules"]
default-rules = false
encoding = "cp1252"
max-file-size = 5

[severity]
calqued-rank = "warning"

[per-path-ignore]
"wire/*.txt" = ["doubled-headline"]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("project/house", "project/more/rules", "project/sub/deep", "outside"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


def write(folder: Path, text: str, name: str = "lintnews.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def failure(path: Path) -> LintnewsError:
    with pytest.raises(LintnewsError) as caught:
        load(path)
    return caught.value


def test_defaults_of_the_table_and_of_the_class_agree() -> None:
    table = {name.replace("-", "_"): key.default for name, key in CONFIG_KEYS.items()}
    assert {**table, "path": None} == dataclasses.asdict(Config())


def test_the_schema_accepts_the_defaults_and_a_full_file() -> None:
    import tomllib

    validator = Draft202012Validator(schema.config(CONFIG_KEYS))
    validator.validate(tomllib.loads(FULL))
    defaults = {name: list(key.default) if key.default == () else key.default for name, key in CONFIG_KEYS.items()}
    validator.validate(defaults)
    assert not validator.is_valid({"fail-on": "sometimes"})


def in_pyproject(text: str) -> str:
    top = text.replace("[severity]", "[tool.lintnews.severity]")
    return "[tool.lintnews]\n" + top.replace("[per-path-ignore]", "[tool.lintnews.per-path-ignore]")


@pytest.mark.parametrize("name", ["lintnews.toml", "other.toml", "pyproject.toml"])
def test_every_key_is_read(folder: Path, name: str) -> None:
    config = load(write(folder, in_pyproject(FULL) if name == "pyproject.toml" else FULL, name))
    assert config == Config(
        select=("round-trip",),
        extend_select=("calque-*",),
        ignore=("a", "b"),
        fail_on="never",
        min_severity="info",
        min_confidence="high",
        exclude=("drafts/",),
        rules=(str(folder / "house"), str(folder / "more/rules")),
        default_rules=False,
        encoding="cp1252",
        max_file_size=5,
        severity={"calqued-rank": "warning"},
        per_path_ignore={"wire/*.txt": ("doubled-headline",)},
        path=name,
    )
    assert pickle.loads(pickle.dumps(config)) == config


def test_an_empty_file_means_the_defaults(folder: Path) -> None:
    assert load(write(folder, "\ufeff# nothing\r\n")) == Config(path="lintnews.toml")


@pytest.mark.parametrize(
    ("text", "line", "message", "remedy"),
    [
        ('\nfail_on = "error"\n', 2, "unknown key “fail_on”", "did you mean “fail-on”?"),
        ("zzz = 1\n", 1, "unknown key “zzz”", "valid: "),
        ('[tool.lintnews]\nselect = ["a"]\n', 1, "unknown key “tool”", "without [tool.lintnews]"),
        ('[sevrity]\na = "info"\n', 1, "unknown key “sevrity”", "did you mean “severity”?"),
        ('ignore = [\n  "a",\n]\nselect = "a"\n', 4, "“select” takes a list of strings", None),
        ("select = [1]\n", 1, "“select” takes a list of strings", None),
        ("default-rules = 1\n", 1, "“default-rules” takes true or false", None),
        ("max-file-size = true\n", 1, "“max-file-size” takes a whole number from 1", None),
        ("max-file-size = 0\n", 1, "“max-file-size” takes a whole number from 1", None),
        ("max-file-size = 1.5\n", 1, "“max-file-size” takes a whole number from 1", None),
        ("encoding = 8\n", 1, "“encoding” takes a string", None),
        ('encoding = "utf-9"\n', 1, "unknown encoding “utf-9”", "did you mean “utf-8”?"),
        ("fail-on = 1979-05-27\n", 1, "“fail-on” takes a string", None),
        ('fail-on = "warn"\n', 1, "“fail-on” cannot be “warn”", "did you mean “warning”?"),
        ('min-severity = "never"\n', 1, "“min-severity” cannot be “never”", "valid: error, info, warning"),
        ("severity = 3\n", 1, "“severity” takes a table", None),
        ('[severity]\na = "info"\nb = "eror"\n', 3, "“severity.b” cannot be “eror”", "did you mean “error”?"),
        ('severity = {a = "eror"}\n', 1, "“severity.a” cannot be “eror”", "did you mean “error”?"),
        ('severity.a = "eror"\n', 1, "“severity.a” cannot be “eror”", "did you mean “error”?"),
        ('[per-path-ignore]\n"x/*.txt" = "a"\n', 2, "“per-path-ignore.x/*.txt” takes a list of strings", None),
        ('rules = ["../outside"]\n', 1, "is not below the folder of this file", "--rules"),
        ('rules = ["/etc"]\n', 1, "is not below the folder of this file", "--rules"),
        ('rules = ["way-out"]\n', 1, "is not below the folder of this file", "--rules"),
        ('rules = ["loop"]\n', 1, "there is no rule folder “loop”", "spelling"),
        ('rules = ["hosue"]\n', 1, "there is no rule folder “hosue”", "spelling"),
        ('rules = ["a\\u0000b"]\n', 1, "there is no rule folder", "spelling"),
    ],
)
@pytest.mark.parametrize("name", ["lintnews.toml", "pyproject.toml"])
def test_mistakes_are_told_with_line_and_remedy(
    folder: Path, name: str, text: str, line: int, message: str, remedy: str | None
) -> None:
    (folder / "way-out").symlink_to("../outside")
    (folder / "loop").symlink_to("loop")
    if name == "pyproject.toml":
        if "tool" in text:
            pytest.skip("this mistake is for lintnews.toml")
        before = '[tool.other]\nselect = ["a"]\nfail-on = "x"\n[tool.lintnews]\n'
        text, line = before + text.replace("\n[", "\n[tool.lintnews."), line + 4
        text = text.replace("[tool.lintnews]\n[", "[tool.lintnews]\n[tool.lintnews.")
    error = failure(write(folder, text, name))
    assert (error.path, error.line) == (name, line)
    assert message in error.message
    assert (remedy or "") in (error.remedy or "")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('select = ["a"]\nignore = [,]\n', 2),
        ("select\n", 1),
        ('select = ["a"]\nselect = ["b"]\n', 2),
        ('a = 1\nselect = ["a"', 2),
        ("a = " + "[" * 100_000, None),
        ("max-file-size = " + "9" * 5000, None),
    ],
)
def test_invalid_toml_is_told_with_the_line_where_the_parser_knows_it(
    folder: Path, text: str, line: int | None
) -> None:
    error = failure(write(folder, text))
    assert error.message.startswith("invalid TOML: ")
    assert (error.path, error.line) == ("lintnews.toml", line)
    assert "(at " not in error.message


def test_files_that_cannot_be_read_are_errors(folder: Path) -> None:
    assert "no such file" in failure(folder / "gone.toml").message
    (folder / "bad.toml").write_bytes(b"\n# caf\xe9\n")
    error = failure(folder / "bad.toml")
    assert (error.path, error.line) == ("bad.toml", 2)
    assert "UTF-8" in (error.remedy or "")
    (folder / "big.toml").write_bytes(b"#" * 1_000_001)
    assert "1 MB" in str(failure(folder / "big.toml"))
    os.mkfifo(folder / "pipe.toml")
    assert "named pipe" in failure(folder / "pipe.toml").message


@pytest.mark.parametrize("text", ["", "tool = 3\n", "[tool.other]\n# lintnews\n"])
def test_a_pyproject_without_our_table_is_passed_over_but_not_when_named(folder: Path, text: str) -> None:
    path = write(folder, text, "pyproject.toml")
    assert find(folder) is None
    assert "no table [tool.lintnews]" in failure(path).message


def test_our_table_must_be_a_table(folder: Path) -> None:
    error = failure(write(folder, "[tool]\nlintnews = 3\n", "pyproject.toml"))
    assert (error.message, error.line) == ("“tool.lintnews” takes a table", 2)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, None),
        ({"lintnews.toml": ""}, "lintnews.toml"),
        ({"lintnews.toml": "", "sub/deep/lintnews.toml": ""}, "sub/deep/lintnews.toml"),
        ({"pyproject.toml": "[tool.lintnews]\n"}, "pyproject.toml"),
        ({"pyproject.toml": "[tool.lintnews]\n", "lintnews.toml": ""}, "lintnews.toml"),
        ({"sub/pyproject.toml": "[project]\n", "lintnews.toml": ""}, "lintnews.toml"),
        ({"sub/pyproject.toml": "[tool.lintnews.severity]\n", "lintnews.toml": ""}, "sub/pyproject.toml"),
        ({"sub/pyproject.toml": "not toml", "lintnews.toml": ""}, "lintnews.toml"),
        ({"sub/pyproject.toml": "[tool.lintnews\n", "lintnews.toml": ""}, "sub/pyproject.toml"),
    ],
)
def test_the_nearest_file_up_the_tree_is_found(folder: Path, files: dict[str, str], expected: str | None) -> None:
    for name, text in files.items():
        write(folder, text, name)
    (folder / "sub/lintnews.toml").mkdir()  # a folder of that name is not a configuration
    assert find(folder / "sub/deep") == (folder / expected if expected else None)


def test_a_pyproject_that_may_not_be_read_is_an_error_and_not_passed_over(folder: Path) -> None:
    path = write(folder, "[tool.lintnews]\n", "pyproject.toml")
    path.chmod(0)
    code = "from pathlib import Path; from lintnews.config import find, load; load(find(Path.cwd()))"
    done = run_unprivileged([sys.executable, "-c", code], folder)
    path.chmod(0o600)
    assert "pyproject.toml: no permission to read this" in done.stderr

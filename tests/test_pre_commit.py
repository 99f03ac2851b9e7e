"""The hooks, run by the real pre-commit on a scratch repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GIT = shutil.which("git")

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(GIT is None, reason="git is not installed"),
]

DAMAGED = "U.S. Supreme General Mark Milley spoke on Friday.\n"
CLEAN = "The top U.S. general, Mark Milley, spoke on Friday.\n"
RULE = """\
rules:
  - id: tea-time
    kind: swap
    swap: {tea clock: tea time}
    message: "“{match}” should be “{suggestion}”"
    severity: warning
    confidence: high
    category: accuracy/mistranslation
    bad: ["They met at [[tea clock]].", "It was [[tea clock]] again."]
    good: ["They met at tea time.", "The tea was cold."]
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a program without the user's git configuration and pre-commit store, but with their package index."""
    home = tmp_path / "home"
    home.mkdir()
    env = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    user = Path.home()
    env |= {
        "HOME": str(home),
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        "XDG_CONFIG_HOME": os.environ.get("XDG_CONFIG_HOME", str(user / ".config")),
        "XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME", str(user / ".cache")),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    for role in ("AUTHOR", "COMMITTER"):
        env |= {f"GIT_{role}_NAME": "Test", f"GIT_{role}_EMAIL": "test@example.invalid"}

    def start(*command: str | Path, cwd: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=cwd, env=env, capture_output=True, encoding="utf-8", timeout=900, check=False,
        )  # fmt: skip
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    return start


def commit(folder: Path, run: Run) -> None:
    run("git", "init", "--quiet", "--initial-branch=main", cwd=folder)
    run("git", "add", "--all", "--force", cwd=folder)
    run("git", "commit", "--quiet", "--message=All", cwd=folder)


def sources(run: Run) -> list[str]:
    """Return the files of the working tree, committed or not."""
    if not (ROOT / ".git").exists():  # an unpacked source archive
        skipped = {".venv", "build", "dist", "__pycache__"}
        files = [path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file()]
        return [path.as_posix() for path in files if not skipped & set(path.parts)]
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


@pytest.fixture
def hooks(tmp_path: Path, run: Run) -> Path:
    """A repository with the working tree as it is, for pre-commit to fetch the hooks from."""
    folder = tmp_path / "hooks"
    for name in sources(run):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target)
    commit(folder, run)
    return folder


def try_repo(hooks: Path, files: dict[str, str], tmp_path: Path, run: Run) -> subprocess.CompletedProcess[str]:
    """Run all hooks on all files of a fresh repository."""
    scratch = tmp_path / "scratch"
    for name, text in files.items():
        (scratch / name).parent.mkdir(parents=True, exist_ok=True)
        (scratch / name).write_text(text, encoding="utf-8")
    commit(scratch, run)
    command = (sys.executable, "-m", "pre_commit", "try-repo", hooks, "--all-files", "--color=never")
    return run(*command, cwd=scratch, check=False)


def test_damaged_text_and_a_failing_rule_stop_the_commit(hooks: Path, tmp_path: Path, run: Run) -> None:
    files = {
        "news/a.txt": DAMAGED,
        "news/b.md": CLEAN,
        "old/c.txt": DAMAGED,
        "tool.py": f"# {DAMAGED}",
        "lintnews.toml": 'exclude = ["old/"]\n',
        "rules/own.yml": RULE.replace("The tea was cold.", "It was tea clock."),
    }
    done = try_repo(hooks, files, tmp_path, run)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "news/a.txt:1:1" in done.stdout
    assert "calqued-rank" in done.stdout
    assert "b.md" not in done.stdout
    assert "c.txt" not in done.stdout
    assert "tool.py" not in done.stdout
    assert "rules/own.yml" in done.stdout
    assert "tea-time" in done.stdout
    assert done.stdout.count("exit code: 1") == 2


def test_clean_text_and_good_rules_pass(hooks: Path, tmp_path: Path, run: Run) -> None:
    files = {"news/a.txt": CLEAN, "news/b.md": f"# News\n\n{CLEAN}", "tool.py": "", "rules/own.yml": RULE}
    done = try_repo(hooks, files, tmp_path, run)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Passed") == 2

"""The package as users get it: built, installed into an environment of its own, and run away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DAMAGED = "The talks were useful, U.S. Supreme General Mark Milley said on Friday.\n"
CLEAN = "The talks were useful, the top U.S. general said on Friday.\n"

pytestmark = pytest.mark.real


def run(*command: str | Path, cwd: Path, expect: int = 0) -> str:
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd, env=env, capture_output=True, encoding="utf-8", timeout=600, check=False,
    )  # fmt: skip
    assert done.returncode == expect, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A source archive, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=folder)
    return folder


def only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


def install(folder: Path, *what: str | Path) -> Path:
    """Install into a fresh environment and return its folder of programs."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", "-m", "pip", "install", "--quiet", *what, cwd=folder)
    return programs


def rule_files() -> set[str]:
    return {path.relative_to(ROOT / "rules").as_posix() for path in (ROOT / "rules").rglob("*") if path.is_file()}


def check_installation(programs: Path, folder: Path) -> None:
    """Run the installed program in a folder outside the checkout."""
    folder.mkdir()
    listed = run(programs / "lintnews", "rules", cwd=folder)
    assert "calqued-rank" in listed
    (folder / "story.txt").write_text(DAMAGED, encoding="utf-8")
    found = run(programs / "lintnews", "check", "--format", "concise", "story.txt", cwd=folder, expect=1)
    assert found.startswith("story.txt:1:24: ")
    assert "calqued-rank" in found
    (folder / "story.txt").write_text(CLEAN, encoding="utf-8")
    assert run(programs / "lintnews", "check", "--format", "concise", "story.txt", cwd=folder) == ""


def test_the_wheel_holds_the_program_the_rules_and_the_license_only(distributions: Path) -> None:
    names = zipfile.ZipFile(only(distributions, "*.whl")).namelist()
    bundled = {name.removeprefix("lintnews/bundled_rules/") for name in names if "/bundled_rules/" in name}
    assert bundled == rule_files()
    assert "lintnews/py.typed" in names
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"lintnews"}


def test_the_source_archive_is_enough_to_test_with(distributions: Path) -> None:
    with tarfile.open(only(distributions, "*.tar.gz")) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    wanted = {"LICENSE", "README.md", "Makefile", "pyproject.toml", "requirements-dev.lock", "tests/test_package.py"}
    assert wanted <= names
    assert {f"rules/{name}" for name in rule_files()} <= names
    assert not [name for name in names if name.startswith((".venv", ".git/")) or "__pycache__" in name]


def test_an_installed_wheel_brings_its_rules(distributions: Path, tmp_path: Path) -> None:
    programs = install(tmp_path / "env", only(distributions, "*.whl"))
    check_installation(programs, tmp_path / "elsewhere")
    where = run(programs / "python", "-c", "import lintnews; print(lintnews.__file__)", cwd=tmp_path).strip()
    assert Path(where).is_relative_to(tmp_path / "env")


def test_an_editable_installation_uses_the_rules_of_the_checkout(tmp_path: Path) -> None:
    programs = install(tmp_path / "env", "--editable", ROOT)
    check_installation(programs, tmp_path / "elsewhere")
    code = "from lintnews.book import bundled_folder; print(bundled_folder())"
    assert Path(run(programs / "python", "-c", code, cwd=tmp_path).strip()) == ROOT / "rules"

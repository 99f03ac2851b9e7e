"""Which module may import which: the rules that keep the package easy to change."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "lintnews"
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def imported(module: str) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse((PACKAGE / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def ours(module: str) -> set[str]:
    return {name for name in imported(module) if name.startswith("lintnews.")}


@pytest.mark.parametrize("module", ["finding.py", "document.py", "errors.py"])
def test_the_values_everything_is_made_of_import_nothing_of_ours(module: str) -> None:
    assert ours(module) == set()


@pytest.mark.parametrize("module", [name for name in MODULES if name.startswith("report/")])
def test_reports_know_only_findings(module: str) -> None:
    allowed = ("lintnews.finding", "lintnews.report", "lintnews.__version__")
    assert [name for name in ours(module) if not name.startswith(allowed)] == []


@pytest.mark.parametrize("module", [name for name in MODULES if name != "cli.py"])
def test_only_the_command_line_knows_click_and_prints(module: str) -> None:
    assert "click" not in imported(module)
    source = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    calls = [
        node.func.id for node in ast.walk(source) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    assert "print" not in calls
    assert module == "__main__.py" or not any(name.startswith("lintnews.cli") for name in ours(module))


@pytest.mark.parametrize("module", [name for name in MODULES if name.startswith(("kinds/", "checks/", "regex/"))])
def test_kinds_and_checks_never_touch_files(module: str) -> None:
    assert not imported(module) & {"pathlib", "os", "io", "sys"}


@pytest.mark.parametrize("module", MODULES)
def test_nothing_can_execute_what_it_reads(module: str) -> None:
    assert not imported(module) & {"pickle", "marshal", "shelve", "socket", "urllib.request", "http.client"}
    text = (PACKAGE / module).read_text(encoding="utf-8")
    assert "eval(" not in text
    assert "exec(" not in text

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lintnews.finding import Finding
from lintnews.linter import Linter

ROOT = Path(__file__).parent.parent
HEADER = "defaults: {category: accuracy/mistranslation, severity: error, confidence: high}\n"
MESSAGE = 'message: "wrong"'


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.getbasetemp() / "cache"
    monkeypatch.setenv("LINTNEWS_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def rule_folder(tmp_path: Path) -> Callable[..., Path]:
    """Write rules (YAML of the list items) and word lists into a folder of their own."""

    def write(rules: str, **words: str) -> Path:
        folder = tmp_path / "rule-folder"
        (folder / "words").mkdir(parents=True, exist_ok=True)
        (folder / "own.yml").write_text(HEADER + "rules:\n" + rules, encoding="utf-8")
        for name, content in words.items():
            suffix = ".tsv" if "\t" in content else ".txt"
            (folder / "words" / (name + suffix)).write_text(content, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def lint(rule_folder: Callable[..., Path]) -> Callable[..., list[Finding]]:
    """Lint a text with nothing but the rules given."""

    def run(rules: str, text: str, path: str = "text.txt", **words: str) -> list[Finding]:
        linter = Linter(
            rules=(str(rule_folder(rules, **words)),),
            default_rules=False,
            min_severity="info",
            cache=False,
            ignore=("unknown-suppression", "unused-suppression"),
        )
        return linter.lint(text, path)

    return run

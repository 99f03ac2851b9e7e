"""Near-identical stories in one run."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest

from lintnews.errors import LintnewsError
from lintnews.formats import parse
from lintnews.stories import Stories
from tests.test_cli import run

STORY = (
    "Ferry hits pier\n\nThe ferry from Naxos hit the main pier of Piraeus at noon on Sunday, and eleven people were "
    "hurt. Divers went down at once to look at the hull, while the passengers waited on the quay. The captain told the "
    "harbor police that the engine had not answered. The ship is old and was repaired last winter in Perama."
    "\n"
)
OTHER = STORY.replace("ferry", "train").replace("pier", "wall").replace("harbor", "railway").replace("the", "a")


def test_a_story_printed_again_with_a_few_words_changed_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    (tmp_path / "c.txt").write_text(STORY.replace("eleven", "twelve"), encoding="utf-8")
    plain = run("check", "--format", "concise", "-q", ".", cwd=tmp_path)
    assert "near-identical-story" not in plain.stdout
    done = run("check", "--format", "concise", "-q", "--duplicates-across-files", ".", cwd=tmp_path)
    assert [line for line in done.stdout.splitlines() if "near-identical" in line] == [
        "c.txt:1:1: warning near-identical-story this is nearly the same story as a.txt; keep one of the two"
    ]


def test_short_texts_are_left_alone() -> None:
    stories = Stories()
    assert [stories.finding(parse("Short text.", name)) for name in "ab"] == [None, None]


def test_without_the_package_there_is_one_clear_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    load = builtins.__import__

    def refuse(name: str, *arguments: Any) -> Any:
        if name == "rensa":
            raise ImportError(name)
        return load(name, *arguments)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(LintnewsError, match=r"needs the package rensa.*lintnews\[duplicates\]"):
        Stories()

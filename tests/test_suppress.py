"""Suppression comments: what they silence, and what is said about useless ones."""

from __future__ import annotations

import pytest

from lintnews.linter import Linter

BAD = "The judge sent a request for remark."


@pytest.fixture
def found(rule_folder):  # type: ignore[no-untyped-def]
    folder = rule_folder(
        "- {id: remark, kind: phrase, phrases: [request for remark], message: m}\n"
        "- {id: other, kind: phrase, phrases: [nothing such], message: m}\n"
    )

    def run(text: str, path: str = "a.md") -> list[tuple[int, str]]:
        linter = Linter(rules=(str(folder),), default_rules=False, cache=False)
        return [(finding.line, finding.rule) for finding in linter.lint(text, path)]

    return run


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BAD, [(1, "remark")]),
        (f"{BAD} <!-- lintnews: ignore[remark] quoted -->", []),
        (f"{BAD} <!-- lintnews: ignore -->", []),
        (f"{BAD} <!-- lintnews: ignore[other] -->", [(1, "remark"), (1, "unused-suppression")]),
        (f"{BAD} <!-- lintnews: ignore[remrak] -->", [(1, "remark"), (1, "unknown-suppression")]),
        (f"{BAD} <!-- lintnews: ignroe -->", [(1, "remark"), (1, "unknown-suppression")]),
        (f"<!-- lintnews: ignore-next-line[remark] -->\n{BAD}\n\n{BAD}", [(4, "remark")]),
        (f"<!-- lintnews: off -->\n\n{BAD}\n\n<!-- lintnews: on -->\n\n{BAD}", [(7, "remark")]),
        (f"<!-- lintnews: off[remark] -->\n\n{BAD}\n\n{BAD}", []),
        (f"{BAD}\n\n{BAD}\n\n<!-- lintnews: ignore-file -->", []),
        ("Fine text. <!-- lintnews: ignore[remark] -->", [(1, "unused-suppression")]),
        (f"<!-- lintnews: on -->\n\n{BAD}", [(1, "unknown-suppression"), (3, "remark")]),
    ],
)
def test_comments_in_markdown(found, text: str, expected: list[tuple[int, str]]) -> None:  # type: ignore[no-untyped-def]
    assert found(text) == expected


def test_plain_text_takes_a_comment_only_on_a_line_of_its_own(found) -> None:  # type: ignore[no-untyped-def]
    own_line = f"<!-- lintnews: ignore-next-line[remark] -->\n{BAD}\n"
    assert found(own_line, "a.txt") == []
    assert found(f"{BAD} <!-- lintnews: ignore -->\n", "a.txt") == [(1, "remark")]

"""Anchors are necessary, bounds hold, and hostile text costs linear work."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.regex import build, cost, syntax, tree

WORDS = {"rank": ("general", "generals", "admiral")}


@pytest.mark.parametrize(
    ("source", "anchors", "before"),
    [
        ("request for remark", {"request for remark"}, (0, 0)),
        (r"\bSupreme (?:General|Admiral)\b", {"supreme general", "supreme admiral"}, (0, 0)),
        (r"\w+ment of remark", {"ment of remark"}, (1, 120)),
        (r"[éè]tude", {"étude", "ètude"}, (0, 0)),
        (r"(?:the )?xylophone", {"the xylophone", "xylophone"}, (0, 0)),
        (r"\d{2,3} {rank}", {" general", " generals", " admiral"}, (2, 3)),
    ],
)
def test_anchors(source: str, anchors: set[str], before: tuple[int, int]) -> None:
    found = build.prepare(source, WORDS.__getitem__).anchors
    assert found is not None
    assert (found.literals, found.before) == (anchors, before)


@pytest.mark.parametrize(
    ("source", "cheap"),
    [
        (r"(?:\w+ ){1,9}of remark", True),
        (r"a.{0,40}b.{0,40}c", True),
        (r"a.*b.*c.*d", False),
        (r"(x+x+)+y", False),
        (r"(?:a|a)*b", False),
        (r"(?:\w+\s?)*z", False),
        (r"(?:a?){0,50}b", False),
    ],
)
def test_cost_tells_cheap_from_super_linear(source: str, cheap: bool) -> None:
    assert (cost.ways(tree.parse(syntax.bound(source))[0]) <= cost.LIMIT) is cheap


def test_repetitions_are_bounded_but_sets_and_escapes_are_not_touched() -> None:
    assert syntax.bound(r"a+[+*]\+\*b*?c{2,}") == r"a{1,120}[+*]\+\*b{0,120}?c{2,122}"


@given(st.lists(st.text("ab|)? é", min_size=1, max_size=5), min_size=1, max_size=8), st.text("ab|)? é", max_size=5))
def test_trie_matches_exactly_its_words(words: list[str], other: str) -> None:
    pattern = re.compile(syntax.trie(words))
    assert all(pattern.fullmatch(word) for word in words)
    assert bool(pattern.fullmatch(other)) is (other in words)


def test_anchored_matching_finds_what_plain_search_finds(lint) -> None:  # type: ignore[no-untyped-def]
    source = r"\b(?:veiled|nuclear|new) (?:\w+ ){0,2}(?:threats?|warnings)\b"
    rule = f"- {{id: a, kind: pattern, pattern: '{source}', message: m}}"
    choice = random.Random(7)
    words = ["veiled", "nuclear", "new", "threat", "threats", "warnings", "and", "Threats,", "old", "New"]
    text = " ".join(choice.choice(words) for _ in range(3_000)) + "."
    expected = [match.span() for match in re.finditer(source, text, re.IGNORECASE)]
    assert [(f.start, f.end) for f in lint(rule, text)] == expected
    assert len(expected) > 100

"""What holds for every text in every format, and that hostile texts cost work in proportion to their length."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.document import HIDDEN, OBJECT, Document, Mask
from lintnews.formats import html, markdown, plain
from lintnews.formats.common import REFERENCE, referenced

PARSERS = (plain.parse, markdown.parse, html.parse)
LINE_END = re.compile(r"\r\n|\n|\r")
PIECES = (
    "word", "Word", " ", "  ", "\n", "\r\n", "\r", "\n\n", "\t", "é", "e\u0301", "🙂", "\u00a0", "\u2028",
    "“so”", "\ud800", "# ", "#", "- ", "1. ", "> ", "    ", "**", "*", "_", "~~", "`", "```", "\\", "|",
    "|---|", "---", "===", "+++", "title: ", "[", "]", "](", "![", "](a)", "[a]: b", "[^1]", "<", ">",
    "<p>", "</p>", "<b>", "</b>", "<br>", "<li>", "</ul>", "<h1>", "</h1>", "<code>", "</code>", "<pre>",
    "</pre>", "<script>", "</script>", "<img a='", "<blockquote>", "<!--", "-->", "<!-- lintnews: off -->",
    "&amp;", "&nbsp;", "&#8220;", "&#10;", "&x;", "&", "https://a.b/c", "a@b.cd", "Photo: ", "– ", ".",
    "\ufeff", "\ufffc", "\u200b",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(
    st.characters(exclude_characters=HIDDEN), max_size=60
)


def line_ends(text: str) -> list[tuple[int, str]]:
    return [(match.start(), match.group()) for match in LINE_END.finditer(text)]


def replaceable(text: str) -> set[int]:
    """Return the offsets that a character reference may fill with what it means."""
    found: set[int] = set()
    for match in REFERENCE.finditer(text):
        shown = referenced(match.group())
        found.update(range(match.start(), match.start() + len(shown or "")))
    return found


@pytest.mark.parametrize("parse", PARSERS)
@settings(max_examples=300, deadline=None)
@given(text=texts)
def test_the_mask_is_the_text_with_parts_hidden(parse: Callable[[str], Document], text: str) -> None:
    document = parse(text)
    assert document.text == text
    assert len(document.masked) == len(text)
    assert line_ends(document.masked) == line_ends(text)
    references = replaceable(text)
    for offset, (shown, source) in enumerate(zip(document.masked, text, strict=True)):
        assert shown in (source, " ", HIDDEN, OBJECT) or offset in references


@pytest.mark.parametrize("parse", PARSERS)
@settings(max_examples=300, deadline=None)
@given(text=texts)
def test_blocks_are_in_order_trimmed_and_not_empty(parse: Callable[[str], Document], text: str) -> None:
    document = parse(text)
    position = 0
    for block in document.blocks:
        assert position <= block.start < block.end <= len(text)
        for edge in (document.masked[block.start], document.masked[block.end - 1]):
            assert not edge.isspace()
            assert edge != HIDDEN
        assert document.block_at(block.start) == document.block_at(block.end - 1) == block
        position = block.end
    for found in document.directives:
        assert text[found.start :].startswith("<!--")
        assert text[: found.end].endswith("-->")


@pytest.mark.parametrize("parse", PARSERS)
@settings(max_examples=100, deadline=None)
@given(text=texts)
def test_lines_and_columns_lead_back_to_the_text(parse: Callable[[str], Document], text: str) -> None:
    document = parse(text)
    for offset, character in enumerate(text):
        line, column = document.line_column(offset)
        if character not in "\r\n":
            assert document.line_text(line)[column - 1] == character


@pytest.mark.parametrize("parse", PARSERS)
@settings(max_examples=100, deadline=None)
@given(
    words=st.lists(st.sampled_from(("Bonn", "met", "5", "é", "“so”", "🙂.", "co-op", "it’s")), min_size=1, max_size=30)
)
def test_prose_without_markup_is_shown_whole(parse: Callable[[str], Document], words: list[str]) -> None:
    text = " ".join(["The", *words])
    document = parse(text)
    assert [(block.start, block.end) for block in document.blocks] == [(0, len(text))]
    assert document.masked == text


@settings(max_examples=100, deadline=None)
@given(
    text=st.text("ab \n\r", max_size=20),
    pieces=st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.sampled_from("sjr")), max_size=6),
)
def test_a_mask_paints_later_pieces_over_earlier_ones(text: str, pieces: list[tuple[int, int, str]]) -> None:
    mask = Mask(text)
    expected = [character if character in "\r\n" else " " for character in text]
    for start, end, kind in pieces:
        if not start < end <= len(text) or (kind == "r" and text[start] in "\r\n"):
            continue
        for offset in range(start, end):
            if text[offset] not in "\r\n":
                shown = OBJECT if kind == "r" and offset == start else HIDDEN
                expected[offset] = text[offset] if kind == "s" else shown
        if kind == "s":
            mask.show(start, end)
        elif kind == "j":
            mask.join(start, end)
        else:
            mask.replace(start, end, OBJECT)
    assert mask.build() == "".join(expected)


HOSTILE = (
    "[", "*", "_", "*a ", "**a", "![", "![*", "![a](b)", "![*a](b)", "[a](b)", "[![a](b)](c)", "`", "`a ",
    "`` ` ", "~~", ">", "> ", "- ", "1. ", "- a\n  - b\n", "|\n", "a|b\n-|-\n", "[a]: b\n", "```\n", "&",
    "&amp;", "\\", "# ", "<", "</", "<a ", '<a b="', "<a b='c", "<div>", "<div>\n", "</div>", "<ul><li>",
    "<q><p>", "<!--", "<!-- a", "<![CDATA[", "<script>", "<code>", "<title>", "<pre>", "a@", "@a.b", "www.",
    "http://", "a\n", "\n", " ", "\t", "\r", "(", "- - -\n",
)  # fmt: skip


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_texts_cost_work_in_proportion(parse: Callable[[str], Document], unit: str) -> None:
    """Eight times the text may cost at most 32 times the work; quadratic work would be 64 times as much."""
    small = unit * (6_000 // len(unit))
    large = small * 8
    spent = [min(_spent(parse, text) for _ in range(tries)) for text, tries in ((small, 3), (large, 2))]
    # Below a hundredth of a second the ratio would measure noise.
    assert spent[1] <= 32 * max(spent[0], 0.01)


def _spent(parse: Callable[[str], Document], text: str) -> float:
    start = time.process_time()
    document = parse(text)
    assert len(document.masked) == len(text)
    return time.process_time() - start


@pytest.mark.parametrize("tail", [")", ").", "..", "_"])
def test_a_long_end_of_an_address_costs_work_in_proportion(tail: str) -> None:
    small, large = ("https://example.org/" + tail * number for number in (5_000, 40_000))
    spent = [min(_spent(plain.parse, text) for _ in range(3)) for text in (small, large)]
    assert spent[1] <= 32 * max(spent[0], 0.01)


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize("unit", ["<div>", "> ", "- ", "[", "*a ", "<ul><li>", "![", "<b>"])
def test_deep_nesting_needs_no_recursion(parse: Callable[[str], Document], unit: str) -> None:
    document = parse(unit * 100_000 + "word")
    assert len(document.masked) == len(document.text)

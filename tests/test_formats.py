"""What each format shows of a text, and that offsets stay true whatever the text holds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.document import HIDDEN, Document
from lintnews.formats import FORMATS, parse
from lintnews.linter import Linter
from lintnews.view import make_view

PIECES = (
    "word", "Two words.", " ", "\n", "\r\n", "\r", "\n\n", "\t", "é", "e\u0301", "🙂", "\u00a0", "“quoted”", "# ", "- ",
    "> ", "**", "*", "_", "`code`", "<p>", "</p>", "<b>", "</b>", "<br>", "<h1>", "</h1>",
    "&amp;", "&nbsp;", "&#8220;",
    "[link](https://example.org/a)", "https://example.org/b?c=d",
    "<!-- lintnews: ignore -->", "---\n", "title: X\n", "|",
    "![alt](a.png)", "<script>x</script>", "```\n", "1. ", "—", "\u200b", "\ufeff",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def shown(document: Document) -> list[tuple[str, str]]:
    view = make_view(document)
    return [(block.scope, view.text[slice(*view.block_span(index))]) for index, block in enumerate(document.blocks)]


@pytest.mark.parametrize("format_name", FORMATS)
@given(text=texts)
@settings(max_examples=150, deadline=None)
def test_masking_keeps_length_lines_and_offsets(format_name: str, text: str) -> None:
    document = parse(text, "a", format_name)
    assert len(document.masked) == len(text)
    assert [m.span() for m in re.finditer(r"\r\n|\r|\n", document.masked)] == [
        m.span() for m in re.finditer(r"\r\n|\r|\n", text)
    ]
    ends = [0]
    for block in document.blocks:
        assert ends[-1] <= block.start < block.end <= len(text)
        assert not document.masked[block.start].isspace()
        assert document.masked[block.start] != HIDDEN
        ends.append(block.end)
    for offset in range(len(text) + 1):
        line, column = document.line_column(offset)
        assert document.line_starts[line - 1] + column - 1 == offset


@pytest.mark.parametrize("format_name", FORMATS)
@given(text=texts)
@settings(max_examples=150, deadline=None)
def test_every_character_of_the_view_leads_back_to_the_file(format_name: str, text: str) -> None:
    document = parse(text, "a", format_name)
    view = make_view(document)
    last = -1
    for offset in range(len(view.text)):
        if view.text[offset] == "\n":
            continue
        start, end = view.span(offset, offset + 1)
        assert last < start < end <= len(text)
        last = start
        if view.text[offset].isalpha() and text[start] != "&":
            assert text[start] == view.text[offset]


@pytest.mark.parametrize(
    ("format_name", "text", "expected"),
    [
        ("plain", "A headline\n\nA text.\nAnother text.", ["headline", "paragraph", "paragraph"]),
        ("plain", "Only one line.", ["paragraph"]),
        ("plain", "Head\n\n- first\n- second\n\n> said", ["headline", "list-item", "list-item", "quote"]),
        ("markdown", "---\ntitle: T\n---\n# H\n\nText.\n\n## S\n\n- a\n\n> q\n",
         ["title", "headline", "paragraph", "heading", "list-item", "quote"]),
        ("html", "<title>T</title><h1>H</h1><p>Text.</p><li>a</li><blockquote>q</blockquote><figcaption>c</figcaption>",
         ["title", "headline", "paragraph", "list-item", "quote", "caption"]),
    ],
)  # fmt: skip
def test_scopes(format_name: str, text: str, expected: list[str]) -> None:
    assert [scope for scope, _ in shown(parse(text, "a", format_name))] == expected


@pytest.mark.parametrize(
    ("format_name", "text", "expected"),
    [
        ("markdown", "A **re**quest for [remark](https://example.org) *now*.", "A request for remark now."),
        ("markdown", "Wrapped\nline &amp; more.", "Wrapped line & more."),
        ("markdown", "Use `code` now.", "Use \ufffc now."),
        ("html", "<p>A <b>re</b>quest\n for <a href='x'>remark</a>&nbsp;now.</p>", "A request for remark now."),
        ("html", "<p>One<br>two</p><script>no()</script>", "One two"),
        ("plain", "See https://example.org/a for more.", "See \ufffc for more."),
    ],
)
def test_what_rules_see(format_name: str, text: str, expected: str) -> None:
    assert [words for _, words in shown(parse(text, "a", format_name))] == [expected]


@pytest.mark.parametrize(
    ("path", "text", "line", "column"),
    [
        ("a.txt", "First line.\r\n\r\n\tThe U.S. Supreme General spoke.\r\n", 3, 6),
        ("a.txt", "🙂 e\u0301 said U.S. Supreme General Ash", 1, 11),
        ("a.md", "Text **with** marks.\n\n> The *U.S.* Supreme General spoke.", 3, 8),
        ("a.html", "<p>Text</p>\n<p>&ldquo;Yes,&rdquo; U.S. Supreme\nGeneral Ash said</p>", 2, 23),
    ],
)
def test_positions_are_those_of_the_file(path: str, text: str, line: int, column: int) -> None:
    (finding,) = Linter().lint(text, path)
    assert (finding.rule, finding.line, finding.column) == ("calqued-rank", line, column)

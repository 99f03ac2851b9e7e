"""What the Markdown format makes of a text: its blocks, its hidden parts and its directives."""

from __future__ import annotations

import pytest
from reading import blocks_of, directives_of

from lintnews.formats.markdown import parse

ARTICLE = """---
title: "Talks & more"
date: 2022-10-12
---

# Harbor *talks* go well #

The **min**ister said [on
Monday](https://example.org/a "not shown") that it “went” well[^1].

> It went
> well.

- Bread
- Salt

  and more
  1. Pepper

| Town | Time |
|------|------|
| Bonn | **two** |

![A harbor *at night*](harbor.png "not shown")

```python
x = 1
```

    y = 2

<div class="box">Inside <b>a</b> box</div>

They met
--------

[her]: https://example.org 'not shown'
[^1]: A note on this.
"""


def test_an_article() -> None:
    assert blocks_of(parse(ARTICLE)) == [
        ("title", "Talks & more"),
        ("headline", "Harbor talks go well"),
        ("paragraph", "The minister said on Monday that it “went” well."),
        ("quote", "It went well."),
        ("list-item", "Bread"),
        ("list-item", "Salt"),
        ("list-item", "and more"),
        ("list-item", "Pepper"),
        ("paragraph", "Town"),
        ("paragraph", "Time"),
        ("paragraph", "Bonn"),
        ("paragraph", "two"),
        ("caption", "A harbor at night"),
        ("paragraph", "Inside a box"),
        ("heading", "They met"),
        ("paragraph", "A note on this."),
    ]


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_an_article_with_other_line_ends(line_end: str) -> None:
    if line_end == "\r":
        # Front matter is a convention of tools that know "\n" and "\r\n".
        article = ARTICLE.split("---\n", 2)[2]
        assert blocks_of(parse(article.replace("\n", line_end))) == blocks_of(parse(article))
    else:
        assert blocks_of(parse(ARTICLE.replace("\n", line_end))) == blocks_of(parse(ARTICLE))


def test_offsets_are_code_points() -> None:
    document = parse("é 🙂 cafe\u0301\n\n> Ü **bold** ü\n> ö\n")
    block = document.blocks[1]
    assert document.text[block.start : block.end] == "Ü **bold** ü\n> ö"
    assert document.line_column(block.start) == (3, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One\n\n# Two", [("headline", "One"), ("heading", "Two")]),
        ("## One\n\n# Two\n\n## Three", [("heading", "One"), ("headline", "Two"), ("heading", "Three")]),
        ("### One\n\n## Two", [("headline", "One"), ("heading", "Two")]),
        ("One\n===\n\nTwo\n---", [("headline", "One"), ("heading", "Two")]),
        ("# ![logo](a.png)\n\n# One", [("headline", "One")]),
        ("One\n\nTwo", [("paragraph", "One"), ("paragraph", "Two")]),
        ("> # One\n\nTwo", [("headline", "One"), ("paragraph", "Two")]),
        ("<h1>One</h1>\n\nTwo", [("headline", "One"), ("paragraph", "Two")]),
    ],
)
def test_headlines(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks_of(parse(text)) == expected


@pytest.mark.parametrize(
    ("front_matter", "titles"),
    [
        ("---\ntitle: It's a deal # note\n---\n", ["It's a deal"]),
        ("---\nheadline: 'It''s a deal'\n---\n", ["It's a deal"]),
        ('---\ntitle: "He said \\"no\\""\n---\n', ['He said "no"']),
        ("---\ntitle: Talks\nheadline: Deal\n---\n", ["Talks", "Deal"]),
        ('+++\ntitle = "Talks"\n+++\n', ["Talks"]),
        ("---\ntitle: >\n  Talks\n---\n", []),
        ("---\ntitle: Talks\n  go on\n---\n", []),
        ("---\nseo:\n  title: Talks\nsubtitle: x\n---\n", []),
        ("---\ntitle:\nother: x\n---\n", []),
    ],
)
def test_titles_in_front_matter(front_matter: str, titles: list[str]) -> None:
    assert blocks_of(parse(front_matter + "Text.")) == [*(("title", title) for title in titles), ("paragraph", "Text.")]


def test_a_text_between_rules_is_no_front_matter() -> None:
    assert blocks_of(parse("---\n\nOne.\n\n---\n\nTwo.")) == [("paragraph", "One."), ("paragraph", "Two.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**bo**ld, *it* _is_ __so__ ~~not~~ ***x***", "bold, it is so not x"),
        ("snake_case 2 * 3 ~5 km and ~6 km ~", "snake_case 2 * 3 ~5 km and ~6 km ~"),
        ("from $5 **mil**lion to $6", "from $5 million to $6"),
        ("“**Yes**”, *“no”*", "“Yes”, “no”"),
        ("one **<_two <b>three", "one **<_two three"),
        ("1\\. May \\*x\\* \\a", "1. May *x* \\a"),
        ("a &amp; b&nbsp;c &#8220;d&#x201D; &bogus;", "a & b c “d” &bogus;"),
        ("use `a *b*` and ``c`d``", "use @ and @"),
        ("see <https://example.org> <a@example.org>", "see @ @"),
        ("see https://example.org/a_b_c, www.example.org or a@example.org.", "see @, @ or @."),
        ("x ![a](b.png) y ![*c*](d_(e).png) z", "x @ y @ z"),
        ("x [![a](b.png)](c) y", "x @ y"),
        ("he [sic] said [so][her] and [that]", "he [sic] said [so][her] and [that]"),
        ("x<sub>2</sub> <span\nclass='a'>y</span>", "x2 y"),
        ("use <code>a *b*</code> and <kbd>c", "use @ and @"),
        ("one  \ntwo\\\nthree<br>four", "one two three four"),
        ("x<!-- a -- b -->y", "xy"),
        ("well[^1] said[^note].", "well said."),
        ("[**so**](a(b)c 'd') [](x)it", "so it"),
    ],
)
def test_inline_markup(text: str, expected: str) -> None:
    assert blocks_of(parse(text)) == [("paragraph", expected)]


def test_defined_references_are_links() -> None:
    text = "A [link][Her  Page], [her page], [her page][] and ![so][her page].\n\n[her page]: https://example.org\n"
    assert blocks_of(parse(text)) == [("paragraph", "A link, her page, her page and @.")]


def test_a_picture_alone_is_a_caption_also_in_a_link() -> None:
    for text in ("![A & b](c.png)", "[![A & b](c.png)](d)", "![A &amp; b](c.png 'title')", "![*A* & b](c_(d).png)"):
        assert blocks_of(parse(text)) == [("caption", "A & b")], text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>One <b>two</b>\n<p>three</p>\n\nFour", ["One two", "three", "Four"]),
        ("> <div>\n> One\n> two</div>\n", ["One two"]),
        ("<!-- One\n\ntwo -->\nThree", ["Three"]),
        ("<script>\nx\n\ny\n</script>\n\nOne", ["One"]),
        ("One<br><br>two", ["One", "two"]),
        ("a\\|b | c\n---|---\nd | `e`", ["a|b", "c", "d"]),
        ("- [x] One\n- [ ] two", ["One", "two"]),
        ("***\n\nOne\n\n---", ["One"]),
    ],
)
def test_block_markup(text: str, expected: list[str]) -> None:
    assert [prose for _, prose in blocks_of(parse(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[&amp;one\r\ntwo\n\n*three* four\n", ["[&one two", "three four"]),
        ("one|\n---\ntwo\n\nthree\n", ["one", "two", "three"]),
        ("a|\n---\nb\nc|d\n\nx\n", ["a", "b", "c", "d", "x"]),
    ],
)
def test_prose_is_shown_where_the_parser_gives_up(text: str, expected: list[str]) -> None:
    assert [prose for _, prose in blocks_of(parse(text))] == expected


def test_comments_for_lintnews_are_directives_but_not_in_code() -> None:
    text = (
        "<!-- lintnews: off -->\n\nOne <!-- lintnews: ignore[a] why -- so -->.\n\n"
        "`<!-- lintnews: ignore -->` two\n\n```\n<!-- lintnews: off -->\n```\n\n> <!--lintnews:on-->\n"
    )
    document = parse(text)
    assert directives_of(document) == [
        ("<!-- lintnews: off -->", "off"),
        ("<!-- lintnews: ignore[a] why -- so -->", "ignore[a] why -- so"),
        ("<!--lintnews:on-->", "on"),
    ]
    assert blocks_of(document) == [("paragraph", "One ."), ("paragraph", "@ two")]


def test_more_emphasis_than_the_parser_can_bear_is_hidden_all_the_same() -> None:
    text = "a **word** " * 400
    assert blocks_of(parse(text)) == [("paragraph", ("a word " * 400).strip())]

"""What the HTML format makes of a page: its blocks, its hidden parts and its directives."""

from __future__ import annotations

import pytest
from reading import blocks_of, directives_of

from lintnews.formats.html import parse

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Talks &amp; more</title>
<style>p > b { color: red }</style><script>if (a < b) { document.write("<p>no</p>") }</script></head>
<body><header>Daily Example</header><nav><a href="/">Home</a></nav>
<h1>Harbor talks go&nbsp;well</h1><h2>They met</h2>
<figure><img src="a.jpg" alt="not shown"><figcaption>Photo: Jane Doe</figcaption></figure>
<p>The <b>min</b>ister met <a href="x" title="a > b">her</a> in <em>Bonn</em>.</p>
<blockquote><p>It went well.</p></blockquote>
<ul><li>Bread<li>Salt<ul><li>Pepper</li></ul></ul>
<table><tr><th>Town</th><td>Bonn</td></tr></table>
<pre>x = 1</pre><svg><text>no</text></svg><select><option>no</select><textarea><p>no</textarea>
<h1>Second</h1><footer>About us</footer></body></html>
"""


def test_a_page() -> None:
    assert blocks_of(parse(PAGE)) == [
        ("title", "Talks & more"),
        ("paragraph", "Daily Example"),
        ("paragraph", "Home"),
        ("headline", "Harbor talks go well"),
        ("heading", "They met"),
        ("caption", "Photo: Jane Doe"),
        ("paragraph", "The minister met her in Bonn."),
        ("quote", "It went well."),
        ("list-item", "Bread"),
        ("list-item", "Salt"),
        ("list-item", "Pepper"),
        ("paragraph", "Town"),
        ("paragraph", "Bonn"),
        ("heading", "Second"),
        ("paragraph", "About us"),
    ]


def test_offsets_point_into_the_file() -> None:
    document = parse("<p>é 🙂</p>\r\n<p>The <b>min</b>ister</p>")
    block = document.blocks[1]
    assert document.text[block.start : block.end] == "The <b>min</b>ister"
    assert document.line_column(block.start) == (2, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One<br>two", [("paragraph", "One two")]),
        ("One<br> <br/>two", [("paragraph", "One"), ("paragraph", "two")]),
        ("One<br>two<br>three", [("paragraph", "One two three")]),
        ("Use <code>a <b>b</b></code>, <img src=x>.", [("paragraph", "Use @, @.")]),
        ("<p><img src=x></p>One", [("paragraph", "One")]),
        ("Mail a@example.org or <a href=x>https://example.org</a>.", [("paragraph", "Mail @ or @.")]),
        ("a&ldquo;b&#8221;&#x41;&bogus;&AT&T", [("paragraph", "a“b”A&bogus;&AT&T")]),
        ("a&#10;b&#0;c", [("paragraph", "a b\ufffdc")]),
        ("<q>Yes</q> <span>she</span> said", [("paragraph", "Yes she said")]),
        ("<h1><img src=logo></h1><h1>Talks</h1>", [("headline", "Talks")]),
        ("<P>One</P><DIV>Two</DIV>", [("paragraph", "One"), ("paragraph", "Two")]),
        ("<ul><li>One <p>Two</p></ul>Three", [("list-item", "One"), ("list-item", "Two"), ("paragraph", "Three")]),
        ("x<!-- note -->y", [("paragraph", "xy")]),
    ],
)
def test_pieces(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks_of(parse(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>5 < 6 & 7 > 3", [("paragraph", "5 < 6 & 7 > 3")]),
        ("<p>One</div>two</b>", [("paragraph", "One"), ("paragraph", "two")]),
        ("One <b>two <i>three</b> four", [("paragraph", "One two three four")]),
        ("<h2>One<p>Two", [("heading", "One"), ("paragraph", "Two")]),
        ("<h2>One</h3>Two", [("heading", "One"), ("paragraph", "Two")]),
        ("<title>One<body>Two", [("title", "One"), ("paragraph", "Two")]),
        ("<figure><figcaption>One</figure>Two", [("caption", "One"), ("paragraph", "Two")]),
        ("<code>one<p>Two", [("paragraph", "Two")]),
        ("One <!-- left > open", [("paragraph", "One open")]),
        ("<p a='>'>One<p b='>Two<p>Three", [("paragraph", "One"), ("paragraph", "Two"), ("paragraph", "Three")]),
        ("One<b", [("paragraph", "One")]),
        ("One<", [("paragraph", "One<")]),
        ("One<script>x", [("paragraph", "One")]),
        ("<?xml version='1'?><![CDATA[x]]><p>One", [("paragraph", "One")]),
    ],
)
def test_broken_pages_still_show_their_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks_of(parse(text)) == expected


def test_comments_for_lintnews_are_directives() -> None:
    document = parse("<p>One <!-- lintnews: ignore[a] why -- so --> two<!--note-->.</p>\n<!--lintnews:off\n-->")
    assert directives_of(document) == [
        ("<!-- lintnews: ignore[a] why -- so -->", "ignore[a] why -- so"),
        ("<!--lintnews:off\n-->", "off"),
    ]
    assert blocks_of(document) == [("paragraph", "One two.")]


def test_a_directive_in_a_script_is_none() -> None:
    assert parse("<script>'<!-- lintnews: off -->'</script>").directives == ()

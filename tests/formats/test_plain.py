"""What the plain format makes of a text: its blocks, its hidden parts and its directives."""

from __future__ import annotations

import pytest
from reading import blocks_of, directives_of

from lintnews.formats.plain import parse

LONG = "The committee of the upper house said on Tuesday that it would hear " + "many witnesses and " * 8
WRAPPED = (
    "The minister said on Tuesday that the talks about the new\n"
    "harbor had gone well and that a contract would be signed in\n"
    "the spring, when the ice on the river has gone again.\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("Harbor talks go well", [("paragraph", "Harbor talks go well")]),
        ("Talks go well\n\nThey met.", [("headline", "Talks go well"), ("paragraph", "They met.")]),
        ("Will talks go well?\nThey met.", [("headline", "Will talks go well?"), ("paragraph", "They met.")]),
        ("Talks go ‘well’\n\nThey met.", [("headline", "Talks go ‘well’"), ("paragraph", "They met.")]),
        ("They met.\n\nThey left.", [("paragraph", "They met."), ("paragraph", "They left.")]),
        ("“They met.”\n\nMore", [("paragraph", "“They met.”"), ("paragraph", "More")]),
        ("They met!\n\nMore", [("paragraph", "They met!"), ("paragraph", "More")]),
        ("They met,\n\nMore", [("paragraph", "They met,"), ("paragraph", "More")]),
        ("They met…\n\nMore", [("paragraph", "They met…"), ("paragraph", "More")]),
        ("One.\r\nTwo.\r\n\r\nThree.", [("paragraph", "One."), ("paragraph", "Two."), ("paragraph", "Three.")]),
        ("One.\rTwo.\r\rThree.", [("paragraph", "One."), ("paragraph", "Two."), ("paragraph", "Three.")]),
        ("\t 🙂 Cafe\u0301.\n \nTwo.", [("paragraph", "🙂 Cafe\u0301."), ("paragraph", "Two.")]),
    ],
)
def test_lines_and_headline(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks_of(parse(text)) == expected


def test_a_long_first_line_is_no_headline() -> None:
    assert [scope for scope, _ in blocks_of(parse(LONG + "\n\nMore"))] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("line", "scope", "prose"),
    [
        ("- Bread and salt", "list-item", "Bread and salt"),
        ("* Bread and salt", "list-item", "Bread and salt"),
        ("• Bread and salt", "list-item", "Bread and salt"),
        ("  12. Bread and salt", "list-item", "Bread and salt"),
        ("1) Bread and salt", "list-item", "Bread and salt"),
        ("-Bread and salt", "paragraph", "-Bread and salt"),
        ("– Bread and salt", "paragraph", "– Bread and salt"),
        ("— Bread and salt", "paragraph", "— Bread and salt"),
        ("– “key moment” –", "paragraph", "– “key moment” –"),
        ("- 'key moment' -", "paragraph", "- 'key moment' -"),
        ("1945. The war ended", "paragraph", "1945. The war ended"),
        ("2.5 percent of them", "paragraph", "2.5 percent of them"),
        ("> Bread and salt", "quote", "Bread and salt"),
        ("> > Bread and salt", "quote", "Bread and salt"),
        (">100 people came", "paragraph", ">100 people came"),
        ("Photo: Jane Doe", "caption", "Photo: Jane Doe"),
        ("(Photo: Jane Doe)", "caption", "(Photo: Jane Doe)"),
        ("File photo: the harbor", "caption", "File photo: the harbor"),
        ("IMAGE: the harbor", "caption", "IMAGE: the harbor"),
        ("Photographers came", "paragraph", "Photographers came"),
    ],
)
def test_marked_lines(line: str, scope: str, prose: str) -> None:
    assert blocks_of(parse(f"They met.\n\n{line}\n"))[1:] == [(scope, prose)]


def test_hard_wrapped_lines_are_one_block() -> None:
    document = parse("Harbor talks go well\n\n" + WRAPPED)
    assert blocks_of(document) == [("headline", "Harbor talks go well"), ("paragraph", " ".join(WRAPPED.split()))]
    assert document.text[document.blocks[1].start : document.blocks[1].end] == WRAPPED.rstrip()


def test_hard_wrapping_is_seen_with_every_line_end() -> None:
    for line_end in ("\r\n", "\r"):
        document = parse(WRAPPED.replace("\n", line_end))
        assert blocks_of(document) == [("paragraph", " ".join(WRAPPED.split()))]


def test_hard_wrapped_quotes_and_items_are_one_block_each() -> None:
    quoted = "".join(f"> {line}\n" for line in WRAPPED.splitlines())
    document = parse(f"They met.\n\n{quoted}\n- {WRAPPED}- Bread.\n")
    prose = " ".join(WRAPPED.split())
    assert blocks_of(document)[1:] == [("quote", prose), ("list-item", prose), ("list-item", "Bread.")]


def test_lines_that_a_word_would_have_fitted_are_blocks_of_their_own() -> None:
    short_second = "The minister said on Tuesday that the talks about the new\nharbor had gone\nwell, and left.\n"
    assert len(parse(short_second).blocks) == 3


def test_full_lines_that_all_begin_sentences_are_blocks_of_their_own() -> None:
    assert len(parse("The minister said on Tuesday that they had met in Berlin.\n" * 3).blocks) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://example.org/a_b?c=d#e, he said.", "See @, he said."),
        ("See (http://example.org/a_(b)) now.", "See (@) now."),
        ("See www.example.org.", "See @."),
        ("See https://example.org/a_(b).", "See @."),
        ("See it (https://example.org).", "See it (@)."),
        ("Look pic.twitter.com/AbC1 now", "Look @ now"),
        ("Write to jane.doe+news@mail.example.org.", "Write to @."),
        ("He wrote “https://example.org” there", "He wrote “@” there"),
        ("Follow @janedoe or a@b now", "Follow @janedoe or a@b now"),
        ("awww.that is", "awww.that is"),
    ],
)
def test_addresses_are_objects(text: str, expected: str) -> None:
    assert blocks_of(parse(text)) == [("paragraph", expected)]


def test_a_lone_address_is_no_block() -> None:
    assert blocks_of(parse("They met.\n\nhttps://example.org/a\n\nThey left.")) == [
        ("paragraph", "They met."),
        ("paragraph", "They left."),
    ]


def test_a_directive_line_is_hidden_and_recorded() -> None:
    document = parse("They met.\n  <!-- lintnews: ignore-next-line[a] it is -- meant --> \nThey left.")
    assert directives_of(document) == [
        ("<!-- lintnews: ignore-next-line[a] it is -- meant -->", "ignore-next-line[a] it is -- meant")
    ]
    assert blocks_of(document) == [("paragraph", "They met."), ("paragraph", "They left.")]


def test_a_directive_line_does_not_split_a_hard_wrapped_paragraph() -> None:
    first, rest = WRAPPED.split("\n", 1)
    document = parse(f"{first}\n<!-- lintnews: ignore-next-line -->\n{rest}")
    assert blocks_of(document) == [("paragraph", " ".join(WRAPPED.split()))]


def test_other_comments_and_directives_in_a_line_are_text() -> None:
    document = parse("A <!-- lintnews: off --> b.\n<!-- note -->")
    assert document.directives == ()
    assert blocks_of(document)[0] == ("paragraph", "A <!-- lintnews: off --> b.")


def test_the_path_is_kept() -> None:
    assert parse("They met.", "news/a.txt").path == "news/a.txt"

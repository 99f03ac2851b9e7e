"""Sentences and quotations of news text."""

from __future__ import annotations

import pytest

from lintnews.segment import quotations, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met U.S. President Lee. She left.", ["He met U.S. President Lee.", "She left."]),
        ("It is in the U.S. The next day it rained.", ["It is in the U.S.", "The next day it rained."]),
        ("Mr. Ek and Gov. Ash met Sen. Oak.", ["Mr. Ek and Gov. Ash met Sen. Oak."]),
        ("He left at 5 p.m. on Monday. It rained.", ["He left at 5 p.m. on Monday.", "It rained."]),
        ("J. K. Ek wrote it.", ["J. K. Ek wrote it."]),
        ('"Why?" she asked. "No."', ['"Why?" she asked.', '"No."']),
        ("It cost 3.5 million. Then more.", ["It cost 3.5 million.", "Then more."]),
        ("Wait… What? Yes!", ["Wait…", "What?", "Yes!"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes,” he said. “No.”", ["“Yes,”", "“No.”"]),
        ("“It goes on", ["“It goes on"]),
        ("The players’ union and the boss’s son", []),
        ("‘Never,’ he said, and it’s true", ["‘Never,’"]),
        ('He said "yes" to «non».', ['"yes"', "«non»"]),
        ("“He said ‘no’ to me,” she said", ["“He said ‘no’ to me,”"]),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == expected

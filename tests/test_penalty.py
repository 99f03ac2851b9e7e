"""The overall hint: what a page is called, and what it takes."""

from __future__ import annotations

from random import Random

import pytest

from lintnews.linter import Linter
from lintnews.runner import lint_text

NOUNS = "boat pier baker horse bridge garden village window river doctor teacher market tower orchard kitchen".split()
VERBS = "saw found left liked painted sold missed cleaned kept heard".split()


def filler(sentences: int) -> str:
    chance = Random(7)
    return "".join(
        "The {} {} the {}, the {} and the {} near the {}.\n\n".format(
            chance.choice(NOUNS), chance.choice(VERBS), *chance.sample(NOUNS, 4)
        )
        for _ in range(sentences)
    )


FILLER = filler(8)
SPUN = "The federal choose read the courtroom submitting. The Justice Division didn’t instantly reply.\n\n"
CALQUED = "The driver was in a state of intoxication. A criminal case was initiated under the article on theft.\n\n"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (FILLER, "clean"),
        (FILLER + SPUN, "likely spun"),
        (FILLER + CALQUED, "likely machine translated"),
        (filler(300) + CALQUED, "clean"),
        (SPUN, "too short to say"),
    ],
)
def test_a_text_is_labeled_by_the_density_of_its_findings(text: str, label: str) -> None:
    result = lint_text(Linter(cache=False), "Harbor\n\n" + text, "page.txt")
    assert result.hint is not None
    assert result.hint.label == label


def test_lines_are_counted_once() -> None:
    hint = lint_text(Linter(cache=False), "Harbor\n\n" + FILLER + SPUN, "page.txt").hint
    assert hint is not None
    assert (hint.damaged, hint.lines) == (1, 10)


def test_a_part_of_the_rules_says_nothing_of_the_whole() -> None:
    assert lint_text(Linter(select=("spinning",), cache=False), FILLER + SPUN, "page.txt").hint is None

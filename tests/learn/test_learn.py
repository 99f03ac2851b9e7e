"""`lintnews learn`: what an archive teaches, and what it must not."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from lintnews.errors import LintnewsError
from lintnews.formats import parse
from lintnews.learn.count import Archive, LossyCounter
from lintnews.learn.run import Learned, learn_rules
from lintnews.learn.words import stretches
from lintnews.linter import Linter

ARTICLE = (
    "The case reached the Justice Department on Friday. A lawyer for the Justice Department said {0} would appeal.\n\n"
    "The firm did not respond to a request for comment, and its owner was pronounced dead at the scene.\n"
)


def write_archive(folder: Path, articles: int, extra: str = "") -> Path:
    folder.mkdir()
    for number in range(articles):
        (folder / f"{number}.txt").write_text(ARTICLE.format(f"client{number}") + extra, encoding="utf-8")
    return folder


def learn(archive: Path, output: Path, **options: object) -> Learned:
    return learn_rules([str(archive)], str(output), **options)  # type: ignore[arg-type]


def matches(folder: Path, text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    linter = Linter(rules=[str(folder)], default_rules=False, min_severity="info", cache=False)
    findings, _ = linter.lint_document(parse(text))
    return [(finding.rule, finding.matched, tuple(finding.suggestions)) for finding in findings]


def test_learned_rules_find_damage_in_names_and_formulas(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    learn(write_archive(tmp_path / "archive", 12), rules / "house.yml")
    text = "The Justice Division did not reply to a request for comment."
    assert [(rule, matched) for rule, matched, _ in matches(rules, text)] == [
        ("house-name", "Justice Division"),
        ("house-formula", "did not reply"),
    ]
    assert [suggestions for _, _, suggestions in matches(rules, text)] == [
        ("Justice Department",),
        ("did not respond",),
    ]
    assert matches(rules, ARTICLE) == []


def test_what_the_archive_says_even_once_is_not_an_error(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    archive = write_archive(tmp_path / "archive", 12)
    (archive / "once.txt").write_text("The Justice Division of the school board met.\n", encoding="utf-8")
    learn(archive, rules / "house.yml")
    assert matches(rules, "The Justice Division appealed.") == []


def test_the_file_says_how_often_a_term_was_seen(tmp_path: Path) -> None:
    learned = learn(write_archive(tmp_path / "archive", 12), tmp_path / "house.yml", prefix="desk")
    text = (tmp_path / "house.yml").read_text(encoding="utf-8")
    assert "# Justice Department: 24\n" in text
    assert "- id: desk-name\n" in text
    assert learned.articles == 12
    assert learned.forms == text.count('": "')


def test_the_written_file_passes_its_own_examples(tmp_path: Path) -> None:
    learn(write_archive(tmp_path / "archive", 12), tmp_path / "house.yml")
    run = [sys.executable, "-m", "lintnews", "test", str(tmp_path / "house.yml")]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()[-1].split(": ")[-1]) == (0, "0 failures"), done.stdout


def test_too_small_an_archive_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(LintnewsError, match="nothing to learn"):
        learn(write_archive(tmp_path / "archive", 2), tmp_path / "house.yml")
    assert not (tmp_path / "house.yml").exists()


def test_a_prefix_that_is_no_rule_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LintnewsError, match="cannot begin a rule id"):
        learn(write_archive(tmp_path / "archive", 2), tmp_path / "house.yml", prefix='x"\n- y')


def test_stretches_stop_at_punctuation_and_sentence_ends() -> None:
    found = [(piece.words, piece.opens) for piece in stretches(parse("He said no, she left. The end (of it)."))]
    assert found == [
        (("He", "said", "no"), True), (("she", "left"), False), (("The", "end"), True), (("of", "it"), False),
    ]  # fmt: skip


def test_the_first_word_of_a_sentence_is_not_part_of_a_name() -> None:
    archive = Archive()
    for _ in range(5):
        archive.add(stretches(parse("Yesterday White House staff left. They met Bank of England staff.")))
    assert {term.words: term.count for term in archive.terms(5, 1.0) if term.is_name} == {
        ("White", "House"): 5, ("Bank", "of", "England"): 5,
    }  # fmt: skip


def test_memory_stays_bounded_and_frequent_things_survive() -> None:
    counter = LossyCounter(100)
    for number in range(5_000):
        counter.add(("frequent",))
        counter.add((f"rare{number}",))
    assert len(counter.counts) <= 100
    assert 5_000 - counter.dropped <= counter.counts[("frequent",)] <= 5_000


def test_the_command_writes_a_file_that_check_can_use(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    command = [sys.executable, "-m", "lintnews"]
    archive = str(write_archive(tmp_path / "archive", 12))
    done = subprocess.run(
        [*command, "learn", archive, "--output", str(rules / "house.yml")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert re.fullmatch(r"lintnews: \d+ terms with \d+ damaged forms from 12 articles, [\d,]+ words: .*\n", done.stderr)
    (tmp_path / "page.txt").write_text("The Justice Division of Ruritania appealed.\n", encoding="utf-8")
    checked = subprocess.run(
        [*command, "check", "--isolated", "--rules", str(rules), "--select", "house-*", str(tmp_path / "page.txt")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 1
    assert "write: Justice Department" in checked.stdout


def test_progress_goes_from_nothing_to_all(tmp_path: Path) -> None:
    shares: list[float] = []
    learn_rules([str(write_archive(tmp_path / "archive", 12))], str(tmp_path / "out.yml"), progress=shares.append)
    assert shares == sorted(shares)
    assert (len(shares), shares[-1]) == (24, 1.0)

"""Every example of every rule that comes with lintnews, as `lintnews test` runs them."""

from __future__ import annotations

from pathlib import Path

from lintnews.book import bundled_folder, compile_folders
from lintnews.linter import Linter
from lintnews.rules import all_rules, load_files, rule_paths
from lintnews.ruletest import run

ROOT = Path(__file__).parent.parent

SEED = "seeds/western-allies-air-defenses.txt"

# The artifacts of the seed article: line, matched text, rule.
SEED_FINDINGS = [
    (3, "Western allies vow to bring air defenses to Ukraine ‘as soon as possible’", "duplicate-headline"),
    (24, "U.S. Supreme General", "calqued-rank"),
    (28, "– “key moment” –", "wire-crosshead"),
    (36, "urging to", "verb-without-object"),
    (36, "stock up their", "stock-up-without-on"),
    (36, "as the war in Ukraine depleted", "progressive-past-as"),
    (36, "depleted their shelves", "contents-for-container"),
    (42, "equities", "finance-word-in-war-story"),
    (44, "tracking battlefield losses", "tracked-losses"),
    (44, "confiscated territories", "confiscated-territory"),
    (44, "the issue of veiled nuclear threats", "issue-for-issuing"),
    (50, "More to explorer", "theme-boilerplate"),
]


def test_every_example_holds() -> None:
    folder = bundled_folder()
    files = load_files(rule_paths(folder))
    failures = list(run(files, compile_folders([folder]), clock=lambda: 0.0))
    assert [f"{f.rule} {f.line}: {f.message}" for f in failures] == []
    assert len(list(all_rules(files))) > 10


def test_the_seed_article_gives_exactly_these_findings() -> None:
    text = (ROOT / SEED).read_text(encoding="utf-8")
    findings = Linter().lint(text, SEED)
    assert [(f.line, f.matched, f.rule) for f in findings] == SEED_FINDINGS

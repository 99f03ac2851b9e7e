"""Every mistake in a rule file is one line with file, line, rule, what is wrong and what is near."""

from __future__ import annotations

import pytest

from lintnews.book import compile_folders
from lintnews.errors import LintnewsError
from lintnews.rules import parse_rules

GOOD = """
defaults: {category: accuracy/mistranslation, severity: error, confidence: high}
rules:
  - id: a-rule
    kind: phrase
    phrases: [bad word]
    message: m
"""


def error_of(text: str) -> str:
    with pytest.raises(LintnewsError) as caught:
        parse_rules(text, "own.yml")
    return str(caught.value)


def test_a_good_file_loads() -> None:
    (rule,) = parse_rules(GOOD, "own.yml").rules
    assert (rule.id, rule.kind, rule.options["phrases"], rule.line) == ("a-rule", "phrase", ("bad word",), 4)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("message: m", "mesage: m", "own.yml:7: rule a-rule: unknown key “mesage”; did you mean “message”?"),
        ("kind: phrase", "kind: phrases", "own.yml:4: rule a-rule: unknown kind “phrases”; did you mean “phrase”?"),
        ("    message: m\n", "", "own.yml:4: rule a-rule: “message” is missing"),
        (
            "severity: error",
            "severity: eror",
            "own.yml:2: rule a-rule: “eror” is not valid for “severity”; did you mean “error”?",
        ),
        ("accuracy/mistranslation", "accuracy/mistranslated", "did you mean “accuracy/mistranslation”?"),
        ("id: a-rule", "id: A Rule", "own.yml:4: a rule needs an “id”"),
        ("rules:", "rule:", "own.yml:3: unknown key “rule”; did you mean “rules”?"),
        ("phrases: [bad word]", "phrases: {a: b}", "own.yml:6: rule a-rule: “phrases” takes a single text"),
        ("message: m", "message: m\n    bad: ['a [[b']", "own.yml:8: rule a-rule: [[ is not closed by ]]"),
        ("message: m", "message: m\n    message: n", "own.yml:8: the key “message” is there twice"),
        ("message: m", "message: !!python/name:os.system m", "the YAML tag"),
        ("[bad word]", "[bad word", "own.yml:7: not valid YAML"),
        ("message: m", "message: null", "own.yml:7: rule a-rule: “message” takes a single text"),
        ("message: m", "message: &x m\n    why: *x", "YAML aliases are not allowed"),
    ],
)
def test_mistakes(old: str, new: str, expected: str) -> None:
    assert old in GOOD
    assert expected in error_of(GOOD.replace(old, new))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("kind: pattern, pattern: '(a+)+b'", "can take too long on hostile text"),
        ("kind: pattern, pattern: '(a|ab)*c'", "can take too long on hostile text"),
        (r"kind: pattern, pattern: '(?:\w+ ?)+bad'", "can take too long on hostile text"),
        ("kind: pattern, pattern: 'a('", "the regular expression is not valid"),
        ("kind: pattern, pattern: 'a*'", "matches the empty text"),
        (r"kind: pattern, pattern: '\w\w\w'", "no literal to look for first"),
        ("kind: phrase, phrases: ['bad {wrod}']", "there is no word list “wrod”; did you mean “word”?"),
        ("kind: phrase, phrases: [bad], suggest: '{nothing}'", "{nothing} in “{nothing}” is neither a group"),
        ("kind: phrase, phrases: [bad], fuzzy: 1", "“fuzzy” needs “scope: whole-line”"),
        ("kind: variants, terms: [a b]", "“substitutions” or “tables” must be given"),
        ("kind: count, max: 1", "give either “phrases” or “pattern”"),
        ("kind: check, check: extended-line, options: {min-word: 1}", "did you mean “min-words”?"),
        ("kind: check, check: extended-lines", "did you mean “extended-line”?"),
        ("kind: phrase, phrases: [bad], topic: {present: wars}", "there is no word list “wars”"),
    ],
)
def test_rules_that_cannot_work(rule_folder, rule: str, expected: str) -> None:  # type: ignore[no-untyped-def]
    folder = rule_folder(f"- {{id: a-rule, {rule}, message: m}}", word="x\n")
    with pytest.raises(LintnewsError) as caught:
        compile_folders([folder])
    assert expected in str(caught.value)
    assert "own.yml:3: rule a-rule: " in str(caught.value)


def test_the_same_id_twice_names_both_places(rule_folder) -> None:  # type: ignore[no-untyped-def]
    rule = "- {id: a-rule, kind: phrase, phrases: [bad], message: m}\n"
    with pytest.raises(LintnewsError, match=r"own.yml:4: rule a-rule: the id is taken, see .*own.yml:3"):
        compile_folders([rule_folder(rule + rule)])

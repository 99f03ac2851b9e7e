"""What each rule kind finds, where, and what it suggests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.finding import Finding

Lint = Callable[..., list[Finding]]


def spans(findings: list[Finding]) -> list[str]:
    return [finding.matched for finding in findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A request for remark was sent.", ["request for remark"]),
        ("A REQUEST FOR REMARK was sent.", ["REQUEST FOR REMARK"]),
        ("A request\nfor remark was sent.", []),
        ("A request  for\tremark was sent.", ["request  for\tremark"]),
        ("A request for remarks was sent.", []),
        ("The prerequest for remark.", []),
    ],
)
def test_phrase_matches_whole_words_in_any_case(lint: Lint, text: str, expected: list[str]) -> None:
    assert spans(lint("- {id: a, kind: phrase, phrases: [request for remark], message: m}", text)) == expected


def test_phrase_slot_fills_message_and_suggestion(lint: Lint) -> None:
    rule = '- {id: a, kind: phrase, phrases: ["federal {office}"], message: "{office}!", suggest: "the {office}"}'
    (finding,) = lint(rule, "A federal choose ruled.", office="choose\nchoice\n")
    assert (finding.matched, finding.message, finding.suggestions) == ("federal choose", "choose!", ("the choose",))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("More to explorer", True),
        ("» More to explore", True),
        ("More to explored:", True),
        ("Mare to explorer", False),
        ("There is more to explore here", False),
    ],
)
def test_fuzzy_phrase_allows_one_letter_on_a_line_of_its_own(lint: Lint, line: str, found: bool) -> None:
    rule = "- {id: a, kind: phrase, phrases: [More to explore], fuzzy: 1, scope: whole-line, message: m}"
    assert bool(lint(rule, f"A first line that is long enough.\n\n{line}\n")) is found


def test_swap_suggests_in_the_case_of_the_match(lint: Lint) -> None:
    rule = "- {id: a, kind: swap, swap: {demise toll: death toll}, inflect: noun, message: m}"
    findings = lint(rule, "Demise toll rises. The demise tolls differ.")
    assert [(f.matched, f.suggestions) for f in findings] == [
        ("Demise toll", ("Death toll",)),
        ("demise tolls", ("death tolls",)),
    ]


def test_swap_inflects_verbs(lint: Lint) -> None:
    rule = "- {id: a, kind: swap, swap: {take a choice: make a choice}, inflect: verb, message: m}"
    findings = lint(rule, "He took a choice while they were taking a choice.")
    assert [f.suggestions for f in findings] == [("made a choice",), ("making a choice",)]


def test_variants_finds_damaged_forms_and_suggests_the_term(lint: Lint) -> None:
    rule = """
- id: a
  kind: variants
  case: auto
  terms: [Justice Department, Department of Health]
  substitutions: {department: [division, section]}
  keep: [Division of Health]
  message: m
"""
    text = "The Justice Division and the justice division met the Section of Health and the Division of Health."
    assert [(f.matched, f.suggestions) for f in lint(rule, text)] == [
        ("Justice Division", ("Justice Department",)),
        ("Section of Health", ("Department of Health",)),
    ]


def test_variants_reads_a_substitution_table(lint: Lint) -> None:
    rule = "- {id: a, kind: variants, terms: [White House], tables: [spun], message: m}"
    assert spans(lint(rule, "The white home said no.", spun="house\thome\n")) == ["white home"]


def test_pattern_reports_the_span_group_and_fills_groups(lint: Lint) -> None:
    rule = """
- id: a
  kind: pattern
  pattern: '\\bsaid (?P<span>US Supreme (?P<rank>{rank}))\\b'
  suggest: top US {rank}
  message: "no {rank} is supreme"
"""
    (finding,) = lint(rule, "It was said US Supreme General X.", rank="General\nAdmiral\n")
    assert (finding.matched, finding.column, finding.message, finding.suggestions) == (
        "US Supreme General",
        13,
        "no General is supreme",
        ("top US General",),
    )


def test_pattern_sees_straight_quotes_and_single_spaces_but_reports_the_file(lint: Lint) -> None:
    rule = '- {id: a, kind: pattern, pattern: "don\'t  ?know", message: m}'
    (finding,) = lint(rule.replace("  ?", " "), "They don’t\u00a0know 🙂.")
    assert (finding.matched, finding.column, finding.end_column) == ("don’t\u00a0know", 6, 16)


@pytest.mark.parametrize(
    ("unit", "text", "expected"),
    [
        ("word", "He said the the war ended.", ["the the"]),
        ("word", "New New York is The The album.", []),
        ("word", "It had had an end. So so.", ["had had", "So so"]),
        ("phrase", "They met in the town in the town on Monday.", ["in the town in the town"]),
        ("sentence", "He left at noon. She stayed. He left at noon.", ["He left at noon."]),
        ("line", "First line here\n\nOther text.\n\nFIRST LINE, HERE!", ["FIRST LINE, HERE!"]),
        ("headline", "Fire in town\n\n“Fire in Town”\n\nIt burned.", ["“Fire in Town”"]),
        ("stem", "They stock up their large stockpiles now.", ["stock up their large stockpiles"]),
    ],
)
def test_repeat_units(lint: Lint, unit: str, text: str, expected: list[str]) -> None:
    assert spans(lint(f"- {{id: a, kind: repeat, unit: {unit}, message: m}}", text)) == expected


def test_repeat_tells_where_it_stood_first(lint: Lint) -> None:
    rule = '- {id: a, kind: repeat, unit: paragraph, message: "first on line {first}"}'
    (finding,) = lint(rule, "A headline here\n\nThe very same text.\n\nOther.\n\nThe very same text.\n")
    assert (finding.line, finding.message) == (7, "first on line 3")


def test_consistent_reports_the_rarer_form_outside_quotations(lint: Lint) -> None:
    rule = '- {id: a, kind: consistent, case: exact, quotes: skip, forms: [[US, U.S., USA]], message: "{usual}"}'
    text = "The US and the US-led group met. “The U.S. and U.S. and U.S.,” he told a U.S. paper."
    assert [(f.matched, f.column, f.suggestions) for f in lint(rule, text)] == [("U.S.", 74, ("US",))]


def test_count_reports_what_is_over_the_limit(lint: Lint) -> None:
    rule = '- {id: a, kind: count, phrases: [moreover], max: 2, message: "{count} of {max}"}'
    findings = lint(rule, "Moreover, a. Moreover, b. Moreover, c.")
    assert [(f.column, f.message) for f in findings] == [(27, "3 of 2")]


@pytest.mark.parametrize(("within", "found"), [("sentence", True), ("paragraph", False), ("document", False)])
def test_require_looks_in_its_unit(lint: Lint, within: str, found: bool) -> None:
    rule = f"- {{id: a, kind: require, when: billion, need: dollars, within: {within}, message: m}}"
    assert bool(lint(rule, "It cost a billion. It was paid in dollars.")) is found


def test_check_runs_a_document_check(lint: Lint) -> None:
    rule = "- {id: a, kind: check, check: extended-line, message: m}"
    text = "Fire in town\n\nThe fire in the old town ended\n\nThe fire in the old town ended on Monday night.\n"
    assert spans(lint(rule, text)) == ["The fire in the old town ended"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Troops and tanks came. They counted equities.", True),
        ("Troops and tanks came. Brokers sold equities and bonds.", False),
        ("They counted equities.", False),
        ("Troops and troops counted equities.", False),
    ],
)
def test_topic_gate(lint: Lint, text: str, found: bool) -> None:
    rule = "- {id: a, kind: phrase, phrases: [equities], topic: {present: war, absent: money}, message: m}"
    assert bool(lint(rule, text, war="troops\ntanks\n", money="brokers\nbonds\n")) is found


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("quotes: skip", "“Bad word,” he said. Bad word.", [22]),
        ("quotes: only", "“Bad word,” he said. Bad word.", [2]),
        ("unless: [very bad word]", "A very bad word and a bad word.", [23]),
        ("case: exact", "Bad word and bad word.", [14]),
    ],
)
def test_conditions(lint: Lint, field: str, text: str, expected: list[int]) -> None:
    found = lint(f"- {{id: a, kind: phrase, phrases: [bad word], {field}, message: m}}", text)
    assert [finding.column for finding in found] == expected


def test_check_options_keep_their_types(lint: Lint) -> None:
    rule = "- {id: a, kind: check, check: extended-line, options: {min-words: 2}, message: m}"
    assert spans(lint(rule, "Fire in town\n\nA fire\n\nA fire burned.\n")) == ["A fire"]

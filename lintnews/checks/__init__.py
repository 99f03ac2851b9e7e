"""Document checks written in Python. A new check is one function and one line here."""

from __future__ import annotations

from lintnews.checks import (
    casing,
    characters,
    conversion,
    dates,
    double_translation,
    extended_line,
    foreign_sentence,
    looped_phrase,
    name_variants,
    near_duplicate,
    pairs,
    spelling,
    unfinished,
)
from lintnews.checks.base import Check

CHECKS: dict[str, Check] = {
    "broken-paragraph": unfinished.BROKEN,
    "capital-paragraph": casing.CAPITALS,
    "double-translation": double_translation.CHECK,
    "extended-line": extended_line.CHECK,
    "foreign-sentence": foreign_sentence.CHECK,
    "impossible-date": dates.IMPOSSIBLE,
    "looped-phrase": looped_phrase.CHECK,
    "mixed-spelling": spelling.CHECK,
    "mixed-script": characters.MIXED_SCRIPT,
    "mojibake": characters.MOJIBAKE,
    "name-variants": name_variants.CHECK,
    "near-duplicate": near_duplicate.CHECK,
    "small-start": casing.SMALL_START,
    "title-case-paragraph": casing.TITLE_CASE,
    "turned-quotation-mark": pairs.TURNED,
    "unfinished-text": unfinished.UNFINISHED,
    "unpaired-bracket": pairs.BRACKETS,
    "unpaired-quotation-mark": pairs.QUOTATION_MARKS,
    "weekday-of-date": dates.WEEKDAYS,
    "wrong-conversion": conversion.CHECK,
}

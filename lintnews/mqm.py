"""The MQM error typology: the category ids rules may carry.

Source: the MQM typology, edition MQM2021 (themqm.org, MQM Council, CC BY 4.0). A category is written
`dimension/id`; the deeper levels are flattened. Extensions begin with `x-`.
"""

from __future__ import annotations

CATEGORIES: dict[str, tuple[str, ...]] = {
    "terminology": (
        "termbase", "term-inconsistency", "wrong-term", "multiple-terms-for-concept",
        "multiple-translations-of-term", "inconsistent-abbreviations", "term-collocation",
    ),
    "accuracy": (
        "mistranslation", "over-translation", "under-translation", "addition", "omission", "no-translate",
        "untranslated", "retained-factual-error", "completeness", "euphemism", "false-friend",
        "overly-literal", "number", "date-time", "entity", "unit-conversion", "technical-relationship",
        "ambiguous-target", "mt-hallucination", "omitted-variable",
    ),
    "fluency": (
        "grammar", "punctuation", "spelling", "unintelligible", "character-encoding",
        "textual-conventions", "duplication", "corpus-conformance", "pattern-problem", "unclear-reference",
        "nonallowed-characters", "whitespace", "title-style", "word-form", "part-of-speech",
        "tense-mood-aspect", "agreement", "word-order", "function-words", "general-collocation",
        "unpaired-marks", "diacritics", "transliteration", "capitalization", "compounding", "cohesion",
        "coherence",
    ),
    "style": (
        "company-style", "third-party-style", "inconsistent-external-reference", "register", "awkward",
        "unidiomatic", "inconsistent-style", "grammatical-register", "variants-slang",
    ),
    "locale-conventions": (
        "number-format", "currency-format", "measurement-format", "time-format", "date-format",
        "address-format", "telephone-format", "shortcut-key", "calendar-type", "name-format",
        "locale-specific-punctuation", "quote-mark-type",
    ),
    "verity": ("culture-specific", "offensive", "profanity", "insult", "end-user-suitability"),
    "design": (
        "layout", "local-formatting", "markup", "truncation-text-expansion", "missing-text",
        "broken-link", "missing-markup", "added-markup", "document-external-link",
    ),
}  # fmt: skip
"""Ids by dimension."""


def all_categories() -> list[str]:
    """Return every `dimension/id`."""
    return [f"{dimension}/{name}" for dimension, names in CATEGORIES.items() for name in names]


def is_category(category: str) -> bool:
    """Tell whether a category is in the typology, or is an extension (`x-…/…`)."""
    dimension, _, name = category.partition("/")
    return bool(name) and (dimension.startswith("x-") or name in CATEGORIES.get(dimension, ()))

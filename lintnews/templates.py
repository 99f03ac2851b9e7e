"""Fill {placeholders} in messages and suggestions; no format-string language, so rule files can do nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{([A-Za-z_][\w-]*)(:lower)?\}")


def placeholders(template: str) -> list[str]:
    """Return the names of all placeholders, in order."""
    return [name for name, _ in _PLACEHOLDER.findall(template)]


def fill(template: str, values: Mapping[str, str]) -> str:
    """Return the template with every known placeholder replaced; unknown ones stay as written.

    `{name:lower}` is the value in lower case.
    """

    def value(found: re.Match[str]) -> str:
        if found[1] not in values:
            return found[0]
        return values[found[1]].lower() if found[2] else values[found[1]]

    return _PLACEHOLDER.sub(value, template) if "{" in template else template


def match_case(model: str, text: str) -> str:
    """Give `text` the capitals of `model` where that is plain: ALL CAPS, or a capital first letter."""
    letters = [character for character in model if character.isalpha()]
    if len(letters) > 1 and all(character.isupper() for character in letters):
        return text.upper()
    if letters and model[:1].isupper() and text[:1].islower():
        return text[:1].upper() + text[1:]
    return text

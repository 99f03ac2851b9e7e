"""Check `foreign-sentence`: a sentence left in another language, told by that language's small words.

A sentence counts as foreign when it holds at least three different small words of one language, of two letters or
more, and hardly any English ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lintnews.checks.base import Check
from lintnews.checks.small_words import ENGLISH, FOREIGN
from lintnews.expression import Match
from lintnews.view import View

_WORD = re.compile(r"[^\W\d_]+")


def _find(view: View, options: Mapping[str, Any]) -> Iterable[Match]:
    for start, end in view.sentences:
        words = _WORD.findall(view.folded, start, end)
        if len(words) < options["min-words"] or sum(word in ENGLISH for word in words) * 4 > len(words):
            continue
        telling = {word for word in words if len(word) > 1 and word not in ENGLISH}
        found = {language: len(telling & small) for language, small in FOREIGN.items()}
        language = max(found, key=lambda name: found[name])
        english = sum(word in ENGLISH - FOREIGN[language] for word in words)
        if found[language] >= 3 and found[language] * 8 >= len(words) and english * 10 <= len(words):
            yield Match(start, end, (), {"language": language})


CHECK = Check(_find, {"min-words": 5})

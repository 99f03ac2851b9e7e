"""Work on the source of a regular expression: fill list slots, bound repetitions, turn words into a trie."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter

REPEAT_LIMIT = 120
"""What `*` and `+` are capped at. A linear scan needs every match to have a greatest length."""

_TOKEN = re.compile(
    r"""(?P<escape>\\.)
      | (?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])
      | (?P<slot>\{[a-z][a-z-]*\})
      | (?P<open_ended>\{(?P<least>\d+),\})
      | (?P<group>\(\?(?:P<\w+>|P=\w+|<?[=!]|[:>]|[aiLmsux-]*:?))
      | (?P<repeat>[*+])(?P<manner>[?+]?)
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)


class RegexError(ValueError):
    """A regular expression a rule may not use; the message says why."""


def _tokens(regex: str) -> Iterator[re.Match[str]]:
    return _TOKEN.finditer(regex)


def fill_slots(regex: str, words: Callable[[str], Iterable[str]]) -> str:
    """Return the regular expression with every `{list}` replaced by a group of the list's entries.

    Args:
        regex: The source; a quantifier such as `{2,3}` is no slot.
        words: Returns the entries of a list by name; what it raises is passed on.
    """
    if "{" not in regex:
        return regex
    return "".join(
        f"(?:{trie(words(token.group()[1:-1]))})" if token.lastgroup == "slot" else token.group()
        for token in _tokens(regex)
    )


def bound(regex: str) -> str:
    """Return the regular expression with `*`, `+` and `{n,}` capped, so that its matches have a greatest length."""
    pieces = []
    for token in _tokens(regex):
        if token["repeat"]:
            fewest = 0 if token["repeat"] == "*" else 1
            pieces.append(f"{{{fewest},{REPEAT_LIMIT}}}{token['manner']}")
        elif token["open_ended"]:
            fewest = int(token["least"])
            pieces.append(f"{{{fewest},{fewest + REPEAT_LIMIT}}}")
        else:
            pieces.append(token.group())
    return "".join(pieces)


def trie(words: Iterable[str]) -> str:
    """Return an expression that matches exactly the given words, common beginnings shared, longest first.

    Spaces in a word are kept; everything else that means something in a regular expression is escaped.
    """
    return _branches(sorted(set(words)))


def _branches(words: list[str]) -> str:
    branches = []
    for _, group in groupby((word for word in words if word), key=itemgetter(0)):
        members = list(group)
        beginning = _common_beginning(members[0], members[-1])
        rests = [member[len(beginning) :] for member in members]
        branches.append(escape(beginning) + ("" if rests == [""] else _branches(rests)))
    optional = words[0] == ""
    body = "|".join(branches)
    if optional:
        return f"(?:{body})?"
    return f"(?:{body})" if len(branches) > 1 else body


def _common_beginning(first: str, last: str) -> str:
    """Return what two strings begin with; of a sorted list, the first and the last tell for all."""
    length = next((n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[:length]


def escape(text: str) -> str:
    """Escape literal text, leaving spaces readable."""
    return re.escape(text).replace("\\ ", " ")

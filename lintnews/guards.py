"""Conditions a rule sets on where its matches may stand: scope, position, quotations, exceptions, topic."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from lintnews.rule import POSITIONS, Rule
from lintnews.view import View, words_at_least

EDGE_BLOCKS = 5
"""How many blocks count as the first or last lines of a text."""

_TOPIC_WORDS = 2
_REACH = 120


def on_topic(rule: Rule, topics: Mapping[str, frozenset[str]], view: View) -> bool:
    """Tell whether the document is about what the rule asks for: two different words of a list make a topic."""
    if rule.topic is None:
        return True
    present = rule.topic.get("present", ())
    absent = rule.topic.get("absent", ())
    return all(words_at_least(view.vocabulary, topics[name], _TOPIC_WORDS) for name in present) and not any(
        words_at_least(view.vocabulary, topics[name], _TOPIC_WORDS) for name in absent
    )


def allowed(rule: Rule, start: int, end: int, view: View) -> bool:
    """Tell whether a match at a view span stands where the rule looks."""
    return (
        (not rule.scope or _in_scope(rule.scope, start, end, view))
        and (rule.quotes == "check" or _quotes_fit(rule.quotes, start, end, view))
        and not (rule.unless and _excused(rule.unless, start, end, view))
    )


def _in_scope(scope: tuple[str, ...], start: int, end: int, view: View) -> bool:
    index = view.block_index(start)
    blocks = [name for name in scope if name not in POSITIONS]
    if blocks and view.block(index).scope not in blocks:
        return False
    if "whole-line" in scope and not _is_whole_line(start, end, *view.block_span(index), view.text):
        return False
    edges = [name for name in scope if name in ("first-lines", "last-lines")]
    return not edges or any(
        index < EDGE_BLOCKS if name == "first-lines" else index >= len(view.starts) - EDGE_BLOCKS for name in edges
    )


def _is_whole_line(start: int, end: int, block_start: int, block_end: int, text: str) -> bool:
    around = text[block_start:start] + text[end:block_end]
    return not any(character.isalnum() for character in around)


def _quotes_fit(quotes: str, start: int, end: int, view: View) -> bool:
    return view.quoted(*view.span(start, end)) == (quotes == "only")


def _excused(unless: tuple[str, ...], start: int, end: int, view: View) -> bool:
    block_start, block_end = view.block_span(view.block_index(start))
    begin, stop = max(block_start, start - _REACH), min(block_end, end + _REACH)
    return any(
        found.start() < end and found.end() > start
        for pattern in unless
        for found in _compiled(pattern).finditer(view.text, begin, stop)
    )


@lru_cache(maxsize=10_000)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)

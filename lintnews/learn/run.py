"""Read an archive twice and write the rule file: once to count, once to see which damaged forms it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lintnews.errors import LintnewsError
from lintnews.files import Target, discover, read, write_atomically
from lintnews.formats import parse
from lintnews.learn.count import Archive
from lintnews.learn.damage import Said, candidates, minimal
from lintnews.learn.rulefile import Group, render
from lintnews.learn.words import Stretch, stretches

TABLE = "substitutions"
_HEAD = """\
Written by `lintnews learn` from {articles:,} articles, {words:,} words.
Review it, and delete what your newsroom may say. Each group begins with the correct term and how often the
archive says it; the damaged forms below it never occur there."""
_PREFIX = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Learned:
    """What came out: numbers of articles and words read, of terms with damaged forms, and of the forms."""

    articles: int
    words: int
    terms: int
    forms: int


def learn_rules(
    paths: Sequence[str],
    output: str,
    *,
    prefix: str = "house",
    min_count: int = 10,
    min_share: float = 0.8,
    progress: Callable[[float], None] = lambda share: None,
) -> Learned:
    """Write a rule file learned from the articles in some files and folders.

    Args:
        paths: Files and folders, found as `lintnews check` finds them.
        output: The file to write; it is replaced at once or not at all.
        prefix: How the rule ids begin.
        min_count: How often a term must have been seen.
        min_share: How fixed a word of a formula must be (0 to 1), see `Archive.terms`.
        progress: Told the share of the work that is done (0 to 1).

    Raises:
        LintnewsError: A file cannot be read or written, the prefix is no id, or nothing was found to learn.
    """
    from lintnews.book import bundled_folder
    from lintnews.words import WordLists

    if not _PREFIX.fullmatch(prefix):
        raise LintnewsError(f"“{prefix}” cannot begin a rule id", remedy="use lower-case letters, digits and hyphens")
    targets = list(_targets(paths))
    archive = Archive()
    words = 0
    for done, pieces in enumerate(_articles(targets), start=1):
        archive.add(pieces)
        words += sum(len(piece.words) for piece in pieces)
        progress(0.5 * done / len(targets))
    terms = archive.terms(min_count, min_share)
    entries = candidates(terms, WordLists((bundled_folder(),)).table(TABLE))
    said = Said(entries)
    for done, pieces in enumerate(_articles(targets), start=1):
        said.add(pieces)
        progress(0.5 + 0.5 * done / len(targets))
    entries = minimal(said.unsaid(entries))
    if not entries:
        raise LintnewsError(
            f"nothing to learn in {words:,} words: no term that can be damaged is said {min_count} times",
            remedy="give more articles or a lower --min-count",
        )
    names = [entry for entry in entries if entry.term.is_name]
    formulas = [entry for entry in entries if not entry.term.is_name]
    groups = (
        Group(f"{prefix}-name", "exact", "error", "a name", names),
        Group(f"{prefix}-formula", "fold", "warning", "a fixed phrase", formulas),
    )
    head = _HEAD.format(articles=len(targets), words=words)
    write_atomically(output, render(head, ("house", "spinning"), groups))
    return Learned(len(targets), words, len(entries), sum(len(entry.damaged) for entry in entries))


def _targets(paths: Sequence[str]) -> Iterator[Target]:
    for target in discover(paths):
        if isinstance(target, LintnewsError):
            raise target
        yield target


def _articles(targets: Sequence[Target]) -> Iterator[list[Stretch]]:
    for target in targets:
        yield list(stretches(parse(read(target.path), target.path)))

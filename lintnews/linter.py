"""The pipeline for one text: document, view, hits, matches, findings, suppressions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from lintnews import suppress
from lintnews.book import Compiled, RuleBook, bundled_folder, load_book
from lintnews.document import HIDDEN, Directive, Document
from lintnews.expression import Hit, Match
from lintnews.filters import above, supported, without_overlaps
from lintnews.finding import Finding, with_fingerprints
from lintnews.formats import parse
from lintnews.guards import allowed, on_topic
from lintnews.kinds import KINDS
from lintnews.matcher import Matcher
from lintnews.rule import Rule
from lintnews.selection import select
from lintnews.templates import fill, match_case
from lintnews.view import View, make_view


@dataclass(frozen=True)
class Linter:
    """Finds what translation and spinning broke in English news text.

    Cheap to make and to pickle: the rule book is loaded at the first text, in each process anew.

    Attributes:
        rules: Folders of further rules.
        default_rules: Whether the rules that come with lintnews are used.
        select: Selectors of the rules to run; empty for all that are not off by default.
        extend_select: Selectors of rules to run besides.
        ignore: Selectors of rules not to run.
        severity: Severities that replace those of the rule files, by rule id.
        min_severity: Findings below it are not returned.
        min_confidence: Findings below it are not returned.
        cache: Whether compiled rules are kept in the user's cache folder.
    """

    rules: tuple[str, ...] = ()
    default_rules: bool = True
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    min_severity: str = "warning"
    min_confidence: str = "low"
    cache: bool = True

    def __getstate__(self) -> dict[str, Any]:
        return {name: self.__dict__[name] for name in self.__dataclass_fields__}

    @cached_property
    def book(self) -> RuleBook:
        """The rule book, loaded on first use; raises LintnewsError."""
        folders = [bundled_folder()] if self.default_rules else []
        return load_book([*folders, *map(Path, self.rules)], cache=self.cache)

    @cached_property
    def active(self) -> tuple[Compiled, ...]:
        """The rules that run, with the severities asked for; raises LintnewsError."""
        by_id = {compiled.rule.id: compiled for compiled in self.book.rules}
        chosen = select([c.rule for c in self.book.rules], self.select, self.extend_select, self.ignore)
        return tuple(
            replace(by_id[rule.id], rule=replace(rule, severity=self.severity.get(rule.id, rule.severity)))
            for rule in chosen
        )

    @cached_property
    def _engine(self) -> Engine:
        return Engine(self.active, self.book.topics)

    def lint(self, text: str, path: str = "<text>", format_name: str | None = None) -> list[Finding]:
        """Return the findings in a text, sorted.

        Args:
            text: The text, without a byte order mark.
            path: Its name in the findings; also tells the format.
            format_name: plain, markdown or html, where the path does not tell.
        """
        return self.lint_document(parse(text, path, format_name))[0]

    def lint_document(self, document: Document) -> tuple[list[Finding], int]:
        """Return the findings in a document, sorted, and how many more were suppressed by comments."""
        known = {compiled.rule.id: compiled.rule for compiled in self.active}
        found = supported(without_overlaps(self._engine.findings(document)), known)
        kept, silenced = _suppressed(found, document, known, {c.rule.id for c in self.book.rules})
        kept = above(kept, self.min_severity, self.min_confidence)
        lines = {line: document.line_text(line) for line in {finding.line for finding in kept}}
        return with_fingerprints(kept, lines), silenced


class Engine:
    """Active rules with their matcher; finds, without filtering."""

    def __init__(self, active: Sequence[Compiled], topics: Mapping[str, frozenset[str]]) -> None:
        self._active = [compiled for compiled in active if compiled.rule.kind in KINDS]
        self._topics = topics
        self._owners = [number for number, compiled in enumerate(self._active) for _ in compiled.expressions]
        self._matcher = Matcher([expression for compiled in self._active for expression in compiled.expressions])
        self._whole = [n for n, compiled in enumerate(self._active) if KINDS[compiled.rule.kind].whole_document]

    def findings(self, document: Document) -> Iterator[Finding]:
        """Yield every finding of every active rule in a document, in no particular order."""
        view = make_view(document)
        if not view.text:
            return
        hits = self._hits(view)
        for number in {*hits, *self._whole}:
            rule = self._active[number].rule
            if on_topic(rule, self._topics, view):
                for match in rule_matches(rule, hits.get(number, []), view):
                    yield make_finding(rule, match, view)

    def _hits(self, view: View) -> dict[int, list[Hit]]:
        hits: dict[int, list[Hit]] = defaultdict(list)
        for expression, hit in self._matcher.scan(view):
            hits[self._owners[expression]].append(hit)
        return hits

    def match_only(self, view: View) -> int:
        """Return the number of hits of the expressions in a view, without looking at conditions."""
        return sum(map(len, self._hits(view).values()))


def rule_matches(rule: Rule, hits: Iterable[Hit], view: View) -> Iterator[Match]:
    """Yield what a rule reports in a view; its conditions hold for what is counted and for what is reported."""
    standing = [hit for hit in hits if hit.expression.mode == "part" or allowed(rule, hit.start, hit.end, view)]
    if not standing and not KINDS[rule.kind].whole_document:
        return
    seen: set[tuple[int, int]] = set()
    for match in KINDS[rule.kind].find(rule, standing, view):
        if (match.start, match.end) not in seen and allowed(rule, match.start, match.end, view):
            seen.add((match.start, match.end))
            yield match


def make_finding(rule: Rule, match: Match, view: View) -> Finding:
    """Locate a match in the file and word it."""
    start, end = view.span(match.start, match.end)
    document = view.document
    matched = document.text[start:end]
    shown = " ".join(document.masked[start:end].replace(HIDDEN, "").split())
    values = {**match.values, "match": shown}
    suggestions = tuple(dict.fromkeys(_suggestions(rule, match, values, view)))
    values["suggestion"] = suggestions[0] if suggestions else ""
    return _located(rule, document, start, end, matched, fill(rule.message, values), suggestions)


def _suggestions(rule: Rule, match: Match, values: Mapping[str, str], view: View) -> Iterator[str]:
    """Yield filled suggestions; the capitals of the match carry over where they are not a name's."""
    if match.suggestions:
        yield from (match_case(values["match"], fill(template, values)) for template in match.suggestions)
        return
    begins = match.start == 0 or view.text[match.start - 1] == "\n" or view.text[match.start - 2] in ".!?"
    for template in rule.suggest:
        repair = fill(template, values)
        yield match_case(values["match"], repair) if begins else repair


def _located(
    rule: Rule, document: Document, start: int, end: int, matched: str, message: str, suggestions: tuple[str, ...]
) -> Finding:
    line, column = document.line_column(start)
    end_line, end_column = document.line_column(end - 1)
    return Finding(
        path=document.path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column + 1,
        rule=rule.id,
        severity=rule.severity,
        confidence=rule.confidence,
        category=rule.category,
        message=message,
        suggestions=suggestions,
        matched=matched,
        engine="native",
        fingerprint="",
        fix=rule.fix == "safe" and bool(suggestions),
        start=start,
        end=end,
    )


def _suppressed(
    findings: list[Finding], document: Document, active: Mapping[str, Rule], known: Iterable[str]
) -> tuple[list[Finding], int]:
    """Return the findings that no comment silences, with those about the comments, and the number silenced."""
    if not document.directives:
        return findings, 0
    suppressions, mistakes = suppress.read(document, known)
    kept: list[Finding] = []
    used: set[int] = set()
    for finding in findings:
        silencing = suppress.covering(suppressions, finding.rule, finding.start)
        used.update(map(id, silencing))
        if not silencing:
            kept.append(finding)
    silenced = len(findings) - len(kept)
    unused = [s.directive for s in suppressions if id(s) not in used and (not s.rules or s.rules & active.keys())]
    if "unused-suppression" in active:
        rule = active["unused-suppression"]
        kept += [_about(rule, document, directive, rule.message) for directive in unused]
    if "unknown-suppression" in active:
        rule = active["unknown-suppression"]
        kept += [_about(rule, document, mistake.directive, mistake.message) for mistake in mistakes]
    return kept, silenced


def _about(rule: Rule, document: Document, directive: Directive, message: str) -> Finding:
    matched = document.text[directive.start : directive.end]
    return _located(rule, document, directive.start, directive.end, matched, message, ())

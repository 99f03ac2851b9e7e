"""Near-identical stories in one run: MinHash of word triples (Broder 1997), found by locality-sensitive hashing.

Needs the package rensa, the extra `duplicates`. Memory grows by about a kilobyte a text.
"""

from __future__ import annotations

import re
from typing import Any

from lintnews.document import Document
from lintnews.errors import LintnewsError
from lintnews.finding import Finding, with_fingerprints
from lintnews.rule import Rule

RULE = Rule(
    id="near-identical-story",
    kind="run",
    message="this is nearly the same story as {twin}; keep one of the two",
    severity="warning",
    confidence="high",
    category="fluency/duplication",
    why="Feeds bring one story several times, and spun copies of a story share most of its words.",
    since="0.1.0",
)
"""Not a rule of the book: it looks at all texts of a run, and runs only with --duplicates-across-files."""

_WORD = re.compile(r"\w+")
_GRAM = 3
_HASHES = 128
_BANDS = 32
_SEED = 1


class Stories:
    """The texts seen so far in a run.

    Raises:
        LintnewsError: The package rensa is not installed.
    """

    def __init__(self, least_words: int = 40, similarity: float = 0.7) -> None:
        try:
            from rensa import RMinHash, RMinHashLSH
        except ImportError:
            raise LintnewsError(
                "finding near-identical stories needs the package rensa", remedy='pip install "lintnews[duplicates]"'
            ) from None
        self._minhash: Any = RMinHash
        self._index: Any = RMinHashLSH(similarity, _HASHES, _BANDS)
        self._least_words = least_words
        self._similarity = similarity
        self._seen: list[tuple[str, Any]] = []

    def finding(self, document: Document) -> Finding | None:
        """Remember a text; return a finding on its first line where an earlier one is nearly the same."""
        twin = self._twin(document.path, document.masked)
        if twin is None or not document.blocks:
            return None
        block = document.blocks[0]
        end = min(block.end, block.start + len(document.text[block.start : block.end].split("\n")[0].rstrip("\r")))
        line, column = document.line_column(block.start)
        found = Finding(
            path=document.path, line=line, column=column, end_line=line, end_column=column + end - block.start,
            rule=RULE.id, severity=RULE.severity, confidence=RULE.confidence, category=RULE.category,
            message=RULE.message.format(twin=twin), suggestions=(), matched=document.text[block.start : end],
            engine="native", fingerprint="", fix=False, start=block.start, end=end,
        )  # fmt: skip
        return with_fingerprints([found], {line: document.line_text(line)})[0]

    def _twin(self, path: str, text: str) -> str | None:
        words = _WORD.findall(text.lower())
        if len(words) < self._least_words:
            return None
        signature = self._minhash(_HASHES, _SEED)
        signature.update([" ".join(words[at : at + _GRAM]) for at in range(len(words) - _GRAM + 1)])
        near = [(signature.jaccard(self._seen[key][1]), -key) for key in self._index.query(signature)]
        self._index.insert(len(self._seen), signature)
        self._seen.append((path, signature))
        likeness, key = max(near, default=(0.0, 0))
        return self._seen[-key][0] if likeness >= self._similarity else None

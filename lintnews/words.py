"""Named word lists (words/NAME.txt, one entry a line) and substitution tables (words/NAME.tsv: right, wrong)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lintnews.errors import LintnewsError
from lintnews.suggest import did_you_mean

_NAME = re.compile(r"[a-z][a-z-]*")


@dataclass
class WordLists:
    """The word lists of some rule folders, read when first asked for; a later folder's list hides an earlier one's."""

    folders: tuple[Path, ...]
    _read: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def files(self) -> dict[str, Path]:
        """Return the file of every list and table by file name."""
        return {
            path.name: path
            for folder in self.folders
            for path in sorted(folder.rglob("words/*"))
            if path.suffix in (".txt", ".tsv") and _NAME.fullmatch(path.stem)
        }

    def words(self, name: str) -> tuple[str, ...]:
        """Return the entries of a list; raises LintnewsError when there is none of that name."""
        return self._lines(name, ".txt")

    def table(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """Return a substitution table: correct words to their damaged forms."""
        table: dict[str, list[str]] = {}
        for number, line in enumerate(self._lines(name, ".tsv"), start=1):
            right, tab, wrong = line.partition("\t")
            if not tab or not right.strip() or not wrong.strip():
                raise LintnewsError(f"entry {number} is not “right<TAB>wrong”", path=str(self.files()[f"{name}.tsv"]))
            table.setdefault(right.strip(), []).append(wrong.strip())
        return {right: tuple(wrongs) for right, wrongs in table.items()}

    def _lines(self, name: str, suffix: str) -> tuple[str, ...]:
        key = name + suffix
        if key not in self._read:
            files = self.files()
            if key not in files:
                known = (Path(file).stem for file in files if file.endswith(suffix))
                raise LintnewsError(f"there is no word list “{name}”", remedy=did_you_mean(name, known))
            self._read[key] = tuple(_entries(files[key].read_text(encoding="utf-8").splitlines()))
            if not self._read[key]:
                raise LintnewsError(f"the word list “{name}” is empty", path=str(files[key]))
        return self._read[key]


def _entries(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        entry = line.split("#", 1)[0].rstrip()
        if entry.strip():
            yield entry.strip(" ")

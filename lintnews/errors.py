"""The one error type a user of lintnews can cause."""

from __future__ import annotations


class LintnewsError(Exception):
    """A mistake in the input, the configuration or a rule file, told in one line.

    Attributes:
        message: What is wrong, one sentence without a final period.
        path: The file concerned, as the user named it, or None.
        line: The 1-based line in that file, or None.
        rule: The id of the rule concerned, or None.
        remedy: What to do about it, one sentence, or None.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        rule: str | None = None,
        remedy: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.rule = rule
        self.remedy = remedy

    def __str__(self) -> str:
        place = ""
        if self.path is not None:
            place = f"{self.path}: " if self.line is None else f"{self.path}:{self.line}: "
        rule = f"rule {self.rule}: " if self.rule else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{place}{rule}{self.message}{remedy}"

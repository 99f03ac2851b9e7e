"""What a report needs to know besides the results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Options:
    """How to render a report.

    Attributes:
        color: Whether to write ANSI color codes.
        width: How many terminal columns a line may take.
        rules_digest: The digest of the rules that were run.
        engines: The version of every engine besides the native one, by name.
    """

    color: bool = False
    width: int = 100
    rules_digest: str = ""
    engines: Mapping[str, str] = field(default_factory=dict)

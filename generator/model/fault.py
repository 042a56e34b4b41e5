"""What is wrong with content, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether a fault stops a build."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file of content.

    Attributes:
        path: The file, relative to the project, with forward slashes.
        line: From 1; 0 for the file or folder as a whole.
        column: From 1, in characters; 0 where the line as a whole is meant.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Write as `file:line:column`, which editors and terminals open."""
        return ":".join([self.path, *(str(number) for number in (self.line, self.column) if number)])


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong.

    Attributes:
        place: Where.
        message: What is wrong, in a sentence without a full stop.
        remedy: What to do; empty where the message says it.
        code: A short name of the rule, for filters and documentation, such as `unknown-key`.
        severity: Whether it stops a build.
    """

    place: Place
    message: str
    remedy: str = ""
    code: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Write on one line, as compilers do."""
        remedy = f" ({self.remedy})" if self.remedy else ""
        return f"{self.place}: {self.severity}: {self.message}{remedy} [{self.code}]"

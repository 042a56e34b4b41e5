"""Something that is wrong in a built site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class SiteFault:
    """A fault with its place.

    Attributes:
        path: the file below the root of the site: ``en/forums/x/index.html``.
        line: counted from 1.
        column: in characters, counted from 1.
        message: what is wrong.
        remedy: what to do about it.
    """

    path: str
    line: int
    column: int
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}; {self.remedy}"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A fault whose place is still an offset: lines are counted for those files alone that have one.

    Attributes:
        path: the file below the root of the site.
        offset: in characters from its beginning.
        message: what is wrong.
        remedy: what to do about it.
    """

    path: str
    offset: int
    message: str
    remedy: str

    def placed(self, text: str) -> SiteFault:
        """The fault, with line and column in the text of its file."""
        before = text[: self.offset]
        line = before.count("\n") + 1
        column = self.offset - (before.rfind("\n") + 1) + 1
        return SiteFault(self.path, line, column, self.message, self.remedy)

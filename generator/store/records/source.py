"""Where things stand in the body of a record: lines, columns, and pieces of text that know their place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.model.fault import Fault, Place, Severity

LINE_END: Final = re.compile(r"\r\n|\r|\n")
"""What ends a line in CommonMark (https://spec.commonmark.org/0.31.2/#line-ending)."""

Spot = tuple[int, int]
"""Line of the body and character in the line, both from 0."""


@dataclass(frozen=True, slots=True)
class Source:
    """The body of a record, by lines.

    Attributes:
        path: The file, as messages show it.
        first_line: The line of the file on which the body begins, from 1.
        lines: The lines without their ends.
    """

    path: str
    first_line: int
    lines: tuple[str, ...]

    @classmethod
    def of(cls, body: str, path: str, first_line: int) -> Source:
        """Cut a body into lines, with U+0000 replaced as the parser does."""
        body = body.replace("\0", "\ufffd")
        return cls(path, first_line, tuple(LINE_END.split(body)))

    def place(self, spot: Spot) -> Place:
        """Return the place in the file."""
        return Place(self.path, self.first_line + spot[0], spot[1] + 1)

    def fault(self, spot: Spot, code: str, message: str, remedy: str) -> Fault:
        """Make an error."""
        return Fault(self.place(spot), message, remedy, code)

    def warning(self, spot: Spot, code: str, message: str, remedy: str) -> Fault:
        """Make a warning."""
        return Fault(self.place(spot), message, remedy, code, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Raw:
    r"""Text of one block as it stands in the source, knowing where every character stands.

    Attributes:
        text: The text; lines are parted by `\n`, what belongs to lists and quotes is gone.
        spots: Where each of its lines begins; the column may be below 0 where a tab was cut.
    """

    text: str
    spots: tuple[Spot, ...]

    def spot(self, offset: int) -> Spot:
        """Return where the character at an offset stands."""
        line = self.text.count("\n", 0, offset)
        row, column = self.spots[min(line, len(self.spots) - 1)]
        return row, max(0, column + offset - (self.text.rfind("\n", 0, offset) + 1))

    def cut(self, start: int, end: int | None = None) -> Raw:
        """Return a part, without white space at its ends."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        first = self.text.count("\n", 0, start)
        row, _ = self.spots[min(first, len(self.spots) - 1)]
        begin = self.text.rfind("\n", 0, start) + 1
        spots = (
            (row, self.spots[min(first, len(self.spots) - 1)][1] + start - begin),
            *self.spots[first + 1 :],
        )
        return Raw(self.text[start:end], spots[: self.text.count("\n", start, end) + 1])


def raw_block(content: str, lines: tuple[str, ...], start: int, end: int) -> Raw:
    """Find where the content of a paragraph stands.

    The parser gives a paragraph's content without indentation and the signs of quotes and lists; each of its
    lines is the end of a line of the source.

    Args:
        content: What the parser gave.
        lines: The lines of the source.
        start: First line of the paragraph.
        end: The line after its last.
    """
    rows = content.split("\n")
    dropped = max(0, end - start - len(rows))
    while dropped and not lines[start].rstrip().endswith(rows[0].strip()):
        start += 1  # a line of white space that the parser has trimmed
        dropped -= 1
    spots = []
    for number, row in enumerate(rows, start):
        line = lines[min(number, len(lines) - 1)]
        spots.append((number, len(line.rstrip()) - len(row.rstrip())))
    return Raw(content, tuple(spots)).cut(0)


def raw_in_line(content: str, lines: tuple[str, ...], row: int, after: int) -> Raw:
    """Find content within one line, from a column on; that column where it is written otherwise there."""
    found = lines[row].find(content, after) if content else -1
    return Raw(content, ((row, found if found >= 0 else min(after, len(lines[row]))),)).cut(0)

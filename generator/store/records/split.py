"""Front matter and body of a record file."""

from __future__ import annotations

import re
from typing import Final

_OPENING: Final = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\r|\n)")
_CLOSING: Final = re.compile(r"^---[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


class FrontMatterError(ValueError):
    """A record has no front matter, or it does not end.

    Attributes:
        line: Where, from 1.
        remedy: What to do.
    """

    def __init__(self, message: str, line: int, remedy: str) -> None:
        super().__init__(message)
        self.line = line
        self.remedy = remedy


def split_front_matter(text: str) -> tuple[str, str, int]:
    """Cut a record file into front matter and body.

    Args:
        text: The whole file, with any line ends.

    Returns:
        The YAML between the lines `---` (its first line is line 2 of the file), the body (an unchanged end of
        the text), and the line, from 1, on which the body begins.

    Raises:
        FrontMatterError: The file does not begin with `---`, or no second `---` follows.
    """
    opening = _OPENING.match(text)
    if not opening:
        raise FrontMatterError(
            "a record begins with front matter",
            1,
            "write --- on line 1, then form: and written_by:, then ---",
        )
    # A lone \r ends a line too, but `^` of a pattern does not see it.
    closing = _CLOSING.search(text, opening.end()) or re.compile(r"(?<=\r)---[ \t]*(?:\r|\Z)").search(
        text, opening.end() - 1
    )
    if not closing:
        raise FrontMatterError("the front matter does not end", 1, "write --- on a line of its own after it")
    body_line = len(_LINE_END.findall(text, 0, closing.end())) + 1
    return text[opening.end() : closing.start()], text[closing.end() :], body_line

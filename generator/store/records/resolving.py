"""Settling what a person has looked at: the text of a record without some review marks, else unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from generator.model.identifiers import Digest, Mark
from generator.model.record import Review
from generator.store.records.confirmed import digest_text
from generator.store.records.front_map import add_to_front_map
from generator.store.records.source import LINE_END

_BLANK_LINE: Final = re.compile(r"[ \t]*(?:\r\n|\r|\n)")


def take_out_reviews(text: str, reviews: Iterable[Review]) -> str:
    """Return a record's text without some of its review marks.

    The space before a review mark goes with it; so does a line on which nothing else stands and, where empty
    lines stood on both sides of it, one of these.

    Args:
        text: The whole file.
        reviews: Those that stand in it.
    """
    starts = [0, *(found.end() for found in LINE_END.finditer(text))]
    places = sorted((starts[one.line - 1] + one.column - 1 for one in reviews), reverse=True)
    for start in places:
        text = _without_comment(text, start)
    return text


def add_resolved(text: str, digests: Mapping[Mark, Digest]) -> str:
    """Return a record's text whose front matter says that paragraphs were looked at.

    Args:
        text: The whole file.
        digests: Of the paragraphs, by their marks; what was said of others stays.

    Raises:
        FrontMatterError: There is no front matter.
        FrontMapError: The key is written in a way that cannot be added to.
    """
    return add_to_front_map(text, "resolved", {mark: digest_text(one) for mark, one in digests.items()})


def _without_comment(text: str, start: int) -> str:
    """Return a text without the comment that begins at a place."""
    end = text.index("-->", start) + len("-->")
    line_start = _line_start(text, start)
    ended = LINE_END.search(text, end)
    line_end = ended.start() if ended else len(text)
    before, after = text[line_start:start], text[end:line_end]
    if before.strip():
        return text[: line_start + len(before.rstrip())] + text[end:]
    if after.strip():
        return text[:start] + text[line_end - len(after.lstrip()) :]
    head, rest = text[:line_start], text[ended.end() if ended else line_end :]
    blank = _BLANK_LINE.match(rest)
    if blank and _ends_blank(head):
        rest = rest[blank.end() :]
    return head + rest


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _ends_blank(head: str) -> bool:
    """Whether the last line of whole lines is empty."""
    body = head[:-2] if head.endswith("\r\n") else head[:-1]
    return bool(head) and not body[_line_start(body, len(body)) :].strip()

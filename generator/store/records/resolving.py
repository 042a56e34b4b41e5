"""Settling what a person has looked at: the text of a record without some review marks, else unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from generator.model.identifiers import Digest, Mark
from generator.model.record import Review
from generator.store.records.confirmed import digest_text
from generator.store.records.source import LINE_END
from generator.store.records.split import split_front_matter

_KEY: Final = re.compile(r"resolved[ \t]*:(?P<rest>.*)")
_ENTRY: Final = re.compile(
    r"(?P<indent>[ \t]+)(?P<q>[\"']?)(?P<mark>[a-z][a-z0-9]{3})(?P=q)[ \t]*:[ \t]+\S.*"
)
_FLOW: Final = re.compile(r"[ \t]*\{(?P<entries>[^{}#]*)\}[ \t]*")
_BLANK_LINE: Final = re.compile(r"[ \t]*(?:\r\n|\r|\n)")
_INDENT: Final = "  "


class ResolvedTextError(ValueError):
    """What was resolved is written otherwise than one `mark: digest` a line.

    Attributes:
        line: Where, from 1.
    """

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line} is not one mark with its digest")
        self.line = line


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
        ResolvedTextError: The key is written in a way that cannot be added to.
    """
    front, _, _ = split_front_matter(text)
    opening = LINE_END.search(text)
    if not digests or opening is None:
        return text
    start, end = opening.end(), opening[0]
    lines = LINE_END.split(front.removesuffix(end))
    ends = [found[0] for found in LINE_END.finditer(front)]
    place = next((number for number, line in enumerate(lines) if _KEY.fullmatch(line)), None)
    if place is None:
        new = f"resolved:{end}" + "".join(f"{_INDENT}{_written(*one)}{end}" for one in digests.items())
        return text[:start] + front + new + text[start + len(front) :]
    found = _KEY.fullmatch(lines[place])
    flow = _FLOW.fullmatch(found["rest"]) if found else None
    if flow:
        lines[place] = _in_flow(flow["entries"], digests, place + 2)
    else:
        _in_block(lines, place, digests)
    added = len(lines) - len(ends)
    ends[place + 1 : place + 1] = [end] * added
    whole = "".join(line + ending for line, ending in zip(lines, ends, strict=True))
    return text[:start] + whole + text[start + len(front) :]


def _in_block(lines: list[str], place: int, digests: Mapping[Mark, Digest]) -> None:
    """Write digests into the lines after the key."""
    rest = dict(digests)
    if not re.fullmatch(r"resolved[ \t]*:[ \t]*(?:#.*)?", lines[place]):
        raise ResolvedTextError(place + 2)
    last, indent = place, _INDENT
    for number in range(place + 1, len(lines)):
        line = lines[number]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line[0].isspace():
            break
        entry = _ENTRY.fullmatch(line)
        if not entry:
            raise ResolvedTextError(number + 2)
        last, indent = number, entry["indent"]
        mark = Mark(entry["mark"])
        if mark in rest:
            lines[number] = indent + _written(mark, rest.pop(mark))
    lines[last + 1 : last + 1] = [indent + _written(*one) for one in rest.items()]


def _in_flow(entries: str, digests: Mapping[Mark, Digest], line: int) -> str:
    """Return the line of a key whose map stands behind it, in braces."""
    written: dict[Mark, str] = {}
    for entry in filter(None, (part.strip() for part in entries.split(","))):
        found = _ENTRY.fullmatch(f" {entry}")
        if not found:
            raise ResolvedTextError(line)
        written[Mark(found["mark"])] = entry
    written |= {mark: _written(mark, digest) for mark, digest in digests.items()}
    return f"resolved: {{{', '.join(written.values())}}}"


def _written(mark: Mark, digest: Digest) -> str:
    return f"{mark}: {digest_text(digest)}"


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

"""Lines added to a map in a record's front matter; every other character stays as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from generator.model.identifiers import Mark
from generator.store.records.source import LINE_END
from generator.store.records.split import split_front_matter

_ENTRY: Final = re.compile(
    r"(?P<indent>[ \t]+)(?P<q>[\"']?)(?P<mark>[a-z][a-z0-9]{3})(?P=q)[ \t]*:[ \t]+\S.*"
)
_FLOW: Final = re.compile(r"[ \t]*\{(?P<entries>[^{}#]*)\}[ \t]*")
_EMPTY: Final = re.compile(r"[ \t]*(?:#.*)?")
_INDENT: Final = "  "


class FrontMapError(ValueError):
    """A map is written otherwise than one mark and its value a line.

    Attributes:
        key: The map's.
        line: Where, from 1.
    """

    def __init__(self, key: str, line: int) -> None:
        super().__init__(f"line {line} is not one mark with its value")
        self.key = key
        self.line = line


def add_to_front_map(text: str, key: str, entries: Mapping[Mark, str]) -> str:
    """Return a record's text with entries in a map of its front matter.

    Args:
        text: The whole file.
        key: The map's key; where there is none yet, it comes last.
        entries: Values as YAML has them, by mark; what the map says of other marks stays.

    Raises:
        FrontMatterError: There is no front matter.
        FrontMapError: The map is written in a way that cannot be added to.
    """
    front, _, _ = split_front_matter(text)
    opening = LINE_END.search(text)
    if not entries or opening is None:
        return text
    start, end = opening.end(), opening[0]
    lines = LINE_END.split(front.removesuffix(end))
    ends = [found[0] for found in LINE_END.finditer(front)]
    found = _place(lines, key)
    if found is None:
        new = f"{key}:{end}" + "".join(f"{_INDENT}{_written(*one)}{end}" for one in entries.items())
        return text[:start] + front + new + text[start + len(front) :]
    place, rest = found
    flow = _FLOW.fullmatch(rest)
    if flow:
        lines[place] = _in_flow(key, flow["entries"], entries, place + 2)
    elif _EMPTY.fullmatch(rest):
        _in_block(key, lines, place, entries)
    else:
        raise FrontMapError(key, place + 2)
    added = len(lines) - len(ends)
    ends[place + 1 : place + 1] = [end] * added
    whole = "".join(line + ending for line, ending in zip(lines, ends, strict=True))
    return text[:start] + whole + text[start + len(front) :]


def _place(lines: list[str], key: str) -> tuple[int, str] | None:
    """Return the number of the key's line and what stands behind the colon."""
    pattern = re.compile(rf"{key}[ \t]*:(?P<rest>.*)")
    for number, line in enumerate(lines):
        found = pattern.fullmatch(line)
        if found:
            return number, found["rest"]
    return None


def _in_block(key: str, lines: list[str], place: int, entries: Mapping[Mark, str]) -> None:
    """Write entries into the lines after the key."""
    rest = dict(entries)
    last, indent = place, _INDENT
    for number in range(place + 1, len(lines)):
        line = lines[number]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line[0].isspace():
            break
        entry = _ENTRY.fullmatch(line)
        if not entry:
            raise FrontMapError(key, number + 2)
        last, indent = number, entry["indent"]
        mark = Mark(entry["mark"])
        if mark in rest:
            lines[number] = indent + _written(mark, rest.pop(mark))
    lines[last + 1 : last + 1] = [indent + _written(*one) for one in rest.items()]


def _in_flow(key: str, there: str, entries: Mapping[Mark, str], line: int) -> str:
    """Return the line of a key whose map stands behind it, in braces."""
    written: dict[Mark, str] = {}
    for entry in filter(None, (part.strip() for part in there.split(","))):
        found = _ENTRY.fullmatch(f" {entry}")
        if not found:
            raise FrontMapError(key, line)
        written[Mark(found["mark"])] = entry
    written |= {mark: _written(mark, value) for mark, value in entries.items()}
    return f"{key}: {{{', '.join(written.values())}}}"


def _written(mark: Mark, value: str) -> str:
    return f"{mark}: {value}"

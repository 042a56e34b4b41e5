"""Where a text may be cut into clauses: the recogniser's lines, spaces and punctuation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

_JOINT: Final = re.compile(
    r"(?:\s|[，。、；：？！…]|[,;?!](?![0-9])|(?<![0-9])[,;?!]|\.(?![0-9A-Za-z])|:(?![0-9A-Za-z/])"
    r"|(?<=[a-z])[.?!](?=[A-Z][a-z]* ))+"
)
_LONG_LINE: Final = 45
"""Characters of a line on average, above which its end is no breath."""
_FEW: Final = 0.15
"""The part of all full stops that may stand within lines, where those at their ends say nothing."""
_COMMAS: Final = 1 / 60
"""Commas a character, above which a recogniser has set them itself."""


class JointKind(Enum):
    """What the recogniser left at a place."""

    WORD = "word"
    CHUNK = "chunk"
    SPACE = "space"
    BREATH = "breath"
    COMMA = "comma"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Joint:
    """A place between two clauses, or within one.

    Attributes:
        start: Where what stands there begins, in characters of the text.
        end: Where it ends; equal to `start` where nothing stands there.
        kind: What it is.
        sign: The sign of punctuation that stands there, if any.
    """

    start: int
    end: int
    kind: JointKind
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """What the lines of a text mean.

    Attributes:
        chunked: They end where the recogniser began anew, not where a speaker took breath.
        stops: A full stop at their end ends a sentence.
        punctuated: The recogniser has set commas.
    """

    chunked: bool
    stops: bool
    punctuated: bool


def lines_of(words: str, *, chunked: bool) -> Lines:
    """Tell what line ends mean, by how long the lines are and where full stops stand.

    Args:
        words: A text.
        chunked: That is known already.
    """
    lines = [line for line in words.split("\n") if line.strip()]
    chunked = chunked or sum(map(len, lines)) > _LONG_LINE * max(1, len(lines))
    stops = len(re.findall(r"。(?![0-9])", words))
    inner = stops - sum(line.rstrip().endswith("。") for line in lines)
    punctuated = words.count("，") + words.count(",") > _COMMAS * len(words)
    return Lines(chunked, not chunked or inner > _FEW * stops, punctuated)


def joints_of(words: str, lines: Lines) -> list[Joint]:
    """Return all places where the recogniser left something between words, in order."""
    return [
        _joint(found, words, lines) for found in _JOINT.finditer(words) if not _within_latin(found, words)
    ]


def _joint(found: re.Match[str], words: str, lines: Lines) -> Joint:
    signs = "".join(found[0].split())
    start, end = found.span()
    at_end = "\n" in words[start : end + 1] or end == len(words)
    if signs:
        sign = next((one for one in "？?！!…" if one in signs), "")
        stop = "。" in signs or "." in signs
        if sign or (stop and (lines.stops or not at_end)):
            return Joint(start, end, JointKind.STOP, {"?": "？", "!": "！"}.get(sign, sign) or "。")
        if not stop or set(signs) & set("，、；："):
            return Joint(start, end, JointKind.COMMA, _inner_sign(signs))
        return Joint(start, end, JointKind.BREATH)  # where a chunk ends, a clause does, mostly
    if "\n" in found[0]:
        breath = not lines.chunked or lines.punctuated  # chunks of clauses end where a clause does, mostly
        return Joint(start, end, JointKind.BREATH if breath else JointKind.CHUNK)
    return Joint(start, end, JointKind.SPACE)


def _inner_sign(signs: str) -> str:
    for sign, written in (("：", "："), (":", "："), ("；", "；"), (";", "；"), ("、", "、")):
        if sign in signs:
            return written
    return "，"


def _within_latin(found: re.Match[str], words: str) -> bool:
    """Whether this is a space as Latin words have it between them, or as is typed beside them."""
    before, after = words[found.start() - 1 : found.start()], words[found.end() : found.end() + 1]
    blank = not found[0].strip() and "\n" not in found[0]
    both = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
    return blank and (both or any(sign.isascii() and sign.isalpha() for sign in (before, after)))

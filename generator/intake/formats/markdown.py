"""Markdown with headings and pictures, as collections of transcripts have it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from generator.intake.formats.gathering import Gathering, Line, Reading, lines
from generator.intake.heard import Picture, Title

_HEADING: Final = re.compile(r" {0,3}(#{1,6})[ \t](.*)")
_PICTURE: Final = re.compile(
    r"!\[([^\[\]\n]{0,500})\]"
    r"\([ \t]{0,9}<?([^\s<>()]{0,2000})>?(?:[ \t]{1,9}\"[^\"\n]{0,500}\")?[ \t]{0,9}\)"
)
_RULE: Final = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_LEAD: Final = re.compile(r"[ \t]*(?:>[ \t]?)*(?:[-*+][ \t]+)?")
_SIGN: Final = re.compile(
    rf"(?P<picture>{_PICTURE.pattern})"
    r"|(?P<open>\[)(?=[^\[\]\n]{1,300}\]\([^\s()]{0,2000}\))"
    r"|(?P<target>\]\([^\s()]{0,2000}\))"
    r"|\*\*|__|`|<!--.{0,300}?-->|\\(?=[!-/:-@\[-`{-~])"
)
# A recording in which decimals read `3。5` has some that are cut in two where a chunk ends; dates are none.
_INNER_POINT: Final = re.compile(r"\d。\d")
_POINTS: Final = 3
_NUMBER_BEGINS: Final = re.compile(r"(?<![\d.。])\d{1,3}。\Z")
_NUMBER_ENDS: Final = re.compile(r"\d{1,2}(?![\d.。、年月日号時时点點分])")
_PARAGRAPHS: Final = 8
_MOST: Final = 0.95
_HEAD: Final = 4_000  # Characters of front matter at most.


def looks_like_markdown(start: str) -> bool:
    """Whether a file begins with a heading, or has several and pictures at the beginning."""
    seen = [line.words for line in lines(start) if line.words.strip()]
    if seen and _HEADING.fullmatch(seen[0]):
        return True
    signs = [words for words in seen if _HEADING.fullmatch(words) or _PICTURE.fullmatch(words.strip())]
    return len(signs) > 1


def read_markdown(raw: str) -> Reading:
    """Read paragraphs; headings become titles, pictures are kept by place, signs go.

    A recogniser's collector writes a full stop where a chunk ends, be it within a sentence. Where (nearly)
    every paragraph has one, at its end and nowhere else, it is such a sign: it goes, and the line break says
    the same. A decimal that a chunk ends in is put together again.
    """
    gathering = Gathering(raw)
    paragraphs: list[Line] = []
    for line in _body(raw):
        heading = _HEADING.fullmatch(line.words)
        if heading:
            words = _PICTURE.sub("", _title(heading[2])).replace("**", "").replace("`", "").strip()
            if words:
                gathering.titles.append(Title(line.start, len(heading[1]), words))
        elif line.words.strip() and not _RULE.fullmatch(line.words):
            paragraphs.append(line)
    chunked = _chunked([line.words.strip() for line in paragraphs])
    pointed = chunked and len(_INNER_POINT.findall(raw)) >= _POINTS
    broken = {
        line.start
        for line, after in pairwise(paragraphs if pointed else [])
        if _is_broken_number(line, after) and not _parted(gathering.titles, line, after)
    }
    for line in paragraphs:
        _say(gathering, line, chunked=chunked, broken=line.start in broken)
    return gathering.reading(chunked=chunked)


def _title(words: str) -> str:
    """Return the words of a heading without signs that close it."""
    words = words.strip()
    closed = words.rstrip("#")
    return closed.rstrip() if not closed or closed[-1].isspace() else words


def _body(raw: str) -> list[Line]:
    """Return the lines behind the front matter."""
    every = list(lines(raw))
    if every and every[0].words.rstrip() == "---":
        for at, line in enumerate(every[1:], 1):
            if line.start > _HEAD:
                break
            if line.words.rstrip() == "---":
                return every[at + 1 :]
    return every


def _chunked(paragraphs: Sequence[str]) -> bool:
    words = [one for one in paragraphs if not _PICTURE.fullmatch(one)]
    ending = sum(1 for one in words if one.endswith("。"))
    within = sum(one.count("。", 0, len(one) - 1) - len(re.findall(r"\d。\d", one)) for one in words)
    return len(words) >= _PARAGRAPHS and ending >= _MOST * len(words) and within <= (1 - _MOST) * len(words)


def _is_broken_number(line: Line, after: Line) -> bool:
    """Whether a chunk ends in the middle of a decimal: its point was taken for a full stop."""
    return bool(_NUMBER_BEGINS.search(line.words.rstrip()) and _NUMBER_ENDS.match(after.words))


def _parted(titles: Sequence[Title], line: Line, after: Line) -> bool:
    return any(line.start < title.index < after.start for title in titles)


def _say(gathering: Gathering, line: Line, *, chunked: bool, broken: bool) -> None:
    raw = gathering.raw
    lead = _LEAD.match(line.words)
    at = line.start + (lead.end() if lead else 0)
    ends = line.start + len(line.words)  # Where its line break is.
    end = line.start + len(line.words.rstrip())
    if chunked and not broken and raw[at:end].endswith("。"):
        end -= 1
    said = False
    for sign in _SIGN.finditer(raw, at, max(at, end)):
        said |= sign.start() > at
        gathering.keep(at, sign.start())
        at = sign.end()
        if sign["picture"]:
            found = _PICTURE.fullmatch(sign[0])
            if found:
                gathering.pictures.append(Picture(sign.start(), found[2], found[1].strip()))
    said |= end > at
    gathering.keep(at, end)
    if said and not broken:
        gathering.keep(ends, line.after)

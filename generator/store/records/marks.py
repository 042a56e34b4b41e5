"""Marks at the end of a block, and review marks: reading them, and making marks for a build only."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final

from generator.model.fault import Fault, Place
from generator.model.identifiers import Mark, is_mark
from generator.model.record import Review
from generator.store.records.reviews import PLACE, take_first_reviews, take_last_reviews
from generator.store.records.source import Raw, Source, Spot

FORM: Final = "a mark is ^ and four of a-z and 0-9, a letter first, at least one digit, such as ^p7k2"

_LONGEST: Final = 16
"""Characters at the end of a text among which its last mark is: there is no need to search all of it."""
_MOST: Final = 64
"""Marks of one block: a paragraph that was joined of as many is none."""

_LAST: Final = re.compile(r"(?:(?<=\s)|\A)([\^＾])([0-9A-Za-z_-]{1,12})\Z")
_GLUED: Final = re.compile(r"[^\s\\]\^([a-z][a-z0-9]{3})\Z")
_INSIDE: Final = re.compile(r"(?:(?<=\s)|\A)\^([a-z][a-z0-9]{3})(?=\s)")


@dataclass(frozen=True, slots=True)
class Marked:
    """Text and the marks that stood after it.

    Attributes:
        rest: The text without marks and review marks.
        marks: Marks in the order in which they stand, with their places.
        broken: Something stands there that was meant as a mark and is none.
        reviews: Review marks before the text, and after it.
    """

    rest: Raw
    marks: tuple[tuple[Mark, Spot], ...] = ()
    broken: bool = False
    reviews: tuple[Review, ...] = ()


def take_marks(raw: Raw, source: Source) -> tuple[Marked, tuple[Fault, ...]]:
    """Take the marks from the end of a block's text, and review marks from its end and beginning.

    Returns:
        The text and its marks, and the faults: a malformed mark, one that clings to a word, one that
        stands within the text; a review mark behind a mark.
    """
    reviews, rest = take_last_reviews(raw, source)
    marks: list[tuple[Mark, Spot]] = []
    faults: list[Fault] = []
    while found := _LAST.search(rest.text, max(0, len(rest.text) - _LONGEST)):
        spot = rest.spot(found.start())
        if found[1] != "^" or not is_mark(found[2]):
            remedy = f"{FORM}; write \\^ where the sign itself is meant"
            fault = source.fault(spot, "mark-form", f"'{found[0]}' is no mark", remedy)
            return Marked(rest, tuple(reversed(marks)), broken=True, reviews=reviews), (fault,)
        if len(marks) == _MOST:
            message, remedy = f"a block has at most {_MOST} marks", "delete those that nothing leads to"
            fault = source.fault(spot, "mark-form", message, remedy)
            return Marked(rest, tuple(reversed(marks)), broken=True, reviews=reviews), (*faults, fault)
        if reviews and not faults:
            message = f"a review mark stands after the mark {found[0]}"
            place = Place(source.path, reviews[0].line, reviews[0].column)
            faults.append(Fault(place, message, PLACE, "review-place"))
        marks.append((Mark(found[2]), spot))
        before, rest = take_last_reviews(rest.cut(0, found.start()), source)
        reviews = (*before, *reviews)
    first, rest = take_first_reviews(rest, source)
    reviews = (*first, *reviews)
    glued = _GLUED.search(rest.text, max(0, len(rest.text) - _LONGEST))
    if glued and is_mark(glued[1]):
        remedy = r"put a space before ^, or write \^ where the sign itself is meant"
        spot = rest.spot(glued.start() + 1)
        fault = source.fault(spot, "mark-space", f"the mark ^{glued[1]} clings to the text", remedy)
        return Marked(rest, tuple(reversed(marks)), broken=True, reviews=reviews), (*faults, fault)
    broken = False
    for inside in _INSIDE.finditer(rest.text) if "^" in rest.text else ():
        if is_mark(inside[1]):
            remedy = r"move it to the end of the paragraph, or write \^ where the sign itself is meant"
            message = f"the mark ^{inside[1]} stands within the text"
            faults.append(source.fault(rest.spot(inside.start()), "mark-inside", message, remedy))
            broken = True
    return Marked(rest, tuple(reversed(marks)), broken, reviews), tuple(faults)


def temporary_mark(seed: str, text: str, occurrence: int) -> Mark:
    """Make a name for a block that has none.

    Returns:
        `tmp-` and eight hexadecimal digits: no mark can look like this, so that it never meets a real one. It
        stays the same as long as the text does.
    """
    digest = hashlib.sha256(f"{seed}\0{occurrence}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()
    return Mark(f"tmp-{digest[:8]}")

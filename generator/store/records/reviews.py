"""Review marks: comments that say what a person is to look at, `<!-- review: garbled: two words? -->`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.model.fault import Fault
from generator.model.record import Review
from generator.store.records.source import Raw, Source

FORM: Final = "write <!-- review: garbled: what to look at -->, on one line"
PLACE: Final = "put it at the end of the paragraph, before its mark, or on a line of its own before it"

_REVIEW: Final = re.compile(
    r"<!--[ \t]*review:[ \t]*(?P<reason>[a-z]+(?:-[a-z]+)*)[ \t]*(?::(?P<note>(?:(?!-->|<!--)[^\n])*))?-->"
)
_MEANT: Final = re.compile(r"(?<!\\)<!?-+[ \t]*review\b", re.IGNORECASE)
"""What was meant as one, right or wrong."""


def take_last_reviews(raw: Raw, source: Source) -> tuple[tuple[Review, ...], Raw]:
    """Take the review marks that stand at the end of a text, and return them with what stands before."""
    found: list[Review] = []
    while raw.text.endswith("-->"):
        start = raw.text.rfind("<!--")
        comment = _REVIEW.fullmatch(raw.text, start) if start >= 0 else None
        if comment is None or raw.text[:start].endswith("\\"):
            break
        found.append(_review(comment, raw, source))
        raw = raw.cut(0, start)
    return tuple(reversed(found)), raw


def take_first_reviews(raw: Raw, source: Source) -> tuple[tuple[Review, ...], Raw]:
    """Take the review marks that stand on lines of their own at the beginning of a text."""
    found: list[Review] = []
    while raw.text.startswith("<!--"):
        line = raw.text.partition("\n")[0]
        reviews, rest = take_last_reviews(raw.cut(0, len(line)), source)
        if rest.text:
            break
        found += reviews
        raw = raw.cut(len(line))
    return tuple(found), raw


def reviews_within(raw: Raw, source: Source) -> Iterator[Fault]:
    """Find review marks that are broken, or that stand among the words."""
    for meant in _MEANT.finditer(raw.text):
        spot = raw.spot(meant.start())
        if _REVIEW.match(raw.text, meant.start()):
            yield source.fault(spot, "review-place", "a review mark stands among the words", PLACE)
        else:
            yield source.fault(spot, "review-form", "this is no review mark, and readers would see it", FORM)


def _review(comment: re.Match[str], raw: Raw, source: Source) -> Review:
    place = source.place(raw.spot(comment.start()))
    return Review(comment["reason"], (comment["note"] or "").strip(), place.line, place.column)

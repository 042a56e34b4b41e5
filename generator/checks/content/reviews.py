"""What a person is to look at in the records, and what the list of the site says of them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content.sessions import SessionFiles
from generator.language.review_words import ReviewWords
from generator.model.fault import Fault, Place, Severity
from generator.model.record import Record
from generator.pages.held_back import listed_words
from generator.store.load import Loaded


def check_reviews(loaded: Loaded, session: SessionFiles) -> Iterator[Fault]:
    """Find review marks that nobody has settled, and resolutions of paragraphs that are not there."""
    for path, record in session.records(loaded):
        for block in record.blocks:
            for review in block.reviews:
                note = f": {review.note}" if review.note else ""
                place = Place(path, review.line, review.column)
                mark = "" if block.temporary else block.marks[0]
                message = f"to be looked at: {review.reason}{note}"
                yield Fault(place, message, _remedy(record, mark), "review-open", Severity.WARNING)
        standing = {mark for block in record.blocks for mark in block.marks}
        for mark in record.head.resolved:
            if mark not in standing:
                place = loaded.places.of(path, "resolved", mark)
                message = f"there is no paragraph ^{mark}"
                yield Fault(place, message, "take it out", "unknown-mark", Severity.WARNING)


def check_sensitive(loaded: Loaded, session: SessionFiles, words: ReviewWords) -> Iterator[Fault]:
    """Find what a machine wrote and touches the review list, unless a person has resolved it."""
    for path, record in session.records(loaded):
        for block, word in listed_words(record, words):
            mark = "" if block.temporary else block.marks[0]
            message = f"'{word}' is on the review list, so this is left out of every build"
            place = Place(path, block.line, 1)
            yield Fault(place, message, _remedy(record, mark), "review-sensitive", Severity.WARNING)


def _remedy(record: Record, mark: str) -> str:
    call = f"proceedings resolve {record.forum}/{record.session} --language {record.language}"
    return f"put it right, then: {call} --mark {mark}" if mark else "run: proceedings mark"

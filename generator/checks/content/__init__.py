"""Rules of content that span files: one module a rule, each a function from what was read to faults."""

from __future__ import annotations

from generator.checks.content.circles import check_circles
from generator.checks.content.event_dates import check_event_dates
from generator.checks.content.formerly import check_former_ids
from generator.checks.content.images import check_images
from generator.checks.content.marks import check_marks
from generator.checks.content.programme import check_programmes
from generator.checks.content.record_states import check_record_states
from generator.checks.content.references import check_references
from generator.checks.content.reviews import check_reviews, check_sensitive
from generator.checks.content.sources import check_sources
from generator.checks.content.translations import check_translations
from generator.language.review_words import NO_REVIEW_WORDS, ReviewWords
from generator.model.fault import Fault
from generator.store.load import Loaded

RULES = (
    check_references,
    check_former_ids,
    check_circles,
    check_event_dates,
    check_programmes,
    check_record_states,
    check_marks,
    check_translations,
    check_sources,
    check_images,
    check_reviews,
)


def check_content(loaded: Loaded, words: ReviewWords = NO_REVIEW_WORDS) -> tuple[Fault, ...]:
    """Check what spans files.

    Args:
        loaded: Content as read; what could not be read is passed over, its own fault says so.
        words: The review list of the site.

    Returns:
        The faults of all rules, sorted by place, without those of reading (`loaded.faults`).
    """
    found = {fault for rule in RULES for fault in rule(loaded)}
    return tuple(sorted(found.union(check_sensitive(loaded, words))))

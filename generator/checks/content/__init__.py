"""Rules of content that span files: one module a rule, each a function from what was read to faults."""

from __future__ import annotations

from generator.checks.content.by_forum import check_forums
from generator.checks.content.circles import check_circles
from generator.checks.content.event_dates import check_event_dates
from generator.checks.content.formerly import check_former_ids
from generator.checks.content.images import check_images
from generator.checks.content.programme import check_time_zones
from generator.checks.content.record_states import check_record_states
from generator.checks.content.references import check_references
from generator.language.review_words import NO_REVIEW_WORDS, ReviewWords
from generator.memo.memo import Memo
from generator.model.fault import Fault
from generator.store.load import Loaded

RULES = (
    check_references,
    check_former_ids,
    check_circles,
    check_event_dates,
    check_time_zones,
    check_record_states,
)
"""What looks at everything at once, and is quick; what looks at one forum at a time is in `by_forum`."""


def check_content(
    loaded: Loaded, words: ReviewWords = NO_REVIEW_WORDS, memo: Memo | None = None
) -> tuple[Fault, ...]:
    """Check what spans files.

    Args:
        loaded: Content as read; what could not be read is passed over, its own fault says so.
        words: The review list of the site.
        memo: What was found before; nothing if None.

    Returns:
        The faults of all rules, sorted by place, without those of reading (`loaded.faults`).
    """
    memo = memo or Memo.none()
    found = {fault for rule in RULES for fault in rule(loaded)}
    return tuple(sorted(found.union(check_images(loaded, memo), check_forums(loaded, words, memo))))

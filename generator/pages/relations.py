"""What leads from one page to others, found once for an edition and handed to the pages that show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.pages.edition import Edition
from generator.pages.mentions import Mentions, find_mentions
from generator.pages.related import RelatedSession, SessionKey, related_sessions


@dataclass(frozen=True, slots=True)
class Relations:
    """Everything between the pages of an edition.

    Attributes:
        mentions: Who and what is spoken of where.
        related: The sessions that belong to each.
    """

    mentions: Mentions
    related: Mapping[SessionKey, tuple[RelatedSession, ...]]

    @classmethod
    def of(cls, edition: Edition) -> Relations:
        """Return the relations of an edition; takes a pass over all records."""
        return cls(find_mentions(edition), related_sessions(edition))

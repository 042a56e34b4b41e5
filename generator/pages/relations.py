"""What leads from one page to others, found once for an edition and handed to the pages that show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.identifiers import TermId
from generator.pages.edition import Edition
from generator.pages.mentions import Mentions, find_mentions
from generator.pages.related import RelatedSession, SessionKey, linked_terms, related_sessions


@dataclass(frozen=True, slots=True)
class Relations:
    """Everything between the pages of an edition.

    Attributes:
        mentions: Who and what is spoken of where.
        related: The sessions that belong to each.
        linked: The terms that editors linked in the published records of each session.
    """

    mentions: Mentions
    related: Mapping[SessionKey, tuple[RelatedSession, ...]]
    linked: Mapping[SessionKey, tuple[TermId, ...]]

    @classmethod
    def of(cls, edition: Edition) -> Relations:
        """Return the relations of an edition; takes a pass over all records."""
        linked = {
            (forum.id, session.id): tuple(linked_terms(edition, forum, session))
            for forum, session in edition.held.sessions()
        }
        return cls(find_mentions(edition), related_sessions(edition), linked)

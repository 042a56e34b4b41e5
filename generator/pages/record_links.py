"""Where the links of a record lead on its page."""

from __future__ import annotations

from collections.abc import Collection

from generator.addresses import (
    Address,
    forum_address,
    person_address,
    session_address,
    term_address,
)
from generator.model.identifiers import ForumId, PersonId, SessionId, TermId
from generator.model.record import LinkTarget, RecordLink
from generator.pages.edition import Edition
from generator.pages.engine_markdown import Anchor
from generator.pages.programme_list import has_page
from generator.pages.subject import Subject
from generator.pages.terms_explained import gloss_id


def record_anchor(
    edition: Edition, subject: Subject, link: RecordLink, explained: Collection[TermId]
) -> Anchor | None:
    """Return how a link of a record is written; None where its words stand without a link.

    Args:
        edition: Whose page it is for.
        subject: What the record is of.
        link: The link.
        explained: The terms whose definitions stand on the same page.
    """
    there: Address
    match link.kind:
        case LinkTarget.WEB:
            return Anchor(link.target, rel="external")
        case LinkTarget.TERM:
            term = TermId(link.target)
            href = edition.link(subject.here, term_address(term))
            return Anchor(href, classes=("fp-term",), gloss=gloss_id(term) if term in explained else "")
        case LinkTarget.PERSON:
            there = person_address(PersonId(link.target))
        case LinkTarget.FORUM:
            there = forum_address(ForumId(link.target))
        case LinkTarget.SESSION:
            forum, _, session = link.target.rpartition("/")
            home = edition.held.forums[ForumId(forum or subject.forum.id)]
            found = home.session(SessionId(session))
            if found is None or not has_page(found):
                return None
            there = session_address(home.id, found.id)
    return Anchor(edition.link(subject.here, there))

"""What the page of a session leads to: topics and related sessions."""

from __future__ import annotations

from generator.addresses import session_address
from generator.model.forum import Forum
from generator.model.session import Session
from generator.pages.edition import Edition
from generator.pages.entry_page import topic_links
from generator.pages.related import related_lines
from generator.pages.relations import Relations


def relation_values(
    edition: Edition, relations: Relations, forum: Forum, session: Session
) -> dict[str, object]:
    """Return `topics` and `related` for the template `session.md`."""
    here = session_address(forum.id, session.id)
    held = edition.held
    topics = [held.topics[one] for one in session.topics]
    return {
        "topics": [{"title": title, "href": href} for title, href in topic_links(edition, topics, here)],
        "related": related_lines(edition, relations.related.get((forum.id, session.id), ()), here),
    }

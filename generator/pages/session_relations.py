"""What the page of a record leads to: topics, the terms that are said in it, related sessions."""

from __future__ import annotations

from generator.addresses import Address, session_address
from generator.model.forum import Forum
from generator.model.session import Session
from generator.pages.edition import Edition
from generator.pages.entry_page import term_links, topic_links
from generator.pages.related import SessionKey, related_lines
from generator.pages.relations import Relations


def relation_values(
    edition: Edition, relations: Relations, forum: Forum, session: Session
) -> dict[str, object]:
    """Return `topics`, `terms` and `related` for the template `session.md`."""
    here = session_address(forum.id, session.id)
    held = edition.held
    topics = [held.topics[one] for one in session.topics]
    return {
        "topics": [{"title": title, "href": href} for title, href in topic_links(edition, topics, here)],
        "terms": said_terms(edition, relations, (forum.id, session.id), here),
        "related": related_lines(edition, relations.related.get((forum.id, session.id), ()), here),
    }


def said_terms(
    edition: Edition, relations: Relations, record: SessionKey, here: Address
) -> list[dict[str, object]]:
    """Return the terms that a record says, in the order in which it says them first, as links.

    Args:
        edition: Whose page it is for.
        relations: What is said where.
        record: Forum and session; `host` for what the host says.
        here: The page that holds the links.
    """
    terms = [edition.held.terms[one] for one in relations.mentions.said.get(record, ())]
    return [{"title": title, "href": href} for title, href in term_links(edition, terms, here)]

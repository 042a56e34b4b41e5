"""The glossary: the list of terms, and the page of each with where it is said."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import GLOSSARY, term_address
from generator.model.term import Term
from generator.pages.edition import Edition
from generator.pages.entry_page import entry_page, fact, places_part, term_links, topic_links
from generator.pages.index_page import Entry, index_page
from generator.pages.mentions import Mentions
from generator.pages.page import Page
from generator.pages.place_lines import place_lines
from generator.pages.relations import Relations
from generator.pages.templating import Templates


def glossary_pages(edition: Edition, templates: Templates, relations: Relations) -> Iterator[Page]:
    """Yield the list of terms and the page of every term."""
    held = edition.held
    entries = [_entry(edition, relations.mentions, term) for term in held.terms.values()]
    yield index_page(edition, templates, "glossary", GLOSSARY, entries)
    seen_from: dict[str, list[Term]] = {}
    for term in held.terms.values():
        for other in term.see:
            # Terms that refer to each other are told once, with what the editor of this one says.
            if term.id not in held.terms[other].see:
                seen_from.setdefault(other, []).append(term)
    for term in held.terms.values():
        yield term_page(edition, templates, relations.mentions, term, tuple(seen_from.get(term.id, ())))


def _entry(edition: Edition, mentions: Mentions, term: Term) -> Entry:
    count = sum(1 for one in mentions.terms.get(term.id, ()) if one.session)
    return Entry(
        edition.say(term.term),
        edition.link(GLOSSARY, term_address(term.id)),
        edition.say(term.definition),
        note=edition.words("term.said_in", count=count) if count else "",
    )


def term_page(
    edition: Edition, templates: Templates, mentions: Mentions, term: Term, seen_from: tuple[Term, ...]
) -> Page:
    """Return the page of a term.

    Args:
        edition: The language's view.
        templates: Page templates.
        mentions: Where terms are said.
        term: The term.
        seen_from: Further terms that refer to it.
    """
    words = edition.words
    here = term_address(term.id)
    see = [edition.held.terms[one] for one in term.see]
    topics = [edition.held.topics[term.topic]] if term.topic else []
    values: dict[str, object] = {
        "also": edition.also(term.term),
        "text": edition.say(term.definition),
        "facts": [
            *fact(words("term.also"), [(edition.alias(one, name=False), "") for one in term.aliases]),
            *fact(words("term.see_also"), term_links(edition, see, here)),
            *fact(words("term.seen_from"), term_links(edition, seen_from, here)),
            *fact(words("entry.topics"), topic_links(edition, topics, here)),
        ],
        "parts_of_page": places_part(
            "mentions", words("term.mentions"), place_lines(edition, mentions.terms.get(term.id, ()), here)
        ),
    }
    return entry_page(edition, templates, "glossary", here, edition.say(term.term), values)

"""The glossary: the list of terms, and the page of each with where it is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from generator.addresses import GLOSSARY, term_address
from generator.model.identifiers import TermId
from generator.model.term import Term
from generator.pages.edition import Edition
from generator.pages.entry_page import entry_page, fact, places_part, term_links, topic_links
from generator.pages.index_page import Entry, index_page
from generator.pages.making import Making, PageJob
from generator.pages.mentions import Mentions
from generator.pages.page import Page
from generator.pages.place_lines import place_lines
from generator.pages.templating import Templates


def glossary_pages(making: Making) -> Iterator[PageJob]:
    """Yield the list of terms and the page of every term."""
    yield PageJob(GLOSSARY, partial(_index, making))
    for term in making.edition.held.terms:
        yield PageJob(term_address(term), partial(_term, making, term))


def _index(making: Making) -> Page:
    edition, mentions = making.edition, making.relations.mentions
    entries = [_entry(edition, mentions, term) for term in edition.held.terms.values()]
    return index_page(edition, making.templates, "glossary", GLOSSARY, entries)


def _term(making: Making, term: TermId) -> Page:
    edition = making.edition
    seen_from = making.once.get("seen from", partial(_seen_from, edition))
    one = edition.held.terms[term]
    return term_page(edition, making.templates, making.relations.mentions, one, seen_from.get(term, ()))


def _seen_from(edition: Edition) -> Mapping[TermId, tuple[Term, ...]]:
    """Return who refers to each term.

    Terms that refer to each other are told once, with what the editor of this one says.
    """
    held = edition.held
    found: dict[TermId, tuple[Term, ...]] = {}
    for term in held.terms.values():
        for other in term.see:
            if term.id not in held.terms[other].see:
                found[other] = (*found.get(other, ()), term)
    return found


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

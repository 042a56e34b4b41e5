"""Every page of an edition."""

from __future__ import annotations

from generator.pages.corrections import corrections_pages
from generator.pages.edition import Edition
from generator.pages.forum import forum_pages
from generator.pages.glossary import glossary_pages
from generator.pages.home import home_pages
from generator.pages.host import host_pages
from generator.pages.organisation import organisation_pages
from generator.pages.page import Page
from generator.pages.person import person_pages
from generator.pages.relations import Relations
from generator.pages.search import search_pages
from generator.pages.session import session_pages
from generator.pages.templating import Templates
from generator.pages.topic import topic_pages


def all_pages(edition: Edition, templates: Templates) -> tuple[Page, ...]:
    """Return every page of an edition, sorted by path.

    Raises:
        TemplateFaultError: A page template cannot be used.
    """
    alone = (home_pages, corrections_pages, search_pages, forum_pages, organisation_pages, topic_pages)
    pages = [page for make in alone for page in make(edition, templates)]
    relations = Relations.of(edition)
    related = (session_pages, host_pages, person_pages, glossary_pages)
    pages += [page for make in related for page in make(edition, templates, relations)]
    return tuple(sorted(pages, key=lambda page: page.path))

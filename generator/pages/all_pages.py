"""Every page of an edition."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.corrections import corrections_pages
from generator.pages.edition import Edition
from generator.pages.forum import forum_pages
from generator.pages.glossary import glossary_pages
from generator.pages.home import home_pages
from generator.pages.host import host_pages
from generator.pages.making import Making, PageJob
from generator.pages.organisation import organisation_pages
from generator.pages.page import Page
from generator.pages.person import person_pages
from generator.pages.search import search_pages
from generator.pages.session import session_pages
from generator.pages.templating import Templates
from generator.pages.topic import topic_pages

_MAKERS = (
    home_pages,
    corrections_pages,
    search_pages,
    forum_pages,
    organisation_pages,
    topic_pages,
    session_pages,
    host_pages,
    person_pages,
    glossary_pages,
)


def page_jobs(making: Making) -> Iterator[PageJob]:
    """Yield every page of an edition, none of them made."""
    for maker in _MAKERS:
        yield from maker(making)


def all_pages(edition: Edition, templates: Templates) -> tuple[Page, ...]:
    """Return every page of an edition, sorted by path.

    Raises:
        TemplateFaultError: A page template cannot be used.
    """
    pages = [job.make() for job in page_jobs(Making.of(edition, templates))]
    return tuple(sorted(pages, key=lambda page: page.path))

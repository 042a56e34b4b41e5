"""Every page of an edition."""

from __future__ import annotations

from generator.pages.edition import Edition
from generator.pages.entries import entry_pages
from generator.pages.forum import forum_pages
from generator.pages.home import home_pages
from generator.pages.host import host_pages
from generator.pages.page import Page
from generator.pages.person import person_pages
from generator.pages.session import session_pages
from generator.pages.templating import Templates


def all_pages(edition: Edition, templates: Templates) -> tuple[Page, ...]:
    """Return every page of an edition, sorted by path.

    Raises:
        TemplateFaultError: A page template cannot be used.
    """
    makers = (home_pages, forum_pages, host_pages, session_pages, person_pages, entry_pages)
    pages = [page for make in makers for page in make(edition, templates)]
    return tuple(sorted(pages, key=lambda page: page.path))

"""The page of the search, and the words that its script says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from generator.addresses import FORUMS, GLOSSARY, ORGANISATIONS, PEOPLE, SEARCH, TOPICS
from generator.language.words import Words
from generator.pages.edition import Edition
from generator.pages.frame import Frame, framed_page
from generator.pages.making import Making, PageJob
from generator.pages.page import Page
from generator.pages.said import Said
from generator.pages.templating import Templates

_WAYS = (
    ("forums", FORUMS),
    ("people", PEOPLE),
    ("organisations", ORGANISATIONS),
    ("topics", TOPICS),
    ("glossary", GLOSSARY),
)


def search_pages(making: Making) -> Iterator[PageJob]:
    """Yield the page of the search: the script fills it, and without script the lists lead everywhere."""
    yield PageJob(SEARCH, partial(_search_page, making.edition, making.templates))


def _search_page(edition: Edition, templates: Templates) -> Page:
    words = edition.words
    values: dict[str, object] = {
        "words": words,
        "ways": [
            {"title": words(f"nav.{name}"), "href": edition.link(SEARCH, address)} for name, address in _WAYS
        ],
    }
    frame = Frame(
        kind="search",
        section="search",
        address=SEARCH,
        title=Said(words("search.title"), edition.language),
        description=words("search.lead"),
    )
    return framed_page(edition, frame, templates.page("search.md", values))


def search_words(words: Words) -> Mapping[str, str]:
    """Return what the script of the search says, by the names that it uses, with the places unfilled.

    They stand in `search/sessions.json` as `words`: only who searches needs them.
    """
    part = "say"
    return words.group(f"search.{part}")

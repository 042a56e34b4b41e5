"""What the pages of organisations, topics and terms have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from generator.addresses import GLOSSARY, ORGANISATIONS, TOPICS, Address, term_address, topic_address
from generator.model.term import Term
from generator.model.topic import Topic
from generator.pages.edition import Edition
from generator.pages.frame import Frame, Step, framed_page
from generator.pages.page import Page
from generator.pages.place_lines import PlaceLine
from generator.pages.said import Said
from generator.pages.session_lines import Line
from generator.pages.templating import Templates

_HOMES = {"organisations": ORGANISATIONS, "topics": TOPICS, "glossary": GLOSSARY}

Fact = dict[str, object]
Part = dict[str, object]


def entry_page(
    edition: Edition,
    templates: Templates,
    section: str,
    address: Address,
    title: Said,
    values: dict[str, object],
) -> Page:
    """Return the page of an entry.

    Args:
        edition: The language's view.
        templates: Page templates.
        section: `organisations`, `topics` or `glossary`.
        address: Where it lives.
        title: What it is called.
        values: For the template `entry.md`: `also`, `text`, `facts` and `parts_of_page`.
    """
    words = edition.words
    kind = words(f"entry.{section}")
    text = values.get("text")
    frame = Frame(
        kind="entry",
        section=section,
        address=address,
        title=title,
        description=text.text if isinstance(text, Said) else f"{title.text} · {kind}",
        path=(Step(Said(words(f"nav.{section}"), edition.language), _HOMES[section]),),
    )
    shared: dict[str, object] = {"words": words, "kind": kind, "title": title}
    return framed_page(edition, frame, templates.page("entry.md", shared | values))


def fact(title: str, links: Iterable[tuple[Said | Markup | str, str]]) -> list[Fact]:
    """Return a row of facts: words with addresses, which may be empty; no row where there are no words."""
    shown = [{"title": text, "href": href} for text, href in links]
    return [{"title": title, "links": shown}] if shown else []


def term_links(edition: Edition, terms: Iterable[Term], here: Address) -> list[tuple[Said, str]]:
    """Return terms with the addresses of their pages."""
    return [(edition.say(one.term), edition.link(here, term_address(one.id))) for one in terms]


def topic_links(edition: Edition, topics: Iterable[Topic], here: Address) -> list[tuple[Said, str]]:
    """Return topics with the addresses of their pages."""
    return [(edition.say(one.title), edition.link(here, topic_address(one.id))) for one in topics]


def part(name: str, title: str, lines: Sequence[Line]) -> list[Part]:
    """Return a part of the page with a list; none where the list is empty."""
    return [{"id": name, "title": title, "lines": lines, "places": False}] if lines else []


def places_part(name: str, title: str, lines: Sequence[PlaceLine]) -> list[Part]:
    """Return a part of the page with records and places in them; none where there are none."""
    return [{"id": name, "title": title, "lines": lines, "places": True}] if lines else []

"""What stands around every page: title, languages, tabs, path, columns, footer.

All of it is in the page's front matter under `fp`, as final addresses, before an engine sees the page
(docs/engines.md says what the theme does with each key).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from generator.addresses import (
    ABOUT,
    CORRECTIONS,
    FORUMS,
    GLOSSARY,
    HOME,
    ORGANISATIONS,
    PEOPLE,
    SEARCH,
    TOPICS,
    Address,
    source_path,
)
from generator.language.words import Words
from generator.pages.edition import Edition
from generator.pages.page import Page
from generator.pages.policy import NOTHING, Needs, content_policy
from generator.pages.said import Said

_TABS = (
    ("home", HOME),
    ("forums", FORUMS),
    ("people", PEOPLE),
    ("organisations", ORGANISATIONS),
    ("topics", TOPICS),
    ("glossary", GLOSSARY),
    ("about", ABOUT),
)
_THEME_WORDS = {
    "skip": "site.skip",
    "menu": "header.menu",
    "scheme": "header.scheme",
    "languages": "header.languages",
    "path": "path.label",
    "tabs": "nav.label",
    "search": "search.title",
    "search_label": "search.label",
    "search_hint": "search.hint",
    "search_close": "search.close",
    "search_loading": "search.loading",
    "search_failed": "search.failed",
    "search_retry": "search.retry",
}
"""What the theme prints itself, by the name that it uses."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the path to a page, or a neighbour of it."""

    title: Said
    address: Address


@dataclass(frozen=True, slots=True)
class SideItem:
    """A line of the left or right column.

    Attributes:
        title: Its words.
        href: Where it leads; empty for a line without a link.
        time: What stands before it, such as a time of the day.
        note: What stands after it, small.
        current: Whether it is this page.
        level: 1, or 2 for an item of the one before.
    """

    title: Said
    href: str
    time: str = ""
    note: str = ""
    current: bool = False
    level: int = 1

    def plain(self) -> dict[str, object]:
        """Return it for front matter."""
        values: dict[str, object] = {"title": self.title.text, "href": self.href}
        optional = {
            "time": self.time,
            "note": self.note,
            "lang": self.title.lang,
            "current": self.current,
            "level": self.level if self.level > 1 else 0,
        }
        return values | {key: value for key, value in optional.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a page module says of its page.

    Attributes:
        kind: The kind of page, such as `session`.
        section: The tab that is lit.
        address: Where it lives.
        title: Its title.
        description: One or two sentences for search engines.
        path: The steps to it, home left out.
        aside: Title and lines of the left column; None without.
        aside_address: Where the left column's title leads.
        toc: Title and lines of the right column; None without.
        previous: The page before it in the programme.
        following: The page after it.
        wide: Whether the article takes the room of the side columns too; then there are none.
        needs: What it may load besides what every page does.
    """

    kind: str
    section: str
    address: Address
    title: Said
    description: str
    path: Sequence[Step] = ()
    aside: tuple[Said, Sequence[SideItem]] | None = None
    aside_address: Address | None = None
    toc: tuple[str, Sequence[SideItem]] | None = None
    previous: Step | None = None
    following: Step | None = None
    wide: bool = False
    needs: Needs = NOTHING


def framed_page(edition: Edition, frame: Frame, body: str) -> Page:
    """Return a page: its front matter from the frame, its body as given."""
    fp: dict[str, object] = {
        "kind": frame.kind,
        "lang": edition.language.value,
        "policy": content_policy(frame.needs),
        "section": frame.section,
        "title": frame.title.text,
        "description": frame.description,
        "home": edition.link(frame.address, HOME),
        "canonical": edition.addresses.absolute(edition.language, frame.address),
        "alternates": _alternates(edition, frame.address),
        "xdefault": edition.addresses.absolute(edition.addresses.languages[0], frame.address),
        "tabs": _tabs(edition, frame),
        "search": edition.link(frame.address, SEARCH),
        "words": theme_words(edition.words),
        "footer": _footer(edition, frame.address),
    }
    if edition.site.rights:
        fp["rights"] = edition.say(edition.site.rights).text
    if frame.wide:
        fp["wide"] = True
    if frame.path:
        home = Step(Said(edition.words("nav.home"), edition.language), HOME)
        fp["path"] = [_step(edition, frame.address, step) for step in (home, *frame.path)]
    if frame.aside:
        title, items = frame.aside
        fp["aside"] = {
            "label": title.text,
            "title": title.text,
            "items": [item.plain() for item in items],
        }
        if frame.aside_address is not None:
            fp["aside"] |= {"href": edition.link(frame.address, frame.aside_address)}  # type: ignore[operator]
    if frame.toc:
        label, items = frame.toc
        fp["toc"] = {"label": label, "items": [item.plain() for item in items]}
    if frame.previous:
        fp["prev"] = _step(edition, frame.address, frame.previous)
    if frame.following:
        fp["next"] = _step(edition, frame.address, frame.following)
    # Engines hand title and description to themes unescaped.
    meta = {"title": escape(frame.title.text), "description": escape(frame.description), "fp": fp}
    return Page(source_path(frame.address), edition.language, meta, body)


def theme_words(words: Words) -> Mapping[str, str]:
    """Return the words that the theme itself prints."""
    return {name: words(key) for name, key in _THEME_WORDS.items()}


def _alternates(edition: Edition, address: Address) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for language in edition.addresses.languages:
        words = edition.vocabularies[language]
        entry: dict[str, object] = {
            "lang": language.value,
            "href": edition.addresses.relative((edition.language, address), (language, address)),
            "url": edition.addresses.absolute(language, address),
            "label": words("language.self"),
            "short": words("language.short"),
        }
        if language is edition.language:
            entry["current"] = True
        found.append(entry)
    return found


def _tabs(edition: Edition, frame: Frame) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for section, address in _TABS:
        tab: dict[str, object] = {
            "title": edition.words(f"nav.{section}"),
            "href": edition.link(frame.address, address),
            "section": section,
        }
        if address == frame.address:
            tab["here"] = True
        found.append(tab)
    return found


def _footer(edition: Edition, here: Address) -> list[dict[str, str]]:
    links = [
        {"title": edition.words("footer.about"), "href": edition.link(here, ABOUT)},
        {"title": edition.words("nav.corrections"), "href": edition.link(here, CORRECTIONS)},
    ]
    if edition.site.repository:
        links.append({"title": edition.words("footer.source"), "href": edition.site.repository.url})
    if edition.site.contact:
        links.append({"title": edition.words("footer.contact"), "href": edition.site.contact})
    return links


def _step(edition: Edition, here: Address, step: Step) -> dict[str, object]:
    values: dict[str, object] = {"title": step.title.text, "href": edition.link(here, step.address)}
    return values | ({"lang": step.title.lang} if step.title.lang else {})

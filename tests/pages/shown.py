"""Pages of the invented forum as readers get them: the Markdown rendered, the HTML parsed."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import yaml
from bs4 import BeautifulSoup
from bs4.element import Tag
from markdown import Markdown

from generator.addresses import Address
from generator.commands.editions import make_editions
from generator.commands.project import Project
from generator.model.identifiers import ForumId, SessionId, WebAddress
from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.model.session import Session
from generator.model.site import Repository, Site
from generator.model.text import LocalizedText
from generator.pages.all_pages import all_pages
from generator.pages.edition import Edition
from generator.pages.page import Page
from generator.pages.templating import Templates
from generator.store.load import load_content

ROOT = Path(__file__).parents[2]
FIXTURE = ROOT / "tests" / "fixtures" / "jiangwan"
HANS, HANT, EN = Language.HANS, Language.HANT, Language.EN
SALT = "forums/salt-marsh-2025/"
PLATES = f"{SALT}shu-heting-plates/"
PANEL = f"{SALT}panel-who-counts/"
SITE_URL = "https://tideland.example/forum/"
SITE = Site(
    name=LocalizedText(((HANS, "滩涂论坛"), (EN, "The Forum on the Shore"))),
    lead=LocalizedText(((HANS, "潮间带的话。"), (EN, "What was said between the tides."))),
    url=WebAddress(SITE_URL),
    languages=(HANS, EN, HANT),
    repository=Repository(url=WebAddress("https://code.example/tide/record/"), branch="main"),
    contact=WebAddress("mailto:record@tideland.example"),
    rights=LocalizedText(((HANS, "各归其主。"), (EN, "To each his own."))),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as a reader gets it.

    Attributes:
        page: As it is handed to an engine.
        soup: The parsed article.
    """

    page: Page
    soup: BeautifulSoup

    @property
    def frame(self) -> Mapping[str, object]:
        """What stands around the page."""
        frame = self.page.meta["fp"]
        assert isinstance(frame, Mapping)
        return frame

    def all(self, selector: str) -> list[Tag]:
        """Return the elements of a CSS selector."""
        return list(self.soup.select(selector))

    def one(self, selector: str) -> Tag:
        """Return the only element of a CSS selector."""
        found = self.all(selector)
        assert len(found) == 1, f"{selector}: {len(found)} elements"
        return found[0]

    def texts(self, selector: str) -> list[str]:
        """Return the words of the elements of a CSS selector."""
        return [words(tag) for tag in self.all(selector)]

    @property
    def text(self) -> str:
        """All words of the article."""
        return words(self.soup)


class Shelf:
    """All pages of one edition, rendered when they are asked for."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self._shown: dict[Address, Shown] = {}
        self.pages: Mapping[Address, Page] = {
            address_of(page): page for page in all_pages(edition, templates())
        }

    def __getitem__(self, address: str) -> Shown:
        key = Address(address)
        if key not in self._shown:
            page = self.pages[key]
            self._shown[key] = Shown(page, BeautifulSoup(rendered(page.body), "html5lib"))
        return self._shown[key]


@functools.cache
def templates() -> Templates:
    """Return the page templates of the project."""
    return Templates(ROOT / "templates" / "pages")


@functools.cache
def fixture() -> Proceedings:
    """Return the invented forum."""
    loaded = load_content(FIXTURE)
    assert loaded.faults == ()
    return loaded.proceedings


@functools.cache
def shelf(language: Language) -> Shelf:
    """Return the pages of the invented forum in a language."""
    return shelf_of(fixture(), language)


def shelf_of(held: Proceedings, language: Language, site: Site = SITE) -> Shelf:
    """Return the pages of any content in a language."""
    editions = make_editions(Project(ROOT, FIXTURE / "content"), site, held)
    return Shelf(next(edition for edition in editions if edition.language is language))


def changed(forum: str, session: str, change: Callable[[Session], Session]) -> Proceedings:
    """Return the invented forum with one session otherwise."""
    held = fixture()
    old = held.forums[ForumId(forum)]
    sessions = tuple(change(one) if one.id == SessionId(session) else one for one in old.sessions)
    return replace(held, forums={**held.forums, old.id: replace(old, sessions=sessions)})


def address_of(page: Page) -> Address:
    """Return where a page lives."""
    parent = page.path.parent.as_posix()
    return Address("" if parent == "." else f"{parent}/")


def rendered(body: str) -> str:
    """Return the HTML that the engine makes of a body, with just the extensions that it uses."""
    extensions, settings = _extensions()
    return Markdown(extensions=list(extensions), extension_configs=dict(settings)).convert(body)


@functools.cache
def _extensions() -> tuple[tuple[str, ...], Mapping[str, dict[str, object]]]:
    listed = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
    settings = {name: values for one in listed if isinstance(one, dict) for name, values in one.items()}
    names = [one for one in listed if isinstance(one, str)] + list(settings)
    # MkDocs adds these of itself (mkdocs/config/defaults.py, `builtins`).
    return tuple(dict.fromkeys(["toc", "tables", "fenced_code", *names])), settings


def words(tag: Tag) -> str:
    """Return the words of an element, as they would be read aloud."""
    return " ".join(tag.get_text().split())


def attr(tag: Tag, name: str) -> str:
    """Return an attribute; empty where there is none."""
    value = tag.get(name, "")
    return value if isinstance(value, str) else " ".join(value or [])


def lang_of(tag: Tag) -> str:
    """Return the language that an element or the nearest one around it says; empty for the page's."""
    for place in (tag, *tag.parents):
        if place.has_attr("lang"):
            return attr(place, "lang")
    return ""

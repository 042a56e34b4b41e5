"""The pages of people, and the list of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from markupsafe import Markup

from generator.addresses import (
    PEOPLE,
    Address,
    person_address,
)
from generator.language.pinyin import pinyin_of
from generator.language.sorting import index_letter, sort_key
from generator.model.identifiers import PersonId
from generator.model.language import Language
from generator.model.person import Person
from generator.pages.appearance_lines import appearances_by_year, partners_of, positions_by_year
from generator.pages.edition import Edition
from generator.pages.frame import Frame, SideItem, Step, framed_page
from generator.pages.index_page import Entry, index_page
from generator.pages.making import Making, PageJob
from generator.pages.mentions import SaidIn
from generator.pages.monogram import monograms
from generator.pages.namesakes import same_name
from generator.pages.page import Page
from generator.pages.people_lists import belonging_words
from generator.pages.place_lines import place_lines
from generator.pages.portrait import portrait_source
from generator.pages.said import Said, joined, sentence
from generator.pages.templating import Templates

_SCRIPT_TITLES = {
    Language.HANS: "person.name_simplified",
    Language.HANT: "person.name_traditional",
    Language.EN: "person.name_english",
}


_WHOLE_COLUMN = 60
"""People whose names fit into the left column of a page."""


def person_pages(making: Making) -> Iterator[PageJob]:
    """Yield the list of people and the page of every person."""
    yield PageJob(PEOPLE, partial(_index, making.edition, making.templates))
    for person in making.edition.held.people:
        yield PageJob(person_address(person), partial(_person, making, person))


def _index(edition: Edition, templates: Templates) -> Page:
    entries = [
        Entry(
            edition.name(person.id),
            edition.link(PEOPLE, person_address(person.id)),
            _latest_position(edition, person.id),
            _reading(edition, person),
        )
        for person in edition.held.people.values()
    ]
    return index_page(edition, templates, "people", PEOPLE, entries)


def _person(making: Making, person: PersonId) -> Page:
    edition = making.edition
    listed = making.once.get("people by letter", partial(_by_letter, making))
    spoken_of = making.relations.mentions.people.get(person, ())
    return person_page(edition, making.templates, edition.held.people[person], listed, spoken_of)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A person in the left column.

    Attributes:
        id: Who.
        name: The name, as the edition has it.
        letter: The letter (or number of strokes) that the name stands under.
    """

    id: PersonId
    name: Said
    letter: str


def _by_letter(making: Making) -> tuple[_Listed, ...]:
    """Return everyone in the order of the index; working it out for the page of each would take minutes."""
    edition = making.edition
    found = []
    for one in making.once.get("sorted people", partial(sorted_people, edition)):
        name = edition.name(one.id)
        letter = index_letter(name.text, edition.language, _reading(edition, one), person=True)
        found.append(_Listed(one.id, name, letter))
    return tuple(found)


def sorted_people(edition: Edition) -> tuple[Person, ...]:
    """Return all people as readers of the edition would look them up."""

    def key(person: Person) -> tuple[object, str]:
        name = edition.name(person.id).text
        return sort_key(name, edition.language, _reading(edition, person), person=True), person.id

    return tuple(sorted(edition.held.people.values(), key=key))


def _reading(edition: Edition, person: Person) -> str | None:
    """Return how the name is sorted: as the person says, where letters sort."""
    return person.sort if edition.language is not Language.HANT else None


def _same_name(edition: Edition, person: Person, here: Address) -> Markup | str:
    """Return who else is called so, each with the latest position; empty where nobody is."""
    links = [
        joined(
            edition.words("punctuation.separator"),
            (
                Markup('<a href="{}">{}</a>').format(
                    edition.link(here, person_address(one)), edition.name(one)
                ),
                _latest_position(edition, one),
            ),
        )
        for one in same_name(edition, person.id)
    ]
    if not links:
        return ""
    return sentence(edition.words, "person.same_name", names=joined(edition.words("list.semicolon"), links))


def _latest_organisation(edition: Edition, person: PersonId) -> str:
    """Return the latest organisation of a person in the words of the edition; empty without one."""
    for _, _, appearance in edition.appearances(person):
        if appearance.affiliations:
            said = edition.organisation(appearance.affiliations[0].organisation)
            return "" if said.foreign else said.text
    return ""


def _latest_position(edition: Edition, person: PersonId) -> Markup | str:
    for forum, _, appearance in edition.appearances(person):
        if appearance.affiliations:
            return belonging_words(edition, forum.language, appearance.affiliations)
    return ""


def person_page(
    edition: Edition,
    templates: Templates,
    person: Person,
    people: tuple[_Listed, ...],
    spoken_of: tuple[SaidIn, ...],
) -> Page:
    """Return the page of a person.

    Args:
        edition: The language's view.
        templates: Page templates.
        person: Who.
        people: Everyone in the order of the index, for the left column.
        spoken_of: Where others speak of this person.
    """
    words = edition.words
    here = person_address(person.id)
    title = edition.name(person.id)
    bio = edition.maybe(person.bio)
    appearances = edition.appearances(person.id)
    values: dict[str, object] = {
        "words": words,
        "title": title,
        "also": edition.also(person.names),
        "sign": monograms(edition, [person.id])[person.id],
        "portrait": _portrait(edition, person, here),
        "sure": person.sure,
        "bio": bio,
        "names": _names(edition, person),
        "same_name": _same_name(edition, person, here),
        "positions": positions_by_year(edition, appearances, here),
        "years": appearances_by_year(edition, appearances, here),
        "partners": partners_of(edition, person.id, here),
        "mentions": place_lines(edition, spoken_of, here),
        "links": [
            {"href": link.url, "title": edition.maybe(link.title) or words(f"link.{link.kind}")}
            for link in person.links
        ],
        "edit_href": _edit_href(edition, person),
    }
    toc = [
        SideItem(Said(words(f"person.{name}"), edition.language), f"#{name}")
        for name in ("positions", "appearances", "partners", "mentions", "links")
        if values.get(name) or name == "appearances"
    ]
    aside = _aside(edition, person, people, here)
    frame = Frame(
        kind="person",
        section="people",
        address=here,
        title=title,
        description=bio.text if bio else words("person.description", name=title.text),
        path=(Step(Said(words("nav.people"), edition.language), PEOPLE),),
        aside=(Said(words("nav.people"), edition.language), aside),
        aside_address=PEOPLE,
        toc=(words("nav.page"), toc),
    )
    return framed_page(edition, frame, templates.page("person.md", values))


def _aside(edition: Edition, person: Person, people: tuple[_Listed, ...], here: Address) -> list[SideItem]:
    """Return everyone, with the letter (or strokes) where a new one begins.

    In a large site only those of the person's own letter: everyone on the page of each would grow with the
    square, and one newcomer would change every page.
    """
    own = next(one.letter for one in people if one.id == person.id)
    shown = people if len(people) <= _WHOLE_COLUMN else [one for one in people if one.letter == own]
    named = Counter(one.name.text for one in shown)
    items = []
    before = ""
    for one in shown:
        items.append(
            SideItem(
                one.name,
                edition.link(here, person_address(one.id)),
                time=one.letter if one.letter != before else "\u2003",
                note=_latest_organisation(edition, one.id) if named[one.name.text] > 1 else "",
                current=one.id == person.id,
            )
        )
        before = one.letter
    return items


def _names(edition: Edition, person: Person) -> list[dict[str, object]]:
    words = edition.words
    found: list[dict[str, object]] = []
    for language in Language:
        name = person.names.get(language)
        if name:
            lang = language.value if language is not edition.language else ""
            title = Said(words(_SCRIPT_TITLES[language]), language, foreign=bool(lang))
            found.append({"title": title, "text": name, "lang": lang})
    chinese = person.names.get(Language.HANS) or person.names.get(Language.HANT)
    pinyin = pinyin_of(chinese) if chinese else None
    if pinyin:
        found.append({"title": words("person.name_pinyin"), "text": pinyin, "lang": "zh-Latn-pinyin"})
    if person.aliases:
        text = joined(words("list.comma"), (edition.alias(one, name=True) for one in person.aliases))
        found.append({"title": words("person.also_written"), "text": text, "lang": ""})
    return found


def _portrait(edition: Edition, person: Person, here: Address) -> dict[str, object] | None:
    if person.portrait is None:
        return None
    source = portrait_source(edition, person.id, here)
    alt = edition.words("person.portrait", name=edition.name(person.id).text)
    return {"src": source, "alt": alt, "rights": edition.say(person.portrait.rights)}


def _edit_href(edition: Edition, person: Person) -> str:
    repository = edition.site.repository
    if not repository:
        return ""
    return f"{repository.url.rstrip('/')}/edit/{quote(repository.branch)}/content/people/{person.id}.yml"

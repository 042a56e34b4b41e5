"""The pages of people, and the list of all."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from urllib.parse import quote

from markupsafe import Markup

from generator.addresses import (
    PEOPLE,
    Address,
    forum_address,
    person_address,
    session_address,
)
from generator.language.pinyin import pinyin_of
from generator.language.sorting import index_letter, sort_key
from generator.model.forum import Forum
from generator.model.identifiers import PersonId
from generator.model.language import Language
from generator.model.person import Person
from generator.model.session import Appearance, Attendance, Role, Session, SessionStatus
from generator.pages.edition import Edition
from generator.pages.frame import Frame, SideItem, Step, framed_page
from generator.pages.index_page import Entry, index_page
from generator.pages.mentions import SaidIn
from generator.pages.monogram import monograms
from generator.pages.namesakes import same_name
from generator.pages.page import Page
from generator.pages.people_lists import belonging_words, belongings, role_words
from generator.pages.place_lines import place_lines
from generator.pages.portrait import portrait_source
from generator.pages.relations import Relations
from generator.pages.said import Said, joined, sentence
from generator.pages.session_lines import Line, outcome_words
from generator.pages.templating import Templates
from generator.pages.when import date_words

_SCRIPT_TITLES = {
    Language.HANS: "person.name_simplified",
    Language.HANT: "person.name_traditional",
    Language.EN: "person.name_english",
}


_WHOLE_COLUMN = 60
"""People whose names fit into the left column of a page."""


def person_pages(edition: Edition, templates: Templates, relations: Relations) -> Iterator[Page]:
    """Yield the list of people and the page of every person."""
    entries = [
        Entry(
            edition.name(person.id),
            edition.link(PEOPLE, person_address(person.id)),
            _latest_position(edition, person.id),
            _reading(edition, person),
        )
        for person in edition.held.people.values()
    ]
    yield index_page(edition, templates, "people", PEOPLE, entries)
    neighbours = sorted_people(edition)
    for person in edition.held.people.values():
        spoken_of = relations.mentions.people.get(person.id, ())
        yield person_page(edition, templates, person, neighbours, spoken_of)


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
    people: tuple[Person, ...],
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
        "positions": _positions(edition, appearances, here),
        "years": _years(edition, appearances, here),
        "partners": _partners(edition, person.id, here),
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


def _aside(edition: Edition, person: Person, people: tuple[Person, ...], here: Address) -> list[SideItem]:
    """Return everyone, with the letter (or strokes) where a new one begins.

    In a large site only those of the person's own letter: everyone on the page of each would grow with the
    square, and one newcomer would change every page.
    """

    def letter_of(one: Person) -> str:
        name = edition.name(one.id).text
        return index_letter(name, edition.language, _reading(edition, one), person=True)

    own = letter_of(person)
    shown = people if len(people) <= _WHOLE_COLUMN else [one for one in people if letter_of(one) == own]
    named = Counter(edition.name(one.id).text for one in shown)
    items = []
    before = ""
    for one in shown:
        letter = letter_of(one)
        shared = named[edition.name(one.id).text] > 1
        items.append(
            SideItem(
                edition.name(one.id),
                edition.link(here, person_address(one.id)),
                time=letter if letter != before else "\u2003",
                note=_latest_organisation(edition, one.id) if shared else "",
                current=one.id == person.id,
            )
        )
        before = letter
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


_Appearances = tuple[tuple[Forum, Session | None, Appearance], ...]


def _positions(edition: Edition, appearances: _Appearances, here: Address) -> list[dict[str, object]]:
    """Return positions by year, each once in a year."""
    found: dict[tuple[int, object], dict[str, object]] = {}
    for forum, session, one in appearances:
        year = ((session.date if session else None) or forum.date).year
        if one.affiliations and (year, one.affiliations) not in found:
            shown = belongings(edition, forum.language, one.affiliations, here)
            found[year, one.affiliations] = {"year": str(year), "belongings": shown}
    return list(found.values())


def _years(edition: Edition, appearances: _Appearances, here: Address) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for year, group in itertools.groupby(
        appearances, lambda one: ((one[1] and one[1].date) or one[0].date).year
    ):
        lines = [_appearance_line(edition, *one, here) for one in group]
        found.append({"title": str(year), "lines": lines})
    return found


def _appearance_line(
    edition: Edition, forum: Forum, session: Session | None, one: Appearance, here: Address
) -> Line:
    words = edition.words
    date = date_words((session.date if session else None) or forum.date, edition.language)
    roles = role_words(edition, [role for role in one.roles if role is not Role.SPEAKER])
    if session is None:
        facts: list[Said | str] = [roles, date]
        title, address = edition.say(forum.title, forum.language), forum_address(forum.id)
    else:
        title, address = edition.say(session.title, forum.language), session_address(forum.id, session.id)
        clock = f"{date} {session.start}" if session.start else date
        kind = words(f"kind.{session.kind}")
        attended = "" if one.attended is Attendance.HERE else words(f"attended.{one.attended}")
        title_of_forum = edition.say(forum.title, forum.language)
        facts = [kind, roles, attended, title_of_forum, clock, outcome_words(edition, session)]
    return Line(title, edition.link(here, address), joined(words("list.dot"), facts))


def _partners(edition: Edition, person: PersonId, here: Address) -> list[dict[str, object]]:
    """Return who shared sessions with a person, those together who shared the same; most sessions first."""
    shared: dict[PersonId, list[tuple[Forum, Session]]] = {}
    for forum, session, own in edition.appearances(person):
        took_place = session is not None and session.status is SessionStatus.HELD
        for other in session.people if session and took_place and _came(own) else ():
            known = shared.get(other.person, [])
            if session and _came(other) and other.person != person and (forum, session) not in known:
                shared.setdefault(other.person, []).append((forum, session))
    groups: dict[tuple[tuple[str, str], ...], list[PersonId]] = {}
    for partner in sorted(shared, key=lambda one: (-len(shared[one]), one)):
        same = tuple((forum.id, session.id) for forum, session in shared[partner])
        groups.setdefault(same, []).append(partner)
    return [
        {
            "people": [
                {"title": edition.name(one), "href": edition.link(here, person_address(one))} for one in group
            ],
            "why": joined(
                edition.words("list.semicolon"),
                (edition.say(session.title, forum.language) for forum, session in shared[group[0]]),
            ),
        }
        for group in groups.values()
    ]


def _came(appearance: Appearance) -> bool:
    return appearance.attended is not Attendance.ABSENT


def _edit_href(edition: Edition, person: Person) -> str:
    repository = edition.site.repository
    if not repository:
        return ""
    return f"{repository.url.rstrip('/')}/edit/{quote(repository.branch)}/content/people/{person.id}.yml"

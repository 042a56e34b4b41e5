"""What the page of a person shows of the years: positions, appearances, and with whom."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from markupsafe import Markup

from generator.addresses import Address, forum_address, person_address, session_address
from generator.model.dates import PartialDate
from generator.model.forum import Forum
from generator.model.identifiers import PersonId
from generator.model.session import Affiliation, Appearance, Attendance, Role, Session, SessionStatus
from generator.pages.edition import Edition
from generator.pages.namesakes import told_apart
from generator.pages.people_lists import belonging_words, belongings, role_words
from generator.pages.said import Said, joined, sentence
from generator.pages.session_lines import Line, outcome_words
from generator.pages.when import date_words, day_of

Appearances = tuple[tuple[Forum, Session | None, Appearance], ...]
"""Forum, session (None for the whole forum) and how the person appears, the latest first."""


def positions_by_year(edition: Edition, appearances: Appearances, here: Address) -> list[dict[str, object]]:
    """Return the years with the positions that were given in them, each once: `year` and `lines`."""
    found: list[dict[str, object]] = []
    for year, group in _years(appearances):
        spoken = {one.affiliations: forum.language for forum, _, one in group if one.affiliations}
        lines = [belongings(edition, language, given, here) for given, language in spoken.items()]
        if lines:
            found.append({"year": str(year), "lines": lines})
    return found


def appearances_by_year(edition: Edition, appearances: Appearances, here: Address) -> list[dict[str, object]]:
    """Return the years with the appearances in them: `title` and `lines`.

    Where a person had several positions in a year, each appearance says that of its day.
    """
    found: list[dict[str, object]] = []
    for year, group in _years(appearances):
        several = len({one.affiliations for _, _, one in group if one.affiliations}) > 1
        lines = [_line(edition, *one, here, with_positions=several) for one in group]
        found.append({"title": str(year), "lines": lines})
    return found


def _years(appearances: Appearances) -> Iterator[tuple[int, Appearances]]:
    for year, group in itertools.groupby(appearances, lambda one: _day(*one[:2]).year):
        yield year, tuple(group)


def _day(forum: Forum, session: Session | None) -> PartialDate:
    return day_of(forum, session) if session else forum.date


def _line(
    edition: Edition,
    forum: Forum,
    session: Session | None,
    one: Appearance,
    here: Address,
    *,
    with_positions: bool,
) -> Line:
    words = edition.words
    date = date_words(_day(forum, session), edition.language)
    roles = role_words(edition, [role for role in one.roles if role is not Role.SPEAKER])
    position = _position(edition, forum, one.affiliations) if with_positions else Markup()
    if session is None:
        facts: list[Said | str] = [roles, position, date]
        title, address = edition.say(forum.title, forum.language), forum_address(forum.id)
    else:
        title, address = edition.say(session.title, forum.language), session_address(forum.id, session.id)
        clock = f"{date} {session.start}" if session.start else date
        kind = words(f"kind.{session.kind}")
        attended = "" if one.attended is Attendance.HERE else words(f"attended.{one.attended}")
        title_of_forum = edition.say(forum.title, forum.language)
        facts = [kind, roles, attended, position, title_of_forum, clock, outcome_words(edition, session)]
    return Line(title, edition.link(here, address), joined(words("list.dot"), facts))


def _position(edition: Edition, forum: Forum, given: tuple[Affiliation, ...]) -> Markup:
    each = (belonging_words(edition, forum.language, (one,)) for one in given)
    return joined(edition.words("list.semicolon"), each)


def partners_of(edition: Edition, person: PersonId, here: Address) -> list[dict[str, object]]:
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
                {
                    "title": _name_apart(edition, *shared[one][0], one),
                    "href": edition.link(here, person_address(one)),
                }
                for one in group
            ],
            "why": joined(
                edition.words("list.semicolon"),
                (edition.say(session.title, forum.language) for forum, session in shared[group[0]]),
            ),
        }
        for group in groups.values()
    ]


def _name_apart(edition: Edition, forum: Forum, session: Session, person: PersonId) -> Said | Markup:
    """Return a name, with what tells the person from others of the same name in a session."""
    name = edition.name(person)
    sign = told_apart(edition, forum, session.people).get(person)
    return sentence(edition.words, "person.apart", name=name, sign=sign) if sign else name


def _came(appearance: Appearance) -> bool:
    return appearance.attended is not Attendance.ABSENT

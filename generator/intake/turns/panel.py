"""Who sits on a panel, and by what each of them may be called."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.intake.division import FoundSession
from generator.intake.sessions.plain import alternation, simplified
from generator.intake.step import Known
from generator.language.ideographs import IDEOGRAPHS
from generator.language.pinyin import surname_length
from generator.model.identifiers import OrganisationId, PersonId
from generator.model.organisation import Organisation
from generator.model.person import Person
from generator.model.session import Role, Session
from generator.model.text import LocalizedText

_LEADING = (Role.MODERATOR, Role.HOST, Role.CHAIR)
_SPEAKING = frozenset({Role.SPEAKER, Role.PANELIST, Role.MODERATOR})
_SHORTEST = 2
_SHORTEST_LATIN = 3
_HALVES = 4
_FAMILIAR = ("小", "老", "阿")


class CallKind(StrEnum):
    """What somebody is called by."""

    FULL = "full name"
    GIVEN = "given name"
    SURNAME = "surname, with a title"
    FAMILIAR = "surname, after a familiar word"
    BELONGING = "what belongs to them"


@dataclass(frozen=True, slots=True)
class Panel:
    """Who speaks in a session.

    Attributes:
        moderator: Who asks, if that is known.
        others: Who answers, in the order of the programme.
    """

    moderator: PersonId | None
    others: tuple[PersonId, ...]

    def led_by(self, person: PersonId) -> Panel:
        """Return the same people, one of them as the moderator."""
        return Panel(person, tuple(one for one in self.others if one != person))


@dataclass(frozen=True, slots=True)
class Call:
    """Letters that somebody may be called by.

    Attributes:
        letters: Reduced, as texts are for the search.
        kind: What they are.
        people: Whom they fit.
    """

    letters: str
    kind: CallKind
    people: frozenset[PersonId]


def panel_of(session: FoundSession, known: Known) -> Panel:
    """Return who is to be expected in a session."""
    programme = _programmed(session, known)
    if programme is None:
        return Panel(None, session.speakers)
    leading = [one.person for role in _LEADING for one in programme.people if role in one.roles]
    speaking = [one.person for one in programme.people if _SPEAKING & set(one.roles)]
    speaking = speaking or [one.person for one in programme.people]
    everybody = dict.fromkeys([*speaking, *session.speakers])
    moderator = leading[0] if leading else None
    return Panel(moderator, tuple(one for one in everybody if one != moderator))


def calls_of(panel: Panel, session: FoundSession, known: Known) -> tuple[Call, ...]:
    """Return all that the people of a panel may be called by."""
    found: dict[tuple[str, CallKind], set[PersonId]] = defaultdict(set)
    everybody = [*panel.others, *([panel.moderator] if panel.moderator else [])]
    for id_ in everybody:
        person = known.held.people.get(id_)
        if person is not None:
            for letters, kind in _names(person):
                found[letters, kind].add(id_)
    for letters, owners in _belongings(panel, session, known).items():
        found[letters, CallKind.BELONGING] |= owners
    return tuple(
        Call(letters, kind, frozenset(people)) for (letters, kind), people in sorted(found.items()) if people
    )


def _programmed(session: FoundSession, known: Known) -> Session | None:
    return next((one for one in known.forum.sessions if one.id == session.id), None)


def _names(person: Person) -> Iterator[tuple[str, CallKind]]:
    forms = {simplified(name) for name in (*person.all_forms, *person.misheard)}
    chinese = any(map(IDEOGRAPHS.fullmatch, forms))
    for form in forms:
        if not IDEOGRAPHS.fullmatch(form):
            yield from _latin_names(form, alone=not chinese)
            continue
        if len(form) < _SHORTEST:
            continue
        yield form, CallKind.FULL
        length = surname_length(form)
        surname, given = form[:length], form[length:]
        yield surname, CallKind.SURNAME
        if len(given) > 1:
            yield given, CallKind.GIVEN
        elif given:
            yield given + given, CallKind.GIVEN
            yield "小" + given, CallKind.GIVEN
        for familiar in _FAMILIAR:
            if length == 1:
                yield familiar + surname, CallKind.FAMILIAR


def _latin_names(form: str, *, alone: bool) -> Iterator[tuple[str, CallKind]]:
    words = form.split()
    if IDEOGRAPHS.search(form) or len(words) < _SHORTEST:
        return
    yield form, CallKind.FULL
    if alone:
        yield from ((word, CallKind.GIVEN) for word in words if len(word) >= _SHORTEST_LATIN)


def _belongings(panel: Panel, session: FoundSession, known: Known) -> Mapping[str, set[PersonId]]:
    """Return names of organisations and products, with whose they are among those who answer."""
    positions = re.compile(alternation(known.settings.words("turns", "positions")).pattern)
    owners: dict[str, set[PersonId]] = defaultdict(set)
    for id_ in panel.others:
        for organisation, position in _posts(id_, session, known):
            names = list(_organisation_names(organisation, known, positions)) if organisation else []
            for name in [*names, *_left(position, positions)]:
                owners[name].add(id_)
    for name, whose in list(_products(owners, known)):
        if len(whose) < len(panel.others):
            owners.setdefault(name, whose)
    return {name: whose for name, whose in owners.items() if _is_name(name)}


def _products(owners: Mapping[str, set[PersonId]], known: Known) -> Iterator[tuple[str, set[PersonId]]]:
    """Yield terms whose definition names an organisation, with whose that is."""
    named = re.compile(
        "|".join(map(re.escape, sorted(owners, key=lambda name: (-len(name), name)))) or r"(?!)"
    )
    for term in known.held.terms.values():
        defined = simplified(" ".join(text for _, text in term.definition.texts))
        whose = {one for name in named.findall(defined) for one in owners[name]}
        if whose:
            yield from ((name, whose) for name in _written(term.term, term.aliases))


def _posts(
    person: PersonId, session: FoundSession, known: Known
) -> Iterator[tuple[OrganisationId | None, LocalizedText | None]]:
    programme = _programmed(session, known)
    for appearance in (*(programme.people if programme else ()), *known.forum.people):
        if appearance.person == person:
            for one in appearance.affiliations:
                yield one.organisation, one.position


def _organisation_names(id_: OrganisationId, known: Known, positions: re.Pattern[str]) -> Iterator[str]:
    organisation: Organisation | None = known.held.organisations.get(id_)
    if organisation is None:
        return
    for name in _written(organisation.name, (*organisation.aliases, *organisation.misheard)):
        yield name
        yield from _parts(name, positions)
    if organisation.short is not None:
        yield from _written(organisation.short, ())


def _written(text: LocalizedText, more: Iterable[str]) -> Iterator[str]:
    yield from sorted({simplified(one) for one in (*(words for _, words in text.texts), *more)})


def _left(position: LocalizedText | None, positions: re.Pattern[str]) -> Iterator[str]:
    """Yield what is left of a position without the words that all positions share."""
    if position is None:
        return
    for _, text in position.texts:
        letters = simplified(text)
        if IDEOGRAPHS.search(letters):
            yield from _parts(letters, positions)


def _parts(letters: str, positions: re.Pattern[str]) -> Iterator[str]:
    for part in re.split(r"[^㐀-鿿]+", positions.sub(" ", letters)):
        if len(part) >= _SHORTEST:
            yield part
        if len(part) == _HALVES:
            yield from (part[:2], part[2:])


def _is_name(name: str) -> bool:
    if IDEOGRAPHS.search(name):
        return len(name) >= _SHORTEST
    return len(name.replace(" ", "")) >= _SHORTEST_LATIN

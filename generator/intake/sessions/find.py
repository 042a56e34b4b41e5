"""Sessions found in a recording: by its headings if it has them, else by what hosts and speakers say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.intake.division import Division, FoundSession, Stretch
from generator.intake.sessions.align import Part, align
from generator.intake.sessions.announcements import announced
from generator.intake.sessions.items import Item, is_expected, items_of
from generator.intake.sessions.namings import find_namings
from generator.intake.sessions.places import Surveyor
from generator.intake.sessions.plain import Plain, alternation, plain_of, simplified
from generator.intake.sessions.proposed import Proposer
from generator.intake.sessions.sayings import find_sayings
from generator.intake.sessions.titled import find_titled
from generator.intake.sessions.weigh import Named, Weigher
from generator.intake.step import Known
from generator.intake.text import Text
from generator.model.identifiers import PersonId, SessionId
from generator.model.session import SessionKind


def find_sessions(text: Text, known: Known) -> Division:
    """Say which part of a recording is which session, the host's, or no programme.

    Args:
        text: The words as the steps before left them.
        known: The forum with its programme; the recording's headings and speakers.

    Returns:
        The division; every index of the recording is in exactly one of its stretches.
    """
    titled = find_titled(text, known)
    if titled is not None:
        return _division(titled.sessions, titled.aside, (text, known))
    return _Listener(text, known).divide()


class _Listener:
    """Divides one recording by what is said in it."""

    def __init__(self, text: Text, known: Known) -> None:
        self._text = text
        self._known = known
        self._plain = plain_of(text, chunked=known.heard.chunked)
        self._sayings = find_sayings(self._plain, known.settings)
        openings = alternation(known.settings.words("hosts", "openings"))
        speakers = dict(_changes(self._plain, text, known))
        surveyor = Surveyor(self._plain, self._sayings, openings, speakers)
        self._starts, self._ends = surveyor.starts(), surveyor.ends()
        near = {one.place for one in self._starts} | {one.place for one in self._ends}
        people = _people(known)
        forms = {form: person for person in people for form in _forms(person, known)}
        stamped = {place: forms.get(name) for place, name in speakers.items()}
        self._named = Named(find_namings(self._plain.letters, near, people, known), stamped)

    def divide(self) -> Division:
        items = items_of(self._known)
        found = self._laid(items)
        whole = _wholes(items, found)
        if whole:
            items = items_of(self._known, whole)
            found = self._laid(items)
        sessions = tuple(self._sessions(_led(found, items), items))
        aside = [
            self._recorded(*span)
            for start, end in _between(found, len(self._plain))
            for span in announced(self._plain, self._sayings, start, end)
        ]
        return _division(sessions, aside, (self._text, self._known), whole)

    def _laid(self, items: Sequence[Item]) -> tuple[Part, ...]:
        weigher = Weigher(self._plain, self._sayings, items, self._named, self._ends)
        return align(self._starts, self._ends, items, weigher, len(self._plain))

    def _sessions(self, parts: Iterable[Part], items: Sequence[Item]) -> Iterator[FoundSession]:
        proposer = Proposer(self._known)
        found = {part.item for part in parts if part.item is not None}
        for part in parts:
            start, end = self._recorded(part.start, part.end)
            number = part.item if part.item is not None else _out_of_order(part, items, found)
            if number is None:
                yield proposer.propose(part.kind, start, end, part.people)
                continue
            found.add(number)
            session = items[number].session
            yield FoundSession(session.id, session.kind, start, end, items[number].speakers)

    def _recorded(self, start: int, end: int) -> Stretch:
        """Return the part of the recording that a part of the letters stands on, with the signs behind it."""
        plain, text = self._plain, self._text
        first = plain.at[start]
        last = plain.at[end] if end < len(plain) else len(text)
        return text.span(first, last)


def _out_of_order(part: Part, items: Sequence[Item], found: set[int]) -> int | None:
    """Which missing session something is after all, though not in the programme's order."""
    return next(
        (
            number
            for number, item in enumerate(items)
            if number not in found and part.people and set(part.people) <= item.people
        ),
        None,
    )


def _wholes(items: Sequence[Item], found: Iterable[Part]) -> frozenset[SessionId]:
    """Return the sessions that nothing within them was found of: they may be there as a whole."""
    having = {items[part.item].session.parent for part in found if part.item is not None}
    return frozenset(
        item.session.parent for item in items if item.session.parent and item.session.parent not in having
    )


def _led(parts: Sequence[Part], items: Sequence[Item]) -> list[Part]:
    """Let ceremonies last until the next item of the same session: the host leads them."""
    led = list(parts)
    for number, (one, following) in enumerate(pairwise(parts)):
        if one.kind is SessionKind.CEREMONY and one.item is not None and following.item is not None:
            parent = items[one.item].session.parent
            if parent is not None and parent == items[following.item].session.parent:
                led[number] = replace(one, end=following.start)
    return led


def _between(parts: Iterable[Part], length: int) -> Iterator[tuple[int, int]]:
    done = 0
    for part in parts:
        if done < part.start:
            yield done, part.start
        done = part.end
    if done < length:
        yield done, length


def _people(known: Known) -> tuple[PersonId, ...]:
    return tuple(dict.fromkeys(one.person for session in known.forum.sessions for one in session.people))


def _forms(person: PersonId, known: Known) -> Iterator[str]:
    who = known.held.people.get(person)
    if who is not None:
        yield from map(simplified, (*who.all_forms, *who.misheard))


def _changes(plain: Plain, text: Text, known: Known) -> Iterator[tuple[int, str]]:
    """Where the file's format names another speaker than before, and how."""
    speaker = ""
    for cue in known.heard.cues:
        if cue.speaker and cue.speaker != speaker:
            speaker = cue.speaker
            yield min(plain.place_of(text.at(cue.index)), len(plain)), simplified(speaker)


def _division(
    sessions: Sequence[FoundSession],
    aside: Iterable[Stretch],
    of: tuple[Text, Known],
    whole: frozenset[SessionId] = frozenset(),
) -> Division:
    """Put together what was found. Words in neither are the host's; signs of the format are nobody's."""
    text, known = of
    end = known.heard.files[-1].end if known.heard.files else 0
    apart = list(aside)
    host: list[Stretch] = []
    done = 0
    for start, stop in [*sorted([(one.start, one.end) for one in sessions] + apart), (end, end)]:
        if done < start:
            spoken = text.heard(done, start).words.strip()
            (host if spoken else apart).append((done, start))
        done = max(done, stop)
    ids = {one.id for one in sessions}
    missing = tuple(
        item.session.id
        for item in items_of(known, whole)
        if item.session.id not in ids and is_expected(item.session)
    )
    return Division(tuple(sessions), tuple(host), tuple(sorted(apart)), missing)

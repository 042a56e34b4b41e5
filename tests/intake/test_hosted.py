from __future__ import annotations

from dataclasses import replace

import pytest

from generator.intake.division import Division, FoundSession
from generator.intake.hosted import hosted_in
from generator.model.forum import Forum
from generator.model.identifiers import PersonId, SessionId
from generator.model.session import Appearance, RecordState, Role, Session, SessionKind
from tests.intake.wording.marsh import Marsh

NAMES = ("opening", "first", "second", "closing")


def forum(*, state: RecordState = RecordState.PENDING, role: Role = Role.HOST) -> Forum:
    marsh = Marsh("")
    title = marsh.known.forum.title
    kinds = (SessionKind.OPENING, SessionKind.TALK, SessionKind.TALK, SessionKind.CLOSING)
    sessions = tuple(
        Session(
            id=SessionId(name),
            kind=kind,
            title=title,
            people=(Appearance(person=PersonId("anybody"), roles=(role,)),),
            record=state,
        )
        for name, kind in zip(NAMES, kinds, strict=True)
    )
    return replace(marsh.known.forum, sessions=sessions)


def division(*found: tuple[str, int, int], host: tuple[tuple[int, int], ...]) -> Division:
    sessions = tuple(
        FoundSession(SessionId(name), SessionKind.TALK, start, end, ()) for name, start, end in found
    )
    return Division(sessions, host, (), ())


def hosted(of: Division, its: Forum) -> dict[tuple[int, int], list[str]]:
    return {stretch: [one.id for one in sessions] for stretch, sessions in hosted_in(of, its).items()}


TWO = division(("first", 10, 20), ("second", 30, 40), host=((0, 10), (20, 30), (40, 50)))


@pytest.mark.parametrize("state", [RecordState.PENDING, RecordState.HOST])
def test_an_opening_is_before_the_first_session_and_a_closing_behind_the_last(state: RecordState) -> None:
    assert hosted(TWO, forum(state=state)) == {(0, 10): ["opening"], (40, 50): ["closing"]}


def test_what_is_decided_otherwise_or_has_speakers_is_not_the_hosts() -> None:
    assert hosted(TWO, forum(state=RecordState.NONE)) == {}
    assert hosted(TWO, forum(role=Role.SPEAKER)) == {}


def test_a_recording_that_begins_late_has_its_opening_where_the_programme_has_it() -> None:
    late = division(("second", 30, 40), host=((20, 30),))
    assert hosted(late, forum()) == {(20, 30): ["opening"]}
    assert hosted(division(host=((0, 9),)), forum()) == {(0, 9): ["opening", "closing"]}

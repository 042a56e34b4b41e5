"""Which guests of a session spoke in it: many only sat there, or stood on the stage."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Final

from generator.model.forum import Forum
from generator.model.record import Paragraph, Record
from generator.model.session import Appearance, Attendance, Role, Session
from generator.pages.edition import Edition
from generator.pages.record_choice import published_languages

_NOT_HEARD: Final = frozenset({Role.GUEST, Role.INTERPRETER})


def those_heard(edition: Edition, forum: Forum, session: Session) -> list[Appearance]:
    """Return who was in a session, but for guests of whom nothing says that they spoke.

    A guest spoke where a published record, in whatever language, gives a turn to them, and where nobody else
    is there who could have spoken: no speaker, panelist, host, moderator or chair.
    """
    there = [one for one in session.people if one.attended is not Attendance.ABSENT]
    guests = {one.person for one in there if Role.GUEST in one.roles and _NOT_HEARD.issuperset(one.roles)}
    if not guests or all(_NOT_HEARD.issuperset(one.roles) for one in there):
        return there
    languages = (
        published_languages(edition, forum, session.id) if edition.shows_record(forum, session) else ()
    )
    records = (edition.held.records[forum.id, session.id, language] for language in languages)
    silent = guests.difference(chain.from_iterable(map(_with_turns, records)))
    return [one for one in there if one.person not in silent]


def _with_turns(record: Record) -> Sequence[str]:
    return [
        one.turn.person
        for one in record.blocks
        if isinstance(one, Paragraph) and one.turn and one.turn.person is not None
    ]

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.intake.belonging import Belonging, Voices
from generator.intake.reading import read_recording
from generator.model.dates import PartialDate
from generator.model.forum import Forum
from generator.model.identifiers import EventId, ForumId, PersonId, RecordingId, SessionId
from generator.model.language import Language
from generator.model.person import Person
from generator.model.proceedings import Proceedings
from generator.model.session import Appearance, Role, Session, SessionKind, SessionStatus
from generator.model.text import LocalizedText

NAMES = {"wen": "闻朔屿", "mu": "穆苇", "shu": "Shu Heting"}
HELD = Proceedings(
    {},
    {},
    {
        PersonId(one): Person(id=PersonId(one), names=LocalizedText.of({Language.HANS: name}))
        for one, name in NAMES.items()
    },
    *({}, {}, {}, {}, {}),
)


def text(words: str) -> LocalizedText:
    return LocalizedText.of({Language.HANS: words})


FORUM = Forum(
    id=ForumId("salt-marsh"),
    title=text("盐沼"),
    event=EventId("tide-week"),
    language=Language.HANS,
    date=PartialDate.parse("2025"),
    sessions=tuple(
        Session(
            id=SessionId(one),
            kind=SessionKind.TALK,
            title=text("潮位"),
            people=(Appearance(person=PersonId(one), roles=(Role.SPEAKER,)),),
        )
        for one in NAMES
    ),
)


def belonging(words: str, forum: Forum = FORUM) -> Belonging:
    return Voices(read_recording([(RecordingId("a"), "a.txt", words.encode())])).belonging(forum, HELD)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("有请闻朔屿老师", 1),
        ("有请文硕宇老师\n谢谢穆苇\n", 2),  # a full name by its sound; one of two characters as it is written
        ("有请木尾老师", 0),
        ("please welcome SHU HETING", 1),
        ("# 潮位：闻朔屿\n\n今天读潮位\n", 1),
    ],
)
def test_who_is_named_is_found(words: str, named: int) -> None:
    assert belonging(words) == Belonging(3, named)


def test_nobody_named_is_doubtful() -> None:
    assert belonging("今天读潮位").doubtful
    assert not belonging("有请闻朔屿老师").doubtful


def test_a_programme_without_people_says_nothing() -> None:
    bare = replace(FORUM, sessions=tuple(replace(one, people=()) for one in FORUM.sessions))
    assert not belonging("今天读潮位", bare).doubtful
    cancelled = replace(
        FORUM, sessions=tuple(replace(one, status=SessionStatus.CANCELLED) for one in FORUM.sessions)
    )
    assert belonging("有请闻朔屿老师", cancelled) == Belonging(0, 0)

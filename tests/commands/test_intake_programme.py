"""What a recording tells of a programme."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
import yaml

from generator.commands.intake_files import GivenFile
from generator.commands.intake_programme import tell_programme
from generator.intake.division import Division, FoundSession
from generator.intake.reading import read_recording
from generator.intake.settings import Settings
from generator.intake.step import Known
from generator.model.dates import PartialDate
from generator.model.forum import Forum
from generator.model.identifiers import EventId, ForumId, PersonId, RecordingId, SessionId, Sha256
from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.model.recording import Recording
from generator.model.session import Session, SessionKind
from generator.model.text import LocalizedText

TITLE = LocalizedText.of({Language.HANS: "潮位"})
TEXT = "# mine\nsessions:\n- id: plate\n  kind: talk\n  title: 潮位\n- {id: ledger, kind: talk, title: 潮}\n"
FORUM = Forum(
    id=ForumId("night"),
    title=TITLE,
    event=EventId("tideland"),
    language=Language.HANS,
    date=PartialDate.parse("2025"),
    sessions=tuple(
        Session(id=SessionId(one), kind=SessionKind.TALK, title=TITLE) for one in ("plate", "ledger")
    ),
)
PLAIN = "各位\n今天读潮位\n然后数鸟\n再见\n"
TIMED = "".join(
    f"{at}\n00:{at:02}:00,000 --> 00:{at:02}:09,000\n{line}\n\n" for at, line in enumerate(PLAIN.split(), 1)
)


def told(recording: str, *sessions: tuple[str, str, str], forum: Forum = FORUM, first: bool = True) -> str:
    """Return the programme after an intake; sessions by id, first words, and the first words behind them."""
    data = recording.encode()
    digest = Sha256(hashlib.sha256(data).hexdigest())
    file = GivenFile(RecordingId("a"), "a", data, digest, certain=False, new=not forum.recordings)
    heard = read_recording([(RecordingId("a"), "a", data)])
    held = Proceedings({}, {}, {}, {}, {}, {}, {}, {})
    found = tuple(
        FoundSession(
            SessionId(name),
            SessionKind.TALK,
            recording.index(start),
            recording.index(end),
            (PersonId("shu"),),
            proposed=forum.session(SessionId(name)) is None,
        )
        for name, start, end in sessions
    )
    names = {name for name, _, _ in sessions}
    missing = tuple(one.id for one in forum.sessions if one.id not in names)
    known = Known(held, forum, heard, Settings())
    division = Division(found, (), (), missing)
    return tell_programme(TEXT, known, division, [file], begun=names, first=first)


def test_where_it_was_heard_is_told_by_lines() -> None:
    found = yaml.safe_load(told(PLAIN, ("plate", "今天", "再见")))
    assert found["sessions"][0]["heard"] == [{"recording": "a", "lines": [2, 3]}]
    assert found["sessions"][0]["record"] == "published"
    assert found["sessions"][1]["record"] == "none"


def test_where_it_was_heard_is_told_by_the_clock() -> None:
    found = yaml.safe_load(told(TIMED, ("plate", "今天", "再见"), ("ledger", "再见", "再见")))
    assert found["sessions"][0]["heard"] == [{"recording": "a", "from": "00:02:00", "to": "00:04:00"}]


def test_a_session_that_is_not_in_the_programme_is_put_where_it_was_heard() -> None:
    text = told(PLAIN, ("plate", "各位", "今天"), ("talk-two", "今天", "然后"), ("ledger", "然后", "再见"))
    found = yaml.safe_load(text)
    assert [one["id"] for one in found["sessions"]] == ["plate", "talk-two", "ledger"]
    assert found["sessions"][1]["people"] == [{"person": "shu", "roles": ["speaker"]}]
    assert "not in the programme: give it a title" in text


@pytest.mark.parametrize(
    ("forum", "first"),
    [
        (FORUM, False),  # the editor has seen it
        (replace(FORUM, recordings=(Recording(id=RecordingId("a")), Recording(id=RecordingId("b")))), True),
    ],
)
def test_what_is_missing_stays_pending_where_it_may_be_elsewhere(*, forum: Forum, first: bool) -> None:
    found = yaml.safe_load(told(PLAIN, ("plate", "今天", "再见"), forum=forum, first=first))
    assert "record" not in found["sessions"][1]

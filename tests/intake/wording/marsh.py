"""An invented recording of the invented forum, as the steps of the wording get it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.intake.division import Division, FoundSession, FoundTurn
from generator.intake.heard import Cue, Heard, HeardFile, Picture
from generator.intake.settings import Settings, load_settings
from generator.intake.step import Known
from generator.intake.text import Text
from generator.model.identifiers import ForumId, PersonId, RecordingId, SessionId
from generator.model.proceedings import Proceedings
from generator.model.session import SessionKind
from generator.store.load import load_content
from tests.building import FIXTURE, ROOT

FORUM = ForumId("salt-marsh-2025")
SESSION = SessionId("shu-heting-plates")


@cache
def held() -> Proceedings:
    return load_content(Path(FIXTURE).parent, Path(FIXTURE)).proceedings


@cache
def settings() -> Settings:
    return load_settings(ROOT / "site_config" / "intake")


@dataclass(frozen=True)
class Marsh:
    """A recording with one session that is all of it.

    Attributes:
        words: What the recogniser left.
        turns: Where turns begin, and whose they are.
        pictures: Where pictures stand, by their address.
        cues: Where something was said, in milliseconds.
    """

    words: str
    turns: tuple[tuple[int, str, bool], ...] = ()
    pictures: tuple[tuple[int, str], ...] = ()
    cues: tuple[tuple[int, int], ...] = ()
    chunked: bool = False

    @property
    def text(self) -> Text:
        return Text.of(self.words)

    @property
    def known(self) -> Known:
        heard = Heard(
            (HeardFile(RecordingId("a"), "a.txt", self.words),),
            self.text,
            tuple(Cue(index, start) for index, start in self.cues),
            tuple(Picture(index, source, "") for index, source in self.pictures),
            (),
            self.chunked,
        )
        return Known(held(), held().forums[FORUM], heard, settings())

    @property
    def division(self) -> Division:
        ends = [start for start, _, _ in self.turns[1:]] + [len(self.words)]
        turns = (
            tuple(
                FoundTurn(start, end, PersonId(person) if person else None, sure)
                for (start, person, sure), end in zip(self.turns, ends, strict=True)
            )
            if self.turns
            else ()
        )
        session = FoundSession(SESSION, SessionKind.TALK, 0, len(self.words), (), turns)
        return Division((session,), (), (), ())

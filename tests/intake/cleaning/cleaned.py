"""Recordings of an invented forum for the steps that leave words out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.intake.done import Done, DoneKind
from generator.intake.heard import Cue, Heard, HeardFile
from generator.intake.settings import load_settings
from generator.intake.step import Known, Step
from generator.intake.text import Text
from generator.model.dates import PartialDate
from generator.model.forum import Forum
from generator.model.identifiers import EventId, ForumId, PersonId, RecordingId
from generator.model.language import Language
from generator.model.person import Person
from generator.model.proceedings import Proceedings
from generator.model.text import LocalizedText
from tests.building import ROOT

SETTINGS = load_settings(ROOT / "site_config" / "intake")
KEEPER = Person(
    id=PersonId("wen-shuoyu"),
    names=LocalizedText.of({Language.HANS: "闻朔屿", Language.EN: "Wen Shuoyu"}),
    aliases=("しおみ",),
)
FORUM = Forum(
    id=ForumId("salt-marsh"),
    title=LocalizedText.of({Language.HANS: "盐沼观察夜"}),
    event=EventId("tide-week"),
    language=Language.HANS,
    date=PartialDate.parse("2025"),
)


@dataclass(frozen=True)
class Cleaned:
    """What a step made of a recording.

    Attributes:
        words: What is left.
        done: What it did.
        heard: The recording.
    """

    words: str
    done: tuple[Done, ...]
    heard: str

    def gone(self, reason: str) -> list[str]:
        """What was left out for a reason, each piece as it was heard."""
        return [
            self.heard[one.start : one.end].strip()
            for one in self.done
            if one.kind is DoneKind.DROPPED and one.reason == reason
        ]


@dataclass(frozen=True)
class Cleaning:
    """How a recording is cleaned.

    Attributes:
        step: The step.
        chunked: Its lines are a recogniser's chunks.
        language: What the forum speaks.
        speakers: Who begins to speak at which index, as the format says.
        settled: A second run must find nothing more; not so where what is left stands together by chance.
    """

    step: Step
    chunked: bool = False
    language: Language = Language.HANS
    speakers: tuple[tuple[int, str], ...] = field(default=())
    settled: bool = True

    def __call__(self, words: str) -> Cleaned:
        """Clean a recording, and hold the step to what every step promises."""
        file = HeardFile(RecordingId("a"), "a.txt", words)
        cues = tuple(Cue(index, speaker=speaker) for index, speaker in self.speakers)
        heard = Heard((file,), Text.of(words), cues, chunked=self.chunked)
        held = Proceedings({}, {FORUM.id: FORUM}, {KEEPER.id: KEEPER}, {}, {}, {}, {}, {})
        known = Known(held, replace(FORUM, language=self.language), heard, SETTINGS)
        text, done = self.step(heard.text, known)
        assert list(text.origins) == sorted(text.origins)
        left = {origin for origin in text.origins if not words[origin].isspace()}
        told = {at for one in done if one.kind is DoneKind.DROPPED for at in range(one.start, one.end)}
        solid = {at for at, sign in enumerate(words) if not sign.isspace()}
        assert solid <= left | told, "something vanished without being told"
        if not self.settled:
            return Cleaned(text.words, done, words)
        again, more = self.step(Text.of(text.words), replace(known, heard=replace(heard, text=text)))
        assert again.words == text.words, "a second run changes something"
        assert not [one for one in more if one.kind is DoneKind.DROPPED]
        return Cleaned(text.words, done, words)

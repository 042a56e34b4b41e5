"""An invented forum at the sea: its programme, and recordings of it made of parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count, islice

from generator.intake.division import Division
from generator.intake.heard import Cue, Heard, HeardFile, Title
from generator.intake.sessions.find import find_sessions
from generator.intake.settings import load_settings
from generator.intake.step import Known
from generator.intake.text import Text
from generator.model.dates import ClockTime, PartialDate
from generator.model.forum import Forum
from generator.model.identifiers import EventId, ForumId, PersonId, RecordingId, SessionId
from generator.model.language import Language
from generator.model.person import Person
from generator.model.proceedings import Proceedings
from generator.model.session import Appearance, Role, Session, SessionKind
from generator.model.text import LocalizedText
from tests.building import ROOT

SETTINGS = load_settings(ROOT / "site_config" / "intake")
PEOPLE = {
    "wen-shuoyu": ("闻朔屿", "Wen Shuoyu"),
    "jiang-hebai": ("江鹤白", "Jiang Hebai"),
    "tao-yanchu": ("陶雁初", "Tao Yanchu"),
    "fang-linxi": ("方临溪", "Fang Linxi"),
    "su-qinglan": ("苏晴岚", "Su Qinglan"),
    "lu-pingchuan": ("陆平川", "Lu Pingchuan"),
}
_CLAUSES = (
    "潮水退下去以后滩面会露出一层细泥",
    "我们在那里放了六十块沉积板",
    "每个月量一次厚度",
    "芦苇的根把泥沙留了下来",
    "去年冬天的风比往年小",
    "候鸟到得也早了一些",
    "把这些读数画在一张图上",
    "就能看出海岸在往哪边走",
    "老渔民的经验和仪器说的是一回事",
    "盐度计放在闸口的外侧",
)


def name(hans: str, english: str = "") -> LocalizedText:
    return LocalizedText.of({Language.HANS: hans, **({Language.EN: english} if english else {})})


def session(
    identifier: str,
    title: str,
    *people: str,
    kind: SessionKind = SessionKind.TALK,
    roles: Sequence[Role] = (Role.SPEAKER,),
    parent: str = "",
) -> Session:
    return Session(
        id=SessionId(identifier),
        kind=kind,
        title=name(title),
        parent=SessionId(parent) if parent else None,
        people=tuple(Appearance(person=PersonId(person), roles=tuple(roles)) for person in people),
    )


PLATES = session("plates", "沉积板与海岸线的进退", "wen-shuoyu")
BIRDS = session("birds", "候鸟停歇地的声音监测", "jiang-hebai")
REEDS = session("reeds", "芦苇带怎样消浪", "tao-yanchu")
PANEL = session(
    "panel",
    "圆桌：滩涂归谁管",
    "fang-linxi",
    "su-qinglan",
    "lu-pingchuan",
    kind=SessionKind.PANEL,
    roles=(Role.PANELIST,),
)
PROGRAMME = (PLATES, BIRDS, REEDS, PANEL)


class Tide:
    """A recording made of parts, each what one person says, and the forum that it is of."""

    def __init__(
        self,
        *parts: str,
        sessions: Sequence[Session] = PROGRAMME,
        chunked: bool = False,
        titles: Sequence[tuple[int, str]] = (),
        speakers: Sequence[tuple[int, str]] = (),
    ) -> None:
        self.parts = parts
        self.raw = "".join(parts)
        file = HeardFile(RecordingId("a"), "a.txt", self.raw)
        text = Text.of(self.raw)
        heard = Heard(
            (file,),
            text,
            cues=tuple(Cue(self.start(part), None, speaker) for part, speaker in speakers),
            titles=tuple(Title(self.start(part), 1, words) for part, words in titles),
            chunked=chunked,
        )
        for part, _ in titles:  # a heading is no speech
            start, end = self.start(part), self.start(part) + len(parts[part])
            heard = replace(
                heard, text=Text.joined((heard.text.heard(0, start), heard.text.heard(end, len(text))))
            )
        forum = Forum(
            id=ForumId("tide"),
            title=name("潮间带论坛"),
            event=EventId("tide-week"),
            language=Language.HANS,
            date=PartialDate.parse("2025"),
            sessions=tuple(sessions),
        )
        people = {
            PersonId(key): Person(id=PersonId(key), names=name(*names)) for key, names in PEOPLE.items()
        }
        held = Proceedings({}, {forum.id: forum}, people, {}, {}, {}, {}, {})
        self.known = Known(held, forum, heard, SETTINGS)

    def start(self, part: int) -> int:
        """Where a part begins in the recording."""
        return sum(map(len, self.parts[:part]))

    def division(self) -> Division:
        return find_sessions(self.known.heard.text, self.known)

    def found(self) -> dict[str, str]:
        """What was found, by id, as the words of the recording."""
        return {one.id: self.raw[one.start : one.end] for one in self.division().sessions}


def lines(*said: str) -> str:
    """Words as a recogniser writes them that begins a line with each breath."""
    return "".join(f"{line}\n" for line in said)


def speech(letters: int, first: int = 0) -> str:
    """Something that somebody says, of about so many letters, a line a breath."""
    said = (_CLAUSES[(first + number * 3) % len(_CLAUSES)] for number in count())
    return lines(*islice(said, letters // 14))


def planned(one: Session, start: str, end: str) -> Session:
    """A session with its times."""
    return replace(one, start=ClockTime.parse(start), end=ClockTime.parse(end))

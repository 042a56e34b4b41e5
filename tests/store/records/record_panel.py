"""An invented panel, for the tests of this folder."""

from __future__ import annotations

from generator.model.fault import Fault
from generator.model.identifiers import ForumId, PersonId, RecordingId, SessionId
from generator.model.language import Language
from generator.model.person import Person
from generator.model.session import Appearance, Role
from generator.model.text import LocalizedText
from generator.store.records.parse import ParsedBody, RecordContext, parse_record
from generator.store.records.speakers import Speakers

PATH = "content/forums/harbour-2025/records/panel.zh-Hans.md"


def person(identifier: str, chinese: str, english: str, *aliases: str) -> Person:
    names = LocalizedText.of({Language.HANS: chinese, Language.EN: english})
    return Person(id=PersonId(identifier), names=names, aliases=aliases)


PEOPLE = {
    one.id: one
    for one in (
        person("wen-shuoyu", "闻朔屿", "Wen Shuoyu", "Dr. Wen"),
        person("luo-pingjiang", "骆平绛", "Luo Pingjiang"),
        person("jian-du-birds", "简渡", "Jian Du"),
        person("jian-du-maps", "简渡", "Jian Du"),
        person("yu-an", "于安", "Yu An"),
    )
}


def appears(identifier: str, label: str | None = None) -> Appearance:
    return Appearance(person=PersonId(identifier), roles=(Role.PANELIST,), label=label)


SPEAKERS = Speakers.of(
    [
        appears("wen-shuoyu"),
        appears("luo-pingjiang"),
        appears("jian-du-birds", "简渡（数鸟）"),
        appears("jian-du-maps", "简渡（画图）"),
        appears("yu-an"),
    ],
    PEOPLE,
)


def read(
    body: str,
    language: Language = Language.HANS,
    recordings: tuple[str, ...] | None = ("a",),
    heard: str | None = None,
) -> ParsedBody:
    """Read a body that begins on line 1 of its file."""
    context = RecordContext(
        path=PATH,
        first_line=1,
        key=(ForumId("harbour-2025"), SessionId("panel"), language),
        speakers=SPEAKERS,
        recordings=None if recordings is None else tuple(RecordingId(one) for one in recordings),
        heard=None if heard is None else RecordingId(heard),
    )
    return parse_record(body, context)


def told(faults: tuple[Fault, ...], *, unmarked: bool = False) -> list[tuple[str, int, int]]:
    """Return code, line and column of each fault; missing marks only where they are asked for."""
    return [
        (fault.code, fault.place.line, fault.place.column)
        for fault in faults
        if unmarked or fault.code != "unmarked"
    ]

from __future__ import annotations

import json
from typing import Any

from generator.intake.division import Division, FoundSession, FoundTurn
from generator.intake.done import Done, DoneKind
from generator.intake.reading import read_recording
from generator.intake.report import make_report, report_text
from generator.intake.settings import Settings
from generator.intake.step import Known
from generator.model.dates import PartialDate
from generator.model.forum import Forum
from generator.model.identifiers import EventId, ForumId, PersonId, RecordingId, SessionId
from generator.model.language import Language
from generator.model.person import Person
from generator.model.proceedings import Proceedings
from generator.model.session import SessionKind
from generator.model.text import LocalizedText

SPEAKER = PersonId("wen-shuoyu")
NAMES = LocalizedText.of({Language.HANS: "闻朔屿", Language.EN: "Wen Shuoyu"})
FORUM = Forum(
    id=ForumId("salt-marsh"),
    title=LocalizedText.of({Language.HANS: "盐沼"}),
    event=EventId("tide-week"),
    language=Language.HANS,
    date=PartialDate.parse("2025"),
)


def known(*files: str) -> Known:
    recording = [(RecordingId("ab"[at]), f"{at}.txt", text.encode()) for at, text in enumerate(files)]
    people = {SPEAKER: Person(id=SPEAKER, names=NAMES)}
    held = Proceedings({}, {FORUM.id: FORUM}, people, {}, {}, {}, {}, {})
    return Known(held, FORUM, read_recording(recording), Settings())


def talk(start: int, end: int) -> FoundSession:
    return FoundSession(
        SessionId("plates"),
        SessionKind.TALK,
        start,
        end,
        (SPEAKER,),
        (FoundTurn(start, end, SPEAKER, sure=True), FoundTurn(end, end, None, sure=False)),
    )


def covered(report: Any, lines: list[str]) -> list[str]:
    """Each line with what is in no part of the report."""
    left = [list(f"{line}\n") for line in lines]
    for key in ("dropped", "sessions", "host", "aside"):
        for entry in report[key]:
            (line, at), end = entry["from"], tuple(entry["to"])
            while (line, at) < end and line <= len(left):
                if at < len(left[line - 1]):
                    left[line - 1][at] = ""
                    at += 1
                else:
                    line, at = line + 1, 0
    return ["".join(line) for line in left]


def test_every_character_is_accounted_for() -> None:
    text = "杂音\n主持人说\n今天读潮位\n再会\n没人管的话\n"
    report = make_report(
        known(text),
        [Done(0, 3, DoneKind.DROPPED, "hallucination")],
        Division((talk(8, 14),), ((3, 8),), ((14, 17),), (SessionId("lunch"),)),
    )
    assert covered(report, text.split("\n")[:-1]) == [""] * 5
    assert report["dropped"] == [{"from": [1, 0], "to": [2, 0], "reason": "hallucination"}]
    assert report["host"] == [{"from": [2, 0], "to": [3, 0]}]
    assert report["aside"] == [{"from": [4, 0], "to": [6, 0], "characters": 7}]
    assert report["missing"] == ["lunch"]
    assert report["sessions"] == [
        {
            "id": "plates",
            "kind": "talk",
            "from": [3, 0],
            "to": [4, 0],
            "speakers": [{"id": "wen-shuoyu", "name": "闻朔屿"}],
            "turns": [
                {"from": [3, 0], "to": [4, 0], "speaker": "闻朔屿", "sure": True},
                {"from": [4, 0], "to": [4, 0], "speaker": None, "sure": False},
            ],
        }
    ]


def test_what_a_format_wrote_is_dropped_as_such() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\n<i>潮位</i>\n\n"
    report = make_report(known(text), [], Division((), (), (), ()))
    assert {entry["reason"] for entry in report["dropped"]} == {"format"}
    assert covered(report, text.split("\n")[:-1]) == [""] * 4
    assert report["aside"][0] == {"from": [3, 3], "to": [3, 5], "characters": 2}


def test_an_escape_belongs_to_its_character() -> None:
    text = json.dumps({"segments": [{"start": 0, "text": "潮位\U0001f30a站"}]})
    report = make_report(known(text), [], Division((talk(0, len(text)),), (), (), ()))
    assert [entry["from"][1] for entry in report["dropped"]] == [0, text.index('"}]') + 1]


def test_names_that_were_put_right_are_gathered() -> None:
    done = [Done(start, start + 2, DoneKind.RENAMED, "person", "文硕", "闻朔") for start in (3, 0)]
    done.append(Done(6, 8, DoneKind.RENAMED, "term", "潮未", "潮位"))
    report = make_report(known("文硕\n文硕\n潮未\n"), done, Division((), (), (), ()))
    assert report["renamed"] == [
        {"heard": "文硕", "written": "闻朔", "at": [[1, 0], [2, 0]]},
        {"heard": "潮未", "written": "潮位", "at": [[3, 0]]},
    ]


def test_with_several_files_each_entry_says_in_which_it_is() -> None:
    report = make_report(
        known("潮位\n尺子", "水面\n"),
        [Done(6, 8, DoneKind.RENAMED, "term", "水面", "水位")],
        Division((talk(3, 9),), (), (), ()),
    )
    (session,) = report["sessions"]
    assert (session["from"], session["recording"]) == ([2, 0], "a")
    assert (session["to"], session["to_recording"]) == ([2, 0], "b")
    assert report["aside"] == [{"from": [1, 0], "to": [2, 0], "recording": "a", "characters": 2}]
    assert report["renamed"][0]["at"] == [[1, 0, "b"]]
    assert [one["id"] for one in report["recordings"]] == ["a", "b"]


def test_the_text_of_a_report_is_its_json() -> None:
    report = make_report(known("潮位\n"), [], Division((), (), (), ()))
    text = report_text(report)
    assert json.loads(text) == dict(report)
    assert text == report_text(report)
    assert "潮" not in text


def test_what_is_no_programme_is_told_with_its_words_and_headings() -> None:
    text = "# 潮位\n\n今天读潮位\n\n# 别的论坛\n\n我们说别的\n"
    start = text.index("我们")
    division = Division((talk(0, text.index("# 别")),), (), ((text.index("# 别"), len(text)),), ())
    report = make_report(known(text), [Done(start, start + 2, DoneKind.DROPPED, "loop")], division)
    (aside,) = report["aside"]
    assert (aside["from"], aside["to"]) == ([5, 0], [8, 0])
    assert (aside["characters"], aside["titles"]) == (3, ["别的论坛"])

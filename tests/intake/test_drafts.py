from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import yaml

from generator.intake.division import Division
from generator.intake.done import Done, DoneKind
from generator.intake.drafts import draft_records
from generator.intake.wording.punctuation import punctuate
from generator.model.identifiers import HOST
from generator.model.language import Language
from generator.model.record import Paragraph
from generator.store.layout import ContentFile, FileKind
from generator.store.record_file import RecordFile, read_record_file
from tests.intake.wording.marsh import FORUM, SESSION, Marsh

LINE = "守望人把读数写进本子\n所以我们知道潮水退到了哪里\n"


def drafted(marsh: Marsh, done: tuple[Done, ...] = (), division: Division | None = None) -> dict[str, str]:
    division = division or marsh.division
    text, _ = punctuate(marsh.text, marsh.known, division)
    return {file.path[-1]: file.text for file in draft_records(text, marsh.known, division, done)}


def read(files: dict[str, str], marsh: Marsh, name: str = SESSION) -> RecordFile:
    file = f"{name}.zh-Hans.md"
    known = marsh.known
    place = ContentFile(
        path=None,  # type: ignore[arg-type]  # nothing is read from a disk
        shown=file,
        kind=FileKind.RECORD,
        forum=FORUM,
        name=name,
        language=Language.HANS,
    )
    return read_record_file(place, files[file], known.forum, known.held.people)


def test_a_draft_is_a_record_without_faults_that_says_what_it_is() -> None:
    marsh = Marsh(LINE * 40)
    found = read(drafted(marsh), marsh)
    assert found.faults == ()
    assert found.record is not None
    assert (found.record.head.form, found.record.head.written_by) == ("edited", "machine")
    assert found.record.head.checked == ()
    assert len(found.record.blocks) > 3


def test_every_paragraph_stands_on_a_span_of_the_recording() -> None:
    marsh = Marsh(LINE * 40)
    files = drafted(marsh)
    record = read(files, marsh).record
    assert record is not None
    sources = yaml.safe_load(files[f"{SESSION}.sources.yml"])
    assert list(sources) == [block.marks[0] for block in record.blocks]
    spans = [span for one in sources.values() for span in one]
    assert spans[0]["from"] == [1, 0]
    assert spans[-1]["to"] == [81, 0]
    assert all(one["to"] <= other["from"] for one, other in pairwise(spans))


def test_a_paragraph_over_what_was_left_out_stands_on_two_spans() -> None:
    words = LINE + "漏" * 200 + LINE
    marsh = Marsh(words)
    left = type(marsh.text).joined(
        [marsh.text.part(0, len(LINE)), marsh.text.part(len(LINE) + 200, len(words))]
    )
    files = {file.path[-1]: file.text for file in draft_records(left, marsh.known, marsh.division, ())}
    assert files[f"{SESSION}.sources.yml"].count("recording: a") == 2


def test_the_same_gives_the_same_and_marks_are_of_the_words() -> None:
    assert drafted(Marsh(LINE * 40)) == drafted(Marsh(LINE * 40))
    one, other = (
        set(re.findall(r"\^(\w{4})", "".join(drafted(Marsh(LINE * 40 + tail)).values())))
        for tail in ("", "完了")
    )
    assert len(one & other) >= len(one) - 2


def test_turns_are_written_with_the_names_of_the_session() -> None:
    words = "大家好\n我先说\n你说得对\n我也这样看\n"
    turns = ((0, "shu-heting", True), (8, "nobody", True), (13, "shu-heting", False))
    marsh = Marsh(words, turns=turns)
    files = drafted(marsh)
    found = read(files, marsh)
    assert found.record is not None
    assert found.faults == ()
    paragraphs = [block for block in found.record.blocks if isinstance(block, Paragraph)]
    said = [(one.turn.person, one.turn.unnamed) for one in paragraphs if one.turn]
    assert said == [("shu-heting", ""), (None, "unknown"), ("shu-heting", "")]
    assert [[review.reason for review in one.reviews] for one in paragraphs] == [[], ["speaker"], ["speaker"]]


def test_words_that_look_like_a_turn_are_none() -> None:
    name = next(iter(Marsh("").known.held.people.values())).names.texts[0][1]
    person = next(p for p in Marsh("").known.held.people.values() if p.id == "shu-heting")
    name = person.names.texts[0][1]
    marsh = Marsh(f"{name}：说过潮水会来")
    record = read(drafted(marsh), marsh).record
    assert record is not None
    assert all(block.turn is None for block in record.blocks if isinstance(block, Paragraph))


def test_what_is_to_be_looked_at_is_marked_where_it_stands() -> None:
    marsh = Marsh(LINE * 40)
    done = (
        Done(5, 8, DoneKind.MARKED, "sensitive", "读数写"),
        Done(0, 3, DoneKind.DROPPED, "loop", "守望人"),
    )
    found = read(drafted(marsh, done), marsh)
    assert found.record is not None
    assert found.faults == ()
    reviews = [(review.reason, review.note) for block in found.record.blocks for review in block.reviews]
    assert reviews == [("sensitive", "读数写")]
    assert found.record.blocks[0].reviews


def test_a_picture_stands_by_its_sentence() -> None:
    words = "水尺钉在堤上\n读数写进本子\n木板还在滩上\n"
    marsh = Marsh(words, pictures=((9, "https://tideland.example/a_1.png"), (19, "b.png")))
    files = drafted(marsh)
    found = read(files, marsh)
    assert found.faults == ()
    lines = [line for line in files[f"{SESSION}.zh-Hans.md"].split("\n") if line][4:]
    assert [bool(re.match(r"\[图\]\(https|图 <!-- review: picture: b.png", line)) for line in lines].count(
        True
    ) == 2
    assert "".join(re.findall(r"[水尺钉在堤上读数写进本子木板还滩]", "".join(lines))) == words.replace(
        "\n", ""
    )


def test_times_stand_where_the_format_has_them_and_never_go_back() -> None:
    cues = ((0, 1000), (len(LINE) * 20, 65_000), (len(LINE) * 39, 2_000))
    marsh = Marsh(LINE * 40, cues=cues)
    files = drafted(marsh)
    found = read(files, marsh)
    assert found.faults == ()
    assert re.findall(r"\[a (\S+?)\]", files[f"{SESSION}.zh-Hans.md"])[0] == "00:00:01"
    assert "00:01:05" in files[f"{SESSION}.zh-Hans.md"]
    assert "00:00:02" not in files[f"{SESSION}.zh-Hans.md"]


def test_the_host_has_a_record_that_names_the_sessions() -> None:
    words = "欢迎各位来到盐沼\n" + LINE * 10
    marsh = Marsh(words)
    division = marsh.division
    session = replace(division.sessions[0], start=9)
    files = drafted(marsh, division=Division((session,), ((0, 9),), (), ()))
    found = read(files, marsh, HOST)
    assert found.faults == ()
    assert f"](session:{SESSION})" in files["host.zh-Hans.md"]
    assert "欢迎各位来到盐沼。" in files["host.zh-Hans.md"]


def test_a_session_without_words_has_no_draft() -> None:
    assert drafted(Marsh("\n \n")) == {}

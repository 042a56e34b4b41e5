from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import pytest

from generator.model.dates import PartialDate
from generator.model.event import Event, EventDates
from generator.model.fault import Place
from generator.model.identifiers import PersonId
from generator.model.language import Language
from generator.model.person import Person
from generator.model.record import RecordHead
from generator.model.session import Attendance, Heard, Role, Session
from generator.model.text import LocalizedText
from generator.store.decode import Decoder
from generator.store.yaml_tree import parse_yaml

T = TypeVar("T")


def read(
    text: str, cls: type[T], language: Language = Language.HANS, **given: object
) -> tuple[T | None, Decoder]:
    node, faults = parse_yaml(text, "a.yml")
    assert faults == ()
    decoder = Decoder("a.yml", language)
    return decoder.read_object(node, cls, (), **given), decoder


def test_what_is_left_out_has_the_value_that_the_model_says() -> None:
    session, decoder = read("{id: a-b, kind: talk, title: 题}", Session)
    assert decoder.faults == []
    assert session is not None
    assert session.title == LocalizedText(((Language.HANS, "题"),))
    assert (session.people, session.start, session.record.value) == ((), None, "pending")


def test_a_plain_text_is_in_the_language_of_the_file() -> None:
    session, _ = read("{id: a-b, kind: talk, title: A title}", Session, Language.EN)
    assert session is not None
    assert session.title.languages == (Language.EN,)


def test_keys_that_python_reserves_are_written_plainly() -> None:
    heard, decoder = read('{recording: a, from: "00:10", to: "01:00:00", lines: [3, 9]}', Heard)
    assert decoder.faults == []
    assert heard is not None
    assert heard.from_ is not None
    assert (heard.from_.seconds, heard.lines) == (10, (3, 9))
    dates, _ = read("{from: 2024, to: 2024-07}", EventDates)
    assert dates == EventDates(from_=PartialDate(2024), to=PartialDate(2024, 7))


def test_values_within_values() -> None:
    text = """
id: a-b
kind: talk
title: 题
people:
  - person: lin-wan
    roles: [speaker, chair]
    attended: remote
    affiliations: [{organisation: luxi, position: {en: Head}}]
"""
    session, decoder = read(text, Session)
    assert session is not None
    one = session.people[0]
    assert (one.roles, one.attended) == ((Role.SPEAKER, Role.CHAIR), Attendance.REMOTE)
    assert one.affiliations[0].position == LocalizedText(((Language.EN, "Head"),))
    assert [(reference.kind, reference.target) for reference in decoder.references] == [
        ("PersonId", "lin-wan"),
        ("OrganisationId", "luxi"),
    ]
    assert decoder.places["a.yml", ("people", 0, "roles")] == Place("a.yml", 7, 12)


def test_ids_of_its_own_are_no_references() -> None:
    _, decoder = read("{id: a-b, title: 题, formerly: [old]}", Event)
    assert decoder.references == []


def test_a_map_of_marks() -> None:
    head, decoder = read("{form: edited, written_by: person, gone: {p7k2: p9x1}}", RecordHead)
    assert decoder.faults == []
    assert head is not None
    assert head.gone == {"p7k2": "p9x1"}


def test_chinese_that_was_folded_is_joined_without_a_space() -> None:
    text = "names: {zh-Hans: 一}\nbio:\n  zh-Hans: |\n    前一行，\n    后一行\n  en: >-\n    one\n    two\n"
    person, _ = read(text, Person, id=PersonId("a-b"))
    assert person is not None
    assert person.bio is not None
    assert dict(person.bio.texts) == {Language.HANS: "前一行，后一行", Language.EN: "one two"}


@pytest.mark.parametrize(
    ("text", "column", "says"),
    [
        ("{id: a-b, kind: talk, tilte: 题}", 1, "the key 'title' is missing"),
        ("{id: a-b, kind: tlak, title: 题}", 17, "did you mean 'talk'?"),
        ("{id: a-b, kind: talk, title: 题, begins: 1}", 33, "keys here: id, kind, title"),
        ("{id: a-b, kind: talk, title: 题, starts: 1}", 33, "did you mean 'start'?"),
        ("{id: a-b, kind: talk, title: [题]}", 30, "write a text, or a map such as"),
        ("{id: a-b, kind: talk, title: {}}", 30, "write a text, or a map such as"),
        ("{id: a-b, kind: talk, title: ''}", 30, "there is nothing here"),
        ("{id: a-b, kind: talk, title: {zh-hans: 题}}", 31, "did you mean 'zh-Hans'?"),
        ("{id: a-b, kind: talk, title: {en: [x]}}", 35, "here should be a text"),
        ("{id: a-b, kind: talk, title: 题, topics: x}", 41, "here should be a list"),
        ("{id: a-b, kind: talk, title: 题, people: [x]}", 42, "a map with keys such as person, roles"),
        ("{id: a-b, kind: talk, title: 题, start: [9]}", 40, "quote it, if it begins with [ or {"),
        ("{id: a-b, kind: talk, title: 题, start: 9.30}", 40, "a time is written 09:30"),
        ("{id: a-b, kind: talk, title: 题, heard: [{recording: a, lines: [1]}]}", 63, "two whole numbers"),
        ("{id: a-b, kind: talk, title: 题, heard: [{recording: a, lines: [1, x]}]}", 67, "no whole number"),
        ("{id: A, kind: talk, title: 题}", 6, "'A' cannot be an id"),
        ("[a, b]", 1, "here should be a map with keys such as id, kind, title"),
    ],
)
def test_what_is_wrong_is_told_with_the_nearest_right_thing(text: str, column: int, says: str) -> None:
    _, decoder = read(text, Session)
    told = {str(fault.place): f"{fault.message} ({fault.remedy})" for fault in decoder.faults}
    assert says in told[f"a.yml:1:{column}"]


def test_all_that_is_wrong_is_told_and_what_is_right_is_kept() -> None:
    text = "id: a-b\ntitle: 题\nurl: nowhere\ndates: {form: 2024}\nextra: 1\n"
    event, decoder = read(text, Event)
    assert event is not None
    assert (event.title.get(Language.HANS), event.url, event.dates) == ("题", None, None)
    assert sorted((fault.place.line, fault.code) for fault in decoder.faults) == [
        (3, "wrong-value"),
        (4, "missing-key"),
        (4, "unknown-key"),
        (5, "unknown-key"),
    ]


def test_of_a_list_what_is_wrong_in_one_leaves_the_others_whole() -> None:
    node, _ = parse_yaml("- {id: one, title: 一}\n- {id: two}\n- {id: three, title: 三}\n", "a.yml")
    decoder = Decoder("a.yml", Language.HANS)
    assert [event.id for event in decoder.read_list(node, Event)] == ["one", "three"]
    assert len(decoder.faults) == 1


@pytest.mark.parametrize("given", [{}, {"id": PersonId("a-b")}])
def test_an_empty_file_is_a_fault(given: Mapping[str, object]) -> None:
    decoder = Decoder("a.yml", Language.HANS)
    assert decoder.read_object(None, Person, (), **given) is None
    assert [fault.code for fault in decoder.faults] == ["empty-file"]

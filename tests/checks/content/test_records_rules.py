"""Records, their marks and what they stand on, against the programme."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.content import check_content
from generator.model.fault import Severity
from generator.store.load import load_content
from tests.checks.content.small_content import codes_of, faults_of, forum, record, write
from tests.pictures import PICTURE

SHOWN = {"id": "one", "record": "published"}


def test_marks_that_are_the_same_in_every_language_are_right_in_any_order_and_number(tmp_path: Path) -> None:
    forum(tmp_path, [SHOWN])
    record(tmp_path, "one", "一 ^a1b2 ^c3d4\n\n二 ^e5f6\n")
    record(tmp_path, "one", "Two ^e5f6\n\nOne ^c3d4\n", language="en", head="translated_from: zh-Hans\n")
    assert codes_of(tmp_path) == ["translation-unconfirmed"]


def test_a_paragraph_in_one_language_only_is_a_warning_at_its_line(tmp_path: Path) -> None:
    forum(tmp_path, [SHOWN])
    record(tmp_path, "one", "一 ^a1b2\n\n二 ^e5f6\n")
    record(tmp_path, "one", "One ^a1b2\n", language="en")
    (fault,) = faults_of(tmp_path)
    assert (fault.code, fault.severity, fault.place.line) == ("one-language", Severity.WARNING, 9)


@pytest.mark.parametrize(
    ("gone", "codes"),
    [
        ("{x1x1: a1b2}", []),
        ("{x1x1: y2y2, y2y2: z3z3, z3z3: a1b2}", []),  # through any number of steps
        ("{x1x1: y2y2}", ["gone-nowhere"]),
        ("{x1x1: y2y2, y2y2: x1x1}", ["gone", "gone"]),
        ("{x1x1: x1x1}", ["gone"]),
        ("{a1b2: e5f6}", ["gone"]),  # it stands there still
    ],
)
def test_marks_that_are_gone_lead_somewhere(tmp_path: Path, gone: str, codes: list[str]) -> None:
    forum(tmp_path, [SHOWN])
    record(tmp_path, "one", "一 ^a1b2\n\n二 ^e5f6\n", head=f"gone: {gone}\n")
    assert codes_of(tmp_path) == codes


@pytest.mark.parametrize(
    ("session", "body", "codes"),
    [
        ({"record": "published"}, "一 ^a1b2\n", []),
        ({"record": "published"}, "", ["no-record"]),
        ({"record": "pending"}, "一 ^a1b2\n", []),  # written, and not for publication yet
        ({"record": "pending"}, "", []),
        ({"record": "none"}, "", ["no-reason"]),
        ({"record": "none", "why": "无"}, "一 ^a1b2\n", ["record-there"]),
        ({"record": "withheld", "why": "无"}, "一 ^a1b2\n", ["record-there"]),
        ({"record": "withheld", "why": "无"}, "", []),
        ({"record": "host"}, "", ["no-host-record"]),
        ({"record": "host"}, "一 ^a1b2\n", ["record-there", "no-host-record"]),
    ],
)
def test_the_programme_and_the_files_agree(
    tmp_path: Path, session: dict[str, str], body: str, codes: list[str]
) -> None:
    forum(tmp_path, [{"id": "one", **session}])
    if body:
        record(tmp_path, "one", body)
    assert codes_of(tmp_path) == codes


def test_a_translation_may_be_made_from_either_script(tmp_path: Path) -> None:
    forum(tmp_path, [SHOWN])
    record(tmp_path, "one", "一 ^a1b2\n", language="zh-Hant")
    record(tmp_path, "one", "One ^a1b2\n", language="en", head="translated_from: zh-Hans\n")
    assert codes_of(tmp_path) == ["translation-unconfirmed"]


@pytest.mark.parametrize(
    ("spans", "codes"),
    [
        ([{"recording": "r", "from": [1, 0], "to": [1, 1]}], []),
        ([{"recording": "r", "from": [1, 5], "to": [1, 5]}], ["span"]),
        ([{"recording": "r", "from": [2, 0], "to": [1, 9]}], ["span"]),
        ([{"recording": "r", "from": [0, 0], "to": [1, 0]}], ["span"]),
        ([{"recording": "q", "from": [1, 0], "to": [1, 1]}], ["dangling-id"]),
        ([], ["no-source"]),
    ],
)
def test_spans_of_recordings(tmp_path: Path, spans: list[dict[str, object]], codes: list[str]) -> None:
    forum(tmp_path, [SHOWN], recordings=[{"id": "r"}])
    record(tmp_path, "one", "一 ^a1b2\n")
    write(tmp_path, "forums/a/records/one.sources.yml", {"a1b2": spans})
    assert codes_of(tmp_path) == codes


def test_a_picture_is_one_by_its_bytes_and_is_shown_by_something(tmp_path: Path) -> None:
    forum(tmp_path, [SHOWN])
    write(tmp_path, "forums/a/images/good.png", PICTURE)
    write(tmp_path, "forums/a/images/fake.png", b"<svg onload=alert(1)>")
    write(tmp_path, "forums/a/images/unused.png", PICTURE)
    record(tmp_path, "one", "![图](good.png) ^a1b2\n\n![图](fake.png) ^c3d4\n\n![图](god.png) ^e5f6\n")
    faults = faults_of(tmp_path)
    found = [(fault.place.path.rpartition("/")[2], fault.place.line, fault.code) for fault in faults]
    assert found == [
        ("fake.png", 0, "not-an-image"),
        ("unused.png", 0, "unused-image"),
        ("one.zh-Hans.md", 11, "no-image"),
    ]
    assert "did you mean 'good.png'" in faults[2].remedy


def test_an_id_that_is_not_there_is_told_with_the_nearest_that_is(tmp_path: Path) -> None:
    write(tmp_path, "people/lin.yml", {"names": {"en": "Lin"}})
    forum(
        tmp_path,
        [
            {
                "id": "one",
                "people": [{"person": "lin", "roles": ["speaker"]}, {"person": "li", "roles": ["host"]}],
            }
        ],
    )
    (fault,) = faults_of(tmp_path)
    assert (fault.code, fault.remedy) == ("dangling-id", "did you mean 'lin'?")


def test_circles_are_told_once_at_their_first(tmp_path: Path) -> None:
    write(
        tmp_path,
        "topics.yml",
        [
            {"id": "lead-in", "title": "入", "broader": "one"},
            {"id": "one", "title": "一", "broader": "two"},
            {"id": "two", "title": "二", "broader": "three"},
            {"id": "three", "title": "三", "broader": "one"},
        ],
    )
    (fault,) = faults_of(tmp_path)
    assert (fault.code, fault.message) == ("circle", "'one' is a part of itself")


def test_who_names_a_file_that_cannot_be_read_is_not_at_fault(tmp_path: Path) -> None:
    write(tmp_path, "people/lin.yml", "names: {en: [Lin\n")
    forum(tmp_path, [{"id": "one", "people": [{"person": "lin", "roles": ["speaker"]}]}])
    assert [fault.code for fault in check_content(load_content(tmp_path))] == []


@pytest.mark.parametrize(
    ("chinese", "english", "codes"),
    [
        ("## [一](session:one) ^h1h1\n", "", []),
        ("## [一](session:a/one) ^h1h1\n", "", []),
        ("### *[一](session:one)* ^h1h1\n", "", []),
        ("## 一 ^h1h1\n", "", ["no-host-chapter"]),
        ("## 一 ^h1h1\n\n[一](session:one) ^a1b2\n", "", ["no-host-chapter"]),
        # The same chapter by its mark: it is enough that one language links the session.
        ("## [一](session:one) ^h1h1\n", "## One ^h1h1\n", []),
        ("## 一 ^h1h1\n", "## [One](session:one) ^h1h1\n", []),
        ("## [一](session:on) ^h1h1\n", "", ["no-host-chapter", "dangling-id"]),
    ],
)
def test_words_among_the_hosts_have_a_chapter_there(
    tmp_path: Path, chinese: str, english: str, codes: list[str]
) -> None:
    forum(tmp_path, [{"id": "one", "record": "host"}])
    record(tmp_path, "host", chinese)
    if english:
        record(tmp_path, "host", english, language="en")
    assert codes_of(tmp_path) == codes


def test_a_hosts_record_that_cannot_be_read_may_hold_the_chapter(tmp_path: Path) -> None:
    forum(tmp_path, [{"id": "one", "record": "host"}])
    record(tmp_path, "host", "## Two ^h1h1\n", language="en")
    write(tmp_path, "forums/a/records/host.zh-Hans.md", "no front matter\n")
    loaded = load_content(tmp_path)
    assert [fault.code for fault in loaded.faults] == ["front-matter"]
    assert check_content(loaded) == ()

from __future__ import annotations

import shutil
from dataclasses import fields, replace
from pathlib import Path

from generator.model.identifiers import ForumId, PersonId
from generator.model.language import Language
from generator.store.digests import Digests
from generator.store.load import load_content

FIXTURE = Path(__file__).parent.parent / "fixtures" / "jiangwan"


def write(project: Path, name: str, text: str) -> None:
    place = project / "content" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")


def test_everything_stands_in_the_order_of_its_ids_whatever_the_order_of_the_files() -> None:
    held = load_content(FIXTURE).proceedings
    for mapping in (held.events, held.forums, held.people, held.organisations, held.topics, held.terms):
        assert list(mapping) == sorted(mapping)
        assert mapping
    for key, one in held.people.items():
        assert one.id == key
    assert list(held.records) == sorted(held.records)


def test_plain_strings_are_in_the_language_of_their_forum_wherever_that_is_said(tmp_path: Path) -> None:
    write(tmp_path, "forums/a/forum.yml", "title: A title\nevent: e\ndate: 2024\nlanguage: en\n")
    write(tmp_path, "forums/b/forum.yml", "language: zh-Hant\ntitle: 題\nevent: e\ndate: 2024\n")
    forums = load_content(tmp_path).proceedings.forums
    assert forums[ForumId("a")].title.languages == (Language.EN,)
    assert forums[ForumId("b")].title.languages == (Language.HANT,)


def test_a_file_that_cannot_be_read_leaves_the_others_whole(tmp_path: Path) -> None:
    write(tmp_path, "people/a.yml", "names: {en: A}\n")
    write(tmp_path, "people/b.yml", "names: {en: [A\n")
    write(tmp_path, "people/c.yml", "")
    write(tmp_path, "people/d.yml", "names: {en: D}\n")
    loaded = load_content(tmp_path)
    assert list(loaded.proceedings.people) == [PersonId("a"), PersonId("d")]
    assert [(fault.place.path, fault.code) for fault in loaded.faults] == [
        ("content/people/b.yml", "yaml"),
        ("content/people/c.yml", "empty-file"),
    ]


def test_of_doubled_ids_the_first_is_kept(tmp_path: Path) -> None:
    text = "- {id: a, title: 一}\n- {id: b, title: 二}\n- {id: a, title: 三}\n"
    write(tmp_path, "topics.yml", text)
    loaded = load_content(tmp_path)
    assert [topic.title.texts[0][1] for topic in loaded.proceedings.topics.values()] == ["一", "二"]
    assert [str(fault.place) for fault in loaded.faults] == ["content/topics.yml:3:8"]
    assert "first on line 1" in loaded.faults[0].message


def test_no_content_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    fault = load_content(tmp_path).faults[0]
    assert (fault.code, fault.place.path) == ("no-content", "content")
    assert "new event" in fault.remedy


def test_content_elsewhere_is_named_by_its_folder_and_not_by_the_machine(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere", "people/a.yml", "name: A\n")
    loaded = load_content(tmp_path / "project", tmp_path / "elsewhere" / "content")
    assert {fault.place.path for fault in loaded.faults} == {"content/people/a.yml"}


def test_sessions_are_found_where_they_stand_though_one_before_cannot_be_read(tmp_path: Path) -> None:
    text = """\
title: 题
event: e
date: 2024
language: zh-Hans
sessions:
  - {id: first, kind: nothing, title: 一}
  - {id: second, kind: talk, title: 二}
"""
    write(tmp_path, "forums/a/forum.yml", text)
    loaded = load_content(tmp_path)
    forum = loaded.proceedings.forums[ForumId("a")]
    assert [(index, session.id) for index, session in loaded.sessions_of(forum)] == [(1, "second")]
    assert loaded.places.of(loaded.forum_file("a"), "sessions", 1, "title").line == 7


def test_every_entry_has_a_digest_and_a_remark_changes_none(tmp_path: Path) -> None:
    shutil.copytree(FIXTURE / "content", tmp_path / "content")
    loaded = load_content(tmp_path)
    for one in fields(Digests):
        held = getattr(loaded.proceedings, one.name)
        digests = getattr(loaded.digests, one.name)
        assert list(digests) == list(held), one.name
        assert all(digests.values())
    for path in (tmp_path / "content").rglob("*.yml"):
        path.write_text(f"# A remark.\n{path.read_text('utf-8')}", "utf-8")
    assert load_content(tmp_path).digests == loaded.digests
    record = next((tmp_path / "content").rglob("*.en.md"))
    record.write_text(f"{record.read_text('utf-8')}\nOne more paragraph. ^z9z9\n", "utf-8")
    changed = load_content(tmp_path).digests
    assert changed.heads == loaded.digests.heads
    assert len(changed.records.items() ^ loaded.digests.records.items()) == 2


def test_heads_are_known_without_records_and_other_records_bring_theirs() -> None:
    held = load_content(FIXTURE).proceedings
    assert dict(held.heads) == {key: record.head for key, record in held.records.items()}
    key, record = next(iter(held.records.items()))
    other = replace(held, records={key: replace(record, head=replace(record.head, checked=()))})
    assert dict(other.heads) == {key: other.records[key].head}
    assert held.records[key] is held.records[key]

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from generator.model.fault import Severity
from generator.model.language import Language
from generator.store.layout import ContentFile, FileKind, find_files
from tests.site.hostile_strings import HIDDEN, SHOWN


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def put(content: Path, name: str) -> None:
    place = content / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("x", "utf-8")


@pytest.mark.parametrize(
    ("name", "kind", "carries", "forum", "language"),
    [
        ("events.yml", FileKind.EVENTS, "", "", None),
        ("glossary.yml", FileKind.GLOSSARY, "", "", None),
        ("people/lin-wan.yml", FileKind.PERSON, "lin-wan", "", None),
        ("people/images/lin.png", FileKind.PERSON_IMAGE, "lin.png", "", None),
        ("forums/a-1/forum.yml", FileKind.FORUM, "a-1", "a-1", None),
        ("forums/a-1/images/s.webp", FileKind.FORUM_IMAGE, "s.webp", "a-1", None),
        ("forums/a-1/records/x.zh-Hans.md", FileKind.RECORD, "x", "a-1", Language.HANS),
        ("forums/a-1/records/host.en.md", FileKind.RECORD, "host", "a-1", Language.EN),
        ("forums/a-1/records/x.sources.yml", FileKind.SOURCES, "x", "a-1", None),
        ("forums/a-1/records/x.en.confirmed.yml", FileKind.CONFIRMED, "x", "a-1", Language.EN),
        ("forums/a-1/records/host.en.confirmed.yml", FileKind.CONFIRMED, "host", "a-1", Language.EN),
    ],
)
def test_each_file_is_known_by_its_place(
    content: Path, name: str, kind: FileKind, carries: str, forum: str, language: Language | None
) -> None:
    put(content, name)
    files, faults = find_files(content, "content")
    assert faults == ()
    assert files == (ContentFile(kind, content / name, f"content/{name}", carries, forum, language),)


@pytest.mark.parametrize(
    ("name", "code", "severity"),
    [
        ("people.yml", "unknown-file", Severity.ERROR),
        ("events.yaml", "unknown-file", Severity.ERROR),
        ("notes.txt", "unknown-file", Severity.WARNING),
        ("people/notes.md", "unknown-file", Severity.ERROR),
        ("people/more/lin.yml", "unknown-file", Severity.ERROR),
        ("people/Lin.yml", "bad-name", Severity.ERROR),
        ("people/con.yml", "bad-name", Severity.ERROR),
        ("people/images/lin.svg", "bad-name", Severity.ERROR),
        ("people/images/-x.png", "bad-name", Severity.ERROR),
        ("forums/index/forum.yml", "bad-name", Severity.ERROR),
        ("forums/a b/forum.yml", "bad-name", Severity.ERROR),
        ("forums/a-1/programme.yml", "unknown-file", Severity.ERROR),
        ("forums/a-1/records/x.md", "bad-name", Severity.ERROR),
        ("forums/a-1/records/x.fr.md", "bad-name", Severity.ERROR),
        ("forums/a-1/records/x.en.yml", "bad-name", Severity.ERROR),
        ("forums/a-1/records/x.confirmed.yml", "bad-name", Severity.ERROR),
        ("forums/a-1/records/x.fr.confirmed.yml", "bad-name", Severity.ERROR),
        ("forums/a-1/records/x.en.confirmed.md", "bad-name", Severity.ERROR),
        ("forums/a-1/records/X.en.md", "bad-name", Severity.ERROR),
        ("forums/a-1/records/deep/x.en.md", "unknown-file", Severity.ERROR),
    ],
)
def test_what_belongs_nowhere_is_told(content: Path, name: str, code: str, severity: Severity) -> None:
    put(content, name)
    files, faults = find_files(content, "content")
    assert files == ()
    assert [(fault.code, fault.severity, fault.place.path) for fault in faults] == [
        (code, severity, f"content/{name}")
    ]


def test_what_begins_with_a_full_stop_is_passed_over(content: Path) -> None:
    put(content, ".DS_Store")
    put(content, "forums/.git/config.yml")
    assert find_files(content, "content") == ((), ())


@pytest.mark.parametrize("target", ["secret.yml", "folder", "gone"])
def test_links_are_told_and_never_followed(tmp_path: Path, content: Path, target: str) -> None:
    (tmp_path / "secret.yml").write_text("x", "utf-8")
    (tmp_path / "folder" / "a-1").mkdir(parents=True)
    (tmp_path / "folder" / "a-1" / "forum.yml").write_text("x", "utf-8")
    (content / "forums").symlink_to(tmp_path / target)
    (content / "events.yml").symlink_to(tmp_path / target)
    files, faults = find_files(content, "content")
    assert files == ()
    assert [(fault.code, fault.place.path) for fault in faults] == [
        ("link", "content/events.yml"),
        ("link", "content/forums"),
    ]


def test_a_pipe_is_told_and_not_waited_for(content: Path) -> None:
    (content / "people").mkdir()
    os.mkfifo(content / "people" / "lin-wan.yml")
    files, faults = find_files(content, "content")
    assert files == ()
    assert [(fault.code, fault.place.path) for fault in faults] == [("no-file", "content/people/lin-wan.yml")]


def test_a_link_in_a_circle_ends(content: Path) -> None:
    (content / "forums").mkdir()
    (content / "forums" / "again").symlink_to(content)
    assert [fault.code for fault in find_files(content, "content")[1]] == ["link"]


def test_content_that_is_a_link_or_missing_is_told(tmp_path: Path, content: Path) -> None:
    (tmp_path / "other").symlink_to(content)
    assert find_files(tmp_path / "other", "other")[1][0].message == "the content folder is a link"
    assert find_files(tmp_path / "gone", "gone")[1][0].message == "there is no such folder"


def test_files_come_in_the_order_of_their_names(content: Path) -> None:
    for name in ("people/b.yml", "people/a.yml", "events.yml", "forums/z/forum.yml", "people/a-b.yml"):
        put(content, name)
    shown = [file.shown for file in find_files(content, "content")[0]]
    assert shown == [
        "content/events.yml",
        "content/forums/z/forum.yml",
        "content/people/a-b.yml",
        "content/people/a.yml",
        "content/people/b.yml",
    ]


@pytest.mark.parametrize(
    "form",
    [
        "{}",
        "people/{}.yml",
        "people/images/{}.png",
        "forums/{}/forum.yml",
        "forums/a-1/records/{}.zh-Hans.md",
        "forums/a-1/records/{}.sources.yml",
        "forums/a-1/images/{}",
    ],
)
def test_a_hostile_name_is_told_and_read_nowhere(content: Path, form: str) -> None:
    put_there = 0
    for text in (*SHOWN, *HIDDEN):
        name = form.format(text.replace("/", "\u2044").replace("\0", "\x01"))
        if len(text.encode()) < 200 and text[0] != "." and "\ud800" not in text:
            put(content, name)
            put_there += 1
    files, faults = find_files(content, "content")
    assert put_there > 380
    # Names that are plain words are right: nothing but an id or a picture's name can be one.
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", file.name) for file in files)
    assert len(files) + len({fault.place.path for fault in faults}) == sum(
        1 for path in content.rglob("*") if path.is_file()
    )

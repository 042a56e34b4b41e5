"""`proceedings new`: what it writes is valid as it stands, in the right place, and nothing else changes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.commands.failure import Exit
from generator.commands.skeletons import scalar
from generator.model.session import SessionKind
from generator.store.load import load_content
from generator.store.yaml_tree import Mapping, Scalar, parse_yaml
from tests.commands.invented import Program, edit, files_of

FORUM = "content/forums/salt-marsh-2025/forum.yml"


def test_a_whole_forum_from_nothing(program: Program, project: Path) -> None:
    """From an empty folder to a site that builds, with nothing but what `new` wrote."""
    (project / "content").rename(project / "old")
    (project / "content").mkdir()
    assert program("new", "event", "otter-2026", "--title", "水獭会 2026", "--from", "2026-05").code == 0
    assert program("new", "person", "ada-lin").code == 0
    assert program("new", "forum", "holt").code == 0
    for kind in SessionKind:
        said = program("new", "session", f"a-{kind}", "--kind", kind, "--person", "ada-lin")
        assert said.code == 0
    assert program("new", "session", "a-talk", "--language", "en").code == 0
    checked = program("check", "--strict")
    assert (checked.code, checked.out) == (0, "")
    forum = load_content(project).proceedings.forums["holt"]  # type: ignore[index]  # an id is a str
    assert [str(session.id) for session in forum.sessions] == [f"a-{kind}" for kind in SessionKind]
    records = {place.name for place in (project / "content/forums/holt/records").iterdir()}
    assert records == {f"a-{kind}.zh-Hans.md" for kind in SessionKind if kind != "break"} | {"a-talk.en.md"}
    built = program("build", "--language", "en")
    assert built.code == 0, built.err


def test_every_schema_is_there(program: Program, project: Path) -> None:
    (project / "content" / "events.yml").unlink()
    for call in (
        "event tide",
        "person ada",
        "forum holt --event tide --date 2026",
        "session one --forum holt",
    ):
        assert program("new", *call.split()).code == 0
    home = project / "content"
    kinds = {
        "event": home / "events.yml",
        "person": home / "people" / "ada.yml",
        "forum": home / "forums" / "holt" / "forum.yml",
        "record": home / "forums" / "holt" / "records" / "one.zh-Hans.md",
    }
    for kind, place in kinds.items():
        text = place.read_text("utf-8")
        found = re.search(r"^# yaml-language-server: \$schema=(\S+)$", text, re.MULTILINE)
        assert found, place
        schema = place.parent / found[1]
        assert schema.name.removesuffix(".json").rstrip("s") == kind
        assert json.loads(schema.read_text("utf-8"))["$schema"]


def test_a_session_is_added_and_not_a_character_else_changes(program: Program, project: Path) -> None:
    before = files_of(project)
    said = program(
        "new", "session", "night-walk", "--forum", "salt-marsh-2025", "--kind", "talk", "--title", "夜里: 走",
        "--title", "en=Walking, at night", "--start", "21:00", "--end", "22:00", "--date", "2025-10-19",
        "--person", "tarn",
    )  # fmt: skip
    assert said.code == 0
    assert FORUM in said.err
    after = files_of(project)
    record = "content/forums/salt-marsh-2025/records/night-walk.zh-Hans.md"
    assert after.keys() - before.keys() == {record}
    assert {name for name in before if before[name] != after[name]} == {FORUM}
    old, new = (files[FORUM].decode().splitlines() for files in (before, after))
    added = len(new) - len(old)
    place = next(number for number, line in enumerate(new) if line != old[number])
    assert new[:place] + new[place + added :] == old
    forum = load_content(project).proceedings.forums["salt-marsh-2025"]  # type: ignore[index]
    session = forum.sessions[-1]
    assert dict(session.title.texts) == {"zh-Hans": "夜里: 走", "en": "Walking, at night"}
    assert (str(session.start), str(session.end), str(session.date)) == ("21:00", "22:00", "2025-10-19")
    assert [one.person for one in session.people] == ["tarn"]
    assert program("check", "--strict").code == 0


@pytest.mark.parametrize(
    "call",
    [
        "event tideland-2025",
        "person tarn",
        "person tarn-loggers",
        "forum salt-marsh-2025 --event tideland-2025",
        "session shu-heting-plates --forum salt-marsh-2025",
        "session shu-heting-plates --forum salt-marsh-2025 --language en",
    ],
)
def test_what_is_there_is_never_overwritten(call: str, program: Program, project: Path) -> None:
    before = files_of(project)
    assert program("new", *call.split()).code == Exit.CALL
    assert files_of(project) == before


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ("session one", "which forum? give --forum; choose one of lamp-room-2025, salt-marsh-2025, "),
        ("session one --forum salt-march-2025", "did you mean 'salt-marsh-2025'?"),
        ("session one --forum salt-marsh-2025 --person tarm", "did you mean 'tarn'?"),
        ("forum holt", "which event? give --event"),
        ("forum holt --event tideland-2026", "did you mean 'tideland-202"),
        ("forum holt --event undated", "give --date"),
        ("person ada --name Ada --name en=Ada", "two texts are in en"),
    ],
)
def test_what_is_not_there_is_asked_for(call: str, says: str, program: Program, project: Path) -> None:
    assert program("new", "event", "undated").code == 0
    before = files_of(project)
    said = program("new", *call.split())
    assert said.code == Exit.CALL
    assert says in said.err
    assert files_of(project) == before


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("sessions:\n", "sessions:\n\t", "indented with a tab"),
        ("sessions:\n", "sessionz:\n", "is not known here"),
        ("language: zh-Hans", "language: [", "cannot be read"),
    ],
)
def test_a_programme_with_a_fault_is_left_alone(
    old: str, new: str, says: str, program: Program, project: Path
) -> None:
    edit(project / FORUM, old, new)
    before = files_of(project)
    said = program("new", "session", "one", "--forum", "salt-marsh-2025")
    if new == "sessionz:\n":
        # The programme can be read without it; the new list stands beside what was mistyped.
        assert says in said.err
        return
    assert said.code == Exit.WRONG
    assert says in said.err
    assert files_of(project) == before


def test_a_list_in_brackets_takes_the_record_back(program: Program, project: Path) -> None:
    forum = project / "content/forums/holt/forum.yml"
    assert program("new", "forum", "holt", "--event", "tideland-2025").code == 0
    edit(forum, "sessions: []", "sessions: [{id: a, kind: talk, title: A}]")
    before = files_of(project)
    said = program("new", "session", "b", "--forum", "holt")
    assert said.code == Exit.WRONG
    assert "on lines of their own" in said.err
    assert files_of(project) == before


def test_crlf_stays_crlf(program: Program, project: Path) -> None:
    place = project / "content" / "events.yml"
    place.write_bytes(place.read_bytes().replace(b"\n", b"\r\n"))
    assert program("new", "event", "otter-2026").code == 0
    data = place.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert program("check").code == 0


def test_a_person_without_a_name_is_not_sure(program: Program, project: Path) -> None:
    assert program("new", "person", "ada-lin").code == 0
    assert program("new", "person", "lu-xi", "--name", "陆汐", "--name", "Lu Xi").code == 0
    people = load_content(project).proceedings.people
    ada, lu = people["ada-lin"], people["lu-xi"]  # type: ignore[index]
    assert (dict(ada.names.texts), ada.sure) == ({"en": "Ada Lin"}, False)
    assert (dict(lu.names.texts), lu.sure) == ({"zh-Hans": "陆汐", "en": "Lu Xi"}, True)


@pytest.mark.parametrize(
    "text",
    ["潮位", "a: b", "# x", "- x", "yes", "2024", "10:00", "'", '"q"', "[x]", "a #b", "&a", "!b", "*c", "%",
     "@", "Tide, 2", "a\\b", "x:", "“潮”", "…", "é", "1e3", "~", "null", "a  b"],
)  # fmt: skip
def test_any_title_survives_being_written(text: str) -> None:
    node, faults = parse_yaml(f"t: {scalar(text)}\n", "x.yml")
    assert faults == ()
    assert isinstance(node, Mapping)
    value = node.get("t")
    assert isinstance(value, Scalar)
    assert value.text == text

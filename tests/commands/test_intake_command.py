"""`proceedings intake`: from a transcript to drafts that build, and nothing of an editor's is ever lost."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
import yaml

from tests.commands.invented import Program, edit, files_of
from tests.commands.night import FORUM, HOME, PROGRAMME


def test_a_recording_becomes_drafts_that_are_without_a_fault(
    program: Program, project: Path, given: Path
) -> None:
    before = program("check").out
    said = program("intake", given, "--forum", FORUM)
    assert said.code == 0, said.err
    after = files_of(project / HOME)
    assert set(after) == {
        "forum.yml",
        "records/.intake.yml",
        *(
            f"records/{name}.{kind}"
            for name in ("one-plate", "wader-ledger", "host")
            for kind in ("zh-Hans.md", "sources.yml")
        ),
    }
    assert "舒贺婷" not in after["records/one-plate.zh-Hans.md"].decode()
    assert program("check").out == before
    for line in ("sessions found: 2", "sessions missing: 1", "names put right: 1", "lines: "):
        assert line in said.out
    assert "one-plate  8-69  舒鹤汀  draft\n" in said.out
    assert "harbour  not in the recording\n" in said.out


def test_the_programme_is_completed_and_not_a_character_else(
    program: Program, project: Path, given: Path
) -> None:
    program("intake", given, "--forum", FORUM)
    text = (project / HOME / "forum.yml").read_text("utf-8")
    digest = hashlib.sha256(given.read_bytes()).hexdigest()
    found = yaml.safe_load(text)
    assert found["recordings"] == [{"id": "a", "sha256": digest}]
    plate, ledger, harbour = found["sessions"]
    assert plate["record"] == ledger["record"] == "published"
    assert plate["heard"] == [{"recording": "a", "lines": [8, 69]}]
    assert harbour["record"] == "none"
    assert set(harbour["why"]) == {"zh-Hans", "en"}
    assert [line.rstrip("}") for line in PROGRAMME.splitlines() if line.rstrip("}") not in text] == []


def test_a_second_run_changes_nothing(program: Program, project: Path, given: Path) -> None:
    program("intake", given, "--forum", FORUM)
    before = files_of(project)
    said = program("intake", given, "--forum", FORUM)
    assert said.code == 0
    assert "nothing to write" in said.err
    assert files_of(project) == before


def test_what_an_editor_changed_stays(program: Program, project: Path, given: Path) -> None:
    program("intake", given, "--forum", FORUM)
    record = project / HOME / "records" / "one-plate.zh-Hans.md"
    record.write_text(record.read_text("utf-8").replace("form: edited", "form: verbatim"), "utf-8")
    edit(project / HOME / "forum.yml", "    record: none\n", "    record: pending\n")
    before = files_of(project)
    said = program("intake", given, "--forum", FORUM)
    assert said.code == 0
    assert "one-plate.zh-Hans.md: changed since the draft was written, and kept" in said.err
    assert files_of(project) == before
    forced = program("intake", given, "--forum", FORUM, "--force")
    assert forced.code == 0
    copy = project / HOME / "records" / "one-plate.zh-Hans.md.edited"
    assert copy.read_bytes() == before[f"{HOME}/records/{record.name}"]
    assert b"form: edited" in record.read_bytes()


def test_what_was_written_by_hand_is_never_overwritten(program: Program, project: Path, given: Path) -> None:
    records = project / HOME / "records"
    records.mkdir()
    mine = "---\nform: summary\nwritten_by: person\nchecked: []\n---\n\n我写的 ^p7k2\n"
    (records / "one-plate.zh-Hans.md").write_text(mine, "utf-8")
    said = program("intake", given, "--forum", FORUM)
    assert said.code == 2
    assert "one-plate.zh-Hans.md: not as intake left it" in said.err
    assert (records / "one-plate.zh-Hans.md").read_text("utf-8") == mine
    assert not (records / "one-plate.sources.yml").exists()
    assert (records / "wader-ledger.zh-Hans.md").exists()


def test_a_report_is_written_over_no_other_file(program: Program, project: Path, given: Path) -> None:
    programme = project / HOME / "forum.yml"
    before = files_of(project)
    said = program("intake", given, "--forum", FORUM, "--report", programme)
    assert said.code == 2
    assert f"--report {programme}: is there already, and is no report" in said.err
    assert files_of(project) == before
    empty = given.with_name("report.json")
    empty.touch()
    for _ in range(2):
        assert program("intake", given, "--forum", FORUM, "--report", empty).code == 0


def test_a_dry_run_writes_only_the_report(
    program: Program, project: Path, given: Path, tmp_path: Path
) -> None:
    before = files_of(project)
    report = tmp_path / "report.json"
    said = program("intake", given, "--forum", FORUM, "--dry-run", "--report", report)
    assert said.code == 0
    assert "files would be written" in said.err
    assert files_of(project) == before
    found = json.loads(report.read_text("utf-8"))
    assert [one["id"] for one in found["sessions"]] == ["one-plate", "wader-ledger"]
    assert found["missing"] == ["harbour"]
    first = report.read_bytes()
    program("intake", given, "--forum", FORUM, "--report", report)
    assert report.read_bytes() == first


def test_the_drafts_are_the_same_in_each_encoding(program: Program, given: Path) -> None:
    said = program("intake", given, "--forum", FORUM, "--dry-run")
    text = given.read_text("utf-8").replace("\n", "\r\n")
    for encoding in ("gb18030", "utf-16", "utf-8-sig"):
        given.write_bytes(text.encode(encoding))
        assert program("intake", given, "--forum", FORUM, "--dry-run").out == said.out


def name_recordings(project: Path, *recordings: str) -> None:
    """Let the forum name recordings by their digests."""
    listed = "".join(f"  - {{id: {'abc'[at]}, sha256: {one}}}\n" for at, one in enumerate(recordings))
    edit(project / HOME / "forum.yml", "sessions:\n", f"recordings:\n{listed}sessions:\n")


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_a_file_that_was_saved_in_another_encoding_is_known(
    program: Program, project: Path, given: Path, encoding: str
) -> None:
    name_recordings(project, hashlib.sha256(given.read_bytes()).hexdigest())
    given.write_bytes(given.read_text("utf-8").replace("\n", "\r\n").encode(encoding))
    assert program("intake", given, "--forum", FORUM).code == 0


def test_a_file_is_known_by_its_digest(program: Program, project: Path, given: Path) -> None:
    name_recordings(project, "0" * 64, hashlib.sha256(given.read_bytes()).hexdigest())
    said = program("intake", given, "--forum", FORUM)
    assert said.code == 0, said.err
    assert "recording: b" in (project / HOME / "records" / "one-plate.sources.yml").read_text("utf-8")
    found = yaml.safe_load((project / HOME / "forum.yml").read_text("utf-8"))
    assert "record" not in found["sessions"][2], "what is missing here may be in the other recording"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (bytes(range(256)) * 9, "no text"),
        ("潮位\n".encode() + b"\xff\xff\n", "line 2 is not UTF-8"),
        ("。。。\n".encode(), "nothing is said"),
        (b'{"segments": [', "broken JSON"),
        ("今天读潮位，谁也没来。\n".encode() * 9, "names somebody of 0"),
    ],
)
def test_what_is_no_recording_of_the_forum_writes_nothing(
    program: Program, project: Path, given: Path, data: bytes, reason: str
) -> None:
    given.write_bytes(data)
    before = files_of(project)
    said = program("intake", given, "--forum", FORUM, "--report", given.with_name("r.json"))
    assert said.code == 1
    assert reason in said.err
    assert str(given) in said.err
    assert files_of(project) == before
    assert not given.with_name("r.json").exists()


def test_a_wrong_digest_writes_nothing(program: Program, project: Path, given: Path) -> None:
    name_recordings(project, "0" * 64)
    before = files_of(project)
    said = program("intake", given, "--forum", FORUM)
    assert said.code == 1
    assert "its digest is not one that" in said.err
    assert files_of(project) == before


def test_a_recording_of_another_forum_is_told_by_its_digest(
    program: Program, project: Path, given: Path
) -> None:
    name_recordings(project, hashlib.sha256(given.read_bytes()).hexdigest())
    said = program("intake", given, "--forum", "lamp-room-2025")
    assert said.code == 1
    assert f"this is recording 'a' of {FORUM}, not of lamp-room-2025" in said.err


def test_a_file_of_100_megabytes_is_not_even_read(program: Program, given: Path) -> None:
    with given.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    said = program("intake", given, "--forum", FORUM)
    assert (said.code, "100 MB are too much" in said.err) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--forum", "observers-nigth-2025"], "did you mean 'observers-night-2025'?"),
        (["--forum", FORUM, "--report", "no/such/folder/r.json"], "no such folder"),
        (["no-such-file.txt", "--forum", FORUM], "no such file"),
    ],
)
def test_a_wrong_call_is_told(
    program: Program, project: Path, given: Path, arguments: list[str], reason: str
) -> None:
    before = files_of(project)
    said = program("intake", given, *arguments)
    assert said.code == 2
    assert reason in said.err
    assert files_of(project) == before


def test_a_broken_programme_is_put_right_first(program: Program, project: Path, given: Path) -> None:
    edit(project / HOME / "forum.yml", "person: shu-heting", "person: shu-hetin")
    said = program("intake", given, "--forum", FORUM)
    assert said.code == 1
    assert "put its programme right first" in said.err
    assert not (project / HOME / "records").exists()

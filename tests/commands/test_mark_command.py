"""`proceedings mark`: marks where there were none, the same in all languages, and nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.commands.failure import Exit
from tests.commands.invented import Program, edit, files_of

RECORDS = "content/forums/salt-marsh-2025/records"
TARN = [f"{RECORDS}/tarn-loggers.{language}.md" for language in ("zh-Hans", "en")]
BEHIND = {"translation-stale", "translation-missing"}
_MARK = re.compile(rb"[ \t]*\^[a-z][a-z0-9]{3}")


def unmark(place: Path) -> None:
    """Take all marks away."""
    place.write_bytes(_MARK.sub(b"", place.read_bytes()))


def written(project: Path) -> list[dict[str, bytes]]:
    """What editors wrote, forum by forum; the lists of marks are the program's."""
    return [
        {name: data for name, data in files_of(folder).items() if name != ".marks.yml"}
        for folder in (project / RECORDS, project / "content/forums/tide-tables-2024/records")
    ]


@pytest.fixture(autouse=True)
def without_sources(project: Path) -> None:
    """Sources, digests and the list of marks name them; what is taken away here would be missed there."""
    for pattern in ("*.sources.yml", "*.confirmed.yml", ".marks.yml"):
        for place in (project / RECORDS).glob(pattern):
            place.unlink()


def test_a_marked_forum_is_left_as_it_is(program: Program, project: Path) -> None:
    said = program("mark")
    assert (said.code, said.err) == (0, "every paragraph has a mark\n")
    before = files_of(project)
    assert program("mark").code == 0
    assert files_of(project) == before


def test_marks_are_given_the_same_in_all_languages(program: Program, project: Path) -> None:
    for path in TARN:
        unmark(project / path)
    before = files_of(project)
    assert "[unmarked]" in program("check").out
    said = program("mark", "--forum", "salt-marsh-2025")
    assert said.code == 0
    after = files_of(project)
    assert {name for name in before if before[name] != after[name]} == set(TARN)
    marks = [_MARK.findall(after[path]) for path in TARN]
    assert marks[0] == marks[1]
    assert len(marks[0]) == len(set(marks[0])) > 5
    assert [_MARK.sub(b"", after[path]) for path in TARN] == [before[path] for path in TARN]
    said_of_it = program("check", "--format", "json").out
    assert {fault["code"] for fault in json.loads(said_of_it)} <= {"translation-unconfirmed", *BEHIND}
    for path, found in zip(TARN, marks, strict=True):
        assert f"{path}: {len(found)} marks\n" in said.err
    assert f"{len(marks[0]) + len(marks[1])} marks given\n" in said.err
    again = program("mark")
    assert again.err == "every paragraph has a mark\n"
    assert files_of(project) == after


def test_one_path_brings_its_other_language_and_no_more(program: Program, project: Path) -> None:
    other = project / RECORDS / "holmqvane-gaps.en.md"
    for place in (project / TARN[0], other):
        edit(place, place.read_text("utf-8")[-6:], "\n\n新的一段。New.\n")
    untouched = other.read_bytes()
    assert program("mark", project / TARN[0]).code == 0
    assert other.read_bytes() == untouched
    assert re.search(r"New\. \^[a-z][a-z0-9]{3}\n$", (project / TARN[0]).read_text("utf-8"))
    assert program("mark", project / RECORDS).code == 0
    assert other.read_bytes() != untouched


def test_line_ends_and_mode_stay(program: Program, project: Path) -> None:
    place = project / TARN[1]
    unmark(place)
    place.write_bytes(place.read_bytes().replace(b"\n", b"\r\n"))
    place.chmod(0o600)
    assert program("mark", place).code == 0
    data = place.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert place.stat().st_mode & 0o777 == 0o600


def test_marks_that_are_gone_are_not_given_again(program: Program, project: Path) -> None:
    """The same words would get the mark they had; where that is gone, they get another."""
    place = project / "content/forums/tide-tables-2024/records/quillon-drift.en.md"
    unmark(place)
    whole = place.read_bytes()
    assert program("mark", place).code == 0
    first = _MARK.findall(place.read_bytes())[0].strip(b" ^").decode()
    place.write_bytes(
        whole.replace(b"checked: []", f"checked: []\ngone: {{{first}: zzz9}}".encode()) + b"\nEnd. ^zzz9\n"
    )
    assert program("mark", place).code == 0
    marks = [mark.strip(b" ^").decode() for mark in _MARK.findall(place.read_bytes())]
    assert first not in marks
    assert len(marks) == len(set(marks)) == 3


@pytest.mark.parametrize(
    "broken",
    [b"A paragraph. ^P1\n", b"A paragraph.^a1b2\n", b"A ^a1b2 paragraph.\n", b"One. ^a1b2\n\nTwo. ^a1b2\n"],
)
def test_records_with_faulty_marks_are_left_and_others_are_not(
    broken: bytes, program: Program, project: Path
) -> None:
    place, other = project / TARN[1], project / "content/forums/tide-tables-2024/records/quillon-drift.en.md"
    place.write_bytes(place.read_bytes() + b"\n" + broken + b"\nNew.\n")
    unmark(other)
    before = written(project)[0]
    said = program("mark")
    assert said.code == Exit.WRONG
    assert "salt-marsh-2025/tarn-loggers: put this right first" in said.err
    assert f"{TARN[1]}:" in said.err
    assert written(project)[0] == before
    assert _MARK.search(other.read_bytes())


def test_a_record_that_cannot_be_read_is_left(program: Program, project: Path) -> None:
    place = project / TARN[1]
    edit(place, "form:", "forms:")
    unmark(place)
    before = written(project)
    said = program("mark")
    assert said.code == Exit.WRONG
    assert "the key 'forms' is not known here" in said.err
    assert written(project) == before


@pytest.mark.parametrize("call", ["nowhere.md", "content/people", "--forum salt-march-2025"])
def test_what_is_no_record_is_a_wrong_call(
    call: str, program: Program, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    said = program("mark", *call.split())
    assert said.code == Exit.CALL


def test_what_was_changed_meanwhile_is_left(
    program: Program, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = project / TARN[1]
    unmark(place)
    whole = place.read_bytes()
    monkeypatch.setattr(
        "generator.commands.mark.mark_session",
        lambda texts, *_: place.write_bytes(whole + b"\nMine.\n") and dict.fromkeys(texts, "lost"),
    )
    said = program("mark", place)
    assert said.code == Exit.WRONG
    assert "was changed while this command ran" in said.err
    assert place.read_bytes().endswith(b"\nMine.\n")

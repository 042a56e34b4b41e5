"""`proceedings resolve`: review marks go, what was looked at is noted, and nothing else is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.commands.failure import Exit
from tests.commands.invented import Program, edit, files_of

FORUM = "salt-marsh-2025"
ONE = f"{FORUM}/tarn-loggers"
RECORDS = f"content/forums/{FORUM}/records"
HANS, EN = (f"{RECORDS}/tarn-loggers.{language}.md" for language in ("zh-Hans", "en"))
PARAGRAPH = "一个灯也没有。"
TITLE = "何暮染在最后一排问"


@pytest.fixture
def before(project: Path) -> dict[str, bytes]:
    """The files without anything to look at; then a review mark in each language, and one on a line alone."""
    found = files_of(project)
    edit(project / HANS, PARAGRAPH, f"{PARAGRAPH}<!-- review: number: 行数？ -->")
    edit(project / HANS, "## 坏掉的那些", "<!-- review: title -->\n\n## 坏掉的那些")
    edit(project / EN, "not a single lamp.", "not a single lamp. <!-- review: number -->")
    return found


def codes(program: Program) -> list[str]:
    return [one["code"] for one in json.loads(program("check", "--format", "json").out)]


def test_review_marks_go_and_nothing_else_changes(
    program: Program, project: Path, before: dict[str, bytes]
) -> None:
    (project / HANS).chmod(0o600)
    assert codes(program) == ["review-open"] * 3
    said = program("resolve", ONE)
    assert (said.code, said.out) == (0, "")
    assert f"{HANS}:13: ^w1c3: settled number: 行数？\n" in said.err
    assert f"{HANS}:15: ^w2h2: settled title\n" in said.err
    assert "3 settled\n" in said.err
    assert files_of(project) == before
    assert (project / HANS).stat().st_mode & 0o777 == 0o600
    assert codes(program) == []
    assert program("resolve", ONE).err == "there is nothing to settle\n"


def test_only_the_paragraph_and_language_that_are_named(
    program: Program, project: Path, before: dict[str, bytes]
) -> None:
    assert program("resolve", ONE, "--mark", "^w1c3", "--language", "zh-Hans").code == 0
    assert (project / EN).read_bytes() != before[EN]
    text = (project / HANS).read_text("utf-8")
    assert "行数" not in text
    assert "<!-- review: title -->" in text
    assert program("resolve", ONE, "--mark", "w2h2", "w1c3").code == 0
    assert files_of(project) == before


def test_a_dry_run_writes_nothing(program: Program, project: Path, before: dict[str, bytes]) -> None:
    now = files_of(project)
    assert now != before
    said = program("resolve", ONE, "--dry-run")
    assert (said.code, len(said.out.splitlines())) == (0, 3)
    assert "3 would be settled" in said.err
    assert files_of(project) == now


def test_line_ends_and_a_mark_of_the_byte_order_stay(program: Program, project: Path) -> None:
    place = project / HANS
    data = place.read_bytes().replace(b"\n", b"\r\n")
    place.write_bytes(data.replace("没有。 ^w1c3".encode(), "没有。<!-- review: a --> ^w1c3".encode()))
    assert program("resolve", ONE).code == 0
    assert place.read_bytes() == data


def test_what_is_on_the_review_list_is_settled_by_name_until_its_words_change(
    program: Program, project: Path
) -> None:
    edit(project / HANS, TITLE, "总理在最后一排问")
    assert "review-sensitive" in codes(program)
    left = files_of(project)
    said = program("resolve", ONE)
    assert (said.code, files_of(project)) == (0, left)
    assert f"{HANS}: held back, and settled by name alone: --mark w2e5\n" in said.err
    said = program("resolve", ONE, "--mark", "w2e5")
    assert said.code == 0
    assert "^w2e5: settled '总理' of the review list" in said.err
    text = (project / HANS).read_text("utf-8")
    assert "\nresolved:\n  w2e5: " in text
    assert "review-sensitive" not in codes(program)
    edit(project / HANS, "总理在最后一排问", "总理在第一排问")
    assert "review-sensitive" in codes(program)
    assert program("resolve", ONE, "--mark", "w2e5").code == 0
    assert (project / HANS).read_text("utf-8").count("  w2e5: ") == 1
    assert "review-sensitive" not in codes(program)


def test_a_sensitive_review_mark_is_settled_by_name(program: Program, project: Path) -> None:
    before = files_of(project)
    edit(project / HANS, PARAGRAPH, f"{PARAGRAPH}<!-- review: sensitive: 谁？ -->")
    assert "--mark w1c3" in program("resolve", ONE).err
    assert files_of(project) != before
    assert program("resolve", ONE, "--mark", "w1c3").code == 0
    assert files_of(project) == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["tarn-loggers"], "write FORUM/SESSION"),
        (["salt-marsh-2024/tarn-loggers"], "did you mean 'salt-marsh-2025'"),
        ([f"{FORUM}/tarn-logger"], "did you mean 'tarn-loggers'"),
        ([ONE, "--language", "zh-Hant"], "no record of 'salt-marsh-2025/tarn-loggers' in zh-Hant"),
        ([ONE, "--mark", "zzz9"], "there is no paragraph ^zzz9"),
        ([ONE, "--mark", "nomark"], "is no mark"),
    ],
)
def test_wrong_calls_are_refused(arguments: list[str], says: str, program: Program) -> None:
    said = program("resolve", *arguments)
    assert said.code == Exit.CALL
    assert says in said.err


def test_a_record_with_an_error_is_left(program: Program, project: Path, before: dict[str, bytes]) -> None:
    edit(project / EN, "a single lamp. <!-- review: number -->", "a single lamp. <!-- review number -->")
    now = files_of(project)
    assert now != before
    said = program("resolve", ONE)
    assert said.code == Exit.WRONG
    assert "[review-form]" in said.err
    assert "put this right first" in said.err
    assert files_of(project) == now
    assert program("resolve", ONE, "--language", "zh-Hans").code == 0
    assert (project / HANS).read_bytes() == before[HANS]


@pytest.mark.parametrize("front", ["resolved: &a {}\n", "resolved:\n  w1a1:\n    3f9c0a71b2de\n"])
def test_a_front_matter_that_cannot_be_added_to_is_left(front: str, program: Program, project: Path) -> None:
    edit(project / HANS, TITLE, "总理在最后一排问")
    edit(project / HANS, "checked: []\n", f"checked: []\n{front}")
    now = files_of(project)
    said = program("resolve", ONE, "--mark", "w2e5")
    assert said.code == Exit.WRONG
    assert files_of(project) == now

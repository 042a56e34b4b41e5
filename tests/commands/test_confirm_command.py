"""`proceedings confirm`: digests of what translations were made from, and nothing else written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.commands.failure import Exit
from tests.commands.invented import Program, edit, files_of

FORUM = "salt-marsh-2025"
RECORDS = f"content/forums/{FORUM}/records"
PANEL = f"{RECORDS}/panel-who-counts.zh-Hans.md"
PANEL_EN = f"{RECORDS}/panel-who-counts.en.md"
DIGESTS = f"{RECORDS}/panel-who-counts.en.confirmed.yml"
ONE = f"{FORUM}/panel-who-counts"


@pytest.fixture(autouse=True)
def confirmed(project: Path, program: Program) -> None:
    """Begin with every translation confirmed."""
    for place in (project / RECORDS).glob("*.confirmed.yml"):
        place.unlink()
    assert program("confirm", "--all").code == 0


def faults(program: Program, code: str) -> list[dict[str, Any]]:
    return [one for one in json.loads(program("check", "--format", "json").out) if one["code"] == code]


def changed(project: Path, before: dict[str, bytes]) -> set[str]:
    after = files_of(project)
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_everything_is_confirmed_and_a_second_time_nothing_is_written(
    program: Program, project: Path
) -> None:
    assert faults(program, "translation-unconfirmed") == faults(program, "translation-stale") == []
    before = files_of(project)
    said = program("confirm", "--all")
    assert (said.code, said.out) == (0, "")
    assert "nothing to confirm" in said.err
    assert changed(project, before) == set()


def test_a_changed_paragraph_is_confirmed_alone(program: Program, project: Path) -> None:
    edit(project / PANEL, "绕一下多走四百米。", "绕一下多走五百米。")
    edit(project / PANEL, "## 台下的问题", "## 台下问的")
    assert [one["message"][:5] for one in faults(program, "translation-stale")] == ["^p1f6", "^p3h3"]
    before = files_of(project)
    old = (project / DIGESTS).read_text("utf-8").splitlines()
    said = program("confirm", ONE, "--language", "en", "--mark", "p1f6")
    assert said.code == 0
    assert said.err == f"{DIGESTS}: confirmed ^p1f6\n1 paragraph confirmed\n"
    assert changed(project, before) == {DIGESTS}
    new = (project / DIGESTS).read_text("utf-8").splitlines()
    assert [a[:4] for a, b in zip(old, new, strict=True) if a != b] == ["p1f6"]
    assert [one["message"][:5] for one in faults(program, "translation-stale")] == ["^p3h3"]
    assert program("confirm", ONE).err.startswith(f"{DIGESTS}: confirmed ^p3h3\n")
    assert faults(program, "translation-stale") == []


def test_digests_follow_the_text_and_keep_remarks_line_ends_and_mode(program: Program, project: Path) -> None:
    place = project / DIGESTS
    lines = place.read_text("utf-8").splitlines()
    mixed = [lines[0], "", *reversed(lines[1:])]
    mixed[3] += "   # heard it twice"
    place.write_bytes("\r\n".join([*mixed, ""]).encode())
    place.chmod(0o600)
    said = program("confirm", ONE)
    assert (said.code, said.err.splitlines()[0]) == (0, f"{DIGESTS}: put in order")
    wanted = [lines[0], "", *lines[1:]]
    wanted[wanted.index(lines[-2])] += "   # heard it twice"
    assert place.read_bytes().decode() == "\r\n".join([*wanted, ""])
    assert place.stat().st_mode & 0o777 == 0o600


def test_what_is_missing_is_named_and_stays_missing(program: Program, project: Path) -> None:
    text = (project / PANEL_EN).read_text("utf-8")
    (lost,) = [line for line in text.splitlines() if line.endswith("^p1e5")]
    edit(project / PANEL_EN, f"{lost}\n\n", "")
    said = program("confirm", ONE)
    assert said.code == 0
    assert f"{PANEL_EN}: missing, and not confirmed: ^p1e5; translate it first\n" in said.err
    assert f"{DIGESTS}: taken out ^p1e5\n" in said.err
    assert "p1e5" not in (project / DIGESTS).read_text("utf-8")
    assert [one["path"] for one in faults(program, "translation-missing") if "^p1e5" in one["message"]] == [
        PANEL
    ]
    alone = program("confirm", ONE, "--mark", "p1e5")
    assert alone.code == Exit.WRONG
    # Put back, it must be compared again.
    (project / PANEL_EN).write_text(text, "utf-8")
    assert len(faults(program, "translation-unconfirmed")) == 1


def test_a_dry_run_says_it_all_and_writes_nothing(program: Program, project: Path) -> None:
    edit(project / PANEL, "绕一下多走四百米。", "绕一下多走五百米。")
    before = files_of(project)
    said = program("confirm", "--all", "--dry-run")
    assert (said.code, said.out) == (0, f"{DIGESTS}: confirmed ^p1f6\n")
    assert "1 paragraph would be confirmed" in said.err
    assert changed(project, before) == set()


def test_only_the_language_that_is_asked_for(program: Program, project: Path) -> None:
    for place in (project / RECORDS).glob("*.confirmed.yml"):
        place.unlink()
    assert program("confirm", "--all", "--language", "zh-Hans").code == 0
    names = {place.name for place in (project / RECORDS).glob("*.confirmed.yml")}
    assert names == {"holmqvane-gaps.zh-Hans.confirmed.yml"}


def test_paragraphs_without_a_mark_are_refused_and_other_sessions_are_not(
    program: Program, project: Path
) -> None:
    edit(project / PANEL, " ^p1f6", "")
    other = project / RECORDS / "tarn-loggers.en.confirmed.yml"
    other.unlink()
    before = files_of(project)
    said = program("confirm", "--all")
    assert said.code == Exit.WRONG
    assert f"{PANEL}: 1 paragraph without a mark; first run: proceedings mark {PANEL}" in said.err
    assert changed(project, before) == {other.relative_to(project).as_posix()}


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (PANEL, "^p1f6", "^p1e5"),  # a mark twice: which paragraph was compared?
        (PANEL_EN, "form: edited", "form: edted"),
        (DIGESTS, "p1h1: ", "p1h1: x"),
        (DIGESTS, "p1h1: ", "p1h1:\n  "),  # YAML, and not a line that could be renewed
    ],
)
def test_what_is_at_fault_is_left(path: str, old: str, new: str, program: Program, project: Path) -> None:
    edit(project / PANEL, "## 台下的问题", "## 台下问的")
    edit(project / path, old, new)
    before = files_of(project)
    said = program("confirm", ONE)
    assert said.code == Exit.WRONG
    assert "put this right first" in said.err
    assert changed(project, before) == set()


def test_digests_of_nothing_are_put_right_by_confirming(program: Program, project: Path) -> None:
    edit(project / DIGESTS, "p1h1: ", "z9z9: ")
    assert [one["path"] for one in faults(program, "unknown-mark")] == [DIGESTS]
    assert program("confirm", ONE).code == 0
    assert faults(program, "unknown-mark") == faults(program, "translation-unconfirmed") == []
    (project / DIGESTS).write_text("", "utf-8")
    assert program("confirm", ONE).code == 0
    assert faults(program, "empty-file") == []


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ("", "say --all"),
        (f"--all {ONE}", "name no session"),
        ("--all --mark p1f6", "name no session or mark"),
        ("panel-who-counts", "write FORUM/SESSION"),
        ("salt-march-2025/panel-who-counts", "did you mean 'salt-marsh-2025'"),
        (f"{FORUM}/panel-who-count", "did you mean 'panel-who-counts'"),
        (f"{FORUM}/launch", "there is no record of"),
        (f"{ONE} --language zh-Hant", "in zh-Hant"),
        (f"{ONE} --language zh-Hans", "is no translation"),
        ("tide-tables-2024/marlock-tables", "is a translation"),
        (f"{ONE} --mark z9z9", "no paragraph ^z9z9"),
        (f"{ONE} --mark Z9", "'Z9' is no mark"),
        (f"{ONE} {FORUM}/tarn-loggers --mark p1f6", "one session"),
    ],
)
def test_a_wrong_call_is_told_and_writes_nothing(
    call: str, says: str, program: Program, project: Path
) -> None:
    before = files_of(project)
    said = program("confirm", *call.split())
    assert said.code == Exit.CALL
    assert says in said.err
    assert changed(project, before) == set()


def test_what_was_changed_meanwhile_is_left(
    program: Program, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(project / PANEL, "## 台下的问题", "## 台下问的")
    place = project / DIGESTS

    def interfere(*_: object) -> str:
        place.write_text("# mine\n", "utf-8")
        return "lost"

    monkeypatch.setattr("generator.commands.confirm.renew_confirmed", interfere)
    said = program("confirm", ONE)
    assert said.code == Exit.WRONG
    assert "was changed while this command ran" in said.err
    assert place.read_text("utf-8") == "# mine\n"

"""`proceedings fidelity` and `accept`: findings with their places, and explanations of them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.invented import Program, edit, files_of

FORUM = "lamp-room-2025"
RECORDS = f"content/forums/{FORUM}/records"
RECORD = f"{RECORDS}/talk.zh-Hans.md"
SAID = "我们一共看了一百二十块板\n大概有百分之八十是能读的\n去年没有丢过一块\n"
TEXT = """\
---
form: edited
written_by: person
checked: []
---

一共看了120块板，大概80%能读，去年没有丢过一块。 ^a1b2
"""


@pytest.fixture(autouse=True)
def talk(project: Path) -> Path:
    """Put a session with a recording of its own into the invented forum."""
    folder = project / "content" / "forums" / FORUM
    (project / "said.txt").write_text(SAID, "utf-8")
    digest = hashlib.sha256(SAID.encode()).hexdigest()
    forum = (folder / "forum.yml").read_text("utf-8").rstrip("\n")
    assert "recordings:" not in forum
    session = "  - {id: talk, kind: talk, title: 板, record: published}"
    forum = forum.replace(
        "\nsessions:\n", f"\nrecordings: [{{id: a, sha256: {digest}}}]\nsessions:\n{session}\n"
    )
    (folder / "forum.yml").write_text(forum + "\n", "utf-8")
    (project / RECORD).write_text(TEXT, "utf-8")
    sources = "a1b2: [{recording: a, from: [1, 0], to: [4, 0]}]\n"
    (project / RECORDS / "talk.sources.yml").write_text(sources, "utf-8")
    return project / "said.txt"


def findings(program: Program, *arguments: str | Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(program("fidelity", "--format", "json", *arguments).out)
    return [one for one in found if one["path"] == RECORD]


def test_a_faithful_record_is_quiet(program: Program, talk: Path) -> None:
    assert findings(program, talk, "--forum", FORUM) == []


def test_a_bent_number_is_found_at_its_place_with_what_was_said(
    program: Program, project: Path, talk: Path
) -> None:
    edit(project / RECORD, "120块板", "一千二百块板")
    (one,) = (one for one in findings(program, talk) if one["code"] == "fidelity-number")
    assert (one["line"], one["column"]) == (7, 5)
    assert "一千二百" in one["message"]
    assert "[1]" in one["message"]
    assert program("fidelity", talk, "--forum", FORUM).code == 1


def test_a_lost_denial_is_found(program: Program, project: Path, talk: Path) -> None:
    edit(project / RECORD, "没有丢过一块", "丢过一块")
    assert "fidelity-negation" in [one["code"] for one in findings(program, talk)]


def test_the_folder_is_looked_into_and_check_says_the_same(
    program: Program, project: Path, talk: Path
) -> None:
    edit(project / RECORD, "80%", "18%")
    assert findings(program, "--forum", FORUM) == []
    (project / "recordings").mkdir()
    talk.rename(project / "recordings" / "said.txt")
    assert "fidelity-number" in {one["code"] for one in findings(program)}
    told = json.loads(program("check", "--format", "json").out)
    assert "fidelity-number" in {one["code"] for one in told}


def test_a_file_of_no_forum_is_refused(program: Program, project: Path) -> None:
    (project / "other.txt").write_text("另一场\n", "utf-8")
    assert program("fidelity", project / "other.txt").code == 1
    assert program("fidelity", project / "none.txt").code == 2
    assert program("fidelity", "--forum", "lamp-rom-2025").code == 2


def test_what_is_explained_is_quiet_until_the_paragraph_changes(
    program: Program, project: Path, talk: Path
) -> None:
    edit(project / RECORD, "120块板", "121块板")
    before = files_of(project)
    call = ("accept", f"{FORUM}/talk", talk, "--mark", "a1b2", "--because", "他后来更正了：121块")
    assert program(*call, "--dry-run").code == 0
    assert files_of(project) == before
    assert program(*call).code == 0
    text = (project / RECORDS / "talk.accepted.yml").read_text("utf-8")
    assert "kind: number" in text
    assert findings(program, talk) == []
    assert program(*call).code == 1
    edit(project / RECORD, "121块板", "122块板")
    assert "fidelity-number" in {one["code"] for one in findings(program, talk)}
    assert "accepted-stale" in {one["code"] for one in json.loads(program("check", "--format", "json").out)}


def test_accept_wants_a_mark_a_reason_and_a_finding(program: Program, talk: Path) -> None:
    assert program("accept", f"{FORUM}/talk", talk, "--because", "x").code == 2
    assert program("accept", f"{FORUM}/talk", talk, "--mark", "a1b2", "--because", " ").code == 2
    assert program("accept", f"{FORUM}/talk", talk, "--mark", "z9z9", "--because", "x").code == 2
    assert program("accept", f"{FORUM}/talk", talk, "--mark", "a1b2", "--because", "x").code == 1

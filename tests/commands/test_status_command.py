"""`proceedings status`: the numbers are those of the content."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.commands.failure import Exit
from generator.commands.project import find_project
from generator.commands.reporter import Reporter
from generator.commands.status import status
from tests.commands.invented import Program, edit

SALT = "content/forums/salt-marsh-2025"


def of(program: Program, forum: str) -> dict[str, Any]:
    found = json.loads(program("status", "--format", "json").out)
    one: dict[str, Any] = next(one for one in found if one["forum"] == forum)
    return one


def test_the_numbers_of_a_forum(program: Program) -> None:
    assert of(program, "tide-tables-2024") == {
        "forum": "tide-tables-2024",
        "sessions": 3,
        "recorded": 2,
        "states": {"published": 2, "host": 0, "pending": 0, "none": 1, "withheld": 0},
        "records": [
            {
                "language": "en",
                "form": "edited",
                "written_by": "person",
                "checked": "speaker",
                "count": 1,
            },
            {
                "language": "en",
                "form": "summary",
                "written_by": "machine",
                "checked": "nobody",
                "count": 1,
            },
        ],
        "unmarked": [],
        "missing": [],
    }


def test_the_records_counted_are_the_files(program: Program, project: Path) -> None:
    records = of(program, "salt-marsh-2025")["records"]
    files = list((project / SALT / "records").glob("*.md"))
    assert sum(one["count"] for one in records) == len(files)
    for language in ("zh-Hans", "en"):
        there = [file for file in files if file.name.endswith(f".{language}.md")]
        assert sum(one["count"] for one in records if one["language"] == language) == len(there)


def test_what_becomes_of_a_record_is_seen(program: Program, project: Path) -> None:
    place = project / "content/forums/tide-tables-2024"
    edit(place / "records/marlock-tables.en.md", "old then. Four hundred", "old then.\n\nFour hundred")
    (place / "records/quillon-drift.en.md").unlink()
    edit(
        place / "forum.yml",
        'to: "01:12:00"}]\n    record: published',
        'to: "01:12:00"}]\n    record: pending',
    )
    found = of(program, "tide-tables-2024")
    assert (found["recorded"], found["missing"]) == (1, ["quillon-drift"])
    assert found["unmarked"] == [{"session": "marlock-tables", "language": "en", "count": 1}]
    assert found["states"]["pending"] == 1
    lines = program("status").out
    assert "tide-tables-2024: 3 sessions, 1 recorded\n" in lines
    assert "  unmarked: 1 paragraph of marlock-tables.en\n" in lines
    assert "  without a record: quillon-drift\n" in lines


def test_breaks_are_not_counted(program: Program, project: Path) -> None:
    text = (project / SALT / "forum.yml").read_text("utf-8")
    sessions = len(re.findall(r"^  - id: ", text.partition("\nsessions:")[2], re.MULTILINE))
    breaks = len(re.findall(r"^    kind: break$", text, re.MULTILINE))
    assert breaks > 0
    assert of(program, "salt-marsh-2025")["sessions"] == sessions - breaks


def test_with_errors_it_counts_what_it_can_and_says_so(program: Program, project: Path) -> None:
    edit(project / "content/forums/tide-tables-2024/forum.yml", "title: Tide", "titel: Tide")
    said = program("status", "--format", "json")
    assert said.code == Exit.WRONG
    assert "see proceedings check" in said.err
    assert [one["forum"] for one in json.loads(said.out)] == ["lamp-room-2025", "salt-marsh-2025"]


def test_a_table_on_a_terminal(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    terminal = Terminal()
    reporter = Reporter(out=terminal, err=Terminal())
    status(find_project(project), reporter)
    text = re.sub(r"\x1b\[[\d;]*m", "", terminal.getvalue())
    assert "┃ Forum " in text
    assert re.search(r"│ tide-tables-2024 +│ +3 │ +2 │ en: 1 edited, by person, checked by +│", text)
    assert max(len(line) for line in text.splitlines()) <= 80


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

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

DOCUMENT = Path(__file__).parents[2] / "docs" / "commands.md"
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
        "reviews": [],
        "held_back": [],
        "translations": [],
        "unpublished": [
            {"session": "marlock-tables", "language": "zh-Hans"},
            {"session": "quillon-drift", "language": "en"},  # nobody has checked it, and nobody may read it
            {"session": "quillon-drift", "language": "zh-Hans"},
        ],
        "complete": False,
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


def test_translations_that_are_behind_are_counted(program: Program, project: Path) -> None:
    records = project / SALT / "records"
    assert program("confirm", "--all").code == 0
    edit(records / "tarn-loggers.zh-Hans.md", "一顿午饭也差不多这个价。", "一顿午饭也是这个价。")
    edit(records / "tarn-loggers.en.md", "^w3b2", "^w9z9")
    edit(records / "panel-who-counts.en.confirmed.yml", "p1h1: ", "# p1h1: ")
    found = {(one["session"], one["language"]): one for one in of(program, "salt-marsh-2025")["translations"]}
    assert len(found) == len(list(records.glob("*.confirmed.yml")))
    loggers = found["tarn-loggers", "en"]
    assert [loggers[key] for key in ("missing", "extra", "stale", "unconfirmed")] == [1, 1, 1, 0]
    assert found["panel-who-counts", "en"]["unconfirmed"] == 1
    lines = program("status").out
    assert "  stale: 1 paragraph of tarn-loggers.en\n" in lines
    assert "  missing: 1 paragraph of tarn-loggers.en\n" in lines
    assert "  unconfirmed: 1 paragraph of panel-who-counts.en\n" in lines


@pytest.fixture
def whole(program: Program, project: Path) -> Path:
    """A forum that lacks nothing: one session of it, in both languages of the site, and the host."""
    text = (project / SALT / "forum.yml").read_text("utf-8")
    for state in ("pending", "none"):
        text = text.replace(f"record: {state}", "record: none\n    status: cancelled")
    (project / SALT / "forum.yml").write_text(
        text.replace("    status: cancelled\n    status", "    status"), "utf-8"
    )
    assert program("confirm", "--all").code == 0
    return project / SALT


def complete(program: Program) -> bool:
    found: bool = of(program, "salt-marsh-2025")["complete"]
    return found


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("records/tarn-loggers.zh-Hans.md", "一顿午饭也差不多这个价。", "一顿午饭也是这个价。"),  # stale
        ("records/tarn-loggers.zh-Hans.md", " ^w1b2", " ^w1b9"),  # missing, and without a source
        ("records/tarn-loggers.zh-Hans.md", " ^w1b2", ""),  # without a mark
        ("records/tarn-loggers.en.confirmed.yml", "w1b2:", "# w1b2:"),  # unconfirmed
        ("records/tarn-loggers.en.md", "8 mm will do.", "8 mm will do. <!-- review: number -->"),
        ("records/tarn-loggers.en.md", "To see how far", "The Prime Minister saw how far"),  # held back
        ("forum.yml", "publish_unchecked: true", "publish_unchecked: false"),
        (
            "forum.yml",
            "[{recording: a, lines: [1401, 1688]}]\n    record: published",
            "[]\n    record: pending",
        ),
        ("records/host.en.md", "translated_from", None),
        ("records/tarn-loggers.en.md", "translated_from", None),
    ],
)
def test_a_forum_is_complete_when_nothing_is_left_to_do(
    name: str, old: str, new: str | None, program: Program, whole: Path
) -> None:
    assert complete(program)
    assert "  complete: yes\n" in program("status").out
    if new is None:
        (whole / name).unlink()
    else:
        edit(whole / name, old, new)
    assert not complete(program)


def test_the_form_is_the_one_that_is_described(program: Program, project: Path) -> None:
    edit(project / SALT / "records" / "tarn-loggers.en.md", " ^w3b2", "")
    edit(
        project / SALT / "records" / "tarn-loggers.zh-Hans.md",
        "一个灯也没有。",
        "没有。<!-- review: sensitive -->",
    )
    described = re.search(r"```json\n(\[.*?\n\])\n```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    assert described
    (example,) = json.loads(described[1])
    assert shape(example) == shape(of(program, "salt-marsh-2025"))


def shape(value: object) -> object:
    """What a value of JSON is made of: keys and types, of a list those of its first item."""
    if isinstance(value, dict):
        return {key: shape(one) for key, one in value.items()}
    if isinstance(value, list):
        return [shape(one) for one in value[:1]]
    return type(value).__name__


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
    assert re.search(r"│ tide-tables-2024 +│ +3 │ +2 │ no +│ en: 1 edited, by person, ", text)
    assert max(len(line) for line in text.splitlines()) <= 80


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

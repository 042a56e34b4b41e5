"""`proceedings mark`: a mark that was once given is never lost, and never given again."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.store.load import load_content
from generator.store.records.given import GIVEN
from tests.commands.invented import Program, edit

HEAD = "---\nform: edited\nwritten_by: person\nchecked: []\n---\n"
BODY = "## 头 ^h1a1\n\n一。 ^a1a1\n\n二。 ^b2b2\n\n三。 ^c3c3\n"
ENGLISH = "## Head ^h1a1\n\nOne. ^a1a1\n\nTwo. ^b2b2\n\nThree. ^c3c3\n"
NAME = "quillon-drift"


@pytest.fixture
def records(project: Path) -> Path:
    """The records of a forum that has one session with one record, marked."""
    folder = project / "content/forums/tide-tables-2024/records"
    for place in sorted(folder.iterdir()):
        place.unlink()
    (folder / f"{NAME}.zh-Hans.md").write_text(HEAD + BODY, "utf-8")
    return folder


def gone(project: Path, language: str = "zh-Hans") -> dict[str, str]:
    """Where the marks of the record lead that are no more."""
    held = load_content(project).proceedings
    (record,) = (one for key, one in held.records.items() if key[1] == NAME and key[2].value == language)
    return {str(old): str(new) for old, new in record.head.gone.items()}


def test_what_is_taken_out_leads_to_what_stood_before(program: Program, project: Path, records: Path) -> None:
    assert program("mark").code == 0
    edit(records / f"{NAME}.zh-Hans.md", "二。 ^b2b2\n\n", "")
    warned = program("check")
    assert "^b2b2: once here, and links to it lead nowhere now" in warned.out
    said = program("mark")
    assert "^b2b2 is gone, and leads to ^a1a1" in said.err
    assert gone(project) == {"b2b2": "a1a1"}
    assert "b2b2" not in program("check").out
    assert program("mark").err == "every paragraph has a mark\n"


def test_the_first_leads_to_what_follows(program: Program, project: Path, records: Path) -> None:
    assert program("mark").code == 0
    edit(records / f"{NAME}.zh-Hans.md", "## 头 ^h1a1\n\n一。 ^a1a1\n\n", "")
    assert program("mark").code == 0
    assert gone(project) == {"h1a1": "b2b2", "a1a1": "b2b2"}


def test_what_leads_to_something_taken_out_later_leads_on_in_steps(
    program: Program, project: Path, records: Path
) -> None:
    for part in ("三。 ^c3c3\n", "二。 ^b2b2\n\n"):
        assert program("mark").code == 0
        edit(records / f"{NAME}.zh-Hans.md", part, "")
    assert program("mark").code == 0
    assert gone(project) == {"c3c3": "b2b2", "b2b2": "a1a1"}
    assert f"{NAME}.zh-Hans.md" not in program("check").out


def test_what_an_editor_said_of_a_mark_stays(program: Program, project: Path, records: Path) -> None:
    place = records / f"{NAME}.zh-Hans.md"
    assert program("mark").code == 0
    edit(place, "二。 ^b2b2\n\n", "")
    edit(place, "checked: []", "checked: []\ngone: {b2b2: c3c3}  # what it said is there now")
    assert program("mark").code == 0
    assert gone(project) == {"b2b2": "c3c3"}


def test_a_translation_follows_its_source(program: Program, project: Path, records: Path) -> None:
    other = records / f"{NAME}.en.md"
    other.write_text(HEAD.replace("checked: []", "checked: []\ntranslated_from: zh-Hans") + ENGLISH, "utf-8")
    assert program("mark").code == 0
    edit(other, "Two. ^b2b2\n\n", "")
    assert program("mark").code == 0
    assert gone(project, "en") == {}, "its page shows the source's paragraph under the mark"
    edit(records / f"{NAME}.zh-Hans.md", "二。 ^b2b2\n\n", "")
    assert program("mark").code == 0
    assert gone(project) == gone(project, "en") == {"b2b2": "a1a1"}


def test_the_same_words_get_another_mark(program: Program, records: Path) -> None:
    place = records / f"{NAME}.zh-Hans.md"
    place.write_text(place.read_text("utf-8") + "\n四。\n", "utf-8")
    assert program("mark").code == 0
    first = place.read_text("utf-8").rpartition("^")[2].strip()
    edit(place, f"\n四。 ^{first}\n", "")
    assert program("mark").code == 0
    place.write_text(place.read_text("utf-8") + "\n四。\n", "utf-8")
    assert program("mark").code == 0
    assert place.read_text("utf-8").rpartition("^")[2].strip() != first


def test_line_ends_of_the_list_are_let_be(program: Program, records: Path) -> None:
    assert program("mark").code == 0
    place = records / GIVEN
    place.write_bytes(place.read_bytes().replace(b"\n", b"\r\n"))
    before = place.read_bytes()
    assert program("mark").code == 0
    assert place.read_bytes() == before


@pytest.mark.parametrize(
    ("new", "line"), [("  - B2B2\n", 6), ("<<<<<<< mine\n  - b2b2\n", 9), ("- b2b2\n", 6)]
)
def test_a_list_that_cannot_be_read_stops_with_its_line(
    new: str, line: int, program: Program, records: Path
) -> None:
    """What it holds is not known then; a new one from the text alone would forget."""
    assert program("mark").code == 0
    place = records / GIVEN
    place.write_text(place.read_text("utf-8").replace("  - b2b2\n", new), "utf-8")
    before = place.read_bytes()
    said = program("mark")
    assert said.code == 1
    assert f"{GIVEN}:{line}" in said.err
    assert place.read_bytes() == before


def test_a_map_in_another_form_is_left_and_said(program: Program, records: Path) -> None:
    place = records / f"{NAME}.zh-Hans.md"
    assert program("mark").code == 0
    edit(place, "checked: []", "checked: []\ngone:\n  {x1x1: a1a1,\n   y1y1: a1a1}")
    edit(place, "二。 ^b2b2\n\n", "")
    before = place.read_bytes()
    said = program("mark")
    assert said.code == 1
    assert f"{place.name}:6: under gone, write each mark and where it leads on a line of its own" in said.err
    assert place.read_bytes() == before

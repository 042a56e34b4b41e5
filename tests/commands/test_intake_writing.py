from __future__ import annotations

from pathlib import Path

import pytest

from generator.commands.failure import CommandError
from generator.commands.intake_writing import NOTES, Outcome, plan_drafts, write_drafts

DRAFTS = {
    "plates.zh-Hans.md": "---\nform: edited\n---\n\n尺子 ^p9x1\n",
    "plates.sources.yml": "p9x1: []\n",
    "host.zh-Hans.md": "---\nform: edited\n---\n\n各位 ^h2k3\n",
    "host.sources.yml": "h2k3: []\n",
}
NEW = {**DRAFTS, "plates.zh-Hans.md": "---\nform: edited\n---\n\n尺子很长 ^p9x1\n"}


def run(folder: Path, drafts: dict[str, str], *, force: bool = False) -> dict[str, Outcome]:
    plans = plan_drafts(folder, drafts, force=force)
    write_drafts(folder, plans)
    return {plan.session: plan.outcome for plan in plans}


def files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def test_drafts_are_written_and_noted(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    assert run(folder, DRAFTS) == {"plates": Outcome.WRITTEN, "host": Outcome.WRITTEN}
    found = files(folder)
    assert set(found.pop(NOTES).splitlines()[2][:18].split(":")) >= {"host.sources.yml"}
    assert found == DRAFTS


def test_planning_touches_nothing(tmp_path: Path) -> None:
    plan_drafts(tmp_path / "records", DRAFTS, force=True)
    assert list(tmp_path.iterdir()) == []


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    run(tmp_path, DRAFTS)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert set(run(tmp_path, DRAFTS).values()) == {Outcome.SAME}
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_what_nobody_edited_is_renewed(tmp_path: Path) -> None:
    run(tmp_path, DRAFTS)
    (tmp_path / "plates.sources.yml").write_bytes(b"p9x1: []\r\n")  # as a version control may check it out
    assert run(tmp_path, NEW)["plates"] is Outcome.WRITTEN
    assert files(tmp_path)["plates.zh-Hans.md"] == NEW["plates.zh-Hans.md"]


@pytest.mark.parametrize("name", ["plates.zh-Hans.md", "plates.sources.yml"])
def test_what_an_editor_changed_is_never_overwritten(tmp_path: Path, name: str) -> None:
    run(tmp_path, DRAFTS)
    (tmp_path / name).write_text("my own words\n", "utf-8")
    before = files(tmp_path)
    assert run(tmp_path, DRAFTS) == {"plates": Outcome.KEPT, "host": Outcome.SAME}
    assert files(tmp_path) == before
    assert run(tmp_path, NEW) == {"plates": Outcome.LEFT, "host": Outcome.SAME}
    assert files(tmp_path) == before


def test_what_was_never_a_draft_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "plates.zh-Hans.md").write_bytes(b"words \xff of an editor\n")
    assert run(tmp_path, DRAFTS)["plates"] is Outcome.LEFT
    assert run(tmp_path, DRAFTS, force=True)["plates"] is Outcome.LEFT
    assert not (tmp_path / "plates.sources.yml").exists()
    assert (tmp_path / "plates.zh-Hans.md").read_bytes() == b"words \xff of an editor\n"


def test_a_translated_draft_is_not_renewed(tmp_path: Path) -> None:
    run(tmp_path, DRAFTS)
    (tmp_path / "plates.en.md").write_text("The staff ^p9x1\n", "utf-8")
    assert run(tmp_path, DRAFTS)["plates"] is Outcome.SAME
    (plan, _) = plan_drafts(tmp_path, NEW, force=False)
    assert (plan.outcome, plan.edited) == (Outcome.LEFT, ("plates.en.md",))


def test_force_keeps_a_copy_of_each(tmp_path: Path) -> None:
    run(tmp_path, DRAFTS)
    path = tmp_path / "plates.zh-Hans.md"
    for words in ("mine\n", "mine again\n", "mine\n"):
        path.write_text(words, "utf-8")
        assert run(tmp_path, DRAFTS, force=True)["plates"] is Outcome.FORCED
        assert files(tmp_path)[path.name] == DRAFTS[path.name]
    assert files(tmp_path)[f"{path.name}.edited"] == "mine\n"
    assert files(tmp_path)[f"{path.name}.edited-2"] == "mine again\n"
    assert len(files(tmp_path)) == len(DRAFTS) + 3
    assert set(run(tmp_path, DRAFTS).values()) == {Outcome.SAME}


def test_notes_that_cannot_be_read_name_the_line(tmp_path: Path) -> None:
    (tmp_path / NOTES).write_text("# notes\nplates\n", "utf-8")
    with pytest.raises(CommandError, match=r"\.intake\.yml:2"):
        plan_drafts(tmp_path, DRAFTS, force=False)

"""Openings that are the host's own words become chapters of the host's record."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.commands.invented import Program, edit, files_of
from tests.commands.night import FORUM, HOME

OPENING = (
    "sessions:\n"
    "  - {{id: opening, kind: opening, title: 开场, record: {},"
    " people: [{{person: mu-weibai, roles: [host]}}]}}\n\n"
)


@pytest.mark.parametrize("state", ["pending", "host"])
def test_an_opening_gets_its_chapter(program: Program, project: Path, given: Path, state: str) -> None:
    programme = project / HOME / "forum.yml"
    edit(programme, "sessions:\n", OPENING.format(state))
    assert program("intake", given, "--forum", FORUM).code == 0
    host = (project / HOME / "records" / "host.zh-Hans.md").read_text("utf-8")
    chapters = [line.partition("](")[0] for line in host.splitlines() if line.startswith("## ")]
    assert chapters[0] == "## [开场"
    assert yaml.safe_load(programme.read_text("utf-8"))["sessions"][0]["record"] == "host"
    said = program("check")
    assert (said.code, f"{HOME}/forum.yml" in said.out) == (0, False)
    before = files_of(project)
    assert program("intake", given, "--forum", FORUM).code == 0
    assert files_of(project) == before

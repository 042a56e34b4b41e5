"""A project of its own for each test, and the program in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.invented import Program, make_project
from tests.commands.night import HOME, PROGRAMME
from tests.intake.invented_recording import recording


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


@pytest.fixture
def program(project: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(project, capsys)


@pytest.fixture
def given(project: Path, tmp_path: Path) -> Path:
    """A recording of a forum whose programme is there, and no record."""
    (project / HOME).mkdir()
    (project / HOME / "forum.yml").write_text(PROGRAMME, "utf-8")
    path = tmp_path / "night.txt"
    path.write_text(recording(), "utf-8")
    return path

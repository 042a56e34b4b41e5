"""A project of its own for each test, and the program in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.invented import Program, make_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


@pytest.fixture
def program(project: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(project, capsys)

"""Planted faults are found in the right file, line and column, and nothing else is found with them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.checks.content import check_content
from generator.model.fault import Fault, Place
from generator.store.load import load_content
from tests.faults.planted import PLANTED, TOGETHER
from tests.faults.planting import At, Planted

FIXTURE = Path(__file__).parent.parent / "fixtures" / "jiangwan"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    copy = tmp_path / "project"
    shutil.copytree(FIXTURE, copy)
    return copy


def test_the_invented_forum_has_no_fault() -> None:
    assert [str(fault) for fault in faults_of(FIXTURE)] == []


def test_names_are_unique() -> None:
    assert len({planted.name for planted in PLANTED}) == len(PLANTED)


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.name.replace(" ", "-"))
def test_planted_fault_is_found(planted: Planted, project: Path) -> None:
    planted.edit(project)
    faults = faults_of(project)
    found = [fault for fault in faults if matches(fault, planted, project)]
    assert len(found) == 1, told(planted, project, faults)
    others = [fault for fault in faults if fault not in found and fault.code not in planted.follows]
    assert others == [], told(planted, project, faults)


def test_all_are_found_in_one_run(project: Path) -> None:
    for planted in TOGETHER:
        planted.edit(project)
    faults = faults_of(project)
    missed = [
        told(planted, project, ())
        for planted in TOGETHER
        if not any(matches(fault, planted, project) for fault in faults)
    ]
    assert missed == []
    assert list(faults) == sorted(faults)


def faults_of(project: Path) -> tuple[Fault, ...]:
    loaded = load_content(project)
    return tuple(sorted({*loaded.faults, *check_content(loaded)}))


def matches(fault: Fault, planted: Planted, project: Path) -> bool:
    return (
        fault.place == expected_place(planted, project)
        and fault.severity is planted.severity
        and planted.says in f"{fault.message} ({fault.remedy})"
    )


def expected_place(planted: Planted, project: Path) -> Place:
    text = ""
    if isinstance(planted.at, At):
        text = (project / planted.path).read_bytes().decode("utf-8", errors="surrogateescape")
    return Place(planted.path, *planted.at.find(text))


def told(planted: Planted, project: Path, faults: tuple[Fault, ...]) -> str:
    wanted = f"{expected_place(planted, project)}: {planted.severity}: …{planted.says}… ({planted.name})"
    return "\n".join(["wanted:", wanted, "found:", *(str(fault) for fault in faults)])

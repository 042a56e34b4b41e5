"""Files of editors are written whole or not at all, and never over what was not read."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from generator.commands.failure import CommandError, Exit
from generator.commands.writing import create, replace


def test_a_text_is_replaced_with_its_mode_and_line_ends(tmp_path: Path) -> None:
    place = tmp_path / "a.md"
    place.write_bytes("一\r\n".encode())
    place.chmod(0o640)
    replace(place, "一\r\n", "一 ^a1b2\r\n")
    assert place.read_bytes() == "一 ^a1b2\r\n".encode()
    if sys.platform != "win32":
        assert stat.S_IMODE(place.stat().st_mode) == 0o640
    assert [one.name for one in tmp_path.iterdir()] == ["a.md"]


def test_what_changed_meanwhile_is_left(tmp_path: Path) -> None:
    place = tmp_path / "a.md"
    place.write_text("mine", "utf-8")
    with pytest.raises(CommandError, match="was changed while") as raised:
        replace(place, "yours", "ours")
    assert raised.value.code is Exit.WRONG
    assert place.read_text("utf-8") == "mine"
    assert [one.name for one in tmp_path.iterdir()] == ["a.md"]


def test_a_failure_leaves_the_old_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "a.md"
    place.write_text("old", "utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.commands.writing.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace(place, "old", "new")
    assert place.read_text("utf-8") == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.md"]


def test_nothing_is_created_over_something(tmp_path: Path) -> None:
    place = tmp_path / "new" / "a.yml"
    create(place, "one")
    with pytest.raises(CommandError, match="is there already"):
        create(place, "two")
    assert place.read_text("utf-8") == "one"


def test_what_is_created_is_there_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "a.yml"
    seen: list[bool] = []
    monkeypatch.setattr("generator.commands.writing.os.fsync", lambda _: seen.append(place.exists()))
    create(place, "一\r\n")
    assert seen == [False]
    assert place.read_bytes() == "一\r\n".encode()
    assert [one.name for one in tmp_path.iterdir()] == ["a.yml"]


def test_a_failure_creates_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.commands.writing.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        create(tmp_path / "a.yml", "new")
    assert list(tmp_path.iterdir()) == []


def test_files_are_created_where_there_are_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unable(_: Path, __: Path) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr("generator.commands.writing.os.link", unable)
    place = tmp_path / "a.yml"
    create(place, "one")
    with pytest.raises(CommandError, match="is there already"):
        create(place, "two")
    assert [(one.name, one.read_text("utf-8")) for one in tmp_path.iterdir()] == [("a.yml", "one")]

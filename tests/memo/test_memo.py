"""The memory believes nothing that it cannot prove, and forgets what nobody uses."""

from __future__ import annotations

import os
import pickle
import sqlite3
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import MappingProxyType

import pytest

from generator.memo.memo import NAME, Memo
from generator.memo.pickling import UnknownValueError, from_bytes, to_bytes
from generator.model.language import Language
from generator.model.text import LocalizedText

VALUE = {"text": LocalizedText(((Language.HANS, "滩"),)), "place": PurePosixPath("a/b"), "n": (1, 2.5, None)}


def test_what_was_put_is_found_by_the_next_command(tmp_path: Path) -> None:
    with Memo.open(tmp_path) as memo:
        memo.put("record", "k", VALUE)
        assert memo.get("record", "k") == VALUE
    with Memo.open(tmp_path) as memo:
        assert memo.get("record", "k") == VALUE
        assert memo.get("record", "other") is None
        assert memo.get("page", "k") is None


def test_another_version_of_the_program_finds_nothing(tmp_path: Path) -> None:
    for program, found in (("1", None), ("1", VALUE), ("2", None)):
        memo = Memo(tmp_path / NAME, program)
        assert memo.get("record", "k") == found
        memo.put("record", "k", VALUE)
        memo.close()


@pytest.mark.parametrize("bad", [b"", b"not a database at all", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_torn_file_is_as_none(tmp_path: Path, bad: bytes) -> None:
    with Memo.open(tmp_path) as memo:
        memo.put("record", "k", VALUE)
    (tmp_path / NAME).write_bytes(bad)
    with Memo.open(tmp_path) as memo:
        assert memo.get("record", "k") is None
        memo.put("record", "k", VALUE)
    with Memo.open(tmp_path) as memo:
        assert memo.get("record", "k") == VALUE


def test_every_cut_of_the_file_gives_the_value_or_nothing(tmp_path: Path) -> None:
    with Memo.open(tmp_path) as memo:
        for number in range(40):
            memo.put("record", str(number), {**VALUE, "number": number, "long": "潮" * 900})
    whole = (tmp_path / NAME).read_bytes()
    lost = 0
    for part in range(1, 20):
        (tmp_path / NAME).write_bytes(whole[: len(whole) * part // 20])
        with Memo.open(tmp_path) as memo:
            for number in range(40):
                found = memo.get("record", str(number))
                lost += found is None
                assert found is None or found == {**VALUE, "number": number, "long": "潮" * 900}
    assert lost  # else nothing was cut


def test_a_changed_row_is_not_believed(tmp_path: Path) -> None:
    with Memo.open(tmp_path) as memo:
        memo.put("record", "k", "what was said")
    base = sqlite3.connect(tmp_path / NAME)
    with base:
        base.execute("UPDATE memo SET value = ?", (to_bytes("what was not said"),))
    base.close()
    with Memo.open(tmp_path) as memo:
        assert memo.get("record", "k") is None


def test_what_nobody_uses_is_forgotten(tmp_path: Path) -> None:
    with Memo.open(tmp_path) as memo:
        memo.put("record", "used", VALUE)
        memo.put("record", "unused", VALUE)
    for _ in range(12):
        with Memo.open(tmp_path) as memo:
            assert memo.get("record", "used") == VALUE
    base = sqlite3.connect(tmp_path / NAME)
    assert base.execute("SELECT count(*) FROM memo").fetchone() == (1,)
    base.close()


def test_what_is_kept_with_another_is_not_forgotten(tmp_path: Path) -> None:
    with Memo.open(tmp_path) as memo:
        memo.put("record", "part", VALUE)
    for _ in range(30):
        with Memo.open(tmp_path) as memo:
            memo.keep("record", ["part", "never put"])
    with Memo.open(tmp_path) as memo:
        assert memo.get("record", "part") == VALUE
        assert memo.get("record", "never put") is None


def test_what_was_put_before_an_error_is_kept(tmp_path: Path) -> None:
    def fail() -> None:
        with Memo.open(tmp_path) as memo:
            memo.put("record", "k", VALUE)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    with Memo.open(tmp_path) as memo:
        assert memo.get("record", "k") == VALUE


def test_a_memory_of_nothing_keeps_nothing() -> None:
    memo = Memo.none()
    memo.put("record", "k", VALUE)
    memo.commit()
    assert memo.get("record", "k") is None
    memo.close()


@dataclass
class Foreign:
    """Not one of ours."""

    command: str

    def __reduce__(self) -> tuple[object, ...]:
        return os.system, (self.command,)


def test_bytes_cannot_call_anything(tmp_path: Path) -> None:
    place = tmp_path / "called"
    with pytest.raises(UnknownValueError, match="not admitted"):
        from_bytes(pickle.dumps(Foreign(f"touch {place}")))
    assert not place.exists()
    for name in ("generator.model.text\nLocalizedText.__init__", "generator.memo.program\nprogram_digest"):
        with pytest.raises(UnknownValueError):
            from_bytes(f"c{name}\n.".encode())


def test_torn_bytes_are_no_value() -> None:
    data = to_bytes(VALUE)
    for end in range(len(data)):
        with pytest.raises(UnknownValueError):
            from_bytes(data[:end])


def test_read_only_mappings_come_back_read_only() -> None:
    found = from_bytes(to_bytes(MappingProxyType({"a": 1})))
    assert isinstance(found, MappingProxyType)
    assert found == {"a": 1}

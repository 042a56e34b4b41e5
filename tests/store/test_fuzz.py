"""Whatever stands in files of content: faults with places, and neither a traceback nor a long wait."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from generator.model.fault import Fault
from generator.store.layout import ContentFile, FileKind, find_files
from generator.store.load import load_content
from generator.store.parts import read_confirmed, read_part, read_sources
from generator.store.record_file import read_record_file
from generator.store.source_text import decode_source
from tests.building import FIXTURE
from tests.store.mutations import changed

PATIENCE = 5  # seconds of work for one file
FEW, MANY = 200, 10_000

_FILES, _ = find_files(FIXTURE, "content")
_RECORDS = tuple(file for file in _FILES if file.kind is FileKind.RECORD)
_SHORT = 9_000  # bytes: a programme of that length has all that longer ones have
_YAML = tuple(file for file in _FILES if file.path.suffix == ".yml" and file.path.stat().st_size < _SHORT)
_HELD = load_content(FIXTURE.parent, FIXTURE).proceedings


def texts(files: tuple[ContentFile, ...]) -> list[str]:
    return [file.path.read_text("utf-8") for file in files]


def read_yaml(file: ContentFile, text: str) -> tuple[Fault, ...]:
    if file.kind is FileKind.SOURCES:
        return read_sources(file, text)[1]
    if file.kind is FileKind.CONFIRMED:
        return read_confirmed(file, text)[1]
    return read_part(file, text)[0].faults


def read_record(file: ContentFile, text: str) -> tuple[Fault, ...]:
    forum = next(forum for forum in _HELD.forums.values() if forum.id == file.forum)
    return read_record_file(file, text, forum, _HELD.people).faults


def hold(file: ContentFile, data: bytes, read: Callable[[ContentFile, str], tuple[Fault, ...]]) -> None:
    """Read a file: every fault has a place that is there, and says what is wrong."""
    begun = time.process_time()
    text, faults = decode_source(data, file.shown)
    if not faults:
        faults = read(file, text)
    assert time.process_time() - begun < PATIENCE
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for fault in faults:
        assert fault.place.path == file.shown
        assert 0 <= fault.place.line <= lines + 1
        assert fault.place.column >= 0
        assert fault.message
        assert fault.code


def fuzz(number: int, files: tuple[ContentFile, ...], read: Callable[..., tuple[Fault, ...]]) -> None:
    @settings(max_examples=number, suppress_health_check=list(HealthCheck), database=None)
    @given(changed(texts(files)))
    def one(drawn: tuple[int, bytes]) -> None:
        hold(files[drawn[0]], drawn[1], read)

    one()


@pytest.mark.parametrize("number", [FEW, pytest.param(MANY, marks=pytest.mark.prove)])
def test_any_yaml_is_read_or_told(number: int) -> None:
    assert {file.kind for file in _YAML} >= {
        FileKind.FORUM,
        FileKind.PERSON,
        FileKind.EVENTS,
        FileKind.SOURCES,
    }
    fuzz(number, _YAML, read_yaml)


@pytest.mark.parametrize("number", [FEW, pytest.param(MANY, marks=pytest.mark.prove)])
def test_any_record_is_read_or_told(number: int) -> None:
    fuzz(number, _RECORDS, read_record)


def test_a_whole_folder_of_broken_files_is_told(tmp_path: Path) -> None:
    for name, text in (("events.yml", "- {id: x"), ("people/a.yml", "a: &a [*a]"), ("topics.yml", "\x00")):
        (tmp_path / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / name).write_text(text, "utf-8")
    assert len(load_content(tmp_path).faults) >= 3

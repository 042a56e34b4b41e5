"""The planted bendings: a faithful record of an invented forum, bent in one place at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from generator.fidelity.finding import Finding
from generator.fidelity.hold import hold_record, hold_translation
from generator.fidelity.reader import Heard, Reader
from generator.fidelity.recording import RecordingText
from generator.fidelity.settings import load_settings
from generator.intake.reading import read_recording
from generator.model.forum import Forum
from generator.model.identifiers import RecordingId
from generator.model.record import Record
from generator.store.layout import ContentFile, FileKind
from generator.store.load import Loaded, load_content
from generator.store.record_file import read_record_file
from generator.store.records.translation import translation_source
from tests.repository import ROOT

FOLDER = ROOT / "tests" / "fidelity" / "planted"


@dataclass(frozen=True)
class Planted:
    """The invented forum, read."""

    folder: Path = FOLDER

    @cached_property
    def bendings(self) -> list[Mapping[str, str]]:
        text = (self.folder / "bendings.yml").read_text("utf-8")
        read: list[Mapping[str, str]] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - plain text only
        return read

    @cached_property
    def _loaded(self) -> tuple[Heard, dict[str, ContentFile]]:
        data = (self.folder / "recording.txt").read_bytes()
        forum = self.forum
        assert forum.recordings[0].sha256 == hashlib.sha256(data).hexdigest()
        heard = read_recording([(RecordingId("a"), "recording.txt", data)])
        positions = [heard.files[0].position(origin) for origin in heard.text.origins]
        text = RecordingText.of([(RecordingId("a"), heard.text.words, positions)])
        settings = load_settings(ROOT / "site_config" / "fidelity")
        files = {one.path.name: one for one in self.content.files if one.kind is FileKind.RECORD}
        return Heard(text, Reader.of(settings, self.content.proceedings, forum)), files

    @cached_property
    def content(self) -> Loaded:
        return load_content(self.folder, self.folder / "content")

    @property
    def forum(self) -> Forum:
        (one,) = self.content.proceedings.forums.values()
        return one

    def record(self, name: str, old: str = "", new: str = "") -> Record:
        _, files = self._loaded
        text = files[name].path.read_text("utf-8")
        assert not old or text.count(old) >= 1
        read = read_record_file(
            files[name],
            text.replace(old, new, 1) if old else text,
            self.forum,
            self.content.proceedings.people,
        ).record
        assert read is not None
        return read

    def hold(self, record: Record) -> list[Finding]:
        heard, _ = self._loaded
        held = self.content.proceedings
        source = translation_source(held, record)
        if source:
            return list(hold_translation(record, source, self.forum, heard.reader))
        sources = held.sources.get((record.forum, record.session), ())
        return list(hold_record(record, self.forum, sources, heard))

    def names(self) -> Iterator[str]:
        yield from self._loaded[1]

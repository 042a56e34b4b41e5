"""Records held against recordings, and translations against sources: what several commands need of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.commands.failure import CommandError, Exit
from generator.commands.project import Project
from generator.commands.reading import Read
from generator.commands.recordings import Found, recording_text
from generator.fidelity.faults import fault_of
from generator.fidelity.finding import Finding
from generator.fidelity.hold import hold_record, hold_translation
from generator.fidelity.reader import Heard, Reader
from generator.fidelity.settings import load_settings
from generator.language.yaml_text import LanguageFileError
from generator.model.fault import Fault, Severity
from generator.model.fidelity import Accepted
from generator.model.forum import Forum
from generator.model.identifiers import Digest, ForumId, SessionId
from generator.model.record import Record
from generator.store.layout import ContentFile, FileKind
from generator.store.records.translation import paragraph_digest, translation_source
from generator.store.source_text import read_source


@dataclass(frozen=True, slots=True)
class HeldFinding:
    """A finding with what it is about.

    Attributes:
        record: The record.
        finding: What does not agree.
        fault: The same at its place in the file.
        digest: Of the paragraph as it stands.
        explained: An editor has explained it, of the paragraph as it stands.
    """

    record: Record
    finding: Finding
    fault: Fault
    digest: Digest
    explained: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is held: everything, a forum, or a session of it.

    Attributes:
        forum: This one only; all if None.
        session: This session of it only.
        translations: Of every forum, or only of those whose recordings are at hand.
    """

    forum: ForumId | None = None
    session: SessionId | None = None
    translations: bool = True


def hold(project: Project, read: Read, found: Found, chosen: Chosen) -> Iterator[HeldFinding]:
    """Hold records against the recordings that are at hand, and translations against their sources.

    Records with errors are passed over: their own faults say so.

    Raises:
        CommandError: The lists of words cannot be used, or a recording cannot be read.
    """
    held = read.loaded.proceedings
    broken = {fault.place.path for fault in read.faults if fault.severity is Severity.ERROR}
    try:
        settings = load_settings(project.config / "fidelity")
        for forum in held.forums.values():
            at_hand = forum.id in found
            if chosen.forum not in {None, forum.id} or not (at_hand or chosen.translations):
                continue
            files = [file for file in _records(read, forum) if file.shown not in broken]
            if chosen.session:
                files = [file for file in files if file.name == chosen.session]
            if not files:
                continue
            reader = Reader.of(settings, held, forum)
            heard = Heard(recording_text(forum, found[forum.id]), reader) if at_hand else None
            for file in files:
                yield from _hold_file(read, file, forum, reader, heard)
    except LanguageFileError as error:
        raise CommandError(str(error), Exit.WRONG) from None


def _records(read: Read, forum: Forum) -> list[ContentFile]:
    return [
        file
        for file in read.loaded.files
        if file.kind is FileKind.RECORD
        and file.forum == forum.id
        and file.language
        and (forum.id, SessionId(file.name), file.language) in read.loaded.proceedings.records
    ]


def _hold_file(
    read: Read, file: ContentFile, forum: Forum, reader: Reader, heard: Heard | None
) -> Iterator[HeldFinding]:
    held = read.loaded.proceedings
    if file.language is None:
        return
    record = held.records[forum.id, SessionId(file.name), file.language]
    source = translation_source(held, record)
    if source:
        found = list(hold_translation(record, source, forum, reader))
    elif heard:
        sources = held.sources.get((forum.id, record.session), ())
        found = list(hold_record(record, forum, sources, heard))
    else:
        found = []
    lines = read_source(file.path, file.shown)[0].splitlines() if found else []
    for finding in dict.fromkeys(found):
        digest = paragraph_digest(finding.block)
        fault = fault_of(finding, record, file.shown, lines)
        yield HeldFinding(record, finding, fault, digest, _explained(read, record, finding, digest))


def _explained(read: Read, record: Record, finding: Finding, digest: Digest) -> bool:
    every = read.loaded.proceedings.accepted.get((record.forum, record.session), ())
    return any(
        explains(entry, record, finding) and entry.digest == digest
        for one in every
        if one.mark in finding.block.marks
        for entry in one.entries
    )


def explains(entry: Accepted, record: Record, finding: Finding) -> bool:
    """Whether an entry is about a finding; its digest is not looked at."""
    mine = (entry.language, entry.kind, entry.words)
    return mine == (record.language, finding.kind, finding.words)

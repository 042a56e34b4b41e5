"""Which translations `confirm` was called for, and whether they can be confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.commands.failure import CommandError, Exit
from generator.commands.named_session import SessionKey, named_session, record_files
from generator.commands.reading import Read
from generator.commands.reporter import Reporter, count
from generator.model.fault import Fault, Severity
from generator.model.identifiers import ForumId, SessionId
from generator.model.language import Language
from generator.model.proceedings import RecordKey
from generator.model.record import Record
from generator.store.layout import ContentFile, FileKind
from generator.store.records.translation import TranslationState, state_of

_MENDED = frozenset({"unknown-mark", "empty-file", "no-translation"})
"""Rules of a file of digests that confirming puts right, or that are told more plainly otherwise."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A translation that can be confirmed.

    Attributes:
        key: Its forum, session and language.
        file: Its record.
        records: Its source and itself.
        state: How it stands to its source.
    """

    key: RecordKey
    file: ContentFile
    records: tuple[Record, Record]
    state: TranslationState


def named_translations(
    read: Read, names: Sequence[str] | None, language: Language | None
) -> tuple[SessionKey, ...]:
    """Return the sessions that have what was called for.

    Args:
        read: The content.
        names: `forum/session`; None for all.
        language: The language of the translations, or None for any.

    Raises:
        CommandError: A name is none, or nothing of it is a translation.
    """
    if names is not None:
        return tuple(_named(read, name, language) for name in names)
    found = {
        (key[0], key[1]): None
        for key, record in read.loaded.proceedings.records.items()
        if record.head.translated_from and language in {None, key[2]}
    }
    return tuple(sorted(found))


def ready_translations(
    read: Read, session: SessionKey, language: Language | None, reporter: Reporter
) -> tuple[list[Translation], list[str]]:
    """Return the translations of a session that can be confirmed, and why others cannot.

    Faults that stand in the way are printed.
    """
    files = [file for file in read.loaded.files if (file.forum, file.name) == session]
    faults = _in_the_way(read, files)
    if faults:
        reporter.warn(faults)
        return [], [f"{'/'.join(session)}: put this right first; nothing of it was confirmed"]
    ready: list[Translation] = []
    complaints: list[str] = []
    records = {file.language: file for file in files if file.kind is FileKind.RECORD and file.language}
    for tongue, file in records.items():
        key = (ForumId(session[0]), SessionId(session[1]), tongue)
        record = read.loaded.proceedings.records[key]
        found = state_of(read.loaded.proceedings, record) if language in {None, tongue} else None
        if found is None:
            continue
        source, state = found
        unmarked = {records[one.language].shown: _unmarked(one) for one in (source, record) if _unmarked(one)}
        for shown, number in unmarked.items():
            what = count(number, "paragraph")
            complaints.append(f"{shown}: {what} without a mark; first run: proceedings mark {shown}")
        if not unmarked:
            ready.append(Translation(key, file, (source, record), state))
    return ready, list(dict.fromkeys(complaints))


def _named(read: Read, name: str, language: Language | None) -> SessionKey:
    forum, session = named_session(read, name, language)
    records = {
        tongue: read.loaded.proceedings.records.get((ForumId(forum), SessionId(session), tongue))
        for tongue in record_files(read, (forum, session))
    }
    chosen = [record for tongue, record in records.items() if language in {None, tongue}]
    # What cannot be read may be a translation: its faults are told then.
    if all(record is not None and not record.head.translated_from for record in chosen):
        which = f"the record of '{name}' in {language}" if language else f"no record of '{name}'"
        said = "is no translation" if language else "is a translation"
        raise CommandError(f"{which} {said}: it would say translated_from", Exit.CALL)
    return forum, session


def _in_the_way(read: Read, files: Sequence[ContentFile]) -> list[Fault]:
    """Return the errors in the records of a session, and those in its digests that confirming leaves."""
    kinds = {file.shown: file.kind for file in files if file.kind in {FileKind.RECORD, FileKind.CONFIRMED}}
    return [
        fault
        for fault in read.faults
        if fault.severity is Severity.ERROR
        and fault.place.path in kinds
        and not (kinds[fault.place.path] is FileKind.CONFIRMED and fault.code in _MENDED)
    ]


def _unmarked(record: Record) -> int:
    return sum(1 for block in record.blocks if block.temporary)

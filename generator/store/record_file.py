"""One record file: front matter and text, read against its forum."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.fault import Fault, Place
from generator.model.forum import Forum
from generator.model.identifiers import HOST, ForumId, PersonId, RecordingId, SessionId
from generator.model.language import Language
from generator.model.person import Person
from generator.model.record import Record, RecordHead
from generator.store.decode import Decoder
from generator.store.layout import ContentFile
from generator.store.places import KeyPath, Reference
from generator.store.records.parse import RecordContext, parse_record
from generator.store.records.speakers import Speakers
from generator.store.records.split import FrontMatterError, split_front_matter
from generator.store.yaml_tree import parse_yaml


@dataclass(frozen=True, slots=True)
class RecordFile:
    """What a record file gave.

    Attributes:
        record: None where the front matter cannot be read.
        faults: What is wrong.
        references: Ids that must exist.
        places: Where the front matter's values stand.
    """

    record: Record | None
    faults: tuple[Fault, ...]
    references: tuple[Reference, ...] = ()
    places: Mapping[tuple[str, KeyPath], Place] = field(default_factory=dict)


def read_record_file(
    file: ContentFile, text: str, forum: Forum | None, people: Mapping[PersonId, Person]
) -> RecordFile:
    """Read the text of a record file.

    Args:
        file: Which file it is.
        text: What stands in it.
        forum: The forum it belongs to; None where that could not be read, and names are not known then.
        people: Everyone.
    """
    if not text.strip():
        fault = Fault(Place(file.shown, 1, 1), "the file is empty", "fill it in, or delete it", "empty-file")
        return RecordFile(None, (fault,))
    try:
        front, body, body_line = split_front_matter(text)
    except FrontMatterError as error:
        place = Place(file.shown, error.line, 1)
        return RecordFile(None, (Fault(place, str(error), error.remedy, "front-matter"),))
    language = file.language or Language.HANS
    decoder = Decoder(file.shown, language, file.forum)
    node, faults = parse_yaml(front, file.shown, first_line=2)
    head = None if faults else decoder.read_object(node, RecordHead)
    parsed = parse_record(body, _context(file, language, forum, people, body_line))
    faults = (*faults, *decoder.faults, *parsed.faults)
    references = (*decoder.references, *parsed.references)
    if head is None:
        return RecordFile(None, faults, references, decoder.places)
    record = Record(ForumId(file.forum), SessionId(file.name), language, head, parsed.blocks)
    return RecordFile(record, faults, references, decoder.places)


def _context(
    file: ContentFile,
    language: Language,
    forum: Forum | None,
    people: Mapping[PersonId, Person],
    body_line: int,
) -> RecordContext:
    """Return what is known of a record besides its text.

    Those who lead the forum may speak in any session; in the host's record, everyone of the forum may.
    """
    session = forum.session(SessionId(file.name)) if forum else None
    appearances = list(session.people if session else ())
    if forum:
        appearances.extend(forum.people)
    if forum and file.name == HOST:
        appearances.extend(one for other in forum.sessions for one in other.people)
    heard = {one.recording for one in session.heard} if session else set()
    recordings: tuple[RecordingId, ...] | None = tuple(one.id for one in forum.recordings) if forum else None
    return RecordContext(
        path=file.shown,
        first_line=body_line,
        key=(ForumId(file.forum), SessionId(file.name), language),
        speakers=Speakers.of(appearances, people),
        recordings=recordings,
        heard=next(iter(heard)) if len(heard) == 1 else None,
    )

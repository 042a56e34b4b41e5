"""One record file: front matter and text, read against its forum."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

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


class Speaking(NamedTuple):
    """Someone who may speak in a record, and every form of the name; None where the person is not known."""

    person: PersonId
    label: str | None
    forms: tuple[str, ...] | None


class Surroundings(NamedTuple):
    """All that the reading of a record takes from elsewhere.

    Attributes:
        speaking: Who may speak, in the order of the programme.
        recordings: The recordings of the forum; None where the forum could not be read.
        heard: The recording that times without a name belong to.
    """

    speaking: tuple[Speaking, ...] = ()
    recordings: tuple[RecordingId, ...] | None = None
    heard: RecordingId | None = None


def surroundings_of(
    file: ContentFile, forum: Forum | None, people: Mapping[PersonId, Person]
) -> Surroundings:
    """Return what else than its text the reading of a record depends on, and nothing that it does not.

    Those who lead the forum may speak in any session; in the host's record, everyone of the forum may.

    Args:
        file: Which record it is.
        forum: The forum it belongs to; None where that could not be read, and names are not known then.
        people: Everyone.
    """
    if forum is None:
        return Surroundings()
    session = forum.session(SessionId(file.name))
    appearances = [*(session.people if session else ()), *forum.people]
    if file.name == HOST:
        appearances.extend(one for other in forum.sessions for one in other.people)
    heard = {one.recording for one in session.heard} if session else set()
    return Surroundings(
        tuple(Speaking(one.person, one.label, _forms(people.get(one.person))) for one in appearances),
        tuple(one.id for one in forum.recordings),
        next(iter(heard)) if len(heard) == 1 else None,
    )


def read_record_file(
    file: ContentFile, text: str, forum: Forum | None, people: Mapping[PersonId, Person]
) -> RecordFile:
    """Read the text of a record file; see `surroundings_of` and `read_record_text`."""
    return read_record_text(file, text, surroundings_of(file, forum, people))


def read_record_text(file: ContentFile, text: str, around: Surroundings) -> RecordFile:
    """Read the text of a record file.

    Args:
        file: Which file it is.
        text: What stands in it.
        around: What it is read against.
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
    context = RecordContext(
        path=file.shown,
        first_line=body_line,
        key=(ForumId(file.forum), SessionId(file.name), language),
        speakers=Speakers.named(around.speaking),
        recordings=around.recordings,
        heard=around.heard,
    )
    parsed = parse_record(body, context)
    faults = (*faults, *decoder.faults, *parsed.faults)
    references = (*decoder.references, *parsed.references)
    if head is None:
        return RecordFile(None, faults, references, decoder.places)
    record = Record(ForumId(file.forum), SessionId(file.name), language, head, parsed.blocks)
    return RecordFile(record, faults, references, decoder.places)


def _forms(person: Person | None) -> tuple[str, ...] | None:
    return person.all_forms if person else None

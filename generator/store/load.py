"""The content folder as one value, with everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Mapping as ReadOnlyMapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any, TypeVar

from generator.model.event import Event
from generator.model.fault import Fault, Place
from generator.model.forum import Forum
from generator.model.identifiers import Digest, ForumId, Mark, PersonId, SessionId, is_mark
from generator.model.language import Language
from generator.model.organisation import Organisation
from generator.model.person import Person
from generator.model.proceedings import Proceedings, RecordKey
from generator.model.record import Record
from generator.model.recording import ParagraphSources, Span
from generator.model.session import Session
from generator.model.term import Term
from generator.model.topic import Topic
from generator.store.decode import Decoder
from generator.store.layout import ContentFile, FileKind, find_files
from generator.store.pictures import picture_sizes
from generator.store.places import KeyPath, Places, Reference
from generator.store.record_file import read_record_file
from generator.store.records.given import GIVEN, Given
from generator.store.source_text import read_source
from generator.store.yaml_tree import Mapping, Node, Scalar, Sequence, parse_yaml

T = TypeVar("T")

DEFAULT_LANGUAGE = Language.HANS
"""What plain strings are in, in files that belong to no forum."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Content as read.

    Attributes:
        proceedings: What could be read; whole where `faults` has no error.
        faults: What is wrong within single files, sorted by place.
        places: Where each value stands, for rules that span files.
        references: Ids that must exist.
        files: Files of the content folder, in the order of their names.
        shown: The content folder's name in messages.
        identifiers: Ids as written, with their files and keys; also of entries that could not be read.
        given: The marks that each forum's sessions ever gave (`generator.store.records.given`).
    """

    proceedings: Proceedings
    faults: tuple[Fault, ...]
    places: Places
    references: tuple[Reference, ...]
    files: tuple[ContentFile, ...]
    shown: str
    identifiers: tuple[tuple[str, KeyPath, str], ...]
    given: ReadOnlyMapping[ForumId, Given]

    def sessions_of(self, forum: Forum) -> tuple[tuple[int, Session], ...]:
        """Return a forum's sessions with their positions in the file, which may hold others with faults."""
        path = self.forum_file(forum.id)
        positions = {
            text: keys[1]
            for file, keys, text in reversed(self.identifiers)
            if file == path and keys[0] == "sessions"
        }
        return tuple((int(positions[session.id]), session) for session in forum.sessions)

    def forum_file(self, forum: str) -> str:
        """Return the name of a forum's file in messages."""
        return f"{self.shown}/forums/{forum}/forum.yml"


def load_content(project: Path, content: Path | None = None) -> Loaded:
    """Read all content.

    Args:
        project: The folder with `mkdocs.yml`; paths in messages are relative to it.
        content: The content folder; `content` in the project if None.

    Returns:
        What was read. Nothing is raised for bad content: every fault is in `faults`.
    """
    folder = content or project / "content"
    shown = _shown_folder(project, folder)
    files, faults = find_files(folder, shown)
    return _Loading(shown, files, list(faults)).run()


def _shown_folder(project: Path, folder: Path) -> str:
    try:
        return PurePosixPath(folder.resolve().relative_to(project.resolve())).as_posix()
    except ValueError:
        return folder.name


@dataclass
class _Loading:
    """One reading of the folder, file by file."""

    shown: str
    files: tuple[ContentFile, ...]
    faults: list[Fault]
    places: dict[tuple[str, KeyPath], Place] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    identifiers: list[tuple[str, KeyPath, str]] = field(default_factory=list)

    def run(self) -> Loaded:
        if not self.files and not self.faults:
            remedy = "begin with: proceedings new event, then: proceedings new forum"
            self.faults.append(Fault(Place(self.shown), "there is no content here", remedy, "no-content"))
        people = self._people()
        forums = self._forums()
        proceedings = Proceedings(
            events=self._listed(FileKind.EVENTS, Event),
            forums=MappingProxyType(forums),
            people=MappingProxyType(people),
            organisations=self._listed(FileKind.ORGANISATIONS, Organisation),
            topics=self._listed(FileKind.TOPICS, Topic),
            terms=self._listed(FileKind.GLOSSARY, Term),
            records=MappingProxyType(self._records(forums, people)),
            sources=MappingProxyType(self._sources()),
            confirmed=MappingProxyType(dict(sorted(self._confirmed().items()))),
            pictures=picture_sizes(self.files),
        )
        given = self._given()
        faults = tuple(sorted(set(self.faults)))
        return Loaded(
            proceedings,
            faults,
            Places(self.places),
            tuple(self.references),
            self.files,
            self.shown,
            tuple(self.identifiers),
            MappingProxyType(given),
        )

    def _listed(self, kind: FileKind, cls: type[T]) -> ReadOnlyMapping[Any, T]:
        found: dict[str, T] = {}
        for file in self._of_kind(kind):
            node = self._tree(file)
            if node is None:
                continue
            self._note_ids(node, file.shown, ())
            decoder = Decoder(file.shown, DEFAULT_LANGUAGE)
            for item in decoder.read_list(node, cls):
                found.setdefault(item.id, item)  # type: ignore[attr-defined]  # every listed type has an id
            self._keep(decoder)
        return MappingProxyType(dict(sorted(found.items())))

    def _people(self) -> dict[PersonId, Person]:
        found = {}
        for file in self._of_kind(FileKind.PERSON):
            decoder = Decoder(file.shown, DEFAULT_LANGUAGE)
            node = self._tree(file)
            person = decoder.read_object(node, Person, id=file.name) if node else None
            if person:
                found[person.id] = person
            self._keep(decoder)
        return found

    def _forums(self) -> dict[ForumId, Forum]:
        found = {}
        for file in self._of_kind(FileKind.FORUM):
            node = self._tree(file)
            if node is None:
                continue
            decoder = Decoder(file.shown, _language_of(node), file.name)
            if isinstance(node, Mapping):
                for key in ("sessions", "recordings"):
                    self._note_ids(node.get(key), file.shown, (key,))
            forum = decoder.read_object(node, Forum, id=file.name)
            if forum:
                found[forum.id] = forum
            self._keep(decoder)
        return found

    def _records(
        self, forums: ReadOnlyMapping[ForumId, Forum], people: ReadOnlyMapping[PersonId, Person]
    ) -> dict[RecordKey, Record]:
        found = {}
        for file in self._of_kind(FileKind.RECORD):
            text, faults = read_source(file.path, file.shown)
            self.faults.extend(faults)
            if faults:
                continue
            read = read_record_file(file, text, forums.get(ForumId(file.forum)), people)
            self.faults.extend(read.faults)
            self.references.extend(read.references)
            self.places.update(read.places)
            if read.record:
                key = (read.record.forum, read.record.session, read.record.language)
                found[key] = read.record
        return found

    def _sources(self) -> dict[tuple[ForumId, SessionId], tuple[ParagraphSources, ...]]:
        found = {}
        for file in self._of_kind(FileKind.SOURCES):
            node = self._tree(file)
            if node is None:
                continue
            decoder = Decoder(file.shown, DEFAULT_LANGUAGE, file.forum)
            key = (ForumId(file.forum), SessionId(file.name))
            found[key] = tuple(_paragraph_sources(node, decoder))
            self._keep(decoder)
        return found

    def _confirmed(self) -> dict[RecordKey, ReadOnlyMapping[Mark, Digest]]:
        found: dict[RecordKey, ReadOnlyMapping[Mark, Digest]] = {}
        for file in self._of_kind(FileKind.CONFIRMED):
            node = self._tree(file)
            if node is None or file.language is None:
                continue
            decoder = Decoder(file.shown, DEFAULT_LANGUAGE, file.forum)
            read = decoder.read(node, ReadOnlyMapping[Mark, Digest], ())
            for key, _ in node.pairs if isinstance(node, Mapping) else ():
                decoder.places[file.shown, (key.text,)] = key.place
            if isinstance(read, dict):
                found[ForumId(file.forum), SessionId(file.name), file.language] = MappingProxyType(read)
            self._keep(decoder)
        return found

    def _given(self) -> dict[ForumId, Given]:
        found: dict[ForumId, Given] = {}
        for forum in self._of_kind(FileKind.FORUM):
            path = forum.path.parent / "records" / GIVEN
            if path.is_symlink() or not path.is_file():
                continue
            file = replace(forum, path=path, shown=f"{forum.shown.removesuffix('forum.yml')}records/{GIVEN}")
            node = self._tree(file)
            if node is None:
                continue
            decoder = Decoder(file.shown, DEFAULT_LANGUAGE, file.forum)
            read = decoder.read(node, ReadOnlyMapping[str, tuple[Mark, ...]], ())
            if isinstance(read, dict):
                given = {SessionId(session): marks for session, marks in read.items()}
                found[ForumId(forum.forum)] = MappingProxyType(given)
            self._keep(decoder)
        return found

    def _of_kind(self, kind: FileKind) -> list[ContentFile]:
        return [file for file in self.files if file.kind is kind]

    def _tree(self, file: ContentFile) -> Node | None:
        text, faults = read_source(file.path, file.shown)
        self.faults.extend(faults)
        if faults:
            return None
        node, faults = parse_yaml(text, file.shown)
        self.faults.extend(faults)
        if node is None and not faults:
            message, remedy = "the file is empty", "fill it in, or delete it"
            self.faults.append(Fault(Place(file.shown, 1, 1), message, remedy, "empty-file"))
        return node

    def _keep(self, decoder: Decoder) -> None:
        self.faults.extend(decoder.faults)
        self.places.update(decoder.places)
        self.references.extend(decoder.references)

    def _note_ids(self, node: Node | None, path: str, keys: KeyPath) -> None:
        """Note the ids of a list of entries, and those that stand twice."""
        first: dict[str, int] = {}
        for number, item in enumerate(node.items if isinstance(node, Sequence) else []):
            own = item.get("id") if isinstance(item, Mapping) else None
            if not isinstance(own, Scalar):
                continue
            self.identifiers.append((path, (*keys, number), own.text))
            if own.text in first:
                message = f"the id '{own.text}' stands here twice; first on line {first[own.text]}"
                self.faults.append(Fault(own.place, message, "give one of them another id", "doubled-id"))
            first.setdefault(own.text, own.place.line)


def _language_of(node: Node) -> Language:
    """Return a forum's language before the forum is read: its plain strings depend on it."""
    value = node.get("language") if isinstance(node, Mapping) else None
    languages = {language.value for language in Language}
    return Language(value.text) if isinstance(value, Scalar) and value.text in languages else DEFAULT_LANGUAGE


def _paragraph_sources(node: Node, decoder: Decoder) -> list[ParagraphSources]:
    if not isinstance(node, Mapping):
        message, remedy = "here should be a map of marks", "write p9x1: [{recording: a, from: …, to: …}]"
        decoder.faults.append(Fault(node.place, message, remedy, "wrong-type"))
        return []
    found = []
    for key, value in node.pairs:
        decoder.places[decoder.path, (key.text,)] = key.place
        if not is_mark(key.text):
            remedy = "four of a-z and 0-9, a letter first, at least one digit, such as p7k2"
            decoder.faults.append(Fault(key.place, f"'{key.text}' is no mark", remedy, "wrong-value"))
            continue
        spans = decoder.read_list(value, Span, (key.text, "spans"))
        found.append(ParagraphSources(Mark(key.text), spans))
    return found

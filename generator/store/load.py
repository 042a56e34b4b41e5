"""The content folder as one value, with everything that is wrong in it."""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from generator.memo.memo import Memo
from generator.model.fault import Fault, Place
from generator.model.forum import Forum
from generator.model.identifiers import ForumId, SessionId
from generator.model.lazy import LazyMapping
from generator.model.proceedings import KnownHeads, Proceedings, RecordKey
from generator.model.record import RecordHead
from generator.model.session import Session
from generator.store.digests import Digests, value_digest
from generator.store.layout import ContentFile, FileKind, find_files
from generator.store.parts import DEFAULT_LANGUAGE, Identifier, Part, Wanted
from generator.store.pictures import picture_sizes
from generator.store.places import Places, Reference
from generator.store.records.given import GIVEN, Given
from generator.store.remembered import Leaf, People, Reader

_SHELVES = 64
"""People are remembered in so many groups: one changed file is read with the few of its group."""
_OF_FOLDERS = {FileKind.RECORD, FileKind.SOURCES, FileKind.CONFIRMED, FileKind.ACCEPTED}


@dataclass(frozen=True)
class Loaded:
    """Content as read.

    Attributes:
        proceedings: What could be read; whole where `faults` has no error. Records, sources and digests of
            translations are made when they are asked for.
        faults: What is wrong within single files, sorted by place.
        files: Files of the content folder, in the order of their names.
        shown: The content folder's name in messages.
        identifiers: Ids as written, with their keys, by file; also of entries that could not be read.
        given: The marks that each forum's sessions ever gave (`generator.store.records.given`).
        digests: Of each entry of `proceedings`.
        wanted: What must exist, by the file that names it.
        figures: Records with pictures: the file, the forum, and the lines with the pictures that stand there.
        keys: By file, a digest of all that its reading depends on; of no pictures.
        folders: By the name of a forum's folder, a digest of what is read there, but for forum.yml itself and
            pictures, and of all that it is read against.
        reader: Has what is asked for only where something is wrong.
    """

    proceedings: Proceedings
    faults: tuple[Fault, ...]
    files: tuple[ContentFile, ...]
    shown: str
    identifiers: Mapping[str, tuple[Identifier, ...]]
    given: Mapping[ForumId, Given]
    digests: Digests
    wanted: Mapping[str, tuple[Wanted, ...]]
    figures: tuple[tuple[str, ForumId, tuple[tuple[int, str], ...]], ...]
    keys: Mapping[str, str]
    folders: Mapping[str, str]
    reader: Reader = field(repr=False, compare=False)

    @cached_property
    def places(self) -> Places:
        """Where each value stands, for rules that span files."""
        return Places(lambda path: self.reader.detail(path).places)

    def references_of(self, path: str) -> tuple[Reference, ...]:
        """Return the ids in a file that must exist."""
        return self.reader.detail(path).references

    def positions(self, path: str, section: str = "") -> Mapping[str, int]:
        """Return where the entries of a list stand in it, from 0; of an id that stands twice the first.

        Args:
            path: The file.
            section: The key of the list; empty where the file is the list.
        """
        own = 1 if section else 0
        listed = self.identifiers.get(path, ())
        return {text: int(keys[own]) for keys, text in reversed(listed) if not section or keys[0] == section}

    def sessions_of(self, forum: Forum) -> tuple[tuple[int, Session], ...]:
        """Return a forum's sessions with their positions in the file, which may hold others with faults."""
        positions = self.positions(self.forum_file(forum.id), "sessions")
        return tuple((positions[session.id], session) for session in forum.sessions)

    def forum_file(self, forum: str) -> str:
        """Return the name of a forum's file in messages."""
        return f"{self.shown}/forums/{forum}/forum.yml"


def load_content(project: Path, content: Path | None = None, memo: Memo | None = None) -> Loaded:
    """Read all content.

    Args:
        project: The folder with `mkdocs.yml`; paths in messages are relative to it.
        content: The content folder; `content` in the project if None.
        memo: What was read before; nothing if None.

    Returns:
        What was read, equal whatever is remembered. Nothing is raised for bad content: every fault is in
        `faults`.

    Raises:
        OSError: What was read cannot be remembered: the disk is full.
    """
    folder = content or project / "content"
    shown = _shown_folder(project, folder)
    files, faults = find_files(folder, shown)
    return _Loading(shown, files, list(faults), Reader(memo or Memo.none())).run()


def _shown_folder(project: Path, folder: Path) -> str:
    try:
        return PurePosixPath(folder.resolve().relative_to(project.resolve())).as_posix()
    except ValueError:
        return folder.name


@dataclass
class _Loading:
    """One reading of the folder."""

    shown: str
    files: tuple[ContentFile, ...]
    faults: list[Fault]
    reader: Reader
    identifiers: dict[str, tuple[Identifier, ...]] = field(default_factory=dict)
    wanted: dict[str, tuple[Wanted, ...]] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    folders: dict[str, str] = field(default_factory=dict)
    leaves: list[tuple[ContentFile, Leaf]] = field(default_factory=list)

    def run(self) -> Loaded:
        if not self.files and not self.faults:
            remedy = "begin with: proceedings new event, then: proceedings new forum"
            self.faults.append(Fault(Place(self.shown), "there is no content here", remedy, "no-content"))
        people, people_digests = self._entries(_shelves(self._of_kind(FileKind.PERSON)))
        forums, forum_digests = self._entries([file] for file in self._of_kind(FileKind.FORUM))
        lists = {
            kind: self._entries([file] for file in self._of_kind(kind))
            for kind in (FileKind.EVENTS, FileKind.ORGANISATIONS, FileKind.TOPICS, FileKind.GLOSSARY)
        }
        self._read_folders(forums, forum_digests, People(people, people_digests))
        paths, digests, heads = self._records()
        records = self._lazy(paths)
        sources, source_digests = self._values(FileKind.SOURCES, lambda file: (file.forum, file.name))
        confirmed, confirmed_digests = self._values(FileKind.CONFIRMED, _record_key)
        accepted, _ = self._values(FileKind.ACCEPTED, lambda file: (file.forum, file.name))
        given, _ = self._values(FileKind.GIVEN, lambda file: file.forum)
        pictures = picture_sizes(self.files)
        proceedings = Proceedings(
            events=lists[FileKind.EVENTS][0],
            forums=forums,
            people=people,
            organisations=lists[FileKind.ORGANISATIONS][0],
            topics=lists[FileKind.TOPICS][0],
            terms=lists[FileKind.GLOSSARY][0],
            records=records,
            sources=sources,
            confirmed=confirmed,
            accepted=accepted,
            pictures=pictures,
            heads=KnownHeads(records, MappingProxyType({key: one for key, (one, _) in heads.items()})),
        )
        return Loaded(
            proceedings=proceedings,
            faults=tuple(sorted(set(self.faults))),
            files=self.files,
            shown=self.shown,
            identifiers=MappingProxyType(self.identifiers),
            given=given,
            digests=Digests(
                events=lists[FileKind.EVENTS][1],
                forums=forum_digests,
                people=people_digests,
                organisations=lists[FileKind.ORGANISATIONS][1],
                topics=lists[FileKind.TOPICS][1],
                terms=lists[FileKind.GLOSSARY][1],
                records=digests,
                heads=MappingProxyType({key: digest for key, (_, digest) in heads.items()}),
                sources=source_digests,
                confirmed=confirmed_digests,
                pictures=MappingProxyType({key: value_digest(size) for key, size in pictures.items()}),
            ),
            wanted=MappingProxyType(self.wanted),
            figures=tuple(
                (file.shown, ForumId(file.forum), leaf.figures) for file, leaf in self.leaves if leaf.figures
            ),
            keys=MappingProxyType(self.keys),
            folders=MappingProxyType(self.folders),
            reader=self.reader,
        )

    def _entries(self, groups: Iterable[list[ContentFile]]) -> tuple[Mapping[Any, Any], Mapping[Any, str]]:
        """Return the values of files that are read whole, and their digests; a group is remembered as one."""
        found: dict[str, tuple[object, str]] = {}
        for files in groups:
            parts, digests = self.reader.parts("part", files)
            for file, part, digest in zip(files, parts, digests, strict=True):
                self.keys[file.shown] = digest
                self._keep(file, part)
                for own, value, value_digested in part.entries:
                    found.setdefault(own, (value, value_digested))
        ordered = sorted(found.items())
        return (
            MappingProxyType({own: value for own, (value, _) in ordered}),
            MappingProxyType({own: digest for own, (_, digest) in ordered}),
        )

    def _read_folders(
        self, forums: Mapping[ForumId, Forum], digests: Mapping[ForumId, str], people: People
    ) -> None:
        folders: dict[str, list[ContentFile]] = {}
        for file in self.files:
            if file.kind in _OF_FOLDERS:
                folders.setdefault(file.forum, []).append(file)
            elif file.kind is FileKind.FORUM:
                folders.setdefault(file.forum, []).extend(_given(file))
        for name, files in folders.items():
            forum = ForumId(name)
            key, leaves = self.reader.leaves(files, forums.get(forum), digests.get(forum, ""), people)
            self.folders[name] = key
            for file, leaf in zip(files, leaves, strict=True):
                self.keys[file.shown] = leaf.key
                self.leaves.append((file, leaf))
                self._keep(file, leaf)

    def _keep(self, file: ContentFile, read: Part | Leaf) -> None:
        self.faults.extend(read.faults)
        if read.wanted:
            self.wanted[file.shown] = read.wanted
        if isinstance(read, Part) and read.identifiers:
            self.identifiers[file.shown] = read.identifiers

    def _records(
        self,
    ) -> tuple[dict[RecordKey, str], Mapping[RecordKey, str], dict[RecordKey, tuple[RecordHead, str]]]:
        """Return the records' files, their digests, and their heads with theirs; in the order of keys."""
        found = {_record_key(file): (file.shown, leaf) for file, leaf in self.leaves if leaf.head is not None}
        ordered = sorted(found.items())
        return (
            {key: path for key, (path, _) in ordered},
            MappingProxyType({key: leaf.digest for key, (_, leaf) in ordered}),
            {key: (leaf.head, leaf.head_digest) for key, (_, leaf) in ordered if leaf.head is not None},
        )

    def _values(self, kind: FileKind, key: Any) -> tuple[Mapping[Any, Any], Mapping[Any, str]]:
        """Return the values of the files of a kind, to be fetched when asked for, and their digests."""
        found = sorted(
            (key(file), file.shown, leaf.digest)
            for file, leaf in self.leaves
            if file.kind is kind and leaf.digest
        )
        digests = MappingProxyType({own: digest for own, _, digest in found})
        return self._lazy({own: path for own, path, _ in found}), digests

    def _lazy(self, paths: Mapping[Any, str]) -> LazyMapping[Any, Any]:
        return LazyMapping(paths, lambda key: self.reader.value(paths[key]))

    def _of_kind(self, kind: FileKind) -> list[ContentFile]:
        return [file for file in self.files if file.kind is kind]


def _shelves(files: Iterable[ContentFile]) -> Iterator[list[ContentFile]]:
    """Yield files in groups to which a name belongs whatever others there are."""
    found: dict[int, list[ContentFile]] = {}
    for file in files:
        found.setdefault(zlib.crc32(file.name.encode()) % _SHELVES, []).append(file)
    yield from found.values()


def _record_key(file: ContentFile) -> RecordKey:
    return ForumId(file.forum), SessionId(file.name), file.language or DEFAULT_LANGUAGE


def _given(forum: ContentFile) -> Iterator[ContentFile]:
    """Yield the file of the marks that a forum ever gave, if there is one."""
    path = forum.path.parent / "records" / GIVEN
    try:
        there = stat.S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return
    if there:
        shown = f"{forum.shown.removesuffix('forum.yml')}records/{GIVEN}"
        yield replace(forum, kind=FileKind.GIVEN, path=path, shown=shown)

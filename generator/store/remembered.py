"""Files of content, read once: what did not change since is taken from memory.

Whatever is read is a pure function of a file's name and bytes and, for a record, of what it is read against.
Digests of these are the keys under which it is remembered, so that a key is wrong only if something is read
that it does not hold. Values that are large come from memory when they are asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from generator.memo.digests import digest_of
from generator.memo.memo import Memo
from generator.model.fault import Fault
from generator.model.forum import Forum
from generator.model.identifiers import PersonId
from generator.model.person import Person
from generator.model.record import Figure, RecordHead
from generator.store.digests import value_digest
from generator.store.layout import ContentFile, FileKind
from generator.store.parts import (
    Detail,
    Part,
    Wanted,
    read_accepted,
    read_confirmed,
    read_given,
    read_part,
    read_sources,
)
from generator.store.record_file import Surroundings, read_record_text, surroundings_of
from generator.store.source_text import decode_source, read_data


class ContentChangedError(OSError):
    """A file was changed between two readings of one run; what is made of both would be neither."""


class Raw(NamedTuple):
    """The bytes of a file.

    Attributes:
        digest: Of the bytes or, where they could not be read, of the reason.
        data: The bytes.
        faults: Why they could not be read.
    """

    digest: str
    data: bytes = b""
    faults: tuple[Fault, ...] = ()

    @classmethod
    def of(cls, file: ContentFile) -> Raw:
        """Read a file."""
        data, faults = read_data(file.path, file.shown)
        return cls(digest_of(repr(faults)) if faults else hashlib.sha256(data).hexdigest(), data, faults)


class Leaf(NamedTuple):
    """What a file among the records of a forum gave, but for its value.

    Attributes:
        key: Of all that it was read from.
        faults: What is wrong.
        wanted: What must exist.
        digest: Of its value; empty where there is none.
        head: Of a record.
        head_digest: Of that.
        figures: Of a record: lines, and the pictures that stand there.
    """

    key: str
    faults: tuple[Fault, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    digest: str = ""
    head: RecordHead | None = None
    head_digest: str = ""
    figures: tuple[tuple[int, str], ...] = ()


class Kept(NamedTuple):
    """What a file gave that is fetched when it is asked for.

    Attributes:
        value: A record, or what belongs to one; None of other files, and where there is none.
        detail: Places and references; None where they are left out, for only faults need them.
    """

    value: object = None
    detail: Detail | None = None


class People(NamedTuple):
    """Everyone, with digests."""

    known: Mapping[PersonId, Person]
    digests: Mapping[PersonId, str]


class Reader:
    """Reads files, and remembers."""

    def __init__(self, memo: Memo) -> None:
        """Begin; see `generator.memo.memo`."""
        self._memo = memo
        self._fresh: dict[str, Kept] = {}
        self._again: dict[str, Callable[..., Kept]] = {}  # each is called with in_full

    def parts(self, kind: str, files: Sequence[ContentFile]) -> tuple[tuple[Part, ...], tuple[str, ...]]:
        """Return what files gave that are read whole, and the digests of their bytes.

        Args:
            kind: What they are called in memory; they are remembered together.
            files: Lists, people or forums.
        """
        raws = [Raw.of(file) for file in files]
        key = digest_of(*(text for file, raw in zip(files, raws, strict=True) for text in _named(file, raw)))
        parts = self._memo.get(kind, key)
        if isinstance(parts, tuple) and len(parts) == len(files):
            for file, raw in zip(files, raws, strict=True):
                self._again[file.shown] = partial(_part_again, file, raw.digest)
        else:
            read = [_part(file, raw) for file, raw in zip(files, raws, strict=True)]
            for file, (_, detail) in zip(files, read, strict=True):
                self._fresh[file.shown] = Kept(None, detail)
            parts = tuple(part for part, _ in read)
            self._memo.put(kind, key, parts)
        return parts, tuple(raw.digest for raw in raws)

    def leaves(
        self, files: Sequence[ContentFile], forum: Forum | None, forum_digest: str, people: People
    ) -> tuple[str, tuple[Leaf, ...]]:
        """Return what the files among the records of a forum gave, without their values.

        Args:
            files: Records and what belongs to them.
            forum: Whose; None where it could not be read.
            forum_digest: Of the forum.
            people: Everyone.

        Returns:
            The digest of all that was read, and the leaves in the order of the files.
        """
        raws = [Raw.of(file) for file in files]
        named = [text for file, raw in zip(files, raws, strict=True) for text in _named(file, raw)]
        key = digest_of(forum_digest, *_digests_of_people(forum, people), "", *named)
        found = self._memo.get("folder", key)
        if isinstance(found, tuple) and len(found) == len(files):
            leaves: tuple[Leaf, ...] = found
            for kind in ("leaf", "value"):
                self._memo.keep(kind, (leaf.key for leaf in leaves))
            for file, raw, leaf in zip(files, raws, leaves, strict=True):
                self._again[file.shown] = partial(self._kept, file, raw.digest, leaf, forum, people)
        else:
            read = [self._leaf(file, raw, forum, people) for file, raw in zip(files, raws, strict=True)]
            leaves = tuple(read)
            self._memo.put("folder", key, leaves)
        return key, leaves

    def value(self, shown: str) -> object:
        """Return the value of a file among the records of a forum; from the first time on the same.

        Raises:
            ContentChangedError: It has to be read again, and is another by now.
        """
        if shown not in self._fresh:
            self._fresh[shown] = self._again[shown](in_full=False)
        return self._fresh[shown].value

    def detail(self, shown: str) -> Detail:
        """Return places and references of a file; none of one that was not read.

        Raises:
            ContentChangedError: It has to be read again, and is another by now.
        """
        kept = self._fresh.get(shown)
        if kept is not None and kept.detail is not None:
            return kept.detail
        again = self._again.get(shown)
        if again is None:
            return Detail()
        found = again(in_full=True)
        self._fresh[shown] = found if kept is None else kept._replace(detail=found.detail)
        return found.detail or Detail()

    def _leaf(self, file: ContentFile, raw: Raw, forum: Forum | None, people: People) -> Leaf:
        around = _around(file, forum, people)
        key = digest_of(*_named(file, raw), repr(around))
        leaf = self._memo.get("leaf", key)
        if isinstance(leaf, Leaf):
            self._memo.keep("value", (key,))
            self._again[file.shown] = partial(self._kept, file, raw.digest, leaf, forum, people)
            return leaf
        leaf, kept = _read_leaf(file, raw, around, key)
        self._fresh[file.shown] = kept
        self._memo.put("leaf", key, leaf)
        self._memo.put("value", key, _in_short(file, kept))
        return leaf

    def _kept(
        self,
        file: ContentFile,
        digest: str,
        leaf: Leaf,
        forum: Forum | None,
        people: People,
        *,
        in_full: bool,
    ) -> Kept:
        found = self._memo.get("value", leaf.key)
        if isinstance(found, Kept) and (found.detail is not None or not in_full):
            return found
        _, kept = _read_leaf(file, _same(file, digest), _around(file, forum, people), leaf.key)
        self._memo.put("value", leaf.key, _in_short(file, kept))
        return kept


def _in_short(file: ContentFile, kept: Kept) -> Kept:
    """Return what is worth remembering: the places of a record are few, those of other files are not."""
    return kept if file.kind is FileKind.RECORD else kept._replace(detail=None)


def _named(file: ContentFile, raw: Raw) -> tuple[str, ...]:
    """Return all that the reading of a file takes from the file itself."""
    return file.kind, file.shown, file.name, file.forum, file.language or "", raw.digest


def _same(file: ContentFile, digest: str) -> Raw:
    raw = Raw.of(file)
    if raw.digest != digest:
        raise ContentChangedError(f"{file.shown}: the file was changed while it was read; run this again")
    return raw


def _part(file: ContentFile, raw: Raw) -> tuple[Part, Detail]:
    text, faults = ("", raw.faults) if raw.faults else decode_source(raw.data, file.shown)
    return (Part((), faults), Detail()) if faults else read_part(file, text)


def _part_again(file: ContentFile, digest: str, *, in_full: bool) -> Kept:  # noqa: ARG001 - it has no value
    return Kept(None, _part(file, _same(file, digest))[1])


def _digests_of_people(forum: Forum | None, people: People) -> Iterator[str]:
    """Yield everyone whom a forum names, with a digest, empty where nobody knows more."""
    appearances = (
        (*forum.people, *(one for session in forum.sessions for one in session.people)) if forum else ()
    )
    for person in dict.fromkeys(one.person for one in appearances):
        yield person
        yield people.digests.get(person, "")


def _around(file: ContentFile, forum: Forum | None, people: People) -> Surroundings | None:
    return surroundings_of(file, forum, people.known) if file.kind is FileKind.RECORD else None


def _read_leaf(file: ContentFile, raw: Raw, around: Surroundings | None, key: str) -> tuple[Leaf, Kept]:
    text, faults = ("", raw.faults) if raw.faults else decode_source(raw.data, file.shown)
    if faults:
        return Leaf(key, faults), Kept(None, Detail())
    if around is not None:
        return _read_record(file, text, around, key)
    value, faults, detail = _READERS[file.kind](file, text)
    return Leaf(key, faults, detail.wanted, _digest(value)), Kept(value, detail)


def _read_record(file: ContentFile, text: str, around: Surroundings, key: str) -> tuple[Leaf, Kept]:
    read = read_record_text(file, text, around)
    record = read.record
    detail = Detail({keys: place for (_, keys), place in read.places.items()}, read.references)
    leaf = Leaf(
        key,
        read.faults,
        detail.wanted,
        _digest(record),
        record.head if record else None,
        _digest(record.head if record else None),
        tuple((one.line, one.image) for one in record.blocks if isinstance(one, Figure)) if record else (),
    )
    return leaf, Kept(record, detail)


def _digest(value: object) -> str:
    return "" if value is None else value_digest(value)


_READERS: Mapping[FileKind, Callable[[ContentFile, str], tuple[object, tuple[Fault, ...], Detail]]] = {
    FileKind.SOURCES: read_sources,
    FileKind.ACCEPTED: read_accepted,
    FileKind.CONFIRMED: read_confirmed,
    FileKind.GIVEN: read_given,
}

"""The files that an intake is given: which recording of the forum each is."""

from __future__ import annotations

import hashlib
import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.commands.failure import CommandError, Exit
from generator.intake.encoding import check_size, decode
from generator.model.forum import Forum
from generator.model.identifiers import ForumId, RecordingId, Sha256
from generator.model.proceedings import Proceedings

_IDS: Final = (*string.ascii_lowercase, *(f"r{number}" for number in range(1, 100)))
"""Ids for recordings that have none yet."""


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file, read.

    Attributes:
        recording: Its id in the forum.
        name: As it was named in the call.
        data: Its bytes.
        digest: Their SHA-256, in hexadecimal.
        certain: The forum names this digest, or that of the same text in UTF-8.
        new: The forum names no recording yet; this is to be one.
    """

    recording: RecordingId
    name: str
    data: bytes
    digest: Sha256
    certain: bool
    new: bool


def read_given(paths: Sequence[Path], forum: Forum, held: Proceedings) -> tuple[GivenFile, ...]:
    """Read the files, and find out which recording each is: by its digest, else by order.

    Args:
        paths: The files, in the order in which they were recorded.
        forum: Whose recordings.
        held: Other forums, which may name the digest of a file.

    Raises:
        CommandError: A file is not there, or is none of this forum's recordings.
        RecordingError: One is too large for a transcript, and was not read; or it is no text.
    """
    open_ids = [one.id for one in forum.recordings if not one.sha256]
    found: list[GivenFile] = []
    for number, (path, data) in enumerate(read_files(paths)):
        digest = Sha256(hashlib.sha256(data).hexdigest())
        known = known_recording(str(path), data, forum)
        if known is None and (forum.recordings or _others(digest, forum, held)) and not open_ids:
            raise CommandError(unknown_recording(path, data, forum, held), Exit.WRONG)
        recording = known or (open_ids.pop(0) if open_ids else RecordingId(_IDS[number]))
        if any(one.digest == digest for one in found):
            raise CommandError(f"{path}: holds the same as {found[-1].name}", Exit.CALL)
        new = not forum.recordings
        found.append(GivenFile(recording, str(path), data, digest, certain=known is not None, new=new))
    return tuple(found)


def known_recording(name: str, data: bytes, forum: Forum) -> RecordingId | None:
    """Return which recording a file is, by its digest or that of the same text in UTF-8; None for another.

    Raises:
        RecordingError: It is no text.
    """
    by_digest = {one.sha256: one.id for one in forum.recordings if one.sha256}
    digest = Sha256(hashlib.sha256(data).hexdigest())
    return by_digest.get(digest) or _saved_anew(name, data, by_digest)


def read_files(paths: Sequence[Path]) -> Iterator[tuple[Path, bytes]]:
    """Yield the files of a call with their bytes.

    Raises:
        CommandError: One is not there.
        RecordingError: One is too large for a transcript.
    """
    if len(paths) > len(_IDS):
        raise CommandError(f"at most {len(_IDS)} files of one forum can be taken in", Exit.CALL)
    size = 0
    for path in paths:
        if not path.is_file():
            raise CommandError(f"{path}: {_no_file(path)}", Exit.CALL)
        size += path.stat().st_size
        check_size(str(path), size)
        yield path, path.read_bytes()


def _no_file(path: Path) -> str:
    if path.is_dir():
        return "this is a folder; name the files in it"
    return (
        "this is a device or a pipe; save what it gives as a file"
        if path.exists()
        else "there is no such file"
    )


def _saved_anew(name: str, data: bytes, known: Mapping[Sha256, RecordingId]) -> RecordingId | None:
    """Return the recording whose text this is, in another encoding or with other line ends; or None."""
    if not known:
        return None
    text = decode(name, data)
    for line_end in ("\n", "\r\n"):
        digest = hashlib.sha256(text.replace("\n", line_end).encode("utf-8")).hexdigest()
        if Sha256(digest) in known:
            return known[Sha256(digest)]
    return None


def _others(digest: Sha256, forum: Forum, held: Proceedings) -> list[tuple[RecordingId, ForumId]]:
    return [
        (one.id, other.id)
        for other in held.forums.values()
        for one in other.recordings
        if one.sha256 == digest and other.id != forum.id
    ]


def unknown_recording(path: Path, data: bytes, forum: Forum, held: Proceedings) -> str:
    """Say of a file that the forum does not name it, and what to do."""
    digest = Sha256(hashlib.sha256(data).hexdigest())
    for recording, other in _others(digest, forum, held):
        return f"{path}: this is recording '{recording}' of {other}, not of {forum.id}; nothing was written"
    named = ", ".join(f"{one.id} {one.sha256[:12]}…" for one in forum.recordings if one.sha256)
    used = {one.id for one in forum.recordings}
    free = next(one for one in _IDS if RecordingId(one) not in used)
    return (
        f"{path}: its digest is not one that {forum.id} names ({named}); nothing was written. Give the one "
        f"that is meant, or, if this is another recording of the forum, add to `recordings:` in forum.yml: "
        f"- {{id: {free}, sha256: {digest}}}"
    )

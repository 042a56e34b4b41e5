"""Drafts put among the records of a forum, and never over what a person has written.

`.intake.yml` among the records holds the digest of each file as intake wrote it: a file that still has it is
intake's, any other is an editor's. A draft and its sources stand or fall together, since one names the marks
of the other; so does a draft that was translated.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from generator.commands.failure import CommandError, Exit
from generator.commands.writing import create, replace

NOTES: Final = ".intake.yml"
"""Name of the file with the digests; one that begins with a dot is no content."""

EDITED: Final = ".edited"
"""What the copy of an editor's file is called, behind its name; `check` tells of it until it is gone."""

_HEAD: Final = (
    "# What `proceedings intake` wrote, by digest: what has another digest now was changed by a person,\n"
    "# and is never overwritten. Keep this file beside the records.\n"
)
_NOTE: Final = re.compile(r"([a-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:md|yml)): ([0-9a-f]{64})")

_BROKEN: Final = re.compile("[\udc80-\udcff]")


class Outcome(StrEnum):
    """What becomes of the drafts of a session."""

    WRITTEN = "written"
    SAME = "same"
    KEPT = "kept"  # An editor's; the draft is the one that the editor began with.
    LEFT = "left"  # An editor's; there is a new draft that was not written.
    FORCED = "forced"  # Was an editor's; a copy is kept.


@dataclass(frozen=True, slots=True)
class _File:
    """A file of a draft.

    Attributes:
        path: Where it is to stand.
        new: What intake would write.
        old: What stands there, or None.
        noted: The digest of what intake wrote there before, or empty.
    """

    path: Path
    new: str
    old: str | None
    noted: str

    @property
    def same(self) -> bool:
        return self.old is not None and _digest(self.old) == _digest(self.new)

    @property
    def edited(self) -> bool:
        return self.old is not None and not self.same and _digest(self.old) != self.noted


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to become of the drafts of a session.

    Attributes:
        session: Its id, or `host`.
        outcome: What.
        edited: Names of the files that a person wrote or changed, or that hang on the draft.
        files: What is written.
    """

    session: str
    outcome: Outcome
    edited: tuple[str, ...]
    files: tuple[_File, ...]

    @property
    def begins(self) -> bool:
        """Whether a record is written that was not there before."""
        return any(file.old is None and file.path.suffix == ".md" for file in self.files)


def plan_drafts(folder: Path, drafts: Mapping[str, str], *, force: bool) -> tuple[Plan, ...]:
    """Decide what is written; nothing is touched.

    Args:
        folder: The forum's `records`.
        drafts: Texts by name of file, `<session>.<language>.md` and `<session>.sources.yml`.
        force: Write over what a person has changed, too.

    Returns:
        A plan for each session, in the order of the drafts.

    Raises:
        CommandError: The notes of an earlier intake cannot be read.
    """
    notes = _notes(folder / NOTES)
    sessions: dict[str, list[_File]] = {}
    for name, text in drafts.items():
        path = folder / name
        old = _text(path) if path.is_file() else None
        sessions.setdefault(name.split(".")[0], []).append(_File(path, text, old, notes.get(name, "")))
    return tuple(_plan(session, files, force=force) for session, files in sessions.items())


def write_drafts(folder: Path, plans: Sequence[Plan]) -> tuple[Path, ...]:
    """Do what was planned.

    Returns:
        Copies of what a person had written, where that was overwritten.

    Raises:
        CommandError: A file was changed meanwhile; it is left as it is.
    """
    notes = _notes(folder / NOTES)
    copies: list[Path] = []
    for plan in plans:
        if plan.outcome in {Outcome.KEPT, Outcome.LEFT}:
            continue
        for file in plan.files:
            if file.edited and file.old is not None:
                copies.append(_copy(file.path, file.old))
            if file.old is None:
                create(file.path, file.new)
            elif not file.same:
                replace(file.path, file.old, file.new)
            notes[file.path.name] = _digest(file.new)
    _write_notes(folder / NOTES, notes)
    return tuple(copies)


def _plan(session: str, files: Sequence[_File], *, force: bool) -> Plan:
    if all(file.same for file in files):
        return Plan(session, Outcome.SAME, (), tuple(files))
    edited = [file.path.name for file in files if file.edited]
    changed = any(file.old is not None and not file.same for file in files)
    hanging = [name for name in _translations(files) if changed]
    if not edited and not hanging:
        return Plan(session, Outcome.WRITTEN, (), tuple(files))
    names = (*edited, *hanging)
    if force and all(_readable(file.old) for file in files):
        return Plan(session, Outcome.FORCED, names, tuple(files))
    began = all(file.noted == _digest(file.new) for file in files)
    return Plan(session, Outcome.KEPT if began else Outcome.LEFT, names, ())


def _translations(files: Sequence[_File]) -> Iterator[str]:
    """Yield the records of a session in other languages: their marks are those of the draft."""
    first = files[0].path
    own = {file.path.name for file in files}
    session = first.name.split(".")[0]
    if first.parent.is_dir():
        for path in sorted(first.parent.glob(f"{session}.*.md")):
            if path.name not in own:
                yield path.name


def _copy(path: Path, text: str) -> Path:
    """Keep a copy of an editor's file beside it, under a name that is free."""
    number = 1
    while True:
        place = path.with_name(f"{path.name}{EDITED}{'' if number == 1 else f'-{number}'}")
        if not place.exists():
            create(place, text)
            return place
        if _text(place) == text:
            return place
        number += 1


def _readable(text: str | None) -> bool:
    """Whether a text was UTF-8; one that was not can neither be copied as text nor replaced."""
    return text is None or not _BROKEN.search(text)


def _text(path: Path) -> str:
    """Return a file as it is; bytes that are no UTF-8 are an editor's, and stay."""
    return path.read_bytes().decode("utf-8", "surrogateescape")


def _digest(text: str) -> str:
    """Return the digest of a text, whatever line ends a version control gave it."""
    data = text.replace("\r\n", "\n").encode("utf-8", "surrogateescape")
    return hashlib.sha256(data).hexdigest()


def _notes(path: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, line in enumerate(_text(path).splitlines() if path.is_file() else [], 1):
        if not line.strip() or line.startswith("#"):
            continue
        note = _NOTE.fullmatch(line.strip())
        if note is None:
            message = f"{path}:{number}: is no `file: digest`; put the line right or take it out"
            raise CommandError(message, Exit.WRONG)
        found[note[1]] = note[2]
    return found


def _write_notes(path: Path, notes: Mapping[str, str]) -> None:
    text = _HEAD + "".join(f"{name}: {digest}\n" for name, digest in sorted(notes.items()))
    if not notes or (path.is_file() and _text(path) == text):
        return
    if path.is_file():
        replace(path, _text(path), text)
    else:
        create(path, text)

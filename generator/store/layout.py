"""Which files content has, and where (the plan of the content folder)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.model.fault import Fault, Place, Severity
from generator.model.identifiers import HOST, identifier_fault
from generator.model.language import Language


class FileKind(StrEnum):
    """What a file of content holds."""

    EVENTS = "events"
    ORGANISATIONS = "organisations"
    TOPICS = "topics"
    GLOSSARY = "glossary"
    PERSON = "person"
    FORUM = "forum"
    RECORD = "record"
    SOURCES = "sources"
    CONFIRMED = "confirmed"
    ACCEPTED = "accepted"
    GIVEN = "given"
    FORUM_IMAGE = "forum-image"
    PERSON_IMAGE = "person-image"


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file of content.

    Attributes:
        kind: What it holds.
        path: Where it is.
        shown: Its name in messages, with forward slashes.
        name: The id that it carries: person, session, or the picture's file name.
        forum: The forum it belongs to, or empty.
        language: Of a record, or of what it was confirmed from; else None.
    """

    kind: FileKind
    path: Path
    shown: str
    name: str = ""
    forum: str = ""
    language: Language | None = None


_LISTS = {
    "events.yml": FileKind.EVENTS,
    "organisations.yml": FileKind.ORGANISATIONS,
    "topics.yml": FileKind.TOPICS,
    "glossary.yml": FileKind.GLOSSARY,
}
_IMAGE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.(png|jpg|jpeg|webp|gif|avif)")
_PLAN = (
    "events.yml, organisations.yml, topics.yml, glossary.yml, people/<person>.yml, people/images/, "
    "forums/<forum>/forum.yml, forums/<forum>/records/<session>.<language>.md, "
    "forums/<forum>/records/<session>.sources.yml, "
    "forums/<forum>/records/<session>.<language>.confirmed.yml, "
    "forums/<forum>/records/<session>.accepted.yml, forums/<forum>/images/"
)


def find_files(folder: Path, shown: str) -> tuple[tuple[ContentFile, ...], tuple[Fault, ...]]:
    """Find the files of a content folder.

    Links are never followed: a link could bring any file of the machine into the site.

    Args:
        folder: The content folder.
        shown: Its name in messages.

    Returns:
        The files in the order of their names, and what stands where nothing belongs.
    """
    files: list[ContentFile] = []
    faults: list[Fault] = []
    if not folder.is_dir() or folder.is_symlink():
        message = "the content folder is a link" if folder.is_symlink() else "there is no such folder"
        return (), (Fault(Place(shown), message, "", "no-content"),)
    for path, name in _walk(str(folder), "", shown, faults):
        found = _classify(Path(path), name, f"{shown}/{name}")
        if isinstance(found, ContentFile):
            files.append(found)
        else:
            faults.append(found)
    return tuple(files), tuple(faults)


def _walk(folder: str, below: str, shown: str, faults: list[Fault]) -> Iterator[tuple[str, str]]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        name = f"{below}{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            place = Place(f"{shown}/{name}")
            remedy = "put the file itself here"
            faults.append(Fault(place, "links are not followed", remedy, "link"))
        elif entry.is_dir():
            yield from _walk(entry.path, f"{name}/", shown, faults)
        elif not entry.is_file():
            message, remedy = "this is a device or a pipe", "delete it; content is files and folders"
            faults.append(Fault(Place(f"{shown}/{name}"), message, remedy, "no-file"))
        else:
            yield entry.path, name


def _classify(path: Path, name: str, shown: str) -> ContentFile | Fault:
    found: ContentFile | Fault | None
    match name.split("/"):
        case [single] if single in _LISTS:
            return ContentFile(_LISTS[single], path, shown)
        case ["people", *rest]:
            found = _person_file(path, rest, shown)
        case ["forums", forum, *rest]:
            found = _forum_file(path, forum, rest, shown)
        case _:
            found = None
    if found:
        return found
    severity = Severity.ERROR if name.endswith((".yml", ".yaml", ".md")) else Severity.WARNING
    message = "nothing reads a file of this name here"
    return Fault(Place(shown), message, f"files: {_PLAN}", "unknown-file", severity)


def _person_file(path: Path, rest: list[str], shown: str) -> ContentFile | Fault | None:
    match rest:
        case [single] if single.endswith(".yml"):
            return _named(FileKind.PERSON, path, shown, single.removesuffix(".yml"))
        case ["images", single]:
            return _image(FileKind.PERSON_IMAGE, path, shown, single, "")
    return None


def _forum_file(path: Path, forum: str, rest: list[str], shown: str) -> ContentFile | Fault | None:
    match rest:
        case ["forum.yml"]:
            return _named(FileKind.FORUM, path, shown, forum, forum)
        case ["images", single]:
            return _image(FileKind.FORUM_IMAGE, path, shown, single, forum)
        case ["records", single] if single.endswith((".md", ".yml")):
            return _record(path, shown, single, forum)
    return None


def _named(kind: FileKind, path: Path, shown: str, name: str, forum: str = "") -> ContentFile | Fault:
    wrong = identifier_fault(name)
    if wrong:
        return Fault(Place(shown), f"'{name}' cannot be an id: {wrong}", "rename it", "bad-name")
    return ContentFile(kind, path, shown, name, forum)


def _image(kind: FileKind, path: Path, shown: str, name: str, forum: str) -> ContentFile | Fault:
    if not _IMAGE.fullmatch(name):
        remedy = "name it with a-z, 0-9, - and one ending: png, jpg, webp, gif or avif"
        return Fault(Place(shown), f"'{name}' cannot be a picture's name", remedy, "bad-name")
    return ContentFile(kind, path, shown, name, forum)


def _record(path: Path, shown: str, name: str, forum: str) -> ContentFile | Fault:
    stem, _, ending = name.rpartition(".")
    session, _, middle = stem.rpartition(".")
    kind = FileKind.RECORD
    if ending == "yml" and middle == "confirmed":
        kind = FileKind.CONFIRMED
        session, _, middle = session.rpartition(".")
    wrong = None if session == HOST else identifier_fault(session)
    if wrong:
        remedy = (
            "name it <session>.<language>.md, <session>.sources.yml or <session>.<language>.confirmed.yml"
        )
        return Fault(Place(shown), f"'{session or stem}' cannot be a session: {wrong}", remedy, "bad-name")
    beside = {"sources": FileKind.SOURCES, "accepted": FileKind.ACCEPTED}
    if ending == "yml" and middle in beside:
        return ContentFile(beside[middle], path, shown, session, forum)
    languages = [language.value for language in Language]
    if middle in languages and (kind is FileKind.CONFIRMED or ending == "md"):
        return ContentFile(kind, path, shown, session, forum, Language(middle))
    form = "<session>.<language>.md" if kind is FileKind.RECORD else "<session>.<language>.confirmed.yml"
    remedy = f"name it {form}, with one of {', '.join(languages)}"
    return Fault(Place(shown), f"'{middle}' is not a language of the site", remedy, "bad-name")

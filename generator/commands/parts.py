"""A part of a site in a folder: what one machine made of it, to be joined with what others did.

`site/` holds the files at the places that they will have; `part.json` says which part it is, what it was made
from, the title of each page, and digest and size of each file. It is written last.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.commands.failure import CommandError, Exit
from generator.commands.project import Project
from generator.commands.shares import Share
from generator.memo.digests import digest_of
from generator.memo.program import program_digest
from generator.model.language import Language
from generator.pages.edition import Edition
from generator.pages.remembered.table import PageSource
from generator.render.errors import PathError
from generator.render.places import distinct, inside
from generator.render.placing import Given, fill
from generator.render.publish import publishing

NAME = "part.json"
_SITE = "site"
_FORMAT = 1
_MADE_FROM = {
    "program": "another version of the program",
    "content": "other content",
    "settings": "other settings, templates or words",
    "address": "another address of the site (--site-url)",
    "languages": "other languages (--language)",
    "engine": "another engine or version of it (--engine)",
}


@dataclass(frozen=True, slots=True)
class SitePart:
    """A part of a site.

    Attributes:
        folder: Where it lies.
        share: Which part it is.
        made_from: What it was made from: a digest or a text for each key of `_MADE_FROM`.
        pages: Its pages, by language.
        files: Digest (SHA-256) and size of each file, by path below the site.
    """

    folder: Path
    share: Share
    made_from: Mapping[str, str]
    pages: Mapping[Language, tuple[PageSource, ...]]
    files: Mapping[str, tuple[str, int]]


def made_from(project: Project, editions: Sequence[Edition], engine: str) -> Mapping[str, str]:
    """Return what the pages of a build are made from.

    Args:
        project: Where it is.
        editions: The languages that are built.
        engine: `Engine.identity`.
    """
    return {
        "program": program_digest(),
        "content": _digest(project.content),
        "settings": digest_of(*map(_digest, (project.config, project.templates, project.base))),
        "address": editions[0].addresses.site_url,
        "languages": " ".join(edition.language for edition in editions),
        "engine": engine,
    }


def write_part(
    folder: Path,
    share: Share,
    made_from: Mapping[str, str],
    pages: Mapping[Language, Iterable[PageSource]],
    files: Mapping[str, Given],
) -> SitePart:
    """Write a part of a site, in the place of what was written there before.

    Args:
        folder: Where; it is replaced as a whole.
        share: Which part it is.
        made_from: From `made_from`.
        pages: Its pages, by language.
        files: Its files, by path below the site.

    Raises:
        PublishError: It cannot be written, or something else lies there.
    """
    told = {path: _described(file) for path, file in sorted(files.items())}
    manifest = {
        "format": _FORMAT,
        "part": [share.number, share.of],
        "made_from": dict(made_from),
        "pages": {
            language.value: [[page.path, page.title] for page in found] for language, found in pages.items()
        },
        "files": told,
    }
    data = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
    with publishing(folder) as new:
        fill(
            new,
            {
                **{f"{_SITE}/{path}": file for path, file in files.items()},
                NAME: Given(data, "", len(data)),
            },
        )
    return read_part(folder)


def read_part(folder: Path) -> SitePart:
    """Read what a part says of itself.

    Raises:
        CommandError: There is none, or it is none of this version.
    """
    try:
        data = json.loads((folder / NAME).read_text("utf-8"))
        if data["format"] != _FORMAT:
            raise _no_part(folder, "was written by another version of the program")
        number, of = map(int, data["part"])
        found = SitePart(
            folder,
            Share(number, of),
            {str(key): str(value) for key, value in data["made_from"].items()},
            {
                Language(language): tuple(PageSource(str(path), str(title), "") for path, title in pages)
                for language, pages in data["pages"].items()
            },
            {str(path): (str(digest), int(size)) for path, (digest, size) in data["files"].items()},
        )
        distinct(PurePosixPath(path) for path in found.files)
        for path in found.files:
            inside(folder, PurePosixPath(path))
    except FileNotFoundError as error:
        raise _no_part(folder, f"there is no {NAME} in it") from error
    except PathError as error:
        raise _no_part(folder, str(error)) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _no_part(folder, f"its {NAME} cannot be read ({error})") from error
    return found


def hold_together(parts: Sequence[SitePart], wanted: Mapping[str, str]) -> None:
    """Hold that parts are those of one site, each once, made from what is there now.

    Args:
        parts: The parts.
        wanted: From `made_from`; what is not in it counts for nothing but that all parts have the same.

    Raises:
        CommandError: They are not.
    """
    first = parts[0]
    for part in parts:
        if part.share.of != first.share.of:
            message = f"{part.folder} is part {part.share}, and {first.folder} is part {first.share}"
            raise CommandError(f"{message}; give the parts of one build", Exit.CALL)
        for key, words in _MADE_FROM.items():
            if part.made_from.get(key) != wanted.get(key, first.made_from.get(key)):
                there = "this project" if key in wanted else str(first.folder)
                message = f"{part.folder} (part {part.share}) was made from {words} than {there} has"
                raise CommandError(f"{message}; build all parts anew from the same", Exit.CALL)
    by_number: dict[int, SitePart] = {}
    for part in parts:
        other = by_number.setdefault(part.share.number, part)
        if other is not part:
            message = f"{other.folder} and {part.folder} are both part {part.share}; give each once"
            raise CommandError(message, Exit.CALL)
    missing = [str(Share(number, first.share.of)) for number in range(1, first.share.of + 1)
               if number not in by_number]  # fmt: skip
    if missing:
        what = "part" if len(missing) == 1 else "parts"
        message = f"{what} {', '.join(missing)} of the site is missing; give the folders of all parts"
        raise CommandError(
            message.replace("is missing", "are missing") if len(missing) > 1 else message, Exit.CALL
        )


def files_of_parts(parts: Iterable[SitePart]) -> dict[str, Given]:
    """Return the files of all parts, by path below the site, each held against its digest.

    Raises:
        CommandError: A file is torn, missing, or in two parts.
    """
    found: dict[str, Given] = {}
    for part in parts:
        for path, (digest, size) in part.files.items():
            place = part.folder / _SITE / path
            try:
                data = place.read_bytes()
            except OSError as error:
                raise _torn(part, f"{path} cannot be read ({error.strerror})") from error
            if len(data) != size or hashlib.sha256(data).hexdigest() != digest:
                raise _torn(part, f"{path} is not what was built")
            if path in found:
                raise _torn(part, f"{path} is in another part too")
            found[path] = Given(str(place), digest, size)
    return found


def pages_of_parts(
    parts: Sequence[SitePart], languages: Iterable[Language]
) -> Mapping[Language, tuple[PageSource, ...]]:
    """Return the pages of all parts by language, in the order of their paths."""
    return {
        language: tuple(
            sorted(
                (page for part in parts for page in part.pages.get(language, ())), key=lambda one: one.path
            )
        )
        for language in languages
    }


def _described(file: Given) -> tuple[str, int]:
    data = file.source if isinstance(file.source, bytes) else Path(file.source).read_bytes()
    return hashlib.sha256(data).hexdigest(), len(data)


def _digest(place: Path) -> str:
    """Return a digest of a file, or of a folder with all in it."""
    files = sorted(path for path in place.rglob("*") if path.is_file()) if place.is_dir() else [place]
    parts: list[str] = []
    for path in files:
        parts += [path.relative_to(place).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()]
    return digest_of(*parts)


def _no_part(folder: Path, why: str) -> CommandError:
    return CommandError(f"{folder} is no part of a site: {why}; give what `build --shard` wrote", Exit.CALL)


def _torn(part: SitePart, why: str) -> CommandError:
    return CommandError(f"{part.folder} (part {part.share}): {why}; build this part anew", Exit.WRONG)

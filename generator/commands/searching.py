"""The search of a build: an index for each language, made again only where something changed."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from generator.addresses import SEARCH
from generator.commands.page_sources import settings_digest
from generator.commands.project import Project
from generator.memo.memo import Memo
from generator.pages.edition import Edition
from generator.pages.remembered.edition import Remembering
from generator.search.entries import Entry, entries
from generator.search.kept import Kept, keep, read_kept
from generator.search.making import Files, Prepared, prepare
from generator.search.remembered import remembered_entries
from generator.search.segments import Segment, missing_in

_MOST_NEW = 10
"""Where more than one text in so many is new, a second segment is not worth its while."""


def make_search(
    editions: Sequence[Edition],
    key: str,
    store: Path,
    *,
    clean: bool = False,
    quick: bool = False,
    find: Callable[[Edition], Iterable[Entry]] = entries,
) -> tuple[Kept, ...]:
    """Make what readers search, for each edition, or find it in the store.

    Args:
        editions: The languages.
        key: From `search_key`.
        store: Where indexes are kept.
        clean: Use nothing that was kept.
        quick: What changed may stand in a segment of its own: it is found as well, but the files are others
            than those of an index that is made at once. For who looks at what they write.
        find: Gives all that readers of an edition may find.

    Returns:
        What is to be published, an index for each edition.
    """
    return tuple(
        _made(edition, key, store / "search" / edition.language.value, clean=clean, quick=quick, find=find)
        for edition in editions
    )


def _made(
    edition: Edition,
    key: str,
    folder: Path,
    *,
    clean: bool,
    quick: bool,
    find: Callable[[Edition], Iterable[Entry]],
) -> Kept:
    kept = None if clean else read_kept(folder)
    if kept and kept.key == key and (quick or kept.whole):
        return kept
    prepared = prepare(edition, find(edition))
    segments, parts = _segments(prepared, kept, quick=quick)
    files = {**parts, **prepared.tables(segments, parts)}
    whole = [one.texts for one in segments] == [prepared.digests]
    return keep(folder, key, segments, files, kept, whole=whole)


def _segments(prepared: Prepared, kept: Kept | None, *, quick: bool) -> tuple[list[Segment], Files]:
    """Return the segments of an index and their parts, from those that are kept where that is right."""
    if kept:
        first = kept.segments[0]
        if first.texts == prepared.digests:
            return [first], kept.parts(first)
        missing = missing_in(first, prepared.digests)
        if quick and len(missing) * _MOST_NEW <= len(prepared.digests):
            if not missing:
                return [first], kept.parts(first)
            second, parts = prepared.segment(missing)
            return [first, second], {**kept.parts(first), **parts}
    segment, parts = prepared.segment()
    return [segment], parts


def finding(
    project: Project, editions: Sequence[Edition], remembering: Remembering, memo: Memo
) -> Callable[[Edition], Iterable[Entry]]:
    """Return what gives all that readers of an edition may find, made anew only where that changed.

    Args:
        project: Where the settings are.
        editions: The languages; their content is that of the remembering.
        remembering: What is known of the content.
        memo: Where more is kept.
    """
    settings = settings_digest(project, editions)

    def found(edition: Edition) -> Iterable[Entry]:
        noting, tracer = remembering.noting(edition)
        return remembered_entries(noting, tracer, settings, memo)

    return found


def publish_search(edition: Edition, kept: Kept, folder: Path) -> None:
    """Copy what readers of an edition search into a site.

    Args:
        edition: Says where.
        kept: The index.
        folder: The root of the site.
    """
    below = folder / edition.addresses.prefix(edition.language) / SEARCH
    for path, place in kept.places():
        target = below / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(place, target)


def search_key(project: Project) -> str:
    """Return a digest of everything that an index is made from: content, settings and program.

    It is taken before the content is read: what changes in between is then made anew by the next build.
    """
    digest = hashlib.sha256()
    package = Path(__file__).parents[1]
    for folder, pattern in ((package, "*.py"), (project.config, "*.yml"), (project.content, "*.[ym][md]*")):
        for path in sorted(folder.rglob(pattern)):
            if path.is_file():
                name = path.relative_to(folder).as_posix()
                digest.update(f"\0{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}".encode())
    return digest.hexdigest()

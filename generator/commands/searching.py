"""The search of a build: an index for each language, made again only where something changed."""

from __future__ import annotations

import hashlib
import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from generator.addresses import SEARCH
from generator.commands.failure import CommandError, Exit
from generator.commands.page_sources import settings_digest
from generator.commands.project import Project
from generator.memo.memo import Memo
from generator.pages.edition import Edition
from generator.pages.remembered.edition import Remembering
from generator.render.placing import Given
from generator.search.entries import Entry, entries
from generator.search.kept import Kept, keep, read_kept
from generator.search.making import Files, Prepared, prepare, segment_of
from generator.search.remembered import remembered_entries
from generator.search.segments import Segment, missing_in

_MOST_NEW = 10
"""Where more than one text in so many is new, a second segment is not worth its while."""

_SEVERAL = 2
_LARGE = 4_000_000
"""Characters from which on it is worth while to begin other processes."""


def make_search(  # noqa: PLR0913 - each is a thing of its own
    editions: Sequence[Edition],
    key: str,
    store: Path,
    *,
    clean: bool = False,
    quick: bool = False,
    jobs: int = 1,
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
        jobs: How many languages may be indexed side by side, each in half a gigabyte for 1,000 sessions.
        find: Gives all that readers of an edition may find.

    Returns:
        What is to be published, an index for each edition.
    """
    found: list[Kept | _Plan] = []
    for edition in editions:
        folder = store / "search" / edition.language.value
        kept = None if clean else read_kept(folder)
        if kept and kept.key == key and (quick or kept.whole):
            found.append(kept)
        else:
            found.append(_plan(prepare(edition, find(edition)), kept, folder, quick=quick))
    plans = [one for one in found if isinstance(one, _Plan)]
    made = dict(zip(map(id, plans), _carried_out(plans, key, jobs), strict=True))
    return tuple(made[id(one)] if isinstance(one, _Plan) else one for one in found)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done for a language.

    Attributes:
        prepared: What its index is made from.
        kept: What was made before.
        folder: Where that is.
        segments: Of the old index, what stays; without any, all is indexed anew.
        missing: The entries whose texts these lack.
    """

    prepared: Prepared
    kept: Kept | None
    folder: Path
    segments: tuple[Segment, ...] = ()
    missing: tuple[int, ...] = ()

    def finish(self, key: str, index: tuple[Segment, Files] | None) -> Kept:
        """Write the index, given what was indexed of the texts where all are."""
        if index is None and (self.missing or not self.segments):
            index = self.prepared.segment(self.missing if self.segments else None)
        segments, parts = list(self.segments), {}
        if self.kept:
            parts = {path: data for one in segments for path, data in self.kept.parts(one).items()}
        if index is not None:
            segments.append(index[0])
            parts |= index[1]
        files = {**parts, **self.prepared.tables(segments, parts)}
        whole = [one.texts for one in segments] == [self.prepared.digests]
        return keep(self.folder, key, segments, files, self.kept, whole=whole)


def _plan(prepared: Prepared, kept: Kept | None, folder: Path, *, quick: bool) -> _Plan:
    """Find out what of an old index is right."""
    if kept:
        first = kept.segments[0]
        missing = tuple(missing_in(first, prepared.digests))
        few = len(missing) * _MOST_NEW <= len(prepared.digests)
        if first.texts == prepared.digests or (quick and few):
            return _Plan(prepared, kept, folder, (first,), missing)
    return _Plan(prepared, kept, folder)


def _carried_out(plans: Sequence[_Plan], key: str, jobs: int) -> Iterator[Kept]:
    """Yield what the plans lead to."""
    whole = [plan for plan in plans if not plan.segments]
    characters = sum(len(text) for plan in whole for text in plan.prepared.texts)
    if min(jobs, len(whole)) < _SEVERAL or characters < _LARGE:
        for plan in plans:
            yield plan.finish(key, None)
        return
    # Spawned, as everywhere: a fork copies whatever threads and locks the caller has.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(jobs, len(whole)), mp_context=context) as pool:
        running = {
            id(plan): pool.submit(segment_of, plan.prepared.texts, plan.prepared.digests) for plan in whole
        }
        try:
            for plan in plans:
                future = running.get(id(plan))
                yield plan.finish(key, future.result() if future else None)
        except BrokenProcessPool as error:
            message = "a process that indexes a language was ended; try --jobs 1, which needs less memory"
            raise CommandError(message, Exit.MACHINE) from error


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


def search_files(edition: Edition, kept: Kept) -> Mapping[str, Given]:
    """Return what readers of an edition search, by path below the root of the site.

    Args:
        edition: Says where.
        kept: The index.
    """
    below = f"{edition.addresses.prefix(edition.language)}{SEARCH}"
    return {
        f"{below}{path}": Given(str(place), "", kept.files[str(path)][0]) for path, place in kept.places()
    }


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

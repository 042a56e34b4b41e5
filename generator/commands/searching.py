"""The search of a build: an index for each language, made again only where something changed."""

from __future__ import annotations

import hashlib
import importlib.metadata
import shutil
from collections.abc import Sequence
from pathlib import Path

from generator.addresses import SEARCH
from generator.commands.failure import CommandError, Exit
from generator.commands.project import Project
from generator.pages.edition import Edition
from generator.search.errors import SearchError
from generator.search.kept import Kept, keep, read_kept
from generator.search.making import Bundle, Prepared, prepare
from generator.search.pagefind import Run

_PROGRAM = "pagefind-bin"


def make_search(
    editions: Sequence[Edition], key: str, store: Path, *, clean: bool = False
) -> tuple[Kept, ...]:
    """Make what readers search, for each edition, or find it in the store.

    While Pagefind works on one language, the next is prepared; it never runs twice at once, since it needs
    1 GB for 1,000 sessions.

    Args:
        editions: The languages.
        key: From `search_key`.
        store: Where indexes are kept.
        clean: Use nothing that was kept.

    Returns:
        What is to be published, an index for each edition.

    Raises:
        CommandError: Pagefind is not there, or failed.
    """
    made: dict[int, Kept] = {}
    running: _Making | None = None
    try:
        for number, edition in enumerate(editions):
            folder = store / "search" / edition.language.value
            kept = None if clean else read_kept(folder)
            if kept and kept.key == key:
                made[number] = kept
                continue
            prepared = prepare(edition)
            if kept and kept.digest == prepared.digest:
                # Pagefind would read the same: only what stands beside its index is written anew.
                bundle = kept.old_bundle()
                made[number] = keep(folder, key, bundle, prepared.tables(bundle))
                continue
            if running:
                made[running.number] = running.finish(key)
            running = _Making(number, prepared, folder, store / "search" / ".pagefind")
        if running:
            made[running.number] = running.finish(key)
    except SearchError as error:
        raise CommandError(str(error), Exit.MACHINE if error.machine else Exit.WRONG) from error
    finally:
        if running:
            running.run.stop()
    return tuple(made[number] for number in sorted(made))


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


class _Making:
    """An index that Pagefind is working on."""

    def __init__(self, number: int, prepared: Prepared, folder: Path, work: Path) -> None:
        self.number = number
        self._prepared = prepared
        self._folder = folder
        self.run: Run = prepared.start(work)

    def finish(self, key: str) -> Kept:
        bundle: Bundle = self._prepared.bundle(self.run)
        return keep(self._folder, key, bundle, self._prepared.tables(bundle))


def search_key(project: Project) -> str:
    """Return a digest of everything that an index is made from: content, settings and program.

    It is taken before the content is read: what changes in between is then made anew by the next build.
    """
    try:
        version = importlib.metadata.version(_PROGRAM)
    except importlib.metadata.PackageNotFoundError:
        version = ""
    digest = hashlib.sha256(version.encode())
    package = Path(__file__).parents[1]
    for folder, pattern in ((package, "*.py"), (project.config, "*.yml"), (project.content, "*.[ym][md]*")):
        for path in sorted(folder.rglob(pattern)):
            if path.is_file():
                name = path.relative_to(folder).as_posix()
                digest.update(f"\0{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}".encode())
    return digest.hexdigest()

"""Where a build writes: its output and its store, and what they may not be.

Both are written as a whole, and what else lies there would be lost: so nothing is taken over that was not
made by this program, and neither lies within what an editor writes.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from generator.commands.failure import CommandError, Exit
from generator.commands.project import Project
from generator.render.lock import locked

STORE_MARKER = ".proceedings-store"
_MARKER_TEXT = (
    "This folder is kept by `proceedings build`, so that the next build is quick; it may be deleted.\n"
)


def output_of(project: Project, given: Path | None) -> Path:
    """Return the folder of the site, whole.

    Raises:
        CommandError: It may not be this one.
    """
    output = (given or project.root / "site").absolute()
    _hold_apart(project, output, "--output")
    return output


def store_of(project: Project, given: Path | None, output: Path) -> Path:
    """Return the folder of what was rendered, whole.

    Raises:
        CommandError: It may not be this one.
    """
    store = (given or project.root / ".proceedings").absolute()
    _hold_apart(project, store, "--store")
    here, there = store.resolve(), output.resolve()
    if here == there or there in here.parents:
        message = f"--store {store}: lies in the output {output}, which is replaced as a whole"
        raise CommandError(message, Exit.CALL)
    if store.exists() and not store.is_dir():
        raise CommandError(f"--store {store}: is no folder", Exit.CALL)
    ours = given is None or not store.exists() or (store / STORE_MARKER).is_file()
    if not ours and any(store.iterdir()):
        message = f"--store {store}: holds files that are not of this program; give a folder of its own"
        raise CommandError(message, Exit.CALL)
    return store


@contextlib.contextmanager
def opened_store(store: Path) -> Iterator[Path]:
    """Hold a store for one command.

    Raises:
        PublishError: Another command holds it.
    """
    store.mkdir(parents=True, exist_ok=True)
    with locked(store / ".lock", str(store)):
        marker = store / STORE_MARKER
        if not marker.is_file():
            marker.write_text(_MARKER_TEXT, "utf-8")
        yield store


def _hold_apart(project: Project, folder: Path, name: str) -> None:
    here = folder.resolve()
    for kept in (project.content, project.config, project.templates):
        place = kept.resolve()
        if here == place or place in here.parents or here in place.parents:
            message = f"{name} {folder}: is {kept} or around it or in it; give a folder of its own"
            raise CommandError(message, Exit.CALL)

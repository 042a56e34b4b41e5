"""The watch over files: says when something was changed and the changing has stopped."""

from __future__ import annotations

import queue
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

QUIET: Final = 0.2
"""Seconds without a change after which the changing has stopped: editors write a file in several steps."""

_CHANGES: Final = frozenset({"created", "modified", "deleted", "moved", "closed"})
_PATIENCE: Final = 0.5  # seconds; a wait without an end cannot be interrupted everywhere


class Watch:
    """Watches folders with all in them, and single files.

    A folder may vanish and come back, as they do when a branch is changed.
    """

    def __init__(self, folders: Sequence[Path], files: Sequence[Path]) -> None:
        """Watch nothing yet.

        Args:
            folders: Folders that are watched with all in them.
            files: Files that are watched.
        """
        self._folders = tuple(folder.absolute() for folder in folders)
        self._files = frozenset(file.absolute() for file in files)
        self._changed: queue.SimpleQueue[None] = queue.SimpleQueue()
        self._observer: BaseObserver = Observer()

    def __enter__(self) -> Self:
        self._arm()
        self._observer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._observer.stop()
        self._observer.join()

    def wait(self) -> None:
        """Return when something was changed and nothing has been for a moment."""
        while not self._taken(_PATIENCE):
            pass
        while self._taken(QUIET):
            pass
        # What came back is seen again; whoever reads now reads what was changed in between.
        self._observer.unschedule_all()
        self._arm()

    def _taken(self, seconds: float) -> bool:
        """Whether there was a change within some seconds."""
        try:
            self._changed.get(timeout=seconds)
        except queue.Empty:
            return False
        return True

    def _arm(self) -> None:
        within = _Handler(self._changed, self._folders, frozenset())
        for folder in self._folders:
            if folder.is_dir():
                self._observer.schedule(within, str(folder), recursive=True)
        beside = _Handler(self._changed, (), self._files | frozenset(self._folders))
        for home in sorted({place.parent for place in (*self._files, *self._folders)}):
            if home.is_dir() and not any(home == one or one in home.parents for one in self._folders):
                self._observer.schedule(beside, str(home), recursive=False)


class _Handler(FileSystemEventHandler):
    """Passes on what is a change of something that is watched."""

    def __init__(
        self, changed: queue.SimpleQueue[None], folders: tuple[Path, ...], places: frozenset[Path]
    ) -> None:
        self._changed = changed
        self._folders = folders
        self._places = places

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Judge an event: reading is none, and what happens to a folder its files say themselves."""
        if event.event_type not in _CHANGES or (event.is_directory and event.event_type == "modified"):
            return
        if any(self._matters(Path(_text(path))) for path in (event.src_path, event.dest_path) if path):
            self._changed.put(None)

    def _matters(self, path: Path) -> bool:
        if path in self._places:
            return True
        # Editors keep their own files beside ours: .x.swp, x~, #x#, 4913.
        name = path.name
        ours = not name.startswith((".", "#")) and not name.endswith("~") and name != "4913"
        return ours and any(folder in path.parents for folder in self._folders)


def _text(path: bytes | str) -> str:
    return path.decode() if isinstance(path, bytes) else path

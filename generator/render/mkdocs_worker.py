"""The process in which MkDocs runs: receives tasks, sends back how far it is and what came of them."""

from __future__ import annotations

import logging
import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.render.engine import Outcome
from generator.render.mkdocs_task import FaultCollector, Task, Warming

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection
    from pathlib import Path


def serve(pipe: Connection) -> None:
    """Build what is asked for until the other end is closed.

    The other end going away also ends a build under way: it is told of every page before it is written,
    so a build whose parent was killed stops at once and does not meet the next one.
    """
    # Ctrl+C reaches the whole group of processes; the parent decides what becomes of this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Material prints a notice about its end of support otherwise; the pages' dates never come from the
    # clock (https://reproducible-builds.org/specs/source-date-epoch/).
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        while True:
            task = pipe.recv()
            if isinstance(task, Warming):
                _warm(task.config)
            else:
                pipe.send(_build(task, pipe))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _warm(config: Path) -> None:
    """Import what a build needs; what is wrong with a configuration, the build will say."""
    from generator.render.mkdocs_build import load  # noqa: PLC0415 - see _build

    if config.is_file():
        with _hearing():
            load(config)


@contextmanager
def _hearing() -> Iterator[FaultCollector]:
    """Keep what is logged."""
    collector = FaultCollector()
    root = logging.getLogger()
    root.addHandler(collector)
    try:
        yield collector
    finally:
        root.removeHandler(collector)


def _build(task: Task, pipe: Connection) -> Outcome:
    """Build one task; whatever goes wrong is among the faults."""
    # MkDocs is imported here and not above, because the parent imports this module too: a run that has
    # nothing to build must not pay for it.
    from generator.render.mkdocs_build import build_pages  # noqa: PLC0415

    # Paths in an extension's settings count from the working folder: make that the same one always.
    os.chdir(task.config.parent)
    with _hearing() as collector:
        pages = build_pages(task, collector, lambda done, total: pipe.send((done, total)))
    return Outcome(task.config, pages, tuple(collector.faults), collector.failure)

"""MkDocs through its Python interface, in processes of its own.

MkDocs, Material and Python-Markdown keep loggers, caches and an environment per process; a process of
their own keeps them from the generator's, and lets languages be built at the same time.
"""

from __future__ import annotations

import multiprocessing
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.engine import Outcome, Progress, versions
from generator.render.errors import EngineError
from generator.render.mkdocs_task import Task, Warming
from generator.render.mkdocs_worker import serve

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from pathlib import Path, PurePosixPath

# Those whose version is seen in the HTML.
_PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions", "Pygments", "Jinja2")
_PATIENCE = 5.0  # seconds that an idle process is given to end


@dataclass(slots=True, eq=False)
class _Worker:
    """A process that builds one task at a time, and the pipe to it."""

    process: SpawnProcess
    pipe: Connection


class MkDocsEngine:
    """Builds with MkDocs; processes are started as they are wanted and kept until ``close``."""

    name = "mkdocs"
    partial = True

    def __init__(self, cache: Path | None = None) -> None:
        """Keep compiled templates in a folder (0.1 s a build), or nowhere."""
        self._cache = cache
        self._idle: list[_Worker] = []
        self._busy: list[_Worker] = []
        self._lock = threading.Lock()
        self.identity = versions(*_PACKAGES)

    def build(
        self,
        config: Path,
        only: frozenset[PurePosixPath] | None,
        progress: Progress | None = None,
    ) -> Outcome:
        """Build all pages, or only some: both give the same bytes (see Engine)."""
        worker = self._take()
        try:
            outcome = self._run(worker, Task(config, only, self._cache), progress)
        except BaseException:
            # Interrupted, or the process is gone: what it is doing now is of no use to anybody.
            with self._lock:
                self._busy.remove(worker)
            worker.process.kill()
            _end(worker)
            raise
        with self._lock:
            self._busy.remove(worker)
            self._idle.append(worker)
        return outcome

    def warm(self, config: Path) -> None:
        """Start a process that imports MkDocs, unless one is waiting."""
        with self._lock:
            if self._idle or self._busy:
                return
        worker = self._take()
        worker.pipe.send(Warming(config))
        with self._lock:
            self._busy.remove(worker)
            self._idle.append(worker)

    def close(self) -> None:
        """End the processes; a build under way in another thread ends there with an EngineError."""
        with self._lock:
            idle, self._idle = self._idle, []
            for worker in (*self._busy, *idle):
                worker.process.kill()
        for worker in idle:
            _end(worker)

    def _run(self, worker: _Worker, task: Task, progress: Progress | None) -> Outcome:
        try:
            worker.pipe.send(task)
            while not isinstance(message := worker.pipe.recv(), Outcome):
                if progress is not None:
                    progress(task.config.parent.name, *message)
        except (EOFError, BrokenPipeError, ConnectionResetError) as error:
            worker.process.join(_PATIENCE)
            raise EngineError(
                f"{task.config}: the process of MkDocs ended with status {worker.process.exitcode} before "
                "the site was built; was it killed, or is there too little memory? Build with fewer --jobs",
            ) from error
        if message.failure:
            raise EngineError(f"{task.config}: could not be built: {message.failure}")
        return message

    def _take(self) -> _Worker:
        with self._lock:
            if self._idle:
                worker = self._idle.pop()
                self._busy.append(worker)
                return worker
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs,), name="mkdocs", daemon=True)
        process.start()
        # Only the process itself holds its end from here on: when it dies, reading ours ends.
        theirs.close()
        worker = _Worker(process, ours)
        with self._lock:
            self._busy.append(worker)
        return worker


def _end(worker: _Worker) -> None:
    """Forget a process that was killed; one that waits has nothing open that a kill could harm."""
    worker.pipe.close()
    worker.process.join()
    worker.process.close()

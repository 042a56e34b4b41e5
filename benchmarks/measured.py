"""A command, and what it took: of all processes that it started, too."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.02
"""Seconds between two looks at the memory."""
_KIB = 1024
_PROC = Path("/proc")


@dataclass(frozen=True)
class Took:
    """What a command took.

    Attributes:
        wall: Seconds from beginning to end.
        cpu: Seconds of all processors together, of all its processes.
        peak: Bytes of memory that its processes had together at one moment (resident; what several share
            counts for each); 0 where the system does not tell.
    """

    wall: float
    cpu: float
    peak: int


def measured(call: list[str], folder: Path, settings: Mapping[str, str] | None = None) -> Took:
    """Run a command that must succeed.

    Args:
        call: The program and its arguments.
        folder: Where it runs.
        settings: Variables of its environment besides those of this process.
    """
    begin = time.perf_counter()
    with subprocess.Popen(
        call,
        cwd=folder,
        env={**os.environ, **(settings or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        watch = _Watch(process.pid)
        watch.start()
        said = process.stderr.read() if process.stderr else ""
        # Not process.wait(): only this tells the times of the process and of those that it waited for.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.end()
    if process.returncode:
        raise SystemExit(f"{' '.join(call)}\n{said}")
    return Took(wall, usage.ru_utime + usage.ru_stime, watch.peak)


class _Watch(threading.Thread):
    """Looks at the memory of a process and all below it, again and again."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self._root = root
        self._ended = threading.Event()

    def run(self) -> None:
        if not (_PROC / "self" / "statm").exists():
            return
        page = os.sysconf("SC_PAGE_SIZE")
        while not self._ended.wait(_EVERY):
            self.peak = max(self.peak, page * sum(_pages(one) for one in _tree(self._root)))

    def end(self) -> None:
        self._ended.set()
        self.join()


def _tree(root: int) -> list[int]:
    """Return a process and all below it."""
    found = [root]
    for one in found:
        try:
            tasks = list((_PROC / str(one) / "task").iterdir())
            for task in tasks:
                found += map(int, (task / "children").read_text().split())
        except OSError:
            continue  # it has ended
    return found


def _pages(process: int) -> int:
    try:
        return int((_PROC / str(process) / "statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0

"""`proceedings serve` in a process of its own, and what it says."""

from __future__ import annotations

import queue
import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.commands.invented import started

PATIENCE = 120  # seconds, for machines that are busy


@dataclass
class Served:
    """A server in a process of its own, and what it says."""

    project: Path
    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)
    lines: queue.SimpleQueue[str] = field(default_factory=queue.SimpleQueue)
    url: str = ""

    def read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.said.append(line)
            self.lines.put(line)
        self.lines.put("")

    def until(self, pattern: str) -> re.Match[str]:
        """Wait for a line."""
        while line := self.lines.get(timeout=PATIENCE):
            if found := re.search(pattern, line):
                return found
        raise AssertionError(f"ended without {pattern!r}: {''.join(self.said)}")

    @property
    def host(self) -> str:
        return "/".join(self.url.split("/")[:3])


@contextmanager
def serving(project: Path, *arguments: str) -> Iterator[Served]:
    process = started("serve", "--project", project, "--port", "0", *arguments)
    served = Served(project, process)
    reader = threading.Thread(target=served.read)
    reader.start()
    try:
        served.url = served.until(r"serving (http://\S+) ")[1]
        yield served
    finally:
        process.kill()
        process.wait()
        reader.join()
        for stream in (process.stdout, process.stderr):
            assert stream is not None
            stream.close()

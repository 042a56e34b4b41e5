"""What a command says while it works: progress and faults, for people, programs and code hosts."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from typing import Final, Literal

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.text import Text

from generator.model.fault import Fault, Severity

Format = Literal["text", "json", "github"]
FORMATS: Final[tuple[Format, ...]] = ("text", "json", "github")


class Reporter:
    """Says what happens. Progress and messages go to standard error, what was asked for to standard output."""

    def __init__(self, *, quiet: bool = False) -> None:
        """Say everything, or with `quiet` only what is wrong."""
        self.quiet = quiet
        self.out = Console(highlight=False, soft_wrap=True)
        self.err = Console(stderr=True, highlight=False, soft_wrap=True)
        self._progress: Progress | None = None
        self._tasks: dict[str, TaskID] = {}
        self._lock = threading.Lock()

    def say(self, message: str) -> None:
        """Say what is being done or was done."""
        if not self.quiet:
            self.err.print(Text(message))

    def complain(self, message: str) -> None:
        """Say why it cannot be done."""
        self.err.print(Text(message, style="red"))

    def faults(self, faults: Sequence[Fault], style: Format = "text") -> None:
        """Print faults, one a line; as JSON or as annotations of a code host where wanted."""
        if style == "json":
            self.out.print_json(json.dumps([_plain(fault) for fault in faults], ensure_ascii=False))
            return
        for fault in faults:
            if style == "github":
                self.out.print(Text(_annotation(fault)))
            else:
                colour = "red" if fault.severity is Severity.ERROR else "yellow"
                self.out.print(Text(str(fault), style=colour))

    def summary(self, faults: Sequence[Fault]) -> None:
        """Say how many faults there are."""
        errors = sum(1 for fault in faults if fault.severity is Severity.ERROR)
        self.say(f"{_count(errors, 'error')}, {_count(len(faults) - errors, 'warning')}")

    def progress(self, name: str, done: int, total: int) -> None:
        """Show how far something is; on a terminal as a bar, else nothing until it is complete."""
        with self._lock:
            if self.quiet:
                return
            if not self.err.is_terminal:
                if done == total:
                    self.err.print(Text(f"{name}: {total} pages"))
                return
            if self._progress is None:
                columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
                self._progress = Progress(*columns, console=self.err, transient=True)
                self._progress.start()
            task = (
                self._tasks.setdefault(name, self._progress.add_task(name, total=total))
                if (name not in self._tasks)
                else self._tasks[name]
            )
            self._progress.update(task, completed=done, total=total)

    def finish(self) -> None:
        """Take bars away."""
        with self._lock:
            if self._progress is not None:
                self._progress.stop()
                self._progress = None
                self._tasks.clear()


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _plain(fault: Fault) -> dict[str, object]:
    return {
        "path": fault.place.path,
        "line": fault.place.line,
        "column": fault.place.column,
        "severity": fault.severity.value,
        "code": fault.code,
        "message": fault.message,
        "remedy": fault.remedy,
    }


def _annotation(fault: Fault) -> str:
    """Write a fault as a workflow command of GitHub Actions, escaped as its toolkit does it."""
    parts = [f"file={_property(fault.place.path)}"]
    if fault.place.line:
        parts.append(f"line={fault.place.line}")
    if fault.place.column:
        parts.append(f"col={fault.place.column}")
    remedy = f" ({fault.remedy})" if fault.remedy else ""
    return f"::{fault.severity} {','.join(parts)}::{_data(f'{fault.message}{remedy} [{fault.code}]')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

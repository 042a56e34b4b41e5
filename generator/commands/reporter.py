"""What a command says while it works: progress and faults, for people, programs and code hosts."""

from __future__ import annotations

import contextlib
import json
import sys
import threading
from collections.abc import Iterator, Sequence
from typing import IO, Final, Literal, NoReturn

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.table import Table
from rich.text import Text

from generator.model.fault import Fault, Severity

Format = Literal["text", "json", "github"]
FORMATS: Final[tuple[Format, ...]] = ("text", "json", "github")

# Names and texts of content may hold anything; a terminal must not obey it. (Lines and tabs stay.)
_CONTROLS: Final = {
    code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (9, 10)
}
_TURNING: Final = (0x61C, 0x200E, 0x200F, 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
# A fault is one line that reads as it is: a second one could be a command to whoever runs the build
# (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
_ONE_LINE: Final = _CONTROLS | {9: "\\t", 10: "\\n"} | {code: f"\\u{code:04x}" for code in _TURNING}


class Reporter:
    """Says what happens.

    What was asked for goes to standard output; progress and messages go to standard error. Colours and bars
    are for terminals only, and `NO_COLOR` (https://no-color.org) takes the colours away there too.
    """

    def __init__(
        self, *, quiet: bool = False, out: IO[str] | None = None, err: IO[str] | None = None
    ) -> None:
        """Say everything, or with `quiet` only what is wrong."""
        self.quiet = quiet
        self.out = _console(out or sys.stdout)
        self.err = _console(err or sys.stderr)
        self._progress: Progress | None = None
        self._tasks: dict[str, TaskID] = {}
        self._lock = threading.Lock()

    def say(self, message: str) -> None:
        """Say what is being done or was done."""
        if not self.quiet:
            self.err.print(_text(message))

    def complain(self, message: str) -> None:
        """Say why it cannot be done."""
        self.err.print(_text(message, "red"))

    def answer(self, text: str) -> None:
        """Print what was asked for, to standard output."""
        self.out.print(_text(text))

    def answer_table(self, table: Table) -> None:
        """Print a table that was asked for."""
        self.out.print(table)

    def answer_json(self, value: object) -> None:
        """Print a value that was asked for, for a program to read."""
        # A stream that cannot write every character gets them as JSON's own escapes.
        plain = "utf" not in self.out.encoding
        self.out.file.write(json.dumps(value, ensure_ascii=plain, indent=2) + "\n")

    def faults(self, faults: Sequence[Fault], style: Format = "text") -> None:
        """Print faults that were asked for: one a line, as JSON, or as annotations of a code host."""
        if style == "json":
            self.answer_json([_plain(fault) for fault in faults])
        elif style == "github":
            for fault in faults:
                self.answer(_annotation(fault))
        else:
            _print_faults(self.out, faults)

    def warn(self, faults: Sequence[Fault]) -> None:
        """Print faults that came up while something else was asked for."""
        _print_faults(self.err, faults)

    def summary(self, faults: Sequence[Fault]) -> None:
        """Say how many faults there are."""
        self.say(count_faults(faults))

    def progress(self, name: str, done: int, total: int) -> None:
        """Show how far something is; on a terminal as a bar, else nothing until it is complete."""
        with self._lock:
            if self.quiet:
                return
            if not self.err.is_terminal:
                if done == total:
                    self.err.print(_text(f"{name}: {count(total, 'page')}"))
                return
            bars = self._bars()
            if name not in self._tasks:
                self._tasks[name] = bars.add_task(name, total=total)
            bars.update(self._tasks[name], completed=done, total=total)

    @contextlib.contextmanager
    def working(self, what: str) -> Iterator[None]:
        """Show on a terminal that something is being done, for as long as the block lasts."""
        if self.quiet or not self.err.is_terminal:
            yield
            return
        with self._lock:
            bars = self._bars()
            task = bars.add_task(what, total=None)
        try:
            yield
        finally:
            with self._lock:
                bars.remove_task(task)

    def finish(self) -> None:
        """Take bars away."""
        with self._lock:
            if self._progress is not None:
                self._progress.stop()
                self._progress = None
                self._tasks.clear()

    def _bars(self) -> Progress:
        if self._progress is None:
            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
            self._progress = Progress(*columns, console=self.err, transient=True)
            self._progress.start()
        return self._progress


class _Console(Console):
    """A console that leaves a pipe that nobody reads any more to the door."""

    def on_broken_pipe(self) -> NoReturn:
        raise BrokenPipeError


def _console(stream: IO[str]) -> Console:
    # Asked of the stream itself: variables such as FORCE_COLOR make no terminal of a file.
    return _Console(file=stream, force_terminal=stream.isatty(), highlight=False, soft_wrap=True)


def count(number: int, word: str) -> str:
    """Return `1 page`, `2 pages`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def count_faults(faults: Sequence[Fault]) -> str:
    """Return `1 error, 2 warnings`."""
    errors = sum(1 for fault in faults if fault.severity is Severity.ERROR)
    return f"{count(errors, 'error')}, {count(len(faults) - errors, 'warning')}"


def _text(text: str, style: str = "") -> Text:
    return Text(text.translate(_CONTROLS), style=style)


def _print_faults(console: Console, faults: Sequence[Fault]) -> None:
    for fault in faults:
        style = "red" if fault.severity is Severity.ERROR else "yellow"
        console.print(Text(str(fault).translate(_ONE_LINE), style=style))


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
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.translate(_ONE_LINE)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

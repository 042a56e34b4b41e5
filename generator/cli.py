"""The door: parses the call, runs a command, says how it ended."""

from __future__ import annotations

import argparse
import contextlib
import gc
import io
import os
import signal
import sys
import threading
import tomllib
import traceback
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, NoReturn

from generator.commands.arguments import add_shared
from generator.commands.command import Command
from generator.commands.failure import CommandError, Exit
from generator.commands.reporter import Reporter

COMMANDS: Final = (
    "build",
    "assemble",
    "serve",
    "check",
    "status",
    "new",
    "intake",
    "mark",
    "confirm",
    "resolve",
    "fidelity",
    "accept",
)
"""Each is found in the module of its name in `generator.commands`, by its name in capitals."""

_ENDINGS = """\
exit codes:
  0  done; there may be warnings
  1  something is wrong with the content or the site
  2  wrong call
  3  the machine failed: disk full, a tool missing, interrupted
"""


def make_parser(names: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """Return the parser of commands.

    Args:
        names: Which; all if it is not given. To load them all takes as long as a small build.
    """
    parser = _Parser(
        prog="proceedings",
        description="Turn forum transcripts and programmes into a site of proceedings.",
        epilog=_ENDINGS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"proceedings {program_version()}")
    add_shared(parser)
    commands = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND", required=True)
    for command in map(command_of, names):
        one = commands.add_parser(
            command.name,
            help=command.summary,
            description=command.description,
            epilog=_ENDINGS,
            formatter_class=_Paragraphs,
            allow_abbrev=False,
        )
        command.configure(one)
        add_shared(one, default=argparse.SUPPRESS)
        one.set_defaults(run=command.run)
    return parser


def command_of(name: str) -> Command:
    """Return a command by its name."""
    found = getattr(import_module(f"generator.commands.{name}"), name.upper())
    if not isinstance(found, Command):
        raise TypeError(f"{name} is no command")
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        argv: The words after the program's name; those of the process if None.

    Returns:
        What the shell is told (generator.commands.failure.Exit).
    """
    # Content is many small values that stay: looking for garbage as often as Python does took a quarter of
    # the time of reading it.
    gc.set_threshold(100_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        # A terminal or file of another encoding gets what it cannot write as escapes, never a traceback.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        words = sys.argv[1:] if argv is None else argv
        # Any other first word, a flag or a mistake, is answered by the parser that knows all commands.
        names = [name for name in COMMANDS if list(words[:1]) == [name]] or COMMANDS
        arguments = make_parser(names).parse_args(words)
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else Exit.CALL
    reporter = Reporter(quiet=arguments.quiet)
    with _ending_in_order():
        try:
            return _run(arguments, reporter)
        finally:
            reporter.finish()


def _run(arguments: argparse.Namespace, reporter: Reporter) -> Exit:
    try:
        code: Exit = arguments.run(arguments, reporter)
        sys.stdout.flush()
    except CommandError as error:
        reporter.finish()
        reporter.complain(str(error))
        return error.code
    except KeyboardInterrupt:
        reporter.finish()
        reporter.complain("interrupted")
        return Exit.MACHINE
    except BrokenPipeError:
        # Who read the answer has gone (`proceedings check | head`). What is left would only fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.MACHINE
    except OSError as error:
        reporter.finish()
        reporter.complain(_machine_failure(error))
        return Exit.MACHINE
    except MemoryError:
        reporter.finish()
        reporter.complain("there is too little memory")
        return Exit.MACHINE
    except Exception:  # noqa: BLE001 - the last word on what nobody foresaw
        reporter.finish()
        reporter.complain(traceback.format_exc().rstrip())
        reporter.complain("this is a bug of proceedings, not of your content; please report these lines")
        return Exit.MACHINE
    return code


def program_version() -> str:
    """Return the version: of the checkout that runs, or of what is installed."""
    project = Path(__file__).parent.parent / "pyproject.toml"
    try:
        return str(tomllib.loads(project.read_text("utf-8"))["project"]["version"])
    except (OSError, KeyError, tomllib.TOMLDecodeError):
        pass
    try:
        return version("forum-proceedings")
    except PackageNotFoundError:
        return "unknown"


def _machine_failure(error: OSError) -> str:
    reason = error.strerror or str(error) or type(error).__name__
    names = [str(name) for name in (error.filename, error.filename2) if name is not None]
    return f"{' -> '.join(names)}: {reason}" if names else reason


@contextlib.contextmanager
def _ending_in_order() -> Iterator[None]:
    """Let a request to end be like Ctrl+C, so that nothing half-made is left."""

    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are in the words of the program."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(Exit.CALL, f"{self.prog}: {message}; see {self.prog} --help\n")


class _Paragraphs(argparse.RawDescriptionHelpFormatter):
    """Help whose description keeps its paragraphs and is folded within them."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if text == _ENDINGS:
            return super()._fill_text(text, width, indent)
        parts = text.split("\n\n")
        folded = [argparse.HelpFormatter._fill_text(self, part, width, indent) for part in parts]  # noqa: SLF001
        return "\n\n".join(folded)

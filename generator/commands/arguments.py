"""Arguments that several commands have, and the values that arguments may take."""

from __future__ import annotations

import argparse
import os
import urllib.parse
from pathlib import Path

from generator.commands.failure import CommandError, Exit
from generator.commands.project import Project, find_project
from generator.model.identifiers import Mark, identifier_fault, is_mark
from generator.model.language import Language


def add_shared(parser: argparse.ArgumentParser, *, default: object = None) -> None:
    """Add what every command has.

    Args:
        parser: The parser of all commands, or of one.
        default: `argparse.SUPPRESS` for the parser of one command, so that it does not undo what stands
            before the command's name.
    """
    suppressed = default is argparse.SUPPRESS
    parser.add_argument(
        "--project",
        type=Path,
        metavar="DIR",
        default=default,
        help="the project's folder, which holds mkdocs.yml; without it, the nearest one, here or above",
    )
    parser.add_argument(
        "--quiet",
        "-q",
        action="store_true",
        default=argparse.SUPPRESS if suppressed else False,
        help="say only what is wrong",
    )


def add_content(parser: argparse.ArgumentParser) -> None:
    """Add `--content`."""
    parser.add_argument(
        "--content", type=Path, metavar="DIR", help="the content folder; without it, content/ in the project"
    )


def add_marks(parser: argparse.ArgumentParser, explained: str) -> None:
    """Add `--mark`, which names paragraphs and may be given again."""
    parser.add_argument(
        "--mark", type=mark, action="extend", nargs="+", default=[], metavar="MARK", help=explained
    )


def project_of(arguments: argparse.Namespace) -> Project:
    """Return the project that a command was called for.

    Raises:
        CommandError: There is none, or `--content` names no folder.
    """
    content: Path | None = getattr(arguments, "content", None)
    if content is not None and not content.is_dir():
        raise CommandError(f"--content {content}: there is no such folder", Exit.CALL)
    return find_project(Path.cwd(), arguments.project, content)


def language(text: str) -> Language:
    """Read a language tag of the site; capitals do not matter."""
    for one in Language:
        if one.value.casefold() == text.casefold():
            return one
    raise argparse.ArgumentTypeError(f"'{text}' is not one of {', '.join(Language)}")


def web_address(text: str) -> str:
    """Read the address of a site; gives it the slash at its end."""
    try:
        parts = urllib.parse.urlsplit(text)
        good = parts.scheme in {"http", "https"} and parts.hostname and not parts.query and not parts.fragment
    except ValueError:
        good = False
    if not good or any(character.isspace() for character in text):
        message = f"'{text}' is no address of a site; write https://example.org/path/"
        raise argparse.ArgumentTypeError(message)
    return text if text.endswith("/") else f"{text}/"


def positive(text: str) -> int:
    """Read a whole number from 1."""
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"'{text}' is no whole number from 1")
    return int(text)


def identifier(text: str) -> str:
    """Read an id of content."""
    wrong = identifier_fault(text)
    if wrong:
        raise argparse.ArgumentTypeError(f"'{text}' cannot be an id: {wrong}")
    return text


def mark(text: str) -> Mark:
    """Read a mark, with or without its sign."""
    name = text.removeprefix("^")
    if not is_mark(name):
        raise argparse.ArgumentTypeError(f"'{text}' is no mark, such as p7k2")
    return Mark(name)


def processors() -> int:
    """Return how many things this machine does at a time."""
    return os.cpu_count() or 1

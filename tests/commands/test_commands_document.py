"""docs/commands.md and the program name the same commands and arguments."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from generator.cli import make_parser
from generator.commands.failure import Exit

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "commands.md"
SHARED = "Every command"


def test_every_command_and_argument_is_described_and_no_other() -> None:
    parser = make_parser()
    shared = {argument for argument in arguments_of(parser) if argument != "COMMAND"}
    wanted = {SHARED: shared}
    for name, command in commands_of(parser, "proceedings"):
        wanted[name] = arguments_of(command) - shared
    assert described() == wanted


def test_every_command_takes_what_every_command_takes() -> None:
    for name, command in commands_of(make_parser(), "proceedings"):
        assert {"--project DIR", "--quiet", "--help"} <= arguments_of(command), name


def test_every_exit_code_is_described() -> None:
    codes = re.findall(r"^\| (\d) \|", DOCUMENT.read_text("utf-8"), re.MULTILINE)
    assert [int(code) for code in codes] == list(Exit)


def test_every_argument_has_help_and_every_command_a_description() -> None:
    for name, command in [("proceedings", make_parser()), *commands_of(make_parser(), "proceedings")]:
        assert command.description, name
        assert [
            action.dest
            for action in command._actions
            if not action.help and action.dest not in {"command", "what"}
        ] == [], name


def described() -> dict[str, set[str]]:
    """The arguments in the tables of the document, by the title above."""
    found: dict[str, set[str]] = {}
    title = ""
    for line in DOCUMENT.read_text("utf-8").splitlines():
        heading = re.fullmatch(r"#{2,3} (.*)", line)
        if heading:
            title = heading[1]
            found[title] = set()
        row = re.match(r"\| `([^`]+)`", line)
        if row:
            assert row[1] not in found[title], f"{title}: {row[1]} is described twice"
            found[title].add(row[1])
    return found


def commands_of(parser: argparse.ArgumentParser, name: str) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command with its parser, those within commands too."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, one in action.choices.items():
                yield f"{name} {word}", one
                yield from commands_of(one, f"{name} {word}")


def arguments_of(parser: argparse.ArgumentParser) -> set[str]:
    """The arguments of a parser, as the document writes them."""
    found = set()
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            continue
        names = [name for name in action.option_strings if name.startswith("--")]
        value = "" if action.nargs == 0 else str(action.metavar or "{" + ",".join(action.choices or ()) + "}")
        assert names or value, action
        found.add(f"{names[0]} {value}".strip() if names else value)
    return found

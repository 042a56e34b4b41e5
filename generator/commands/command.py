"""What a command is to the door: its name, its words, its arguments, and what it does."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from generator.commands.failure import Exit
from generator.commands.reporter import Reporter


@dataclass(frozen=True, slots=True)
class Command:
    """A command of `proceedings`.

    Attributes:
        name: What it is called.
        summary: One line, for the list of commands.
        description: What `--help` says before the arguments; paragraphs are kept.
        configure: Adds the arguments to the command's parser.
        run: Does it. Raises CommandError, or OSError where the machine fails.
    """

    name: str
    summary: str
    description: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Reporter], Exit]

"""Why a command stops, and with which exit code (design: 1 content or site, 2 wrong call, 3 the machine)."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What a command tells the shell."""

    DONE = 0
    WRONG = 1
    CALL = 2
    MACHINE = 3


class CommandError(Exception):
    """A command cannot go on; the message says why and what to do.

    Attributes:
        code: What the shell is told.
    """

    def __init__(self, message: str, code: Exit) -> None:
        super().__init__(message)
        self.code = code

"""Why a file cannot be taken for a recording."""

from __future__ import annotations


class RecordingError(Exception):
    """A file is no transcript that can be read.

    Attributes:
        name: The file's name, with `:line` behind it where the fault has one.
        reason: What is wrong.
        remedy: What to do.
    """

    def __init__(self, name: str, reason: str, remedy: str) -> None:
        super().__init__(f"{name}: {reason}; {remedy}")
        self.name = name
        self.reason = reason
        self.remedy = remedy

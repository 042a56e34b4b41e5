"""Why there is no index."""

from __future__ import annotations


class SearchError(Exception):
    """The index could not be made; the message says why and what to do.

    Attributes:
        machine: Whether it is for want of something of the machine: a program, memory.
    """

    def __init__(self, message: str, *, machine: bool = False) -> None:
        super().__init__(message)
        self.machine = machine

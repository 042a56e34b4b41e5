"""What can go wrong between Markdown and a published site."""

from __future__ import annotations


class RenderError(Exception):
    """Something that a person can act on; the message says what, where and what to do."""


class PathError(RenderError):
    """A file name would leave its folder, or two files would be one."""


class EngineError(RenderError):
    """The engine failed or warned.

    Attributes:
        faults: every message of the engine, in the order it gave them.
    """

    def __init__(self, message: str, faults: tuple[str, ...] = ()) -> None:
        super().__init__(message, faults)
        self.message = message
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join((self.message, *(f"  {fault}" for fault in self.faults)))


class PublishError(RenderError):
    """The output cannot be replaced; what was there is still there."""

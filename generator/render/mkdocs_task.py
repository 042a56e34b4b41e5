"""What the process in which MkDocs runs is told, and what it hears from MkDocs."""

from __future__ import annotations

import errno
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path, PurePosixPath

# After so many faults the rest will hardly say anything new (a broken template fails on every page).
MOST_FAULTS = 50
_OF_THE_MACHINE = frozenset(
    [
        *(errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOSPC),
        *(errno.EROFS, errno.EACCES, errno.EPERM),
    ]
)


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be built; see Engine.build.

    Attributes:
        config: the configuration.
        only: the sources that changed, or None for everything.
        cache: where compiled templates are kept, or None.
    """

    config: Path
    only: frozenset[PurePosixPath] | None
    cache: Path | None


@dataclass(frozen=True, slots=True)
class Warming:
    """What the process may do until it has a task: load what every task needs.

    Attributes:
        config: a configuration that loads the same extensions and the same theme, if it is there.
    """

    config: Path


class FaultCollector(logging.Handler):
    """Keeps every warning and error that is logged, so that none is lost on a quiet or busy terminal."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.faults: list[str] = []
        self.failure = ""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.faults.append(f"{record.levelname.lower()}: {record.getMessage()}")

    def failed(self, error: BaseException) -> bool:
        """Keep what the machine could not do, and say whether it is that and no fault of a page."""
        if isinstance(error, OSError) and error.errno in _OF_THE_MACHINE:
            self.failure = self.failure or str(error)
            return True
        return False

    @property
    def full(self) -> bool:
        """Whether there are so many that it is not worth going on."""
        return len(self.faults) >= MOST_FAULTS or bool(self.failure)

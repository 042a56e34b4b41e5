"""What the process in which MkDocs runs is told, and what it hears from MkDocs."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path, PurePosixPath

# After so many faults the rest will hardly say anything new (a broken template fails on every page).
MOST_FAULTS = 50


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

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.faults.append(f"{record.levelname.lower()}: {record.getMessage()}")

    @property
    def full(self) -> bool:
        """Whether there are so many that it is not worth going on."""
        return len(self.faults) >= MOST_FAULTS

"""What an engine is: something that makes HTML of one language's tree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, NamedTuple, Protocol

from generator.render.errors import EngineError

if TYPE_CHECKING:
    from pathlib import Path, PurePosixPath

Progress = Callable[[str, int, int], None]
"""Called with what is being built (the name of a tree), pages done, and pages in all."""


class Output(NamedTuple):
    """A file that an engine wrote.

    Attributes:
        digest: a text that is another one whenever its bytes are.
        size: in bytes.
    """

    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build.

    Attributes:
        config: the configuration that was built.
        pages: how many pages were written, or -1 where the engine does not say.
        faults: every warning and error of the engine in the order it gave them; none when all is well.
        failure: why the machine could not do it (a full disk), or nothing; who called raises it.
        outputs: every file below the output by its path; engines leave it empty,
            ``generator.render.editions`` knows.
    """

    config: Path
    pages: int
    faults: tuple[str, ...]
    failure: str = ""
    outputs: Mapping[str, Output] = field(default_factory=dict)


class Engine(Protocol):
    """Makes the HTML of one configuration; may be called from several threads at a time."""

    @property
    def name(self) -> str:
        """What it is called on the command line."""
        ...

    @property
    def partial(self) -> bool:
        """Whether it can build some pages and leave the others; if not, ``only`` builds all."""
        ...

    @property
    def identity(self) -> str:
        """Its version and those of what its output depends on: a part of the key of what is kept."""
        ...

    def build(
        self,
        config: Path,
        only: frozenset[PurePosixPath] | None,
        progress: Progress | None = None,
    ) -> Outcome:
        """Build into the configuration's ``site_dir``.

        Args:
            config: an absolute path of a ``mkdocs.yml``.
            only: sources below ``docs_dir`` (pages and assets) that were added, changed or removed since
                the last build; all other output is left as it is. None builds everything anew.
            progress: is told how far it is.

        Returns:
            What came of it: faults are returned, not raised.

        Raises:
            EngineError: the engine could not be run, or was killed.
        """
        ...

    def warm(self, config: Path) -> None:
        """Make ready to build, at the same time as the caller does something else; nothing is written.

        Args:
            config: the configuration that will probably be built first; it need not be there.
        """
        ...

    def close(self) -> None:
        """End its processes, those at work too; it may be used again after."""
        ...


def versions(*packages: str) -> str:
    """The versions of installed packages, as a line of text.

    Raises:
        EngineError: one is not installed.
    """
    try:
        return " ".join(f"{package}=={version(package)}" for package in packages)
    except PackageNotFoundError as error:
        raise EngineError(
            f"{error.name} is not installed; install it with: pip install {error.name}"
        ) from error

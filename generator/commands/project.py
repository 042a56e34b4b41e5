"""The project that a command works on: where things are, and the maintainer's settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.commands.failure import CommandError, Exit


@dataclass(frozen=True, slots=True)
class Project:
    """Where the parts of a project are.

    Attributes:
        root: The folder with `mkdocs.yml`.
        content: The content folder.
    """

    root: Path
    content: Path

    @property
    def templates(self) -> Path:
        """Where templates and the theme are."""
        return self.root / "templates"

    @property
    def config(self) -> Path:
        """Where the maintainer's settings are."""
        return self.root / "site_config"

    @property
    def base(self) -> Path:
        """The engine's base configuration."""
        return self.root / "mkdocs.yml"


def find_project(here: Path, given: Path | None = None, content: Path | None = None) -> Project:
    """Return the project of a folder: the nearest folder with `mkdocs.yml`, this one or one above.

    Args:
        here: Where the command runs.
        given: `--project`, if it was given.
        content: `--content`, if it was given.

    Raises:
        CommandError: There is none.
    """
    if given is not None:
        root = given.absolute()
        if not (root / "mkdocs.yml").is_file():
            raise CommandError(f"{given}: there is no mkdocs.yml in this folder", Exit.CALL)
    else:
        homes = [
            folder
            for folder in (here.absolute(), *here.absolute().parents)
            if (folder / "mkdocs.yml").is_file()
        ]
        if not homes:
            message = "no mkdocs.yml here or above: run inside a project, or name it with --project"
            raise CommandError(message, Exit.CALL)
        root = homes[0]
    return Project(root, content.absolute() if content else root / "content")

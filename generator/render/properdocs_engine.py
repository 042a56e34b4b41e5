"""ProperDocs, a maintained heir of MkDocs 1.x that runs the same themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.command_engine import run_engine
from generator.render.engine import Outcome, Progress, versions

if TYPE_CHECKING:
    from pathlib import Path, PurePosixPath


class ProperDocsEngine:
    """Builds with ProperDocs; always all pages."""

    name = "properdocs"
    partial = False

    def __init__(self) -> None:
        self.identity = versions("properdocs", "mkdocs-material", "Markdown")

    def build(
        self,
        config: Path,
        only: frozenset[PurePosixPath] | None,  # noqa: ARG002 - see Engine.partial
        progress: Progress | None = None,
    ) -> Outcome:
        """Build all pages (see Engine)."""
        # Not --strict: it stops at the first stage with a warning; the warnings are among the faults anyway.
        return run_engine(config, "properdocs", ["build", "--clean", "--config-file", str(config)], progress)

    def warm(self, config: Path) -> None:
        """Do nothing: a command begins when it is started."""

    def close(self) -> None:
        """Do nothing: the command has ended."""

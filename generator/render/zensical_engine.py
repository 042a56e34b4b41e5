"""Zensical, the successor that the makers of Material write."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from generator.render.command_engine import run_engine
from generator.render.engine import Outcome, Progress, versions

if TYPE_CHECKING:
    from pathlib import Path, PurePosixPath


class ZensicalEngine:
    """Builds with Zensical; always all pages."""

    name = "zensical"
    partial = False

    def __init__(self) -> None:
        self.identity = versions("zensical")

    def build(
        self,
        config: Path,
        only: frozenset[PurePosixPath] | None,  # noqa: ARG002 - see Engine.partial
        progress: Progress | None = None,
    ) -> Outcome:
        """Build all pages (see Engine)."""
        # It leaves the output of pages that are no more, so the output begins empty. (Its site_dir lies
        # beside the configuration, see generator.render.tree; it takes no other.)
        shutil.rmtree(config.parent / "site", ignore_errors=True)
        return run_engine(config, "zensical", ["build", "--clean", "--config-file", str(config)], progress)

    def warm(self, config: Path) -> None:
        """Do nothing: a command begins when it is started."""

    def close(self) -> None:
        """Do nothing: the command has ended."""

"""An engine that is a command: it builds all pages each time."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from generator.render.engine import Outcome, Progress
from generator.render.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# What the heirs write on a terminal in front of a message that is a warning or an error.
_MARKS = ("warning", "error", "×", "⚠")
_SETTINGS = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0", "NO_COLOR": "1", "PYTHONUTF8": "1"}


def run_engine(config: Path, module: str, arguments: Sequence[str], progress: Progress | None) -> Outcome:
    """Run ``python -m module arguments`` in the folder of a configuration.

    Args:
        config: the configuration that is built.
        module: the engine's module.
        arguments: the words after it.
        progress: is told of the beginning and the end; these commands say nothing between.

    Returns:
        The faults that the command printed, and what it printed at all when it failed without one.

    Raises:
        EngineError: the command could not be started.
    """
    if progress is not None:
        progress(config.parent.name, 0, 1)
    try:
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=config.parent,
            env={**os.environ, **_SETTINGS},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise EngineError(f"{module} could not be started: {error}") from error
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    faults = [line for line in lines if line.casefold().startswith(_MARKS)]
    if done.returncode != 0:
        faults = lines or faults
        faults.append(f"error: {module} ended with status {done.returncode}")
    if progress is not None:
        progress(config.parent.name, 1, 1)
    return Outcome(config, -1, tuple(faults))

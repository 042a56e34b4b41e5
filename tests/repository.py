"""The repository as those who clone it get it."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent


@cache
def tracked_files() -> tuple[Path, ...]:
    """Return every file that git keeps, as it lies in the work tree."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached"], cwd=ROOT, check=True, capture_output=True
    ).stdout
    paths = (ROOT / name for name in listed.decode().split("\0") if name)
    return tuple(sorted(path for path in paths if path.is_file()))


@cache
def make_targets() -> frozenset[str]:
    """Return the targets that the Makefile offers: those that are no files."""
    lines = (ROOT / "Makefile").read_text("utf-8").splitlines()
    phony = [line.removeprefix(".PHONY:").split() for line in lines if line.startswith(".PHONY:")]
    ruled = {found[1] for line in lines if (found := re.match(r"([a-z-]+):", line))}
    return frozenset(name for names in phony for name in names) & ruled

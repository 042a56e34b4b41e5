"""Faults of a built site, in the form in which faults of content are printed."""

from __future__ import annotations

from pathlib import Path

from generator.checks.site.check import check_site
from generator.model.fault import Fault, Place

CODE = "site"
"""The rule's name: what must hold of a built site is one rule with many messages."""

_WORTH_PROCESSES = 2000
"""Pages that are read sooner by several processes, the time included that these take to start."""


def site_faults(folder: Path, site_url: str, shown: str = "", *, jobs: int = 1) -> tuple[Fault, ...]:
    """Find what is wrong with a built site.

    Args:
        folder: The site.
        site_url: The address that it is published at.
        shown: The folder as messages show it; empty where paths are to be those below the site.
        jobs: How many processes may read it.
    """
    several = sum(1 for _ in folder.rglob("*.html")) > _WORTH_PROCESSES
    found = check_site(folder, site_url, jobs=jobs if several else 1)
    before = f"{shown.rstrip('/')}/" if shown else ""
    return tuple(
        Fault(Place(f"{before}{one.path}", one.line, one.column), one.message, one.remedy, CODE)
        for one in found
    )

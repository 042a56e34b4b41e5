"""Faults of a built site, in the form in which faults of content are printed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.checks.site.check import check_site
from generator.memo.memo import Memo
from generator.model.fault import Fault, Place

CODE = "site"
"""The rule's name: what must hold of a built site is one rule with many messages."""


def site_faults(
    folder: Path,
    site_url: str,
    shown: str = "",
    *,
    jobs: int = 1,
    memo: Memo | None = None,
    known: Mapping[str, str] | None = None,
) -> tuple[Fault, ...]:
    """Find what is wrong with a built site.

    Args:
        folder: The site.
        site_url: The address that it is published at.
        shown: The folder as messages show it; empty where paths are to be those below the site.
        jobs: How many processes may read it.
        memo: Keeps what was found for the next time.
        known: All files of the site, and a text that is another one whenever the bytes of a file are, where
            they have just been put there.
    """
    before = f"{shown.rstrip('/')}/" if shown else ""
    return tuple(
        Fault(Place(f"{before}{one.path}", one.line, one.column), one.message, one.remedy, CODE)
        for one in check_site(folder, site_url, jobs=jobs, memo=memo, known=known)
    )

"""All rules over a built site."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING

from generator.checks.site.built import Built, read_site, read_text
from generator.checks.site.fault import Finding, SiteFault
from generator.checks.site.heads import bad_heads
from generator.checks.site.images import bad_images
from generator.checks.site.languages import bad_alternates
from generator.checks.site.links import broken_links
from generator.checks.site.listing import bad_listing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def check_site(root: Path, site_url: str, *, jobs: int = 1) -> list[SiteFault]:
    """Find what does not hold of a built site.

    Args:
        root: the folder of the site, all languages.
        site_url: the address that it will have, with the path below the host.
        jobs: how many processes read it; a small site is read by this one.

    Returns:
        All faults, by file, line and column; a fault of the site as a whole is at its folder, ``.``.
    """
    if not (root / "index.html").is_file():
        message = f"{root} is no built site: it has no index.html"
        return [SiteFault(".", 1, 1, message, "build it first, or name its folder")]
    built = read_site(root, site_url, jobs)
    findings = chain(
        built.unreadable,
        broken_links(built),
        bad_heads(built),
        bad_images(built),
        bad_alternates(built),
        bad_listing(built),
    )
    return _placed(built, findings)


def _placed(built: Built, findings: Iterable[Finding]) -> list[SiteFault]:
    """The findings with their lines, each once."""
    faults: list[SiteFault] = []
    for path, found in groupby(sorted(set(findings)), key=lambda finding: finding.path):
        try:
            text = read_text(built.root / path)
        except (OSError, UnicodeDecodeError):
            text = ""
        faults.extend(finding.placed(text) for finding in found)
    return faults

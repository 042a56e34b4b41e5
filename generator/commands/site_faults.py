"""Faults of a built site, in the form in which faults of content are printed."""

from __future__ import annotations

from generator.checks.site.fault import SiteFault
from generator.model.fault import Fault, Place

CODE = "site"
"""The rule's name: what must hold of a built site is one rule with many messages."""


def site_fault(fault: SiteFault, folder: str) -> Fault:
    """Return a fault of a built site as one of a file.

    Args:
        fault: What was found.
        folder: The site's folder as messages show it; empty where paths are those below the site.
    """
    path = f"{folder.rstrip('/')}/{fault.path}" if folder else fault.path
    return Fault(Place(path, fault.line, fault.column), fault.message, fault.remedy, CODE)

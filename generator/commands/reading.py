"""Content and settings read and checked, as every command that needs them does it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.checks.content import check_content
from generator.commands.project import Project
from generator.model.fault import Fault, Severity
from generator.model.site import Site
from generator.store.load import Loaded, load_content
from generator.store.site_file import load_site


@dataclass(frozen=True, slots=True)
class Read:
    """What was read.

    Attributes:
        loaded: The content.
        site: The settings; None where they cannot be used.
        faults: All faults of both, sorted.
    """

    loaded: Loaded
    site: Site | None
    faults: tuple[Fault, ...]

    @property
    def broken(self) -> bool:
        """Whether there is an error."""
        return any(fault.severity is Severity.ERROR for fault in self.faults)


def read_project(project: Project) -> Read:
    """Read and check a project's content and settings."""
    loaded = load_content(project.root, project.content)
    site, faults = load_site(project.root)
    every = {*loaded.faults, *faults, *check_content(loaded)}
    return Read(loaded, site, tuple(sorted(every)))

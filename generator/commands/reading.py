"""Content and settings read and checked, as every command that needs them does it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.checks.content import check_content
from generator.commands.project import Project
from generator.language.exceptions import load_exceptions
from generator.language.review_words import (
    NO_REVIEW_WORDS,
    REVIEW_FILE,
    ReviewWords,
    load_review_words,
)
from generator.language.words import load_words
from generator.language.yaml_text import LanguageFileError
from generator.memo.memo import Memo
from generator.model.fault import Fault, Place, Severity
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
        words: The review list; empty where it cannot be used.
    """

    loaded: Loaded
    site: Site | None
    faults: tuple[Fault, ...]
    words: ReviewWords

    @property
    def broken(self) -> bool:
        """Whether there is an error."""
        return any(fault.severity is Severity.ERROR for fault in self.faults)


def read_project(project: Project, memo: Memo | None = None) -> Read:
    """Read and check a project's content and settings.

    Args:
        project: Where they are.
        memo: What was read before; nothing if None.
    """
    loaded = load_content(project.root, project.content, memo)
    site, faults = load_site(project.root)
    every = {*loaded.faults, *faults}
    words = NO_REVIEW_WORDS
    try:
        words = load_review_words(project.config / REVIEW_FILE)
    except LanguageFileError as error:
        every.add(_fault(project.root, error))
    every.update(check_content(loaded, words, memo))
    return Read(loaded, site, tuple(sorted(every)), words)


def language_faults(project: Project) -> Iterator[Fault]:
    """Find files of words and of exceptions that cannot be used; a build reads them itself."""
    try:
        load_words(project.config / "words")
    except LanguageFileError as error:
        yield _fault(project.root, error)
    try:
        load_exceptions(project.config / "script_exceptions.yml")
    except LanguageFileError as error:
        yield _fault(project.root, error)


def _fault(root: Path, error: LanguageFileError) -> Fault:
    place = Place(error.path.relative_to(root).as_posix(), error.line)
    return Fault(place, error.reason, "", "language-file")

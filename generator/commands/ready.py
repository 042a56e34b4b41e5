"""What every step of a build needs: content and settings, read, checked, and seen in each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.commands.editions import make_editions
from generator.commands.project import Project
from generator.commands.reading import Read, read_project
from generator.commands.reporter import Reporter
from generator.commands.searching import finding, make_search, search_files, search_key
from generator.memo.memo import Memo
from generator.model.language import Language
from generator.model.site import Site
from generator.pages.edition import Edition
from generator.pages.remembered.edition import Remembering
from generator.render.placing import Given


@dataclass(frozen=True, slots=True)
class Ready:
    """A project that can be built.

    Attributes:
        project: Where it is.
        memo: What was worked out before.
        read: The content.
        site: The settings.
        remembering: The content, and what is known of it.
        editions: The languages that are built.
        search_key: A digest of what the search is made from; empty where none is wanted.
    """

    project: Project
    memo: Memo
    read: Read
    site: Site
    remembering: Remembering
    editions: tuple[Edition, ...]
    search_key: str

    def searched(self, store: Path, jobs: int, *, clean: bool, quick: bool) -> Mapping[str, Given]:
        """Make what readers search; return the files by path below the site.

        Args:
            store: Where it is kept.
            jobs: How much is done side by side.
            clean: Use nothing that was kept.
            quick: See `make_search`.
        """
        if not self.search_key:
            return {}
        find = finding(self.project, self.editions, self.remembering, self.memo)
        found = make_search(
            self.editions, self.search_key, store, clean=clean, quick=quick, jobs=jobs, find=find
        )
        files: dict[str, Given] = {}
        for edition, kept in zip(self.editions, found, strict=True):
            files |= search_files(edition, kept)
        return files


def ready_build(  # noqa: PLR0913 - where and what; and each of the others is how
    project: Project,
    memo: Memo,
    reporter: Reporter,
    *,
    languages: Sequence[Language] = (),
    site_url: str | None = None,
    strict: bool = False,
    search: bool = True,
) -> Ready | None:
    """Read a project and its settings; None where they do not allow a build, which was said.

    Args:
        project: Where it is.
        memo: What was worked out before.
        reporter: Is told what is wrong.
        languages: Only these; all of the site's if empty.
        site_url: Where it will be published, if not where the settings say.
        strict: Warnings count as errors.
        search: Whether readers can search the site.

    Raises:
        CommandError: Files of words or settings cannot be used, or a language is not one of the site's.
    """
    with reporter.working("reading"):
        key = search_key(project) if search else ""
        read = read_project(project, memo)
    reporter.warn(read.faults)
    if read.broken or read.site is None or (strict and read.faults):
        reporter.summary(read.faults)
        reporter.complain("nothing was built; the site is as it was")
        return None
    loaded = read.loaded
    remembering = Remembering(loaded.proceedings, loaded.digests, read.words, memo)
    editions = make_editions(
        project,
        read.site,
        loaded.proceedings,
        languages=tuple(languages),
        site_url=site_url,
        readable=remembering.held,
    )
    return Ready(project, memo, read, read.site, remembering, editions, key)

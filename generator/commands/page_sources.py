"""The pages' sources of a build: made again where something changed that they are made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from generator.commands.project import Project
from generator.commands.shares import Share
from generator.memo.digests import digest_of
from generator.memo.memo import Memo
from generator.memo.program import program_digest
from generator.model.language import Language
from generator.pages.all_pages import page_jobs
from generator.pages.edition import Edition
from generator.pages.remembered.edition import Remembering
from generator.pages.remembered.table import PageSource, PageTable
from generator.pages.templating import Templates
from generator.render.sources import SourceFolder
from generator.render.tree import Tree


@dataclass(frozen=True, slots=True)
class Sources:
    """What stands in the tree of a language.

    Attributes:
        pages: Its pages, in the order of their paths.
        digests: Of each file below `docs`, by its path with `/`.
    """

    pages: tuple[PageSource, ...]
    digests: Mapping[str, str]


def write_pages(  # noqa: PLR0913, PLR0917 - one call site; each is a thing of its own
    project: Project,
    editions: Sequence[Edition],
    trees: Mapping[Language, Tree],
    assets: Mapping[PurePosixPath, bytes],
    remembered: tuple[Remembering, Memo],
    cache: Path | None = None,
    share: Share | None = None,
) -> Mapping[Language, Sources]:
    """Bring the trees of all languages up to date with the content.

    Args:
        project: Where the templates and the settings are.
        editions: The languages; their content is that of the remembering.
        trees: Where each is written.
        assets: What stands beside the pages of each: path below `docs` and bytes.
        remembered: What is known of the content, and where more is kept.
        cache: Where compiled templates are kept; nowhere if None.
        share: Which pages are made; all if None.

    Raises:
        TemplateFaultError: A page template cannot be used.
    """
    remembering, memo = remembered
    templates = Templates(project.templates / "pages", cache)
    settings = settings_digest(project, editions)
    beside = {path: hashlib.sha256(data).hexdigest() for path, data in assets.items()}
    found = {}
    for edition in editions:
        traced = remembering.traced(edition, templates)
        table = PageTable(memo, edition.language, settings, traced.tracer)
        folder = SourceFolder(trees[edition.language])
        pages = []
        jobs = (job for job in page_jobs(traced.making) if share is None or share.makes(job.address))
        for page in table.pages(jobs, folder.stands):
            if page.text is not None:
                folder.write(PurePosixPath(page.path), page.digest, page.text)
            pages.append(replace(page, text=None))
        for path, digest in beside.items():
            if not folder.stands(str(path), digest):
                folder.write(path, digest, assets[path])
        digests = folder.finish()
        table.keep()
        found[edition.language] = Sources(tuple(sorted(pages, key=lambda page: page.path)), digests)
    return found


def settings_digest(project: Project, editions: Sequence[Edition]) -> str:
    """Return a digest of all that pages are made from besides the content."""
    parts = [program_digest(), editions[0].addresses.site_url, *(one.language for one in editions)]
    for folder in (project.config, project.templates / "pages"):
        for path in _files(folder):
            parts += [path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()]
    return digest_of(*parts)


def _files(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())

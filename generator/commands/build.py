"""`proceedings build`: content -> site, or the old site as it was."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from generator.addresses import HOME, Address, former_addresses, forum_image, person_image
from generator.checks.site.check import check_site
from generator.commands.editions import make_editions
from generator.commands.failure import CommandError, Exit
from generator.commands.project import Project
from generator.commands.reading import Read, read_project
from generator.commands.reporter import Reporter
from generator.model.identifiers import ForumId
from generator.model.language import Language
from generator.pages.all_pages import all_pages
from generator.pages.edition import Edition
from generator.pages.page import Page, SiteFile
from generator.pages.templating import TemplateFaultError, Templates
from generator.render.editions import render
from generator.render.engines import open_engine
from generator.render.errors import RenderError
from generator.render.languages import combine
from generator.render.publish import publishing
from generator.render.redirects import Moved, redirect
from generator.render.sitemap import Listed, sitemap
from generator.render.tree import Tree, write_config, write_files, write_tree
from generator.store.layout import FileKind

_THEME_LANGUAGES = {Language.HANS: "zh-Hans", Language.HANT: "zh-Hant", Language.EN: "en"}


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """How to build.

    Attributes:
        output: The folder of the site; `site` in the project if None.
        store: Where what was rendered is kept; `.proceedings` in the project if None.
        languages: Only these; all of the site's if empty.
        engine: `mkdocs`, `properdocs` or `zensical`.
        jobs: Languages that are rendered side by side.
        clean: Render everything anew.
        strict: Warnings count as errors.
        site_url: Where it will be published, if not where the settings say.
        check: Hold the built site against its rules before it is published.
    """

    output: Path | None = None
    store: Path | None = None
    languages: tuple[Language, ...] = ()
    engine: str = "mkdocs"
    jobs: int = 2
    clean: bool = False
    strict: bool = False
    site_url: str | None = None
    check: bool = True


def build(project: Project, options: BuildOptions, reporter: Reporter) -> Exit:
    """Build the site; the old one stays until the new one is whole and sound.

    Raises:
        CommandError: It could not be built; the message says why.
    """
    read = read_project(project)
    reporter.faults(read.faults)
    if read.broken or read.site is None or (options.strict and read.faults):
        reporter.summary(read.faults)
        reporter.complain("nothing was built; the site is as it was")
        return Exit.WRONG
    editions = make_editions(
        project, read.site, read.loaded.proceedings, languages=options.languages, site_url=options.site_url
    )
    output = options.output or project.root / "site"
    try:
        pages = _pages(project, editions)
        with contextlib.ExitStack() as stack:
            work = options.store or project.root / ".proceedings"
            if options.clean and options.store is None:
                work = Path(stack.enter_context(TemporaryDirectory(prefix="proceedings-")))
            trees = _render(project, editions, pages, options, work, reporter)
            with publishing(output) as folder:
                parts = [
                    (edition.addresses.prefix(edition.language).rstrip("/"), trees[edition.language].site)
                    for edition in editions
                ]
                combine(parts, folder, theme_files=_theme_files(project))
                write_files(folder, _site_files(editions, pages, read))
                if options.check and not options.languages:
                    _hold(folder, editions[0].addresses.site_url, reporter)
    except (RenderError, TemplateFaultError) as error:
        raise CommandError(str(error), Exit.WRONG) from error
    finally:
        reporter.finish()
    count = sum(len(found) for found in pages.values())
    reporter.say(f"{output}: {count} pages in {len(editions)} languages")
    return Exit.DONE


def _theme_files(project: Project) -> frozenset[PurePosixPath]:
    """Return the files of the theme that pages ask for: those of our own."""
    theme = project.templates / "theme"
    return frozenset(
        PurePosixPath(path.relative_to(theme).as_posix())
        for path in (theme / "assets").rglob("*")
        if path.is_file()
    )


def _pages(project: Project, editions: tuple[Edition, ...]) -> Mapping[Language, tuple[Page, ...]]:
    templates = Templates(project.templates / "pages")
    return {edition.language: all_pages(edition, templates) for edition in editions}


def _render(  # noqa: PLR0913, PLR0917 - one call site; each is a thing of its own
    project: Project,
    editions: tuple[Edition, ...],
    pages: Mapping[Language, tuple[Page, ...]],
    options: BuildOptions,
    work: Path,
    reporter: Reporter,
) -> Mapping[Language, Tree]:
    trees = {edition.language: Tree.of(work, edition.language) for edition in editions}
    for edition in editions:
        tree = trees[edition.language]
        write_tree(tree, pages[edition.language], {})
        write_config(tree, project.base, engine_settings(project, edition))
    with contextlib.closing(open_engine(options.engine, cache=work / "cache")) as engine:
        render(
            list(trees.values()),
            engine,
            inputs=(project.base, project.templates / "theme"),
            jobs=options.jobs,
            clean=options.clean,
            progress=reporter.progress,
        )
    return trees


def engine_settings(project: Project, edition: Edition) -> Mapping[str, object]:
    """Return what the engine's configuration of a language says besides the base configuration."""
    home = edition.addresses.absolute(edition.language, HOME)
    notfound = []
    for language in edition.addresses.languages:
        words = edition.vocabularies[language]
        notfound.append(
            {
                "lang": language.value,
                "title": words("notfound.title"),
                "text": words("notfound.text"),
                "home_href": edition.addresses.absolute(language, HOME),
                "label": words("nav.home"),
            }
        )
    return {
        "site_name": edition.say(edition.site.name).text,
        "site_url": home,
        "theme": {
            "name": "material",
            "custom_dir": str(project.templates / "theme"),
            "language": _THEME_LANGUAGES[edition.language],
        },
        "nav": [{edition.words("nav.home"): "index.md"}],
        "extra": {"notfound": notfound},
    }


def _site_files(
    editions: tuple[Edition, ...], pages: Mapping[Language, tuple[Page, ...]], read: Read
) -> Iterator[SiteFile]:
    """Yield what stands beside the pages: pictures, redirects, sitemap, robots."""
    addresses = editions[0].addresses
    listed = []
    for edition in editions:
        for page in pages[edition.language]:
            parent = page.path.parent.as_posix()
            address = Address("" if parent == "." else f"{parent}/")
            alternates = {one.value: addresses.absolute(one, address) for one in addresses.languages}
            alternates["x-default"] = addresses.absolute(addresses.languages[0], address)
            listed.append(Listed(addresses.absolute(edition.language, address), alternates))
    yield from sitemap(listed, addresses.site_url)
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {addresses.site_url}sitemap.xml\n"
    yield SiteFile(PurePosixPath("robots.txt"), robots.encode())
    yield SiteFile(PurePosixPath(".nojekyll"), b"")
    for file in read.loaded.files:
        if file.kind is FileKind.FORUM_IMAGE:
            yield SiteFile(PurePosixPath(forum_image(ForumId(file.forum), file.name)), file.path.read_bytes())
        elif file.kind is FileKind.PERSON_IMAGE:
            yield SiteFile(PurePosixPath(person_image(file.name)), file.path.read_bytes())
    for edition in editions:
        yield from _redirects(edition, pages[edition.language])


def _redirects(edition: Edition, pages: tuple[Page, ...]) -> Iterator[SiteFile]:
    titles = {page.path.parent.as_posix(): _title(page) for page in pages}
    prefix = PurePosixPath(edition.addresses.prefix(edition.language))
    for old, new in former_addresses(edition.held):
        title = titles.get(PurePosixPath(new).as_posix())
        if title is None:
            continue  # a break has no page, so none of its old addresses can have been a page's either
        moved = Moved(
            old=prefix / old,
            new=prefix / new,
            language=edition.language,
            title=title,
            text=edition.words("redirect.text"),
        )
        yield redirect(moved, edition.addresses.site_url)


def _title(page: Page) -> str:
    frame = page.meta["fp"]
    return str(frame["title"]) if isinstance(frame, Mapping) else ""


def _hold(folder: Path, site_url: str, reporter: Reporter) -> None:
    faults = check_site(folder, site_url)
    for fault in faults:
        reporter.complain(str(fault))
    if faults:
        count = len(faults)
        raise CommandError(f"the built site has {count} faults; it was not published", Exit.WRONG)

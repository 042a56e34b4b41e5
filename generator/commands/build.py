"""`proceedings build`: content -> site, or the old site as it was."""

from __future__ import annotations

import argparse
import contextlib
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.addresses import HOME, SOURCE
from generator.commands.arguments import add_content, language, positive, processors, project_of, web_address
from generator.commands.budget import size_words
from generator.commands.command import Command
from generator.commands.failure import CommandError, Exit
from generator.commands.finishing import Finish
from generator.commands.page_sources import Sources, write_pages
from generator.commands.parts import made_from, write_part
from generator.commands.places import opened_store, output_of, store_of
from generator.commands.project import Project
from generator.commands.ready import Ready, ready_build
from generator.commands.reporter import Reporter, count
from generator.commands.shares import Share, share
from generator.commands.site_files import root_files, site_files
from generator.commands.theme import theme_assets, theme_files
from generator.language.words import MissingWordError, WordValueError
from generator.memo.memo import Memo
from generator.model.language import Language
from generator.pages.edition import Edition
from generator.pages.policy import content_policy
from generator.pages.remembered.table import PageSource
from generator.pages.templating import TemplateFaultError
from generator.render.editions import render
from generator.render.engine import Engine
from generator.render.engines import ENGINE_NAMES, open_engine
from generator.render.errors import EngineError, PublishError, RenderError
from generator.render.languages import Part, layout
from generator.render.placing import Given, given
from generator.render.publish import hold_replaceable
from generator.render.tree import Tree, write_config

_ENGINE = "mkdocs"
_THEME_LANGUAGES = {Language.HANS: "zh-Hans", Language.HANT: "zh-Hant", Language.EN: "en"}


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """How to build.

    Attributes:
        output: The folder of the site; `site` in the project if None.
        store: Where what was rendered is kept; `.proceedings` in the project if None.
        languages: Only these; all of the site's if empty.
        engine: `mkdocs`, `properdocs` or `zensical`.
        jobs: How much is done side by side; None for as much as the machine can do.
        clean: Use nothing that was kept.
        strict: Warnings count as errors.
        site_url: Where it will be published, if not where the settings say.
        search: Whether readers can search the site.
        shard: Only a share of the pages, as a part that is joined with the others; the whole site if None.
        quick_search: What changed is found by an index of its own (see `make_search`).
    """

    output: Path | None = None
    store: Path | None = None
    languages: tuple[Language, ...] = ()
    engine: str = _ENGINE
    jobs: int | None = None
    clean: bool = False
    strict: bool = False
    site_url: str | None = None
    search: bool = True
    shard: Share | None = None
    quick_search: bool = False


def build(project: Project, options: BuildOptions, reporter: Reporter, engine: Engine | None = None) -> Exit:
    """Build the site; the old one stays until the new one is whole and sound.

    Args:
        project: What is built.
        options: How.
        reporter: Is told how far it is and what is wrong.
        engine: An engine that is open already and stays so; else the one of the options is opened.

    Raises:
        CommandError: It could not be built; the message says why.
    """
    output = output_of(project, options.output or _default_output(project, options.shard))
    store = store_of(project, options.store, output)
    try:
        return _build(project, options, reporter, engine, (output, store))
    except RenderError as error:
        raise CommandError(str(error), exit_of(error)) from error
    except (TemplateFaultError, MissingWordError, WordValueError) as error:
        raise CommandError(str(error), Exit.WRONG) from error
    finally:
        reporter.finish()


def _build(
    project: Project,
    options: BuildOptions,
    reporter: Reporter,
    engine: Engine | None,
    places: tuple[Path, Path],
) -> Exit:
    begun = time.monotonic()
    output, store = places
    hold_replaceable(output)  # publishing asks again; whoever gave a wrong folder need not wait for it
    with (
        opened_store(store),
        _opened(engine, options, store) as used,
        opened_memory(store, clean=options.clean) as memo,
    ):
        # While the content is read, a process of the engine imports what it needs.
        used.warm(Tree.of(store, Language.HANS).config)
        ready = ready_build(
            project,
            memo,
            reporter,
            languages=options.languages,
            site_url=options.site_url,
            strict=options.strict,
            search=options.search and options.shard is None,
        )
        if ready is None:
            return Exit.WRONG
        editions = ready.editions
        trees = {edition.language: Tree.of(store, edition.language) for edition in editions}
        with reporter.working("writing pages"):
            assets = theme_assets(project.templates)
            known = ready.remembering, memo
            cache = _cache(options, store)
            sources = write_pages(project, editions, trees, assets, known, cache, options.shard)
            memo.commit()
        parts = _render(project, editions, (trees, sources), options, used, reporter)
        shipped = theme_files(project.templates)
        root = given(root_files(editions, trees[editions[0].language].site, shipped))
        pages = {language: one.pages for language, one in sources.items()}
        if options.shard:
            files = layout((part.shipping(options.shard.ships) for part in parts), theme_files=shipped)
            if options.shard.number == 1:
                files |= root
            return _ship(ready, options.shard, pages, (files, used.identity), output, reporter)
        files = (
            layout(parts, theme_files=shipped) | given(site_files(editions, pages, ready.read, memo)) | root
        )
        with reporter.working("making the search"):
            jobs = options.jobs or processors()
            files |= ready.searched(store, jobs, clean=options.clean, quick=options.quick_search)
        finish = Finish(output, store, memo, reporter, options.jobs, begun)
        budget = finish.publish(files, editions[0].addresses.site_url, ready.site.limits)
    finish.tell(sum(map(len, pages.values())), len(editions), budget, ready.site.limits)
    return Exit.DONE


def _ship(
    ready: Ready,
    share: Share,
    pages: Mapping[Language, tuple[PageSource, ...]],
    made: tuple[Mapping[str, Given], str],
    output: Path,
    reporter: Reporter,
) -> Exit:
    """Write a part of a site, to be joined with the others."""
    files, engine = made
    own = {
        language: tuple(page for page in found if share.holds(page.path.removesuffix(SOURCE)))
        for language, found in pages.items()
    }
    write_part(output, share, made_from(ready.project, ready.editions, engine), own, files)
    number = sum(map(len, own.values()))
    size = size_words(sum(file.size for file in files.values()))
    reporter.say(f"{output}: part {share} of the site, {count(number, 'page')}, {size}")
    return Exit.DONE


@contextlib.contextmanager
def opened_memory(store: Path, *, clean: bool) -> Iterator[Memo]:
    """Open what is remembered; a clean build begins with nothing, and keeps what it works out."""
    if clean:
        Memo.forget(store)
    with Memo.open(store) as memo:
        yield memo


def _default_output(project: Project, shard: Share | None) -> Path | None:
    """Return where a part is written that has no output of its own."""
    return project.root / "parts" / f"{shard.number}-of-{shard.of}" if shard else None


def exit_of(error: RenderError) -> Exit:
    """Return whose fault it is: the content's and site's, the caller's, or the machine's."""
    if isinstance(error, EngineError):
        # An engine that found faults ran; else it is not installed, could not be started or was killed.
        return Exit.WRONG if error.faults else Exit.MACHINE
    if isinstance(error, PublishError):
        return Exit.MACHINE if isinstance(error.__cause__, OSError) else Exit.CALL
    return Exit.WRONG


def _render(
    project: Project,
    editions: tuple[Edition, ...],
    written: tuple[Mapping[Language, Tree], Mapping[Language, Sources]],
    options: BuildOptions,
    engine: Engine,
    reporter: Reporter,
) -> tuple[Part, ...]:
    trees, sources = written
    for edition in editions:
        write_config(trees[edition.language], project.base, engine_settings(project, edition))
    outcomes = render(
        list(trees.values()),
        engine,
        inputs=(project.base, project.templates / "theme"),
        sources=[sources[language].digests for language in trees],
        jobs=options.jobs or processors(),
        clean=options.clean,
        progress=reporter.progress,
    )
    return tuple(
        Part(edition.addresses.prefix(edition.language), trees[edition.language].site, outcome.outputs)
        for edition, outcome in zip(editions, outcomes, strict=True)
    )


def _cache(options: BuildOptions, store: Path) -> Path | None:
    """Return where compiled templates are kept; a clean build trusts none of them."""
    return None if options.clean else store / "cache"


@contextlib.contextmanager
def _opened(engine: Engine | None, options: BuildOptions, store: Path) -> Iterator[Engine]:
    if engine is not None:
        yield engine
        return
    with contextlib.closing(open_engine(options.engine, cache=_cache(options, store))) as opened:
        yield opened


def engine_settings(project: Project, edition: Edition) -> Mapping[str, object]:
    """Return what the engine's configuration of a language says besides the base configuration."""
    home = edition.addresses.absolute(edition.language, HOME)
    notfound = []
    for one in edition.addresses.languages:
        words = edition.vocabularies[one]
        notfound.append(
            {
                "lang": one.value,
                "title": words("notfound.title"),
                "text": words("notfound.text"),
                "home_href": edition.addresses.absolute(one, HOME),
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
        "extra": {"notfound": notfound, "policy": content_policy()},
    }


def add_build_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of a build; `serve` has them too."""
    add_site_arguments(parser)
    parser.add_argument(
        "--engine", choices=ENGINE_NAMES, default=_ENGINE, help="what renders the pages (default: mkdocs)"
    )


def add_site_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of whatever makes a site."""
    add_content(parser)
    parser.add_argument(
        "--output",
        type=Path,
        metavar="DIR",
        help="the folder of the site, replaced as a whole at the end; without it, site/ in the project",
    )
    parser.add_argument(
        "--store",
        type=Path,
        metavar="DIR",
        help="where what was rendered is kept for the next build; without it, .proceedings/ in the project",
    )
    parser.add_argument(
        "--language",
        type=language,
        action="append",
        default=[],
        metavar="TAG",
        help=(
            "build this language only (zh-Hans, zh-Hant or en); may be given again. Addresses stay those of "
            "the whole site, and only these languages are linked; where the language of the root is left "
            "out, the root leads to the first that is built"
        ),
    )
    parser.add_argument(
        "--jobs",
        type=positive,
        metavar="N",
        help="how much is done side by side; without it, one for each processor",
    )
    parser.add_argument(
        "--clean", action="store_true", help="render everything anew, whatever the store holds"
    )
    parser.add_argument("--strict", action="store_true", help="do not build where there is a warning")
    parser.add_argument(
        "--site-url",
        type=web_address,
        metavar="URL",
        help="where the site will be published; without it, the url of site_config/site.yml",
    )
    parser.add_argument(
        "--no-search",
        action="store_true",
        help="leave out the index that readers search; the page of the search then leads to the lists alone",
    )


def _configure(parser: argparse.ArgumentParser) -> None:
    add_build_arguments(parser)
    parser.add_argument(
        "--shard",
        type=share,
        metavar="N/OF",
        help=(
            "make a share of the pages only, such as 2/5, the second of five: a part of the site, which "
            "`assemble` joins with the others. Without --output, it is written to parts/2-of-5/"
        ),
    )


def build_options(arguments: argparse.Namespace) -> BuildOptions:
    """Return the options of a call."""
    return BuildOptions(
        output=arguments.output,
        store=arguments.store,
        languages=tuple(arguments.language),
        engine=getattr(arguments, "engine", _ENGINE),
        jobs=arguments.jobs,
        clean=arguments.clean,
        strict=arguments.strict,
        site_url=arguments.site_url,
        search=not arguments.no_search,
        shard=getattr(arguments, "shard", None),
    )


def _run(arguments: argparse.Namespace, reporter: Reporter) -> Exit:
    return build(project_of(arguments), build_options(arguments), reporter)


BUILD = Command(
    name="build",
    summary="make the site from the content",
    description=(
        "Make the site from the content.\n\n"
        "Content and settings are checked first. The site is built aside, checked, and put in the place of "
        "the old one at the end: if anything is wrong, or the build is killed, the old site stays whole. "
        "What did not change is not rendered again."
    ),
    configure=_configure,
    run=_run,
)

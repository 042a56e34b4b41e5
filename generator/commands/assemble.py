"""`proceedings assemble`: parts of a site, made on several machines -> the site."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from generator.commands.arguments import processors, project_of
from generator.commands.build import BuildOptions, add_site_arguments, build_options, exit_of, opened_memory
from generator.commands.command import Command
from generator.commands.failure import CommandError, Exit
from generator.commands.finishing import Finish
from generator.commands.parts import (
    files_of_parts,
    hold_together,
    made_from,
    pages_of_parts,
    read_part,
)
from generator.commands.places import opened_store, output_of, store_of
from generator.commands.project import Project
from generator.commands.ready import ready_build
from generator.commands.reporter import Reporter
from generator.commands.site_files import site_files
from generator.language.words import MissingWordError, WordValueError
from generator.render.errors import RenderError
from generator.render.placing import given
from generator.render.publish import hold_replaceable


def assemble(project: Project, folders: Sequence[Path], options: BuildOptions, reporter: Reporter) -> Exit:
    """Join parts to one site; the old one stays until the new one is whole and sound.

    What is one for all pages (sitemap, pictures, pages at old addresses, search) is made here, from the same
    content.

    Args:
        project: What the parts were built from.
        folders: The parts.
        options: Where it is published, and how; as the parts were built.
        reporter: Is told how far it is and what is wrong.

    Raises:
        CommandError: They are not the parts of one site; or it could not be published.
    """
    output = output_of(project, options.output)
    store = store_of(project, options.store, output)
    try:
        return _assemble(project, folders, options, reporter, (output, store))
    except RenderError as error:
        raise CommandError(str(error), exit_of(error)) from error
    except (MissingWordError, WordValueError) as error:
        raise CommandError(str(error), Exit.WRONG) from error
    finally:
        reporter.finish()


def _assemble(
    project: Project,
    folders: Sequence[Path],
    options: BuildOptions,
    reporter: Reporter,
    places: tuple[Path, Path],
) -> Exit:
    begun = time.monotonic()
    output, store = places
    hold_replaceable(output)
    parts = [read_part(folder) for folder in folders]
    with opened_store(store), opened_memory(store, clean=options.clean) as memo:
        ready = ready_build(
            project,
            memo,
            reporter,
            languages=options.languages,
            site_url=options.site_url,
            strict=options.strict,
            search=options.search,
        )
        if ready is None:
            return Exit.WRONG
        editions = ready.editions
        wanted = dict(made_from(project, editions, ""))
        del wanted["engine"]  # none is needed here
        hold_together(parts, wanted)
        pages = pages_of_parts(parts, [edition.language for edition in editions])
        files = given(site_files(editions, pages, ready.read, memo)) | files_of_parts(parts)
        with reporter.working("making the search"):
            files |= ready.searched(store, options.jobs or processors(), clean=options.clean, quick=False)
        finish = Finish(output, store, memo, reporter, options.jobs, begun)
        # Copied: the parts belong to who gave them.
        budget = finish.publish(files, editions[0].addresses.site_url, ready.site.limits, link=False)
    finish.tell(sum(map(len, pages.values())), len(editions), budget, ready.site.limits)
    return Exit.DONE


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "parts", type=Path, nargs="+", metavar="DIR", help="the folder of a part; all are given, in any order"
    )
    add_site_arguments(parser)


def _run(arguments: argparse.Namespace, reporter: Reporter) -> Exit:
    return assemble(project_of(arguments), arguments.parts, build_options(arguments), reporter)


ASSEMBLE = Command(
    name="assemble",
    summary="join parts that several machines made to one site",
    description=(
        "Join the parts that `build --shard` wrote, on this machine or others, to one site.\n\n"
        "It is the same, byte for byte, as a build on one machine. All parts are needed, each once, built "
        "from the content, settings and program that are here. The site is checked and published whole."
    ),
    configure=_configure,
    run=_run,
)

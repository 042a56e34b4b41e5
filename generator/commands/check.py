"""`proceedings check`: everything that must hold of the content, or of a built site."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.commands.arguments import add_content, processors, project_of, web_address
from generator.commands.command import Command
from generator.commands.failure import CommandError, Exit
from generator.commands.holding import Chosen, hold
from generator.commands.project import Project
from generator.commands.reading import language_faults, read_project
from generator.commands.recordings import find_recordings
from generator.commands.reporter import FORMATS, Format, Reporter
from generator.commands.site_faults import site_faults
from generator.model.fault import Fault, Severity
from generator.store.site_file import load_site


def check(project: Project, reporter: Reporter, *, style: Format = "text", strict: bool = False) -> Exit:
    """Check content and settings, and records against the recordings that are at hand; print every fault."""
    with reporter.working("reading"):
        read = read_project(project)
        found = find_recordings(project, read.loaded.proceedings)
        held = hold(project, read, found, Chosen(translations=False)) if found else ()
        unlike = {one.fault for one in held if not one.explained}
    reporter.finish()
    faults = tuple(sorted({*read.faults, *language_faults(project), *unlike}))
    return _told(faults, reporter, style, strict=strict)


def check_built(
    project: Project, site: Path, reporter: Reporter, *, style: Format = "text", site_url: str | None = None
) -> Exit:
    """Check a built site, and print every fault.

    Args:
        project: Says the site's address where none is given.
        site: The site's folder.
        reporter: Prints.
        style: How faults are printed.
        site_url: The address it is published at, if not where the settings say.

    Raises:
        CommandError: There is no such folder, or no address.
    """
    if not site.is_dir():
        raise CommandError(f"--site {site}: there is no such folder", Exit.CALL)
    if site_url is None:
        settings, faults = load_site(project.root)
        if settings is None:
            reporter.warn(faults)
            message = (
                "where the site is published is not known: mend site_config/site.yml, or give --site-url"
            )
            raise CommandError(message, Exit.WRONG)
        site_url = settings.url
    with reporter.working("reading"):
        found = site_faults(site, site_url, site.as_posix(), jobs=processors())
    reporter.finish()
    return _told(found, reporter, style, strict=True)


def _told(faults: tuple[Fault, ...], reporter: Reporter, style: Format, *, strict: bool) -> Exit:
    reporter.faults(faults, style)
    reporter.summary(faults)
    wrong = any(strict or fault.severity is Severity.ERROR for fault in faults)
    return Exit.WRONG if wrong else Exit.DONE


def _configure(parser: argparse.ArgumentParser) -> None:
    add_content(parser)
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help=(
            "text: one fault a line, file:line:column first; json: a list, for programs; github: annotations "
            "that GitHub shows beside the lines of a change (default: text)"
        ),
    )
    parser.add_argument("--strict", action="store_true", help="end with 1 where there is a warning, too")
    parser.add_argument(
        "--site", type=Path, metavar="DIR", help="check a built site in this folder, and not the content"
    )
    parser.add_argument(
        "--site-url",
        type=web_address,
        metavar="URL",
        help="with --site: where it will be published; without it, the url of site_config/site.yml",
    )


def _run(arguments: argparse.Namespace, reporter: Reporter) -> Exit:
    project = project_of(arguments)
    if arguments.site is not None:
        return check_built(
            project, arguments.site, reporter, style=arguments.format, site_url=arguments.site_url
        )
    if arguments.site_url is not None:
        raise CommandError("--site-url belongs to --site: give the folder of the built site too", Exit.CALL)
    return check(project, reporter, style=arguments.format, strict=arguments.strict)


CHECK = Command(
    name="check",
    summary="say what is wrong with the content, or with a built site",
    description=(
        "Say what is wrong with the content and the settings: every fault with its file, line and column, "
        "and what to do about it. With --site, say what is wrong with a built site: links that lead nowhere, "
        "doubled ids, pages that lack what search engines and screen readers need."
    ),
    configure=_configure,
    run=_run,
)

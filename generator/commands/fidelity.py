"""`proceedings fidelity`: records held against recordings, and translations against their sources."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from generator.commands.arguments import add_content, project_of
from generator.commands.command import Command
from generator.commands.failure import CommandError, Exit
from generator.commands.holding import Chosen, HeldFinding, hold
from generator.commands.project import Project
from generator.commands.reading import Read, read_project
from generator.commands.recordings import FOLDER, find_recordings
from generator.commands.reporter import FORMATS, Format, Reporter, count
from generator.intake.recording_error import RecordingError
from generator.model.identifiers import ForumId
from generator.store.scalars import nearest


def fidelity(
    project: Project,
    reporter: Reporter,
    *,
    paths: Sequence[Path] = (),
    forum: str | None = None,
    style: Format = "text",
) -> Exit:
    """Print everything that does not agree and that nobody has explained.

    Args:
        project: Whose records.
        reporter: Prints.
        paths: Recordings, besides those of the recordings folder.
        forum: The records of this forum only.
        style: How faults are printed.

    Returns:
        WRONG where there is something to look at.

    Raises:
        CommandError: There is no such forum, or a file is no recording of it.
    """
    with reporter.working("reading"):
        read = read_project(project)
        chosen = check_forum(read, forum)
        try:
            found = find_recordings(project, read.loaded.proceedings, paths, chosen)
        except RecordingError as error:
            raise CommandError(str(error), Exit.WRONG) from None
    with reporter.working("comparing"):
        held = list(hold(project, read, found, Chosen(forum=chosen)))
    reporter.finish()
    faults = tuple(sorted({one.fault for one in held if not one.explained}))
    reporter.faults(faults, style)
    _tell(read, reporter, held, {*found}, chosen)
    return Exit.WRONG if faults or read.broken else Exit.DONE


def check_forum(read: Read, forum: str | None) -> ForumId | None:
    """Return the forum that a call names.

    Raises:
        CommandError: There is none of this name.
    """
    if forum is None:
        return None
    forums: list[str] = sorted(read.loaded.proceedings.forums)
    if forum not in forums:
        remedy = nearest(forum, forums) or f"forums: {', '.join(forums)}"
        raise CommandError(f"there is no forum '{forum}'; {remedy}", Exit.CALL)
    return ForumId(forum)


def _tell(
    read: Read, reporter: Reporter, held: Sequence[HeldFinding], at_hand: set[ForumId], forum: ForumId | None
) -> None:
    for one in read.loaded.proceedings.forums.values():
        if forum in {None, one.id} and one.id not in at_hand and any(r.sha256 for r in one.recordings):
            reporter.say(f"{one.id}: no recording is at hand ({FOLDER}/), only translations were compared")
    if read.broken:
        reporter.complain("records with errors were passed over; see: proceedings check")
    explained = sum(1 for one in held if one.explained)
    found = count(len({one.fault for one in held if not one.explained}), "finding")
    reporter.say(f"{found}, and {explained} explained")


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "recordings",
        nargs="*",
        type=Path,
        metavar="RECORDING",
        help=f"transcripts that forums name by their digest, besides those in {FOLDER}/ of the project",
    )
    parser.add_argument("--forum", metavar="FORUM", help="the records of this forum only")
    parser.add_argument("--format", choices=FORMATS, default="text", help="as for check (default: text)")
    add_content(parser)


def _run(arguments: argparse.Namespace, reporter: Reporter) -> Exit:
    return fidelity(
        project_of(arguments),
        reporter,
        paths=arguments.recordings,
        forum=arguments.forum,
        style=arguments.format,
    )


FIDELITY = Command(
    name="fidelity",
    summary="hold records against recordings, and translations against their sources",
    description=(
        "Hold each paragraph of a record against the part of the recording that it stands on, and each "
        "paragraph of a translation against its source: numbers, names, denials, and words that make a "
        "statement stronger or weaker. What does not agree is printed with its place in the record and in "
        "the recording. It says where to look, not what is right; what is right as it stands, `accept` "
        "explains."
    ),
    configure=_configure,
    run=_run,
)

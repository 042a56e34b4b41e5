"""`proceedings intake`: a recording's transcript and a programme become draft records."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.commands.appending import CannotAppendError
from generator.commands.arguments import add_content, project_of
from generator.commands.command import Command
from generator.commands.failure import CommandError, Exit
from generator.commands.intake_files import GivenFile, read_given
from generator.commands.intake_models import open_models
from generator.commands.intake_programme import tell_programme
from generator.commands.intake_telling import tell_intake, tell_plans
from generator.commands.intake_writing import NOTES, Outcome, Plan, plan_drafts, write_drafts
from generator.commands.project import Project
from generator.commands.reading import Read, read_project
from generator.commands.reporter import Reporter
from generator.commands.writing import replace
from generator.intake.belonging import Voices
from generator.intake.division import Division
from generator.intake.models.model_error import ModelError
from generator.intake.pipeline import Intake, Telling, take_in
from generator.intake.reading import read_recording
from generator.intake.recording_error import RecordingError
from generator.intake.report import is_report, make_report, report_text
from generator.intake.settings import load_settings
from generator.intake.step import Known
from generator.language.yaml_text import LanguageFileError
from generator.model.fault import Severity
from generator.model.forum import Forum
from generator.model.identifiers import HOST
from generator.model.session import RecordState
from generator.store.scalars import nearest
from generator.store.source_text import read_source

_PENDING_RULES: Final = {"no-record", "no-host-record", "no-host-chapter"}
"""Rules of a programme that a record is yet to satisfy: intake writes it."""

_WITHOUT: Final = {RecordState.NONE, RecordState.WITHHELD, RecordState.HOST}
"""What the editor has decided against a record of its own."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for.

    Attributes:
        recordings: The files, in the order in which they were recorded.
        forum: The forum's id.
        report: Where the report is written, or None.
        dry_run: Write no record.
        force: Write over what a person has changed, too.
        punctuate_with: The folder of a model that sets punctuation, or None.
        edit_with_model: Have paragraphs edited by the model that the environment names.
    """

    recordings: tuple[Path, ...]
    forum: str
    report: Path | None = None
    dry_run: bool = False
    force: bool = False
    punctuate_with: Path | None = None
    edit_with_model: bool = False


def intake(project: Project, reporter: Reporter, wanted: Wanted) -> Exit:
    """Take recordings of a forum in.

    Raises:
        CommandError: The forum or a recording cannot be read, the recording is another's, or a model cannot
            help. Nothing was written.
    """
    models = open_models(project, reporter, wanted.punctuate_with, editing=wanted.edit_with_model)
    with reporter.working("reading"):
        read = read_project(project)
    forum = _forum(read, wanted.forum, reporter)
    try:
        files = read_given(wanted.recordings, forum, read.loaded.proceedings)
        _check_report(wanted)
        with reporter.working("reading the recording"):
            heard = read_recording([(file.recording, file.name, file.data) for file in files])
        settings = load_settings(project.config / "intake")
    except (RecordingError, LanguageFileError) as error:
        raise CommandError(str(error), Exit.WRONG) from None
    known = Known(read.loaded.proceedings, forum, heard, settings)
    _check_belonging(known, files)
    try:
        taken = take_in(known, _progress(reporter), models.steps)
    except ModelError as error:
        raise CommandError(f"{error}; nothing was written", Exit.MACHINE) from None
    except LanguageFileError as error:  # A list that a step needs is not there.
        raise CommandError(f"{error}; nothing was written", Exit.WRONG) from None
    finally:
        reporter.finish()
    models.tell(reporter)
    return _keep(project, reporter, wanted, files, known, taken)


def _keep(
    project: Project,
    reporter: Reporter,
    wanted: Wanted,
    files: Sequence[GivenFile],
    known: Known,
    taken: Intake,
) -> Exit:
    """Write report, drafts and programme, and say what was done."""
    forum = known.forum
    folder = project.content / "forums" / forum.id
    report = make_report(known, taken.done, taken.division)
    drafts = {file.path[-1]: file.text for file in taken.drafts if _has_record(forum, file.path[-1])}
    plans = plan_drafts(folder / "records", drafts, force=wanted.force)
    begun = _begun(plans, drafts, known, taken.division)
    programme = folder / "forum.yml"
    old, _ = read_source(programme, str(programme))
    first = not (folder / "records" / NOTES).is_file()
    try:
        new = tell_programme(old, known, taken.division, files, begun=begun, first=first)
    except CannotAppendError as error:
        raise CommandError(f"{programme}: {error}; nothing was written", Exit.WRONG) from None
    if wanted.report:
        _write_report(wanted.report, report_text(report))
    tell_intake(reporter, report, plans, sum(text.count("<!-- review:") for text in drafts.values()))
    if not wanted.dry_run:
        if new != old:
            replace(programme, old, new)
        write_drafts(folder / "records", plans)
    shown = f"{project.content.name}/forums/{forum.id}"
    tell_plans(reporter, f"{shown}/records", plans, dry_run=wanted.dry_run)
    if new != old:
        reporter.say(f"{shown}/forum.yml: {'would be' if wanted.dry_run else 'was'} completed")
    if begun and not forum.publish_unchecked:
        reporter.say(f"{shown}/forum.yml: has no publish_unchecked: true; drafts are not shown until checked")
    if not wanted.dry_run:
        _tell_faults(project, reporter, shown)
    return Exit.CALL if any(plan.outcome is Outcome.LEFT for plan in plans) else Exit.DONE


def _begun(
    plans: Sequence[Plan], drafts: Mapping[str, str], known: Known, division: Division
) -> frozenset[str]:
    """Return the sessions whose record is new, and those that have a chapter in a new record of the host."""
    begun = frozenset(plan.session for plan in plans if plan.outcome is Outcome.WRITTEN and plan.begins)
    if HOST not in begun:
        return begun
    words = drafts[f"{HOST}.{known.forum.language}.md"]
    heard = {one.id for one in division.sessions}
    return begun | {one.id for one in known.forum.sessions if f"](session:{one.id})" in words} - heard


def _forum(read: Read, name: str, reporter: Reporter) -> Forum:
    """Return the forum; its file must be without an error, since sessions could be missing from it."""
    held = read.loaded.proceedings
    path = read.loaded.forum_file(name)
    wrong = [
        fault
        for fault in read.faults
        if fault.place.path == path and fault.severity is Severity.ERROR and fault.code not in _PENDING_RULES
    ]
    if wrong:
        reporter.warn(wrong)
        raise CommandError(f"{name}: put its programme right first; nothing was written", Exit.WRONG)
    for forum in held.forums.values():
        if forum.id == name:
            return forum
    forums: list[str] = sorted(held.forums)
    remedy = nearest(name, forums) or (
        f"forums: {', '.join(forums)}" if forums else "begin with: proceedings new forum"
    )
    raise CommandError(f"there is no forum '{name}'; {remedy}", Exit.CALL)


def _check_report(wanted: Wanted) -> None:
    if wanted.report is None:
        return
    if any(wanted.report.resolve() == path.resolve() for path in wanted.recordings):
        raise CommandError(f"--report {wanted.report}: is the recording itself", Exit.CALL)
    if wanted.report.is_dir() or not wanted.report.absolute().parent.is_dir():
        raise CommandError(f"--report {wanted.report}: there is no such folder, or it is one", Exit.CALL)
    if wanted.report.exists() and not (wanted.report.is_file() and is_report(wanted.report.read_bytes())):
        message = f"--report {wanted.report}: is there already, and is no report; name another file"
        raise CommandError(message, Exit.CALL)


def _check_belonging(known: Known, files: Sequence[GivenFile]) -> None:
    """Refuse a recording that names hardly anybody of the programme, unless the forum names its digest."""
    if all(file.certain for file in files):
        return
    voices = Voices(known.heard)
    found = voices.belonging(known.forum, known.held)
    if not found.doubtful:
        return
    others = {other.id: voices.belonging(other, known.held) for other in known.held.forums.values()}
    likely = [
        name for name, one in others.items() if one.named and not one.doubtful and name != known.forum.id
    ]
    hint = f"; it may be of {', '.join(likely)}" if likely else ""
    file = next(file for file in files if not file.certain)
    raise CommandError(
        f"{file.name}: of the {found.sessions} sessions of {known.forum.id} with people, the recording names "
        f"somebody of {found.named}{hint}; nothing was written. If it is this forum's all the same, name it "
        f"in `recordings:` of its forum.yml: - {{id: {file.recording}, sha256: {file.digest}}}",
        Exit.WRONG,
    )


def _has_record(forum: Forum, name: str) -> bool:
    session = next((one for one in forum.sessions if one.id == name.partition(".")[0]), None)
    return session is None or session.record not in _WITHOUT


def _progress(reporter: Reporter) -> Telling:
    def tell(_: str, done: int, total: int) -> None:
        if reporter.err.is_terminal:
            reporter.progress("taking in", done, total)

    return tell


def _write_report(path: Path, text: str) -> None:
    """Write a report, whole or not at all; one that is there is an earlier one."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        aside.write_text(text, encoding="utf-8", newline="")
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _tell_faults(project: Project, reporter: Reporter, shown: str) -> None:
    """Say at once what `check` will say of the forum's drafts."""
    faults = [fault for fault in read_project(project).faults if fault.place.path.startswith(f"{shown}/")]
    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    reporter.warn(errors)
    if faults:
        reporter.say("see proceedings check for what is to be looked at")


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "recordings",
        nargs="+",
        type=Path,
        metavar="RECORDING",
        help="transcripts as a recogniser left them, in the order in which they were recorded",
    )
    parser.add_argument("--forum", required=True, metavar="FORUM", help="the forum that was recorded")
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="write what was done to each character here, as JSON"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be written, and write no record"
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help="write drafts over what a person has changed, too; a copy of that is kept beside them",
    )
    parser.add_argument(
        "--punctuate-with",
        type=Path,
        metavar="DIR",
        help="let the CT-Transformer model in this folder set punctuation (needs the extra models)",
    )
    parser.add_argument(
        "--edit-with-model",
        action="store_true",
        help="send each paragraph to the model that PROCEEDINGS_MODEL_URL names, to be edited lightly",
    )
    add_content(parser)


def _run(arguments: argparse.Namespace, reporter: Reporter) -> Exit:
    wanted = Wanted(
        tuple(arguments.recordings),
        arguments.forum,
        report=arguments.report,
        dry_run=arguments.dry_run,
        force=arguments.force,
        punctuate_with=arguments.punctuate_with,
        edit_with_model=arguments.edit_with_model,
    )
    return intake(project_of(arguments), reporter, wanted)


INTAKE = Command(
    name="intake",
    summary="make draft records of a recording and its programme",
    description=(
        "Make draft records of what a speech recogniser left of a forum: what nobody said and what was heard "
        "twice is left out, sessions are found by the programme and by what the host says, names and numbers "
        "are put right, and paragraphs get marks, times and sources. What is uncertain stands in the drafts "
        "as a review mark, and every character is accounted for in the report.\n\n"
        "Reads plain text, SRT, WebVTT, the JSON of Whisper programs, text with times and speakers as "
        "meeting tools export it, and Markdown, in UTF-8, UTF-16 or GB18030. A second run changes nothing. "
        "What a person has changed is never overwritten, unless --force says so."
    ),
    configure=_configure,
    run=_run,
)

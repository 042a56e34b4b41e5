"""`proceedings accept`: an editor has looked at a finding of `fidelity`, and says why the record is right."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.commands.arguments import add_content, add_marks, language, project_of
from generator.commands.command import Command
from generator.commands.failure import CommandError, Exit
from generator.commands.holding import Chosen, HeldFinding, hold
from generator.commands.named_session import SessionKey, check_marks, named_session, record_files
from generator.commands.project import Project
from generator.commands.reading import Read, read_project
from generator.commands.recordings import FOLDER, find_recordings
from generator.commands.reporter import Reporter, count
from generator.commands.writing import create, replace
from generator.intake.recording_error import RecordingError
from generator.model.fidelity import Accepted, FindingKind
from generator.model.identifiers import ForumId, Mark, SessionId
from generator.model.language import Language
from generator.store.layout import FileKind
from generator.store.records.accepted import AcceptedTextError, with_accepted
from generator.store.source_text import read_source

_HEAD = """\
# Findings that were looked at, and why the record is right all the same. Written by: proceedings accept
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which findings are explained.

    Attributes:
        session: `forum/session` or `forum/host`.
        marks: These paragraphs.
        because: Why the record is right.
        tongue: The record in this language only.
        kind: Findings of this kind only.
        words: Findings about these words only.
    """

    session: str
    marks: Sequence[Mark]
    because: str
    tongue: Language | None = None
    kind: FindingKind | None = None
    words: str | None = None


def accept(
    project: Project, reporter: Reporter, wanted: Wanted, *, paths: Sequence[Path] = (), dry_run: bool = False
) -> Exit:
    """Write down why findings are none.

    Args:
        project: Whose records.
        reporter: Says what was explained.
        wanted: Which findings, and why.
        paths: Recordings, besides those of the recordings folder.
        dry_run: Write nothing; print what would be explained.

    Returns:
        WRONG where there is no such finding, or the file cannot be written.

    Raises:
        CommandError: The call names something that is not there, gives no reason, or a file was
            changed meanwhile.
    """
    because = " ".join(wanted.because.split())
    if not because:
        raise CommandError("say why the record is right: --because TEXT", Exit.CALL)
    read = read_project(project)
    key = named_session(read, wanted.session, wanted.tongue)
    records = [record for one, record in read.loaded.proceedings.records.items() if one[:2] == key]
    check_marks(wanted.session, records, wanted.marks)
    try:
        found = find_recordings(project, read.loaded.proceedings, paths, ForumId(key[0]))
    except RecordingError as error:
        raise CommandError(str(error), Exit.WRONG) from None
    chosen = Chosen(forum=ForumId(key[0]), session=SessionId(key[1]))
    findings = [
        one for one in hold(project, read, found, chosen) if not one.explained and _is_meant(one, wanted)
    ]
    if not findings:
        reporter.complain("there is no such finding that is not explained already; see: proceedings fidelity")
        return Exit.WRONG
    return _write(read, key, findings, because, reporter, dry_run=dry_run)


def _is_meant(one: HeldFinding, wanted: Wanted) -> bool:
    return (
        bool({*wanted.marks} & {*one.finding.block.marks})
        and wanted.tongue in {None, one.record.language}
        and wanted.kind in {None, one.finding.kind}
        and wanted.words in {None, one.finding.words}
    )


def _write(
    read: Read,
    key: SessionKey,
    findings: Sequence[HeldFinding],
    because: str,
    reporter: Reporter,
    *,
    dry_run: bool,
) -> Exit:
    file = next(iter(record_files(read, key).values()))
    place = file.path.with_name(f"{file.name}.accepted.yml")
    shown = f"{file.shown.rpartition('/')[0]}/{place.name}"
    there = any(one.kind is FileKind.ACCEPTED and one.path == place for one in read.loaded.files)
    old = read_source(place, shown)[0] if there else ""
    new = old
    order = [mark for block in findings[0].record.blocks for mark in block.marks]
    for mark in dict.fromkeys(one.finding.mark for one in findings):
        entries = [
            Accepted(
                language=one.record.language,
                kind=one.finding.kind,
                words=one.finding.words,
                digest=one.digest,
                because=because,
            )
            for one in findings
            if one.finding.mark == mark
        ]
        try:
            new = with_accepted(new, mark, [*dict.fromkeys(entries)], order, _HEAD)
        except AcceptedTextError as error:
            message = "a mark stands on a line of its own, and each entry below it; put this right first"
            reporter.complain(f"{shown}:{error.line}: {message}")
            return Exit.WRONG
    for one in findings:
        line = f"{one.fault.place}: {one.finding.message}"
        if dry_run:
            reporter.answer(line)
        else:
            reporter.say(line)
    if not dry_run:
        if there:
            replace(place, old, new)
        else:
            create(place, new)
    reporter.say(f"{count(len(findings), 'finding')} {'would be ' if dry_run else ''}explained in {shown}")
    return Exit.DONE


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "session", metavar="FORUM/SESSION", help="whose record; FORUM/host for what the host says"
    )
    parser.add_argument(
        "recordings",
        nargs="*",
        type=Path,
        metavar="RECORDING",
        help=f"transcripts that the forum names by their digest, besides those in {FOLDER}/ of the project",
    )
    add_marks(parser, "the paragraphs whose findings are explained, such as p9x1; may be given again")
    parser.add_argument(
        "--because", required=True, metavar="TEXT", help="why the record is right as it stands"
    )
    parser.add_argument("--language", type=language, metavar="TAG", help="the record in this language only")
    parser.add_argument(
        "--kind", choices=[kind.value for kind in FindingKind], help="findings of this kind only"
    )
    parser.add_argument("--words", metavar="TEXT", help="findings about these words only")
    parser.add_argument(
        "--dry-run", action="store_true", help="print what would be explained, and write nothing"
    )
    add_content(parser)


def _run(arguments: argparse.Namespace, reporter: Reporter) -> Exit:
    if not arguments.mark:
        raise CommandError("name the paragraphs that you have looked at: --mark MARK", Exit.CALL)
    wanted = Wanted(
        session=arguments.session,
        marks=tuple(dict.fromkeys(arguments.mark)),
        because=arguments.because,
        tongue=arguments.language,
        kind=FindingKind(arguments.kind) if arguments.kind else None,
        words=arguments.words,
    )
    return accept(
        project_of(arguments), reporter, wanted, paths=arguments.recordings, dry_run=arguments.dry_run
    )


ACCEPT = Command(
    name="accept",
    summary="explain why a finding of fidelity is none",
    description=(
        "Say why a record is right where `fidelity` has found something: whoever has looked at the "
        "recording, or at the source, says so. The reason stands in records/<session>.accepted.yml with a "
        "digest of the paragraph; when the paragraph changes, it is judged again."
    ),
    configure=_configure,
    run=_run,
)

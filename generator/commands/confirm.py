"""`proceedings confirm`: a translation says what its source says, as it stands now."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.commands.arguments import add_content, add_marks, language, project_of
from generator.commands.command import Command
from generator.commands.confirm_choice import Translation, named_translations, ready_translations
from generator.commands.failure import CommandError, Exit
from generator.commands.named_session import check_marks
from generator.commands.project import Project
from generator.commands.reading import Read, read_project
from generator.commands.reporter import Reporter, count
from generator.commands.writing import create, replace
from generator.model.identifiers import Digest, Mark
from generator.model.language import Language
from generator.store.layout import FileKind
from generator.store.records.confirmed import ConfirmedTextError, renew_confirmed
from generator.store.records.translation import Pair, paragraph_digest
from generator.store.source_text import read_source

_HEAD = """\
# What each paragraph was translated from: a digest of its words. Written by: proceedings confirm
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What shall be confirmed.

    Attributes:
        sessions: `forum/session` or `forum/host`.
        language: The translations into this language only.
        marks: These paragraphs only; all if empty.
        every: The translations of all sessions.
    """

    sessions: Sequence[str] = ()
    language: Language | None = None
    marks: Sequence[Mark] = ()
    every: bool = False


def confirm(project: Project, reporter: Reporter, wanted: Wanted, *, dry_run: bool = False) -> Exit:
    """Write what translations were made from.

    Args:
        project: Whose records.
        reporter: Says what was confirmed, and what is missing.
        wanted: Which translations, and which paragraphs of them.
        dry_run: Write nothing; print what would be written.

    Returns:
        WRONG where something could not be confirmed; everything else was.

    Raises:
        CommandError: The call names nothing, or something that is not there; or a file was changed meanwhile.
    """
    _check_call(wanted)
    read = read_project(project)
    sessions = named_translations(read, None if wanted.every else wanted.sessions, wanted.language)
    if wanted.marks:  # They are of one session.
        records = read.loaded.proceedings.records.items()
        of_session = [record for key, record in records if key[:2] == sessions[0]]
        check_marks(wanted.sessions[0], of_session, wanted.marks)
    whole = True
    total = 0
    for key in sessions:
        ready, complaints = ready_translations(read, key, wanted.language, reporter)
        for complaint in complaints:
            reporter.complain(complaint)
        whole = whole and not complaints
        for translation in ready:
            done = _confirm(read, translation, wanted.marks, reporter, dry_run=dry_run)
            whole = whole and done is not None
            total += done or 0
    if total:
        done_words = "would be confirmed" if dry_run else "confirmed"
        reporter.say(f"{count(total, 'paragraph')} {done_words}")
    elif whole:
        reporter.say("there is nothing to confirm that was not confirmed already")
    return Exit.DONE if whole else Exit.WRONG


def _check_call(wanted: Wanted) -> None:
    if wanted.every and (wanted.sessions or wanted.marks):
        raise CommandError("--all is for every translation: name no session or mark with it", Exit.CALL)
    if not wanted.every and not wanted.sessions:
        raise CommandError("name what is confirmed, as FORUM/SESSION, or say --all", Exit.CALL)
    if wanted.marks and len(wanted.sessions) > 1:
        raise CommandError("--mark is for one session: a mark may stand in several", Exit.CALL)


def _confirm(
    read: Read, translation: Translation, marks: Sequence[Mark], reporter: Reporter, *, dry_run: bool
) -> int | None:
    """Renew one file; return how many paragraphs were confirmed, or None where not all could be."""
    place, shown = _place(translation)
    there = any(file.path == place for file in read.loaded.files if file.kind is FileKind.CONFIRMED)
    old = read_source(place, shown)[0] if there else ""
    before = read.loaded.proceedings.confirmed.get(translation.key, {})
    chosen = [pair for pair in translation.state.pairs if not marks or _has(pair, marks)]
    absent = [
        block.marks[0] for block in translation.state.missing if not marks or set(marks) & {*block.marks}
    ]
    if absent:
        listed = _listed(absent)
        reporter.say(f"{translation.file.shown}: missing, and not confirmed: {listed}; translate it first")
    digests = _digests(translation, chosen, before, whole=not marks)
    if not digests:
        return None if marks else 0
    order = [mark for record in translation.records for block in record.blocks for mark in block.marks]
    try:
        new = renew_confirmed(old, digests, tuple(dict.fromkeys(order)), _HEAD)
    except ConfirmedTextError as error:
        message = "each mark stands with its digest on a line of its own; put this right first"
        reporter.complain(f"{shown}:{error.line}: {message}")
        return None
    renewed = [pair.mark for pair in chosen if before.get(pair.mark) != digests[pair.mark]]
    if new != old:
        _tell(reporter, shown, renewed, [mark for mark in before if mark not in digests], dry_run=dry_run)
        if not dry_run:
            _write(place, old if there else None, new)
    return None if marks and absent else len(renewed)


def _digests(
    translation: Translation, chosen: Sequence[Pair], before: Mapping[Mark, Digest], *, whole: bool
) -> dict[Mark, Digest]:
    """Return what the file shall hold.

    What is confirmed as a whole loses what it says of paragraphs that are not translated: should they be
    translated again, nobody has confirmed them. What stands in neither text is lost in any case.
    """
    digests = {pair.mark: paragraph_digest(pair.source) for pair in chosen}
    if not whole:
        joined = {mark for pair in chosen for mark in pair.source.marks}
        standing = {mark for record in translation.records for block in record.blocks for mark in block.marks}
        kept = {mark: digest for mark, digest in before.items() if mark in standing - joined}
        digests = {**kept, **digests}
    return digests


def _has(pair: Pair, marks: Sequence[Mark]) -> bool:
    return bool({*pair.source.marks, *pair.translation.marks} & {*marks})


def _place(translation: Translation) -> tuple[Path, str]:
    """Return where the digests of a translation stand, and the file's name in messages."""
    name = f"{translation.file.name}.{translation.file.language}.confirmed.yml"
    folder, _, _ = translation.file.shown.rpartition("/")
    return translation.file.path.with_name(name), f"{folder}/{name}"


def _tell(
    reporter: Reporter, shown: str, renewed: Sequence[Mark], lost: Sequence[Mark], *, dry_run: bool
) -> None:
    parts = [f"confirmed {_listed(renewed)}"] if renewed else []
    if lost:
        parts.append(f"taken out {_listed(lost)}")
    line = f"{shown}: {'; '.join(parts) or 'put in order'}"
    if dry_run:
        reporter.answer(line)
    else:
        reporter.say(line)


def _listed(marks: Sequence[Mark]) -> str:
    return " ".join(f"^{mark}" for mark in marks)


def _write(place: Path, old: str | None, new: str) -> None:
    if old is None:
        create(place, new)
    else:
        replace(place, old, new)


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sessions",
        nargs="*",
        metavar="FORUM/SESSION",
        help="a session whose translations are confirmed; FORUM/host for what the host says",
    )
    parser.add_argument(
        "--language", type=language, metavar="TAG", help="the translations into this language only"
    )
    add_marks(parser, "these paragraphs only, such as p9x1, of one session; may be given again")
    parser.add_argument("--all", action="store_true", help="every translation there is")
    parser.add_argument(
        "--dry-run", action="store_true", help="print what would be confirmed, and write nothing"
    )
    add_content(parser)


def _run(arguments: argparse.Namespace, reporter: Reporter) -> Exit:
    wanted = Wanted(
        sessions=tuple(dict.fromkeys(arguments.sessions)),
        language=arguments.language,
        marks=tuple(dict.fromkeys(arguments.mark)),
        every=arguments.all,
    )
    return confirm(project_of(arguments), reporter, wanted, dry_run=arguments.dry_run)


CONFIRM = Command(
    name="confirm",
    summary="say that a translation is up to date",
    description=(
        "Say that translations say what their sources say, as they stand now: whoever has compared the two "
        "says so. For each paragraph that is there in both, a digest of the source's words is written beside "
        "the translation, in <session>.<language>.confirmed.yml; when those words are changed later, check "
        "and the site say so. What is missing in the translation stays missing, and is named."
    ),
    configure=_configure,
    run=_run,
)

"""`proceedings resolve`: a person has looked at what a review mark or the review list asked for."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.commands.arguments import add_content, add_marks, language, project_of
from generator.commands.command import Command
from generator.commands.failure import Exit
from generator.commands.named_session import SessionKey, check_marks, named_session, record_files
from generator.commands.project import Project
from generator.commands.reading import Read, read_project
from generator.commands.reporter import Reporter
from generator.commands.writing import replace as replace_file
from generator.model.fault import Severity
from generator.model.identifiers import Digest, ForumId, Mark, SessionId
from generator.model.language import Language
from generator.model.record import SENSITIVE, Block, Record, Review
from generator.pages.held_back import listed_words
from generator.store.layout import ContentFile
from generator.store.record_file import read_record_file
from generator.store.records.front_map import FrontMapError
from generator.store.records.resolving import add_resolved, take_out_reviews
from generator.store.records.translation import paragraph_digest
from generator.store.source_text import read_source


@dataclass(frozen=True, slots=True)
class _Settled:
    """What is settled in one record.

    Attributes:
        reviews: Review marks that go, each with the mark of its paragraph; that is empty where it has none.
        digests: Paragraphs on the review list, as a person has looked at them.
        listed: The words of the list that they say.
        left: Paragraphs that are held back, and that the call does not name.
    """

    reviews: tuple[tuple[Review, str], ...]
    digests: dict[Mark, Digest]
    listed: dict[Mark, str]
    left: tuple[str, ...]

    @property
    def number(self) -> int:
        """How many things are settled."""
        return len(self.reviews) + len(self.digests)


def resolve(
    project: Project,
    reporter: Reporter,
    session: str,
    *,
    marks: Sequence[Mark] = (),
    tongue: Language | None = None,
    dry_run: bool = False,
) -> Exit:
    """Take review marks out of the records of a session, and note what of the review list was looked at.

    What is held back from readers is settled only where its mark is named.

    Args:
        project: Whose records.
        reporter: Says what was settled.
        session: `forum/session` or `forum/host`.
        marks: These paragraphs only; all that is not held back if empty.
        tongue: The record in this language only.
        dry_run: Write nothing; print what would be settled.

    Returns:
        WRONG where a record cannot be written; the others are.

    Raises:
        CommandError: The call names something that is not there, or a file was changed meanwhile.
    """
    read = read_project(project)
    key = named_session(read, session, tongue)
    files = {one: file for one, file in record_files(read, key).items() if tongue in {None, one}}
    if not _can_be_read(read, key, files, reporter):
        return Exit.WRONG
    records = {one: read.loaded.proceedings.records[ForumId(key[0]), SessionId(key[1]), one] for one in files}
    check_marks(session, records.values(), marks)
    total, whole = 0, True
    for one, record in records.items():
        settled = _settled(record, read, marks)
        if settled.left:
            named = " ".join(settled.left)
            reporter.say(f"{files[one].shown}: held back, and settled by name alone: --mark {named}")
        if settled.number:
            done = _write(read, files[one], record, settled, reporter, dry_run=dry_run)
            total += settled.number if done else 0
            whole = whole and done
    if total:
        reporter.say(f"{total} {'would be ' if dry_run else ''}settled")
    elif whole:
        reporter.say("there is nothing to settle")
    return Exit.DONE if whole else Exit.WRONG


def _can_be_read(read: Read, key: SessionKey, files: dict[Language, ContentFile], reporter: Reporter) -> bool:
    shown = {file.shown for file in files.values()}
    faults = [
        fault for fault in read.faults if fault.place.path in shown and fault.severity is Severity.ERROR
    ]
    if faults:
        reporter.warn(faults)
        reporter.complain(f"{'/'.join(key)}: put this right first; nothing of it was settled")
    return not faults


def _settled(record: Record, read: Read, marks: Sequence[Mark]) -> _Settled:
    listed = {block.marks[0]: word for block, word in listed_words(record, read.words)}
    reviews: list[tuple[Review, str]] = []
    digests: dict[Mark, Digest] = {}
    left: list[str] = []
    for block in record.blocks:
        if marks and not {*marks} & {*block.marks}:
            continue
        name = block.marks[0]
        if not marks and (name in listed or _is_sensitive(block)):
            left.append("(no mark)" if block.temporary else name)
            continue
        reviews += [(review, "" if block.temporary else name) for review in block.reviews]
        if name in listed:
            digests[name] = paragraph_digest(block)
    return _Settled(tuple(reviews), digests, {one: listed[one] for one in digests}, tuple(left))


def _is_sensitive(block: Block) -> bool:
    return any(review.reason == SENSITIVE for review in block.reviews)


def _write(
    read: Read,
    file: ContentFile,
    record: Record,
    settled: _Settled,
    reporter: Reporter,
    *,
    dry_run: bool,
) -> bool:
    """Write one record, and say what was settled; return whether that could be done."""
    old = read_source(file.path, file.shown)[0]
    try:
        new = add_resolved(take_out_reviews(old, [one for one, _ in settled.reviews]), settled.digests)
    except FrontMapError as error:
        message = "under resolved, write each mark with its digest on a line of its own, then run it again"
        reporter.complain(f"{file.shown}:{error.line}: {message}")
        return False
    if not _says_the_same(read, file, new, record, settled):
        reporter.complain(f"{file.shown}: nothing can be added to its front matter; write each key on a line")
        return False
    for line in _lines(file, settled):
        if dry_run:
            reporter.answer(line)
        else:
            reporter.say(line)
    if not dry_run:
        replace_file(file.path, old, new)
    return True


def _says_the_same(read: Read, file: ContentFile, text: str, record: Record, settled: _Settled) -> bool:
    """Whether the new text is read as the old one was, but for what is settled."""
    held = read.loaded.proceedings
    found = read_record_file(file, text, held.forums.get(record.forum), held.people).record
    taken = {review for review, _ in settled.reviews}
    resolved = {**record.head.resolved, **settled.digests}
    return (
        found is not None
        and dict(found.head.resolved) == resolved
        and replace(found.head, resolved={}) == replace(record.head, resolved={})
        and [_bare(block) for block in found.blocks] == [_bare(block) for block in record.blocks]
        and [[(one.reason, one.note) for one in block.reviews] for block in found.blocks]
        == [[(one.reason, one.note) for one in block.reviews if one not in taken] for block in record.blocks]
    )


def _bare(block: Block) -> Block:
    return replace(block, line=0, reviews=())


def _lines(file: ContentFile, settled: _Settled) -> list[str]:
    lines = []
    for review, name in settled.reviews:
        note = f": {review.note}" if review.note else ""
        of = f"^{name}: " if name else ""
        lines.append(f"{file.shown}:{review.line}: {of}settled {review.reason}{note}")
    for name, word in settled.listed.items():
        lines.append(f"{file.shown}: ^{name}: settled '{word}' of the review list")
    return lines


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "session", metavar="FORUM/SESSION", help="whose records; FORUM/host for what the host says"
    )
    add_marks(
        parser, "these paragraphs only, such as p9x1; without it, all that is not held back from readers"
    )
    parser.add_argument("--language", type=language, metavar="TAG", help="the record in this language only")
    parser.add_argument(
        "--dry-run", action="store_true", help="print what would be settled, and write nothing"
    )
    add_content(parser)


def _run(arguments: argparse.Namespace, reporter: Reporter) -> Exit:
    return resolve(
        project_of(arguments),
        reporter,
        arguments.session,
        marks=tuple(dict.fromkeys(arguments.mark)),
        tongue=arguments.language,
        dry_run=arguments.dry_run,
    )


RESOLVE = Command(
    name="resolve",
    summary="settle review marks, and let readers see what was held back",
    description=(
        "Say that a person has looked at what review marks ask for: they are taken out of the records of a "
        "session, and nothing else changes. A paragraph that is held back from readers is settled only where "
        "--mark names it; where it is on the review list, a digest of its words is written into the front "
        "matter under resolved, so that other words are asked about again."
    ),
    configure=_configure,
    run=_run,
)

"""`proceedings mark`: every paragraph and heading gets a name, the same in all languages."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from generator.commands.arguments import add_content, project_of
from generator.commands.command import Command
from generator.commands.failure import CommandError, Exit
from generator.commands.marks_kept import keep_marks, list_faults
from generator.commands.project import Project
from generator.commands.reading import Read, read_project
from generator.commands.reporter import Reporter, count
from generator.commands.writing import replace
from generator.model.fault import Fault, Severity
from generator.model.identifiers import ForumId, Mark, SessionId
from generator.model.language import Language
from generator.store.layout import ContentFile, FileKind
from generator.store.records.given import known_marks
from generator.store.records.marking import mark_session
from generator.store.scalars import nearest
from generator.store.source_text import read_source

_STOPS = frozenset(
    {"mark-form", "mark-space", "mark-inside", "lone-mark", "doubled-mark", "front-matter", "gone"}
)
"""Rules whose faults leave it open which name a paragraph has; whoever wrote the file decides first."""

Sessions = dict[tuple[str, str], list[ContentFile]]
"""Record files by forum and session."""


def mark(
    project: Project, reporter: Reporter, *, paths: Sequence[Path] = (), forum: str | None = None
) -> Exit:
    """Give marks to what has none, and let those that were taken out lead on.

    Args:
        project: Whose records.
        reporter: Says which files were written.
        paths: Record files, or folders of them; a record's other languages come with it. All if empty.
        forum: The records of this forum only.

    Raises:
        CommandError: A path is no record, there is no such forum, or a file was changed meanwhile.
    """
    read = read_project(project)
    sessions = _chosen(read, _sessions(read), paths, forum)
    stopped = False
    total = 0
    good: list[tuple[str, str]] = []
    for (name, session), files in sessions.items():
        faults = [*_stopping(read, files), *list_faults(read, name)]
        if faults:
            stopped = True
            reporter.warn(faults)
            reporter.complain(f"{name}/{session}: put this right first; its records were left as they are")
            continue
        total += _mark(read, (name, session), files, reporter)
        good.append((name, session))
    kept = keep_marks(read_project(project) if total else read, good, reporter)
    reporter.say(f"{count(total, 'mark')} given" if total else "every paragraph has a mark")
    return Exit.DONE if kept and not stopped else Exit.WRONG


def _mark(read: Read, key: tuple[str, str], files: Sequence[ContentFile], reporter: Reporter) -> int:
    """Mark the records of a session, and say what was done; return how many marks were given."""
    by_language = {file.language: file for file in files if file.language}
    texts = {language: read_source(file.path, file.shown)[0] for language, file in by_language.items()}
    marked = mark_session(texts, _used(read, key), "/".join(key))
    total = 0
    for language, text in marked.items():
        if text == texts[language]:
            continue
        file = by_language[language]
        replace(file.path, texts[language], text)
        given = _open_blocks(read, key, language)
        total += given
        reporter.say(f"{file.shown}: {count(given, 'mark')}")
    return total


def _open_blocks(read: Read, key: tuple[str, str], language: Language) -> int:
    record = read.loaded.proceedings.records[ForumId(key[0]), SessionId(key[1]), language]
    return sum(1 for block in record.blocks if block.temporary)


def _used(read: Read, key: tuple[str, str]) -> frozenset[Mark]:
    """Return the marks of a session that may not be given again: those gone, and those once given."""
    held = read.loaded.proceedings
    forum, session = ForumId(key[0]), SessionId(key[1])
    found = {one.mark for one in held.sources.get((forum, session), ())}
    for language in held.written(forum, session):
        head = held.heads[forum, session, language]
        found |= {*head.gone, *head.gone.values()}
    return frozenset(found.union(known_marks(held, read.loaded.given.get(forum, {}), forum, session)))


def _sessions(read: Read) -> Sessions:
    found: Sessions = {}
    for file in read.loaded.files:
        if file.kind is FileKind.RECORD:
            found.setdefault((file.forum, file.name), []).append(file)
    return found


def _chosen(read: Read, sessions: Sessions, paths: Sequence[Path], forum: str | None) -> Sessions:
    if forum is not None:
        forums = sorted({file.forum for file in read.loaded.files if file.forum})
        if forum not in forums:
            remedy = nearest(forum, forums) or f"forums: {', '.join(forums)}"
            raise CommandError(f"there is no forum '{forum}'; {remedy}", Exit.CALL)
        sessions = {key: files for key, files in sessions.items() if key[0] == forum}
    if not paths:
        return sessions
    chosen: Sessions = {}
    for path in paths:
        place = path.resolve()
        found = {
            key: files
            for key, files in sessions.items()
            if any(place == file.path.resolve() or place in file.path.resolve().parents for file in files)
        }
        if not found:
            raise CommandError(f"{path}: is no record, and no folder with records", Exit.CALL)
        chosen |= found
    return dict(sorted(chosen.items()))


def _stopping(read: Read, files: Sequence[ContentFile]) -> list[Fault]:
    """Return the faults that must be put right before a session's records can be marked."""
    shown = {file.shown for file in files}
    known = {(file.forum, file.name, file.language) for file in files}
    unread = {key for key in known if key not in read.loaded.proceedings.records}
    return [
        fault
        for fault in read.faults
        if fault.place.path in shown and fault.severity is Severity.ERROR and (fault.code in _STOPS or unread)
    ]


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="a record, or a folder of records; without any, all records. Its other languages come with it",
    )
    parser.add_argument("--forum", metavar="FORUM", help="the records of this forum only")
    add_content(parser)


def _run(arguments: argparse.Namespace, reporter: Reporter) -> Exit:
    project = project_of(arguments)
    return mark(project, reporter, paths=arguments.paths, forum=arguments.forum)


MARK = Command(
    name="mark",
    summary="give every paragraph and heading a mark",
    description=(
        "Give every paragraph and heading of the records a mark, such as ^p7k2: its name in links, for ever, "
        "and the same in every language of the session. What has a mark keeps it, and no other character of "
        "the text changes. A mark that was taken out with its paragraph leads on to the one before it, as is "
        "then written under `gone`. records/.marks.yml holds all marks ever given; keep it with the records. "
        "Records whose marks are at fault are left as they are."
    ),
    configure=_configure,
    run=_run,
)

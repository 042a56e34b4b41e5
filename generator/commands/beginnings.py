"""The beginnings of events, forums, sessions and people: what `new` writes, and where."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from generator.commands import skeletons
from generator.commands.appending import CannotAppendError, append_entry
from generator.commands.failure import CommandError, Exit
from generator.commands.project import Project
from generator.commands.reading import Read, read_project
from generator.commands.reporter import Reporter
from generator.commands.writing import create, replace
from generator.language.ideographs import IDEOGRAPH
from generator.model.forum import Forum
from generator.model.identifiers import EventId, ForumId, PersonId, SessionId
from generator.model.language import Language
from generator.model.session import SessionKind
from generator.model.text import LocalizedText
from generator.store.parts import DEFAULT_LANGUAGE
from generator.store.scalars import nearest
from generator.store.source_text import read_source
from generator.store.yaml_tree import parse_yaml

Titles = tuple[tuple[Language | None, str], ...]
"""Texts as they were given: with their language, or without one."""


def new_event(
    project: Project,
    event: str,
    reporter: Reporter,
    *,
    titles: Titles = (),
    dates: tuple[str, str] = ("", ""),
) -> Exit:
    """Add an event to `events.yml`.

    Raises:
        CommandError: It is there already, or the file cannot be added to.
    """
    read = read_project(project)
    path = project.content / "events.yml"
    if EventId(event) in read.loaded.proceedings.events:
        raise CommandError(f"{_shown(project, path)}: there is an event '{event}' already", Exit.CALL)
    title = _localized(titles, None) or skeletons.title_from(event)
    entry = skeletons.event_entry(event, title, dates)
    if path.exists():
        _append(project, path, "", entry)
    else:
        create(path, append_entry(skeletons.events_head(_schema(project, path, "events")), "", entry))
    reporter.say(f"{_shown(project, path)}: the event '{event}' was added")
    return _told(project, (path,), reporter)


def new_forum(  # noqa: PLR0913 - each is an argument of the command
    project: Project,
    forum: str,
    reporter: Reporter,
    *,
    event: str | None = None,
    spoken: Language = DEFAULT_LANGUAGE,
    titles: Titles = (),
    date: str | None = None,
) -> Exit:
    """Write the `forum.yml` of a new forum.

    Raises:
        CommandError: It is there already, or its event or date is not known.
    """
    events = read_project(project).loaded.proceedings.events
    name = EventId(_chosen(event, events, "event", "--event"))
    dates = events[name].dates
    if date is None and dates is None:
        raise CommandError(f"when was it? '{name}' has no dates, so give --date: 2024-07 will do", Exit.CALL)
    path = project.content / "forums" / forum / "forum.yml"
    text = skeletons.forum_file(
        _schema(project, path, "forum"),
        identifier=forum,
        title=_localized(titles, spoken) or _title(forum, spoken),
        event=name,
        language=spoken,
        date=date or str(dates.from_ if dates else ""),
    )
    _create(project, path, text, reporter)
    return _told(project, (path,), reporter)


def new_session(  # noqa: PLR0913 - each is an argument of the command
    project: Project,
    session: str,
    reporter: Reporter,
    *,
    forum: str | None = None,
    written: Language | None = None,
    kind: SessionKind = SessionKind.TALK,
    titles: Titles = (),
    times: dict[str, str] | None = None,
    people: tuple[str, ...] = (),
) -> Exit:
    """Add a session to a forum, and write its record's beginning.

    Where the session is in the programme already and `written` is given, only the record is written.

    Raises:
        CommandError: It is there already, or forum or person is not.
    """
    read = read_project(project)
    held = read.loaded.proceedings
    name = ForumId(_chosen(forum, _forums(read), "forum", "--forum"))
    path = project.content / "forums" / name / "forum.yml"
    if name not in held.forums:
        reporter.warn([fault for fault in read.faults if fault.place.path == _shown(project, path)])
        raise CommandError(f"{_shown(project, path)}: cannot be read; put this right first", Exit.WRONG)
    for person in people:
        _chosen(person, held.people, "person", "--person")
    found = held.forums[name]
    tongue = written or found.language
    record = project.content / "forums" / name / "records" / f"{session}.{tongue}.md"
    there = found.session(SessionId(session)) is not None
    if there and (written is None or record.exists()):
        what = _shown(project, record) if written else f"{_shown(project, path)}: the session '{session}'"
        raise CommandError(f"{what}: is there already; nothing was written", Exit.CALL)
    paths = [path]
    if kind is not SessionKind.BREAK:
        text = skeletons.record_file(_schema(project, record, "record"), tongue, found.language)
        _create(project, record, text, reporter)
        paths.append(record)
    if not there:
        title = _session_title(found, session, titles)
        entry = skeletons.session_entry(session, kind, title, times or {}, people)
        try:
            _append(project, path, "sessions", entry)
        except BaseException:
            if len(paths) > 1:
                record.unlink()
            raise
        reporter.say(f"{_shown(project, path)}: the session '{session}' was added")
    return _told(project, paths, reporter)


def new_person(project: Project, person: str, reporter: Reporter, *, names: Titles = ()) -> Exit:
    """Write the file of a new person.

    Raises:
        CommandError: It is there already.
    """
    path = project.content / "people" / f"{person}.yml"
    held = read_project(project).loaded.proceedings
    former = next((one.id for one in held.people.values() if PersonId(person) in one.formerly), None)
    if former:
        raise CommandError(f"'{person}' is a former id of '{former}', and leads there for ever", Exit.CALL)
    text = skeletons.person_file(
        _schema(project, path, "person"), _localized(names, None), skeletons.title_from(person)
    )
    _create(project, path, text, reporter)
    return _told(project, (path,), reporter)


def _session_title(forum: Forum, session: str, titles: Titles) -> str:
    title = _localized(titles, forum.language) or _title(session, forum.language)
    return skeletons.localized(title, forum.language)


def _title(name: str, plain: Language) -> LocalizedText:
    """Make a title of an id: in English, unless plain texts are English anyway."""
    guess = skeletons.title_from(name)
    return guess if plain is not Language.EN else LocalizedText(((plain, guess.texts[0][1]),))


def _localized(titles: Titles, plain: Language | None) -> LocalizedText | None:
    """Return given texts by language.

    Args:
        titles: The texts.
        plain: The language of a text without one; None where the writing says it.

    Raises:
        CommandError: A language is there twice.
    """
    texts: dict[Language, str] = {}
    for given, text in titles:
        one = given or plain or (Language.HANS if IDEOGRAPH.search(text) else Language.EN)
        if one in texts:
            raise CommandError(f"two texts are in {one}: say the language of each, as in en=Text", Exit.CALL)
        texts[one] = text
    return LocalizedText.of(texts) if texts else None


def _chosen(given: str | None, known: Iterable[str], what: str, argument: str) -> str:
    """Return what was named, or the only one there is.

    Raises:
        CommandError: There is none of this id, or none was named.
    """
    names = sorted(known)
    if given is None:
        if len(names) == 1:
            return names[0]
        reason = f"choose one of {', '.join(names)}" if names else f"begin with: proceedings new {what} ID"
        raise CommandError(f"which {what}? give {argument}; {reason}", Exit.CALL)
    if given not in names:
        remedy = nearest(given, names) or f"begin with: proceedings new {what} {given}"
        raise CommandError(f"there is no {what} '{given}'; {remedy}", Exit.CALL)
    return given


def _forums(read: Read) -> list[str]:
    """Return the ids of all forums, also of those that cannot be read."""
    return [file.forum for file in read.loaded.files if file.shown == read.loaded.forum_file(file.forum)]


def _append(project: Project, path: Path, key: str, entry: Iterable[str]) -> None:
    shown = _shown(project, path)
    text, faults = read_source(path, shown)
    node, more = parse_yaml(text, shown)
    if faults or more or (key and node is None):
        reason = "\n".join(str(fault) for fault in (*faults, *more)) or f"{shown}: the file is empty"
        raise CommandError(f"{reason}\nput this right first; nothing was written", Exit.WRONG)
    try:
        new = append_entry(text, key, tuple(entry))
    except CannotAppendError as error:
        raise CommandError(f"{shown}: {error}; nothing was written", Exit.WRONG) from error
    replace(path, text, new)


def _create(project: Project, path: Path, text: str, reporter: Reporter) -> None:
    create(path, text)
    reporter.say(f"{_shown(project, path)}: written")


def _told(project: Project, paths: Iterable[Path], reporter: Reporter) -> Exit:
    """Say at once what an editor has to look after in the new text."""
    shown = {_shown(project, path) for path in paths}
    faults = [fault for fault in read_project(project).faults if fault.place.path in shown]
    reporter.warn(faults)
    return Exit.DONE


def _schema(project: Project, path: Path, kind: str) -> str:
    """Return where a file's schema is, as its first line writes it."""
    schema = project.config / "schemas" / f"{kind}.json"
    return Path(os.path.relpath(schema, path.parent)).as_posix()


def _shown(project: Project, path: Path) -> str:
    """Return a file's name as messages show it; the same as in faults."""
    try:
        return path.resolve().relative_to(project.root.resolve()).as_posix()
    except ValueError:
        return f"{project.content.name}/{path.relative_to(project.content).as_posix()}"

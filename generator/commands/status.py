"""`proceedings status`: how far each forum is."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from rich.table import Table
from rich.text import Text

from generator.commands.arguments import add_content, project_of
from generator.commands.command import Command
from generator.commands.completeness import (
    TranslationStatus,
    count_blocks,
    count_reviews,
    is_wanted,
    translation_statuses,
    unpublished,
)
from generator.commands.failure import Exit
from generator.commands.project import Project
from generator.commands.reading import read_project
from generator.commands.reporter import Reporter, count, count_faults
from generator.language.review_words import NO_REVIEW_WORDS, ReviewWords
from generator.model.forum import Forum
from generator.model.identifiers import HOST, Mark
from generator.model.language import Language
from generator.model.proceedings import Proceedings, RecordKey
from generator.model.record import CheckRole, Record
from generator.model.session import RecordState, Session, SessionKind
from generator.pages.held_back import held_back

NOBODY = "nobody"
_LACKS = ("missing", "extra", "stale", "unconfirmed")
"""What a translation may lack, as `TranslationStatus` and the printed form call it."""


@dataclass(frozen=True, slots=True, order=True)
class Kind:
    """What a record is, for counting.

    Attributes:
        language: Its language.
        form: verbatim, edited or summary.
        written_by: person or machine.
        checked: As what someone checked it: speaker, editor, listener; or nobody. The first of these counts.
    """

    language: str
    form: str
    written_by: str
    checked: str


@dataclass(frozen=True, slots=True)
class ForumStatus:
    """How far a forum is.

    Attributes:
        forum: Its id.
        sessions: Items of the programme, breaks left out.
        recorded: Those that have a record in any language, or a place in the host's.
        states: What the programme says of their records, each state with its number.
        records: Each kind of record with its number; records of the host are among them.
        unmarked: Paragraphs and headings without a mark, by session and language.
        missing: Sessions that took place, should have a record, and have none.
        reviews: Review marks that nobody has settled, by session and language.
        held_back: Paragraphs that are kept from readers until a person has looked at them, likewise.
        translations: Each translation, and how many of its paragraphs are behind.
        unpublished: Sessions (or `host`) and languages in which they should be published and are not.
    """

    forum: str
    sessions: int
    recorded: int
    states: tuple[tuple[RecordState, int], ...]
    records: tuple[tuple[Kind, int], ...]
    unmarked: tuple[tuple[str, str, int], ...]
    missing: tuple[str, ...]
    reviews: tuple[tuple[str, str, int], ...]
    held_back: tuple[tuple[str, str, int], ...]
    translations: tuple[TranslationStatus, ...]
    unpublished: tuple[tuple[str, str], ...]

    @property
    def complete(self) -> bool:
        """Whether all that was recorded is published in every language, and nothing is left to be done."""
        behind = any(one.behind for one in self.translations)
        left = self.unpublished or self.unmarked or self.reviews or self.held_back
        return bool(self.recorded) and not (left or behind)


def statuses(
    held: Proceedings, languages: Sequence[Language], words: ReviewWords = NO_REVIEW_WORDS
) -> tuple[ForumStatus, ...]:
    """Return how far each forum is, in the order of their ids.

    Args:
        held: The content.
        languages: Those of the site.
        words: Its review list.
    """
    hidden = held_back(held, words)
    return tuple(_status(held, forum, languages, hidden) for forum in held.forums.values())


def status(project: Project, reporter: Reporter, *, style: str = "text") -> Exit:
    """Print how far each forum is.

    Returns:
        WRONG where content cannot be read whole: then the numbers are only of what could be read.
    """
    with reporter.working("reading"):
        read = read_project(project)
    reporter.finish()
    languages = read.site.languages if read.site else tuple(Language)
    found = statuses(read.loaded.proceedings, languages, read.words)
    if style == "json":
        reporter.answer_json([_plain(one) for one in found])
    elif reporter.out.is_terminal:
        reporter.answer_table(_table(found))
    else:
        for one in found:
            reporter.answer("\n".join(_lines(one)))
    if not found:
        reporter.say("there is no forum yet; begin with: proceedings new forum ID")
    if read.broken:
        numbers = count_faults(read.faults)
        reporter.complain(f"{numbers}; not everything could be counted: see proceedings check")
        return Exit.WRONG
    return Exit.DONE


def _status(
    held: Proceedings,
    forum: Forum,
    languages: Sequence[Language],
    hidden: Mapping[RecordKey, frozenset[Mark]],
) -> ForumStatus:
    sessions = [session for session in forum.sessions if session.kind is not SessionKind.BREAK]
    records = [record for (name, _, _), record in held.records.items() if name == forum.id]
    states = Counter(session.record for session in sessions)
    unmarked = [(one.session, one.language.value, _unmarked(one)) for one in records]
    reviews = [(one.session, one.language.value, count_reviews(one)) for one in records]
    kept = [(one.session, one.language.value, count_blocks(one, hidden)) for one in records]
    return ForumStatus(
        forum=forum.id,
        sessions=len(sessions),
        recorded=sum(1 for session in sessions if _is_written(held, forum, session)),
        states=tuple((state, states[state]) for state in RecordState),
        records=tuple(sorted(Counter(_kind(record) for record in records).items(), key=_order)),
        unmarked=tuple(entry for entry in unmarked if entry[2]),
        missing=tuple(session.id for session in sessions if _is_missing(held, forum, session)),
        reviews=tuple(entry for entry in reviews if entry[2]),
        held_back=tuple(entry for entry in kept if entry[2]),
        translations=translation_statuses(held, forum),
        unpublished=unpublished(held, forum, languages),
    )


def _order(counted: tuple[Kind, int]) -> tuple[int, Kind]:
    return list(Language).index(Language(counted[0].language)), counted[0]


def _kind(record: Record) -> Kind:
    roles = {check.as_ for check in record.head.checked}
    checked = next((role.value for role in CheckRole if role in roles), NOBODY)
    return Kind(record.language.value, record.head.form.value, record.head.written_by.value, checked)


def _unmarked(record: Record) -> int:
    return sum(1 for block in record.blocks if block.temporary)


def _is_written(held: Proceedings, forum: Forum, session: Session) -> bool:
    name = HOST if session.record is RecordState.HOST else session.id
    return bool(held.written(forum.id, name))


def _is_missing(held: Proceedings, forum: Forum, session: Session) -> bool:
    return is_wanted(session) and not _is_written(held, forum, session)


def _plain(one: ForumStatus) -> dict[str, object]:
    return {
        "forum": one.forum,
        "sessions": one.sessions,
        "recorded": one.recorded,
        "states": {state.value: number for state, number in one.states},
        "records": [
            {
                "language": kind.language,
                "form": kind.form,
                "written_by": kind.written_by,
                "checked": kind.checked,
                "count": number,
            }
            for kind, number in one.records
        ],
        "unmarked": _plain_counts(one.unmarked),
        "missing": list(one.missing),
        "reviews": _plain_counts(one.reviews),
        "held_back": _plain_counts(one.held_back),
        "translations": [asdict(translation) for translation in one.translations],
        "unpublished": [{"session": session, "language": language} for session, language in one.unpublished],
        "complete": one.complete,
    }


def _plain_counts(entries: Sequence[tuple[str, str, int]]) -> list[dict[str, object]]:
    return [
        {"session": session, "language": language, "count": number} for session, language, number in entries
    ]


def _records(one: ForumStatus) -> list[str]:
    return [
        f"{kind.language}: {number} {kind.form}, by {kind.written_by}, {_checked(kind)}"
        for kind, number in one.records
    ]


def _checked(kind: Kind) -> str:
    return "unchecked" if kind.checked == NOBODY else f"checked by {kind.checked}"


def _lines(one: ForumStatus) -> list[str]:
    head = f"{one.forum}: {count(one.sessions, 'session')}, {one.recorded} recorded"
    details = [*_details(one), f"complete: {_yes(one.complete)}"]
    return [head, *(f"  {line}" for line in details)]


def _yes(value: bool) -> str:  # noqa: FBT001 - the value itself
    return "yes" if value else "no"


def _details(one: ForumStatus) -> list[str]:
    lines = [*_records(one), *(f"{state}: {number}" for state, number in _told_states(one))]
    for session, language, number in one.unmarked:
        lines.append(f"unmarked: {count(number, 'paragraph')} of {session}.{language}")
    if one.missing:
        lines.append(f"without a record: {', '.join(one.missing)}")
    for session, language, number in one.reviews:
        lines.append(f"to be looked at: {count(number, 'review mark')} of {session}.{language}")
    for session, language, number in one.held_back:
        lines.append(f"held back: {count(number, 'paragraph')} of {session}.{language}")
    return [*lines, *_languages(one)]


def _languages(one: ForumStatus) -> list[str]:
    """Return what is to be said of translations, and of languages that lack something."""
    lines = [f"translations: {len(one.translations)}"] if one.translations else []
    for lack in _LACKS:
        for translation in one.translations:
            number = getattr(translation, lack)
            if number:
                what = f"{count(number, 'paragraph')} of {translation.session}.{translation.language}"
                lines.append(f"{lack}: {what}")
    for language in Language:
        names = [name for name, tongue in one.unpublished if tongue == language and name not in one.missing]
        if names:
            lines.append(f"not published in {language}: {', '.join(names)}")
    return lines


def _told_states(one: ForumStatus) -> list[tuple[str, int]]:
    """Return the states that are worth a line: all but what is published."""
    words = {
        RecordState.HOST: "in the host's record",
        RecordState.PENDING: "record pending",
        RecordState.NONE: "nothing was recorded",
        RecordState.WITHHELD: "record withheld",
    }
    return [(words[state], number) for state, number in one.states if number and state in words]


def _table(found: Sequence[ForumStatus]) -> Table:
    table = Table(show_lines=True)
    table.add_column("Forum", overflow="fold")
    table.add_column("Sessions", justify="right")
    table.add_column("Recorded", justify="right")
    table.add_column("Complete")
    table.add_column("Records", overflow="fold")
    for one in found:
        told = "\n".join(_details(one))
        cells = (one.forum, str(one.sessions), str(one.recorded), _yes(one.complete), told)
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="text: a table on a terminal, else lines; json: a list, for programs (default: text)",
    )
    add_content(parser)


def _run(arguments: argparse.Namespace, reporter: Reporter) -> Exit:
    return status(project_of(arguments), reporter, style=arguments.format)


STATUS = Command(
    name="status",
    summary="say how far each forum is",
    description=(
        "Say how far each forum is: its sessions, how many have a record, the records by language, form, who "
        "wrote and who checked them, paragraphs without a mark, sessions that lack a record, review marks "
        "that nobody has settled, paragraphs that are held back until somebody has, translations "
        "and what of them is behind the source, and what is not published in a language of the site. A forum "
        "is complete when nothing of this is left to do. Breaks are not counted."
    ),
    configure=_configure,
    run=_run,
)

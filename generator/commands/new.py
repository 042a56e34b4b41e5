"""`proceedings new`: a commented beginning, in the right place."""

from __future__ import annotations

import argparse
import re

from generator.commands.arguments import add_content, add_shared, identifier, language, project_of
from generator.commands.beginnings import Titles, new_event, new_forum, new_person, new_session
from generator.commands.command import Command
from generator.commands.failure import CommandError, Exit
from generator.commands.reporter import Reporter
from generator.model.dates import ClockTime, PartialDate
from generator.model.language import Language
from generator.model.session import SessionKind
from generator.store.parts import DEFAULT_LANGUAGE

_TAGGED = re.compile(r"([A-Za-z-]+)=(.*)", re.DOTALL)


def _text(given: str) -> tuple[Language | None, str]:
    """Read a text that may say its language: `en=Text`."""
    found = _TAGGED.fullmatch(given)
    tag, text = (language(found[1]), found[2]) if found else (None, given)
    text = " ".join(text.split())
    if not text:
        raise argparse.ArgumentTypeError("there is nothing in it")
    return tag, text


def _date(given: str) -> str:
    try:
        return str(PartialDate.parse(given))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{given}': {error}") from None


def _clock(given: str) -> str:
    try:
        return str(ClockTime.parse(given))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{given}': {error}") from None


def _configure(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(title="what", dest="what", metavar="WHAT", required=True)
    _configure_event(_one(kinds, "event", "an event, in events.yml"))
    _configure_forum(_one(kinds, "forum", "a forum, with its forum.yml"))
    _configure_session(_one(kinds, "session", "a session, in its forum's forum.yml, and its record"))
    _configure_person(_one(kinds, "person", "a person, with a file of their own"))


def _one(
    kinds: argparse._SubParsersAction[argparse.ArgumentParser], name: str, what: str
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = kinds.add_parser(
        name, help=what, description=f"Begin {what}. What is there is never overwritten.", allow_abbrev=False
    )
    parser.add_argument(
        "id",
        type=identifier,
        metavar="ID",
        help="its name in addresses, for ever: small letters, digits, hyphens",
    )
    add_shared(parser, default=argparse.SUPPRESS)
    return parser


def _configure_event(parser: argparse.ArgumentParser) -> None:
    _add_titles(parser, "--title", "what it is called")
    parser.add_argument("--from", dest="first", type=_date, metavar="DATE", help="its first day")
    parser.add_argument("--to", dest="last", type=_date, metavar="DATE", help="its last day")
    add_content(parser)


def _configure_forum(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--event", metavar="EVENT", help="the event it belongs to; may be left out where there is one only"
    )
    parser.add_argument(
        "--language",
        type=language,
        default=DEFAULT_LANGUAGE,
        metavar="TAG",
        help=f"the language it was held in (default: {DEFAULT_LANGUAGE})",
    )
    _add_titles(parser, "--title", "what it is called")
    parser.add_argument(
        "--date", type=_date, metavar="DATE", help="when it was held; without it, the first day of its event"
    )
    add_content(parser)


def _configure_session(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--forum", metavar="FORUM", help="the forum it belongs to; may be left out where there is one only"
    )
    parser.add_argument(
        "--language",
        type=language,
        metavar="TAG",
        help=(
            "the language of its record; without it, the forum's. For a session that is there already, a "
            "record in this language is begun"
        ),
    )
    parser.add_argument(
        "--kind",
        type=SessionKind,
        choices=list(SessionKind),
        default=SessionKind.TALK,
        metavar="KIND",
        help=f"one of {', '.join(SessionKind)} (default: {SessionKind.TALK})",
    )
    _add_titles(parser, "--title", "its title")
    parser.add_argument("--date", type=_date, metavar="DATE", help="the day, where the forum has several")
    parser.add_argument("--start", type=_clock, metavar="HH:MM", help="when it began, by the programme")
    parser.add_argument("--end", type=_clock, metavar="HH:MM", help="when it ended, by the programme")
    parser.add_argument(
        "--person",
        action="append",
        default=[],
        metavar="PERSON",
        help="the id of a person who speaks; may be given again",
    )
    add_content(parser)


def _configure_person(parser: argparse.ArgumentParser) -> None:
    _add_titles(parser, "--name", "the name")
    add_content(parser)


def _add_titles(parser: argparse.ArgumentParser, name: str, what: str) -> None:
    parser.add_argument(
        name,
        dest="titles",
        type=_text,
        action="append",
        default=[],
        metavar="TEXT",
        help=f"{what}, perhaps with its language: en=Text; may be given again for another language",
    )


def _run(arguments: argparse.Namespace, reporter: Reporter) -> Exit:
    project = project_of(arguments)
    titles: Titles = tuple(arguments.titles)
    if arguments.what == "event":
        if arguments.last and not arguments.first:
            raise CommandError("--to belongs to --from: give the first day too", Exit.CALL)
        dates = (arguments.first or "", arguments.last or "")
        return new_event(project, arguments.id, reporter, titles=titles, dates=dates)
    if arguments.what == "person":
        return new_person(project, arguments.id, reporter, names=titles)
    if arguments.what == "forum":
        return new_forum(
            project,
            arguments.id,
            reporter,
            event=arguments.event,
            spoken=arguments.language,
            titles=titles,
            date=arguments.date,
        )
    times = {name: getattr(arguments, name) for name in ("date", "start", "end")}
    return new_session(
        project,
        arguments.id,
        reporter,
        forum=arguments.forum,
        written=arguments.language,
        kind=arguments.kind,
        titles=titles,
        times={name: value for name, value in times.items() if value},
        people=tuple(arguments.person),
    )


NEW = Command(
    name="new",
    summary="begin an event, a forum, a session or a person",
    description=(
        "Begin an event, a forum, a session or a person: a text in the right place that is valid as it "
        "stands and says, in remarks, what else may be written there. Nothing that is there is overwritten."
    ),
    configure=_configure,
    run=_run,
)

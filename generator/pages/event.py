"""The page of an event: its forums by day and hall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.addresses import FORUMS, Address, event_address, forum_address, organisation_address
from generator.model.dates import ClockTime, PartialDate
from generator.model.event import Event
from generator.model.forum import Forum
from generator.model.session import Session
from generator.pages.edition import Edition
from generator.pages.forum_lines import counted, forums_of, recorded_words
from generator.pages.frame import Frame, SideItem, Step, framed_page
from generator.pages.page import Page
from generator.pages.programme_list import Moment, moment
from generator.pages.programme_notes import OFF
from generator.pages.said import Said, joined
from generator.pages.templating import Templates
from generator.pages.when import by_calendar, date_words, day_of, range_words

_LAST = ClockTime(24 * 60 - 1)


@dataclass(frozen=True, slots=True)
class _Part:
    """What one forum has in one hall on one day."""

    forum: Forum
    day: PartialDate
    hall: Markup
    sessions: tuple[Session, ...]

    @property
    def timed(self) -> tuple[Session, ...]:
        """The sessions that have times: those that took place then, or else those that should have."""
        timed = tuple(one for one in self.sessions if one.start)
        return tuple(one for one in timed if one.status not in OFF) or timed

    @property
    def start(self) -> ClockTime | None:
        """When the first session began."""
        return min((one.start for one in self.timed if one.start), default=None)

    @property
    def end(self) -> ClockTime | None:
        """When the last session ended; None where that is not known, since one without an end began later."""
        ends = [one.end for one in self.timed if one.end]
        starts = [one.start for one in self.timed if one.start]
        return max(ends) if ends and max(ends) > max(starts) else None


@dataclass(frozen=True, slots=True)
class _Line:
    """A forum in a hall on a day, as the page shows it."""

    start: Moment | None
    end: Moment | None
    title: Said
    href: str
    facts: Markup


def event_page(edition: Edition, templates: Templates, event: Event) -> Page:
    """Return the page of an event: dates, place, website, and its forums by day and hall."""
    here = event_address(event.id)
    title = edition.say(event.title)
    facts: list[Said] = []
    if event.dates:
        first, last = event.dates.from_, event.dates.to or event.dates.from_
        facts.append(Said(range_words(first, last, edition.language), edition.language))
    if event.place:
        facts.append(edition.say(event.place))
    days = _days(edition, event, here)
    values = {
        "words": edition.words,
        "title": title,
        "also": edition.also(event.title),
        "facts": facts,
        "url": event.url,
        "days": days,
    }
    toc = [SideItem(Said(str(day["title"]), edition.language), f"#{day['id']}") for day in days]
    frame = Frame(
        kind="event",
        section="forums",
        address=here,
        title=title,
        description=edition.words("list.dot").join(one.text for one in (title, *facts)),
        path=(Step(Said(edition.words("nav.forums"), edition.language), FORUMS),),
        toc=(edition.words("nav.page"), toc) if len(toc) > 1 else None,
    )
    return framed_page(edition, frame, templates.page("event.md", values))


def _days(edition: Edition, event: Event, here: Address) -> list[dict[str, object]]:
    parts = [part for forum in forums_of(edition, event) for part in _parts(edition, forum)]
    found: list[dict[str, object]] = []
    # A day that is not fully known comes after those that it may be one of.
    for number, day in enumerate(sorted({part.day for part in parts}, key=by_calendar), start=1):
        title = date_words(day, edition.language, weekday=True)
        if not day.day:
            title = edition.words("forum.day_unknown", date=title)
        of_day = sorted((part for part in parts if part.day == day), key=_by_time)
        # Halls in the order in which their days begin; what was in none that is known comes last.
        halls: dict[str, list[_Part]] = {}
        for part in sorted(of_day, key=lambda part: not str(part.hall)):
            halls.setdefault(str(part.hall), []).append(part)
        found.append(
            {
                "id": f"day-{number}",
                "title": title,
                "halls": [
                    {
                        "title": here_parts[0].hall
                        or (edition.words("event.no_place") if len(halls) > 1 else ""),
                        "forums": [_line(edition, part, here) for part in here_parts],
                    }
                    for here_parts in halls.values()
                ],
            }
        )
    return found


def _by_time(part: _Part) -> tuple[ClockTime, bool, str]:
    return part.start or _LAST, part.start is None, part.forum.id


def _parts(edition: Edition, forum: Forum) -> Iterator[_Part]:
    """Yield what a forum has in each hall on each day; one without sessions has itself on its day."""
    venue = edition.maybe(forum.venue, forum.language)
    found: dict[tuple[PartialDate, str], tuple[Markup, list[Session]]] = {}
    for session in forum.children(None):
        hall = _hall(edition, (venue, edition.maybe(session.room, forum.language)))
        key = (day_of(forum, session), str(hall))
        found.setdefault(key, (hall, []))[1].append(session)
    for (day, _), (hall, sessions) in found.items():
        yield _Part(forum, day, hall, tuple(sessions))
    if not found:
        yield _Part(forum, forum.date, _hall(edition, (venue,)), ())


def _hall(edition: Edition, places: Sequence[Said | None]) -> Markup:
    return joined(edition.words("punctuation.separator"), places)


def _line(edition: Edition, part: _Part, here: Address) -> _Line:
    words, forum = edition.words, part.forum
    organisers = joined(
        words("list.comma"),
        (
            Markup('<a href="{}">{}</a>').format(
                edition.link(here, organisation_address(one)), edition.organisation(one)
            )
            for one in forum.organisers
        ),
    )
    told: list[Said | Markup | str] = [
        words("forum.sessions", count=counted(part.sessions)),
        recorded_words(edition, forum, part.sessions),
    ]
    if organisers:
        told.append(joined(words("punctuation.colon"), (words("forum.organisers"), organisers)))
    return _Line(
        moment(forum, part.day, part.start),
        moment(forum, part.day, part.end),
        edition.say(forum.title, forum.language),
        edition.link(here, forum_address(forum.id)),
        joined(words("list.dot"), told),
    )

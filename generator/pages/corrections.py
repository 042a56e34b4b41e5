"""The page of everything that was corrected after publication."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.addresses import ABOUT, CORRECTIONS, Address, host_address, session_address
from generator.model.dates import PartialDate
from generator.model.forum import Forum
from generator.model.identifiers import HOST, Mark, SessionId
from generator.model.language import Language
from generator.model.record import Correction, Record
from generator.model.record_text import paragraph_of
from generator.pages.edition import Edition
from generator.pages.frame import Frame, SideItem, Step, framed_page
from generator.pages.making import Making, PageJob
from generator.pages.marks_shown import marks_shown
from generator.pages.page import Page
from generator.pages.programme_list import has_page
from generator.pages.record_choice import published_languages, written_record
from generator.pages.said import Said
from generator.pages.templating import Templates
from generator.pages.when import date_words


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A correction in the list.

    Attributes:
        on: When.
        machine: When, for machines.
        date: When, in words.
        what: What was wrong and what stands there now.
        title: The session, or the host's words.
        href: Its page.
        forum: The forum's title.
        paragraph: Where the paragraph is; empty where none is named, or this edition does not show it.
        text: The language of the text that was corrected, in words; empty for the text that is shown.
    """

    on: PartialDate
    machine: str
    date: str
    what: Said
    title: Said
    href: str
    forum: Said
    paragraph: str
    text: str


def corrections_pages(making: Making) -> Iterator[PageJob]:
    """Yield the page of the corrections; there is one on every site."""
    yield PageJob(CORRECTIONS, partial(_corrections_page, making.edition, making.templates))


def _corrections_page(edition: Edition, templates: Templates) -> Page:
    words = edition.words
    years = [
        {"id": f"y{year}", "title": str(year), "lines": list(lines)}
        for year, lines in itertools.groupby(correction_lines(edition), lambda line: line.on.year)
    ]
    repository, contact = edition.site.repository, edition.site.contact
    values: dict[str, object] = {
        "words": words,
        "years": years,
        "page_correctable": repository is not None,
        "contact": contact or "",
    }
    toc = [SideItem(Said(str(year["title"]), edition.language), f"#{year['id']}") for year in years]
    frame = Frame(
        kind="corrections",
        section="about",
        address=CORRECTIONS,
        title=Said(words("nav.corrections"), edition.language),
        description=words("correction.lead"),
        path=(Step(Said(words("nav.about"), edition.language), ABOUT),),
        toc=(words("nav.page"), toc) if len(toc) > 1 else None,
    )
    return framed_page(edition, frame, templates.page("corrections.md", values))


def correction_lines(edition: Edition) -> tuple[CorrectionLine, ...]:
    """Return every correction of every published record, the newest first.

    What was corrected in several languages of a session at once is told once, in the words of the text that
    the edition shows; what was corrected in a translation alone is told too, and in which.
    """
    found: list[CorrectionLine] = []
    for forum in edition.held.forums.values():
        for session in forum.sessions:
            if has_page(session) and edition.shows_record(forum, session):
                title = edition.say(session.title, forum.language)
                address = session_address(forum.id, session.id)
                found += _lines(edition, forum, session.id, (title, address))
        title = Said(edition.words("host.title"), edition.language)
        found += _lines(edition, forum, HOST, (title, host_address(forum.id)))
    return tuple(sorted(found, key=lambda line: line.on, reverse=True))


def _lines(
    edition: Edition, forum: Forum, name: SessionId, page: tuple[Said, Address]
) -> Iterator[CorrectionLine]:
    languages = published_languages(edition, forum, name)
    if not any(edition.held.heads[forum.id, name, language].corrections for language in languages):
        return
    shown = written_record(edition, forum, name)
    if shown is None:
        return
    title, address = page
    published = {language: edition.held.records[forum.id, name, language] for language in languages}
    there = marks_shown(edition, forum, name)
    for record, one in _told_once(shown, published):
        anchor = _place(shown, record, one.at, there) if one.at else ""
        language = edition.words(f"language.name.{record.language}")
        yield CorrectionLine(
            on=one.on,
            machine=str(one.on),
            date=date_words(one.on, edition.language),
            what=_in_words_of(edition, one, record.language),
            title=title,
            href=edition.link(CORRECTIONS, address),
            forum=edition.say(forum.title, forum.language),
            paragraph=edition.link(CORRECTIONS, address, anchor) if anchor else "",
            text="" if record is shown else edition.words("correction.of_text", language=language),
        )


def _told_once(shown: Record, records: Mapping[Language, Record]) -> Iterator[tuple[Record, Correction]]:
    """Yield the corrections of the text that is shown, and of the others those that are not among them.

    Of the same day and paragraph, as many are told as the language with the most of them has.
    """
    told: Counter[tuple[PartialDate, Mark | None]] = Counter()
    ordered: Sequence[Record] = (shown, *(one for one in records.values() if one is not shown))
    for record in ordered:
        own: Counter[tuple[PartialDate, Mark | None]] = Counter()
        for one in record.head.corrections:
            key = (one.on, one.at)
            own[key] += 1
            if own[key] > told[key]:
                yield record, one
        told |= own


def _place(shown: Record, record: Record, mark: Mark, there: Collection[Mark]) -> str:
    """Return the paragraph that a correction is of, or that its mark leads to; empty where none is shown."""
    led_to = paragraph_of(record, mark) or mark
    led_to = paragraph_of(shown, led_to) or led_to
    return led_to if led_to in there else ""


def _in_words_of(edition: Edition, one: Correction, language: Language) -> Said:
    if language is edition.language:
        return Said(one.what, language)
    if language.other_script is edition.language:
        return Said(edition.script.convert(one.what, language, edition.language), edition.language)
    return Said(one.what, language, foreign=True)

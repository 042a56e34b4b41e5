"""How a page says that it is cited: what the citations need to know, and their pieces as HTML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape

from markupsafe import Markup

from generator.addresses import session_address
from generator.citations.apa import apa
from generator.citations.bibtex import bibtex
from generator.citations.csl_json import csl_json
from generator.citations.gbt7714 import gbt7714
from generator.citations.work import Citation, Part, Piece, Work
from generator.language.name_parts import name_parts
from generator.model.dates import PartialDate
from generator.model.forum import Forum
from generator.model.identifiers import HOST, PersonId, SessionId
from generator.model.language import Language
from generator.model.name_parts import NameParts
from generator.model.record import Record, Writer
from generator.model.session import Appearance, Attendance, RecordState, Role, Session, SessionStatus
from generator.pages.edition import Edition
from generator.pages.guests import those_heard
from generator.pages.record_choice import Choice
from generator.pages.said import Said
from generator.pages.when import day_of, forum_days

_SPOKE = frozenset({Role.SPEAKER, Role.PANELIST, Role.GUEST})
_LED = frozenset({Role.MODERATOR, Role.HOST, Role.CHAIR})
_PRINTED = (("GB/T 7714-2015", gbt7714), ("APA 7", apa))
_FILES = (("BibTeX", bibtex), ("CSL-JSON", csl_json))


def session_citation(
    edition: Edition, forum: Forum, session: Session, choice: Choice | None
) -> dict[str, object] | None:
    """Return what the template `cite.md` needs for a session.

    Args:
        edition: Whose page it is for.
        forum: The session's forum.
        session: The session.
        choice: Its record as the edition shows it, or None where none is published.

    Returns:
        None for what is not to be cited: a session that is withheld, or that was perhaps not held.
    """
    uncertain = choice is None and session.status is not SessionStatus.HELD
    if uncertain or session.record is RecordState.WITHHELD:
        return None

    def title(of: Edition) -> Said:
        return of.say(session.title, forum.language)

    day = day_of(forum, session)
    people = those_heard(edition, forum, session)
    return _values(edition, _work(edition, forum, session.id, choice, people, title, day))


def host_citation(edition: Edition, forum: Forum, choice: Choice) -> dict[str, object]:
    """Return what the template `cite.md` needs for what the host of a forum says."""

    def title(of: Edition) -> Said:
        return Said(of.words("host.title"), of.language)

    return _values(edition, _work(edition, forum, HOST, choice, forum.people, title, forum_days(forum)[0]))


def _work(  # noqa: PLR0913, PLR0917 - what a citation is made of
    edition: Edition,
    forum: Forum,
    name: SessionId,
    choice: Choice | None,
    people: Sequence[Appearance],
    title: Callable[[Edition], Said],
    day: PartialDate,
) -> Work:
    event = edition.held.events[forum.event]
    event_title = edition.say(event.title).text
    forum_title = edition.say(forum.title, forum.language).text
    authors, chairs = _people(edition, people)
    original = replace(edition, language=choice.record.language) if choice and choice.foreign else edition
    own, here = title(original), title(edition)
    return Work(
        key=f"{forum.id}-{name}",
        url=edition.addresses.absolute(edition.language, session_address(forum.id, name)),
        page=edition.language,
        language=original.language,
        title=own.text,
        title_language=own.language,
        translated="" if own.text == here.text else here.text,
        authors=authors,
        chairs=chairs,
        chaired=edition.words("cite.moderator"),
        nature=_nature(edition, choice.record if choice else None),
        forum=forum_title,
        event="" if event_title in forum_title else event_title,
        place=edition.say(event.place).text if event.place else "",
        date=day,
        accessed=edition.words("cite.accessed"),
    )


def _people(
    edition: Edition, people: Sequence[Appearance]
) -> tuple[tuple[NameParts, ...], tuple[NameParts, ...]]:
    """Return who spoke and who led; where nobody else spoke, those who led are the authors."""
    there = [one for one in people if one.attended is not Attendance.ABSENT]
    spoke = tuple(_name(edition, one.person) for one in there if _SPOKE.intersection(one.roles))
    led = tuple(
        _name(edition, one.person)
        for one in there
        if _LED.intersection(one.roles) and not _SPOKE.intersection(one.roles)
    )
    return (spoke, led) if spoke else (led, ())


def _name(edition: Edition, person: PersonId) -> NameParts:
    one = edition.person(person)
    chinese = one.names.get(Language.HANS) or one.names.get(Language.HANT)
    return name_parts(edition.name(person).text, sort=one.sort, ideographs=chinese)


def _nature(edition: Edition, record: Record | None) -> tuple[str, ...]:
    """Return what is cited, piece by piece, so that nobody takes a machine's summary for what was said."""
    words = edition.words
    if record is None:
        return (words("cite.session"),)
    head = record.head
    pieces = [words(f"cite.form.{head.form}")]
    if head.translated_from:
        language = words(f"language.name.{head.translated_from}")
        pieces.append(words(f"cite.translated.{head.written_by}", language=language))
    elif head.written_by is Writer.MACHINE:
        pieces.append(words("cite.machine"))
    return (*pieces, *(() if head.checked else (words("cite.unchecked"),)))


def _values(edition: Edition, work: Work) -> dict[str, object]:
    printed = _PRINTED if edition.language.is_chinese else tuple(reversed(_PRINTED))
    return {
        "key": work.key,
        "url": work.url,
        "styles": [
            {"name": name, "code": code, "text": _html(write(work), work, title=write is apa)}
            for styles, code in ((printed, False), (_FILES, True))
            for name, write in styles
        ],
    }


def _html(citation: Citation, work: Work, *, title: bool) -> Markup:
    return Markup().join(_piece(piece, work, title=title) for piece in citation)


def _piece(piece: Piece, work: Work, *, title: bool) -> Markup:
    """Return a piece for HTML; what a script changes has an element of its own."""
    foreign = work.title_language is not work.page
    if piece.part is Part.WORDS or (piece.part is Part.TITLE and not title and not foreign):
        # A file of data is half quotation marks; outside attributes they may stand.
        return Markup(escape(piece.text, quote=False))  # noqa: S704 - escaped
    if piece.part is Part.TITLE:
        tag = "cite" if title else "span"
        lang = Markup(' lang="{}"').format(work.title_language) if foreign else Markup()
        return Markup("<{0}{1}>{2}</{0}>").format(tag, lang, piece.text)
    pattern = Markup(' data-pattern="{}"').format(piece.pattern) if piece.pattern else Markup()
    return Markup('<span data-cite="{}"{}>{}</span>').format(piece.part, pattern, piece.text)

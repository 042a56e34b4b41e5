"""Which record of a session an edition shows, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model.forum import Forum
from generator.model.identifiers import HOST, SessionId
from generator.model.language import Language
from generator.model.record import Record, Writer
from generator.model.session import RecordState, Session, SessionStatus
from generator.pages.edition import Edition
from generator.pages.record_script import in_script
from generator.pages.said import joined, sentence
from generator.pages.terms_first_said import FirstPlace, with_term_links
from generator.pages.translated import Translated, as_translated
from generator.pages.when import date_words


@dataclass(frozen=True, slots=True)
class Choice:
    """A record as an edition shows it.

    Attributes:
        record: In the edition's script where that is possible.
        written: What it was written in.
        foreign: It is in another language than the page.
        converted: Its script was changed by the program.
        translated: How it stands to its source, where it is a translation.
    """

    record: Record
    written: Language
    foreign: bool
    converted: bool
    translated: Translated | None = None

    @property
    def text(self) -> Record:
        """The record with what is missing in a translation put in, as pages show it."""
        return self.translated.record if self.translated else self.record


def choose_record(
    edition: Edition, forum: Forum, session: Session, terms: Sequence[FirstPlace] = ()
) -> Choice | None:
    """Return the record that readers of an edition get, or None where none is published.

    The edition's own language is best, then its other script, then the forum's language, then any.

    Args:
        edition: Whose readers.
        forum: The session's forum.
        session: The session.
        terms: The words in it that shall lead to explanations.
    """
    record = written_record(edition, forum, session.id) if edition.shows_record(forum, session) else None
    return _as_shown(edition, record, terms) if record else None


def choose_host_record(edition: Edition, forum: Forum, terms: Sequence[FirstPlace] = ()) -> Choice | None:
    """Return what readers of an edition get of the host's words, or None where they are not published."""
    record = written_record(edition, forum, HOST)
    return _as_shown(edition, record, terms) if record else None


def _as_shown(edition: Edition, record: Record, terms: Sequence[FirstPlace]) -> Choice:
    language = record.language
    converted = language.other_script is edition.language
    shown = with_term_links(record, terms)
    if converted:
        shown = in_script(shown, edition.language, edition.script)
    forum = edition.held.forums[record.forum]

    def on_page(other: Language) -> Record | None:
        return written_record(replace(edition, language=other), forum, record.session)

    translated = as_translated(edition, record, shown, on_page)
    return Choice(shown, language, not converted and language is not edition.language, converted, translated)


def written_record(edition: Edition, forum: Forum, session: SessionId) -> Record | None:
    """Return the written record that an edition shows or converts; None where none may be shown.

    Args:
        edition: Whose readers.
        forum: The record's forum; says whether what nobody has checked is shown.
        session: A session that has a published record, or `host`.
    """
    language = shown_language(edition, forum, session)
    return edition.held.records[forum.id, session, language] if language else None


def shown_language(edition: Edition, forum: Forum, session: SessionId) -> Language | None:
    """Return what the record that `written_record` gives is written in; asks for no text of a record."""
    there = published_languages(edition, forum, session)
    wanted = (*edition.language.sources(), *forum.language.sources(), *there)
    return next((language for language in wanted if language in there), None)


def published_languages(edition: Edition, forum: Forum, session: SessionId) -> tuple[Language, ...]:
    """Return the languages of the written records that may be shown.

    These are checked ones, and others where the forum shows them.

    Args:
        edition: Whose readers.
        forum: The records' forum.
        session: A session that has a published record, or `host`.
    """
    held = edition.held
    return tuple(
        language
        for language in held.written(forum.id, session)
        if forum.publish_unchecked or held.heads[forum.id, session, language].checked
    )


@dataclass(frozen=True, slots=True)
class State:
    """What a record is, in a sentence, and the class of the sign before it."""

    words: Markup | str
    css: str


def record_state(edition: Edition, session: Session, choice: Choice | None) -> State:
    """Return what readers must know of a record before they read it."""
    words = edition.words
    if choice is None and session.status is not SessionStatus.HELD:
        # Nothing may be said of a recording of what did not take place, or perhaps did not.
        return State(words(f"status.{session.status}"), "fp-state fp-state--none")
    if choice is None:
        key = {
            RecordState.PUBLISHED: "record.not_published_unchecked",
            RecordState.HOST: "record.not_published_unchecked",
            RecordState.PENDING: "record.pending_long",
            RecordState.NONE: "record.none_long",
            RecordState.WITHHELD: "record.withheld_long",
        }[session.record]
        return State(words(key), "fp-state fp-state--none")
    return made_state(edition, choice.record)


def made_state(edition: Edition, record: Record) -> State:
    """Return how a record was made and who has checked it."""
    words = edition.words
    head = record.head
    made = words(f"state.made.{head.form}.{head.written_by}")
    told = sentence(words, "state.sentence", made=made, checked=checked_words(edition, record))
    machine = head.written_by is Writer.MACHINE and not head.checked
    return State(told, "fp-state" + (" fp-state--machine" if machine else ""))


def checked_words(edition: Edition, record: Record) -> Markup | str:
    """Return who has checked a record, as what and when; or that nobody has."""
    words = edition.words
    if not record.head.checked:
        return words("state.unchecked")
    checks = [
        sentence(
            words,
            "state.check",
            who=edition.name(check.by),
            role=words(f"checker.{check.as_}"),
            date=date_words(check.on, edition.language),
        )
        for check in record.head.checked
    ]
    return sentence(words, "state.checked", list=joined(words("list.comma"), checks))

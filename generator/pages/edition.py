"""The proceedings as the site of one language shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from generator.addresses import Address, Addresses
from generator.language.ideographs import IDEOGRAPH
from generator.language.script import ScriptConverter
from generator.language.words import Words
from generator.model.forum import Forum
from generator.model.identifiers import HOST, ForumId, OrganisationId, PersonId, SessionId
from generator.model.language import Language
from generator.model.person import Person
from generator.model.proceedings import Proceedings
from generator.model.session import Appearance, RecordState, Session
from generator.model.site import Site
from generator.model.text import LocalizedText
from generator.pages.said import Said
from generator.pages.when import day_of


@dataclass(frozen=True, slots=True)
class Appeared:
    """Where a person appears, by name alone.

    Attributes:
        forum: The forum.
        session: The session; None for the whole forum.
        number: Which of its appearances it is.
    """

    forum: ForumId
    session: SessionId | None
    number: int


def appearances_of(held: Proceedings) -> Mapping[PersonId, tuple[Appeared, ...]]:
    """Return where each person appears, the latest first."""
    found: dict[PersonId, list[tuple[tuple[int, ...], Appeared]]] = {}
    for forum in held.forums.values():
        for number, one in enumerate(forum.people):
            appeared = Appeared(forum.id, None, number)
            found.setdefault(one.person, []).append((_when(forum, None), appeared))
        for session in forum.sessions:
            for number, one in enumerate(session.people):
                appeared = Appeared(forum.id, session.id, number)
                found.setdefault(one.person, []).append((_when(forum, session), appeared))
    return {
        person: tuple(one for _, one in sorted(all_, key=itemgetter(0))) for person, all_ in found.items()
    }


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that the pages of one language are made from.

    Attributes:
        language: What the pages are in.
        site: What the maintainer set.
        held: The content.
        vocabularies: The words of the interface, for every language.
        script: Turns one Chinese script into the other.
        addresses: Where everything lives.
        appeared: Where each person appears (`appearances_of`); found when it is not given.
    """

    language: Language
    site: Site
    held: Proceedings
    vocabularies: Mapping[Language, Words]
    script: ScriptConverter
    addresses: Addresses
    appeared: Mapping[PersonId, tuple[Appeared, ...]] | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Find where people appear, once for all pages."""
        if self.appeared is None:
            object.__setattr__(self, "appeared", appearances_of(self.held))

    @property
    def words(self) -> Words:
        """The words of the interface in the language of the pages."""
        return self.vocabularies[self.language]

    def say(self, text: LocalizedText, spoken: Language = Language.HANS) -> Said:
        """Return a text for the readers of this edition.

        Args:
            text: What editors wrote.
            spoken: The language that it is shown in where neither this one nor its other script is there.
        """
        language, words = text.nearest(self.language, spoken)
        if language is self.language:
            return Said(words, language)
        if language.other_script is self.language:
            return Said(self.script.convert(words, language, self.language), self.language)
        return Said(words, language, foreign=True)

    def maybe(self, text: LocalizedText | None, spoken: Language = Language.HANS) -> Said | None:
        """Return `say` of a text that may be missing."""
        return None if text is None else self.say(text, spoken)

    def also(self, text: LocalizedText) -> Said | None:
        """Return the text in the other great language of the site, for a line under a title."""
        other = Language.HANS if self.language is Language.EN else Language.EN
        written = text.get(other) or (text.get(Language.HANT) if other is Language.HANS else None)
        if written is None or self.say(text).text == written:
            return None
        language = other if text.get(other) else Language.HANT
        return Said(written, language, foreign=True)

    def alias(self, text: str, *, name: bool) -> Said:
        """Return another form of a word or name, which is written without its language.

        Args:
            text: What the editor wrote; with ideographs it is taken for Simplified Chinese, else for a form
                that every language shares.
            name: Of a person or organisation: such forms are never left to the converter.
        """
        if not IDEOGRAPH.search(text):
            return Said(text, self.language)
        if name or self.language is Language.EN:
            return Said(text, Language.HANS, foreign=self.language is not Language.HANS)
        return self.say(LocalizedText(((Language.HANS, text),)))

    def person(self, person: PersonId) -> Person:
        """Return a person."""
        return self.held.people[person]

    def name(self, person: PersonId) -> Said:
        """Return a person's name."""
        return self.say(self.held.people[person].names)

    def organisation(self, organisation: OrganisationId) -> Said:
        """Return an organisation's name."""
        return self.say(self.held.organisations[organisation].name)

    def link(self, here: Address, there: Address, anchor: str = "") -> str:
        """Return the address of another page of this edition, as a link on a page writes it."""
        return self.addresses.relative((self.language, here), (self.language, there), anchor)

    def shows_record(self, forum: Forum, session: Session) -> bool:
        """Whether a session's record is published: it is there, and checked or allowed unchecked."""
        return session.record is RecordState.PUBLISHED and self._may_show(forum, session.id)

    def shows_host(self, forum: Forum) -> bool:
        """Whether what the host says between the sessions is published; by the rules of any record."""
        return self._may_show(forum, HOST)

    def shows_words(self, forum: Forum, session: Session) -> bool:
        """Whether what was said in a session can be read: in its own record, or in the host's."""
        in_hosts = session.record is RecordState.HOST and self.shows_host(forum)
        return in_hosts or self.shows_record(forum, session)

    def has_checked(self, forum: Forum, session: Session) -> bool:
        """Whether someone has checked what can be read of a session."""
        name = HOST if session.record is RecordState.HOST else session.id
        return self.shows_words(forum, session) and any(
            self.held.heads[forum.id, name, language].checked
            for language in self.held.written(forum.id, name)
        )

    def _may_show(self, forum: Forum, name: SessionId) -> bool:
        languages = self.held.written(forum.id, name)
        heads = [self.held.heads[forum.id, name, language] for language in languages]
        return any(forum.publish_unchecked or head.checked for head in heads)

    def appearances(self, person: PersonId) -> tuple[tuple[Forum, Session | None, Appearance], ...]:
        """Return every appearance of a person, the latest first; without a session, of a whole forum."""
        return tuple(self._appearance(one) for one in (self.appeared or {}).get(person, ()))

    def _appearance(self, one: Appeared) -> tuple[Forum, Session | None, Appearance]:
        forum = self.held.forums[one.forum]
        session = forum.session(one.session) if one.session else None
        return forum, session, (session or forum).people[one.number]


def _when(forum: Forum, session: Session | None) -> tuple[int, ...]:
    date = day_of(forum, session) if session else forum.date
    # What belongs to something larger and says no time of its own comes where that comes.
    while session and not session.start and session.parent:
        session = forum.session(session.parent)
    minutes = session.start.minutes if session and session.start else -1
    return (-date.year, -date.month, -date.day, minutes)

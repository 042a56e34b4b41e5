"""Who speaks: the line that opens a turn of a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.addresses import person_address
from generator.model.identifiers import PersonId
from generator.model.record import Turn
from generator.model.session import Role
from generator.pages.edition import Edition
from generator.pages.engine_markdown import escape_text, open_tag
from generator.pages.monogram import monograms
from generator.pages.namesakes import told_apart
from generator.pages.portrait import portrait_source
from generator.pages.said import Said
from generator.pages.subject import Subject

_LEADING = {Role.MODERATOR, Role.HOST, Role.CHAIR}


@dataclass(frozen=True, slots=True)
class Voices:
    """How the people of a record are told apart at their turns.

    Attributes:
        signs: Their monograms.
        portraits: The addresses of their pictures, of those who have one.
        numbers: Their places among the people, from 1; the hue goes by it.
        apart: What tells people of the same name apart.
    """

    signs: Mapping[PersonId, str]
    portraits: Mapping[PersonId, str]
    numbers: Mapping[PersonId, int]
    apart: Mapping[PersonId, Said]

    @classmethod
    def of(cls, edition: Edition, subject: Subject) -> Voices:
        """Return the voices of what a record is of."""
        people = [appearance.person for appearance in subject.people]
        return cls(
            monograms(edition, people),
            {one: source for one in people if (source := portrait_source(edition, one, subject.here))},
            {person: number for number, person in enumerate(people, 1)},
            told_apart(edition, subject.forum, subject.people),
        )


def turn_line(edition: Edition, subject: Subject, voices: Voices, turn: Turn, *, foreign: bool) -> str:
    """Write the line that says who begins to speak, as a block of HTML that the engine reads.

    Args:
        edition: Whose page it is for.
        subject: What the record is of.
        voices: Of the same.
        turn: Who speaks.
        foreign: The record around it is in another language; who speaks is said in the page's.
    """
    words = edition.words
    lang = {"lang": edition.language.value} if foreign else {}
    opening = open_tag("p", classes=["fp-turn"], markdown="span", **lang)
    if turn.person is None:
        return f"{opening}<b>{escape_text(words(f'speaker.{turn.unnamed}'))}</b></p>"
    appearance = subject.appearance(turn.person)
    leading = [role for role in appearance.roles if role in _LEADING] if appearance else []
    said = edition.name(turn.person)
    other = {"lang": said.lang} if said.lang else {}
    address = edition.link(subject.here, person_address(turn.person))
    name = f"<b>{open_tag('a', href=address, **other)}{escape_text(said.text)}</a></b>"
    told = [Said(words(f"role.{leading[0]}"), edition.language)] if leading else []
    apart = voices.apart.get(turn.person)
    if apart:
        told.append(apart)
    role = "".join(f" {_role(one)}" for one in told)
    return f"{opening}{_sign(voices, turn, leads=bool(leading))}{name}{role}</p>"


def _sign(voices: Voices, turn: Turn, *, leads: bool) -> str:
    person = turn.person or PersonId("")
    portrait = voices.portraits.get(person)
    if portrait:
        size = {"width": "32", "height": "32", "loading": "lazy"}
        return open_tag("img", classes=["fp-face"], src=portrait, alt="", **size)
    sign = voices.signs.get(person, turn.label[:1])
    hue = 1 + (voices.numbers.get(person, 1) - 1) % 6
    classes = [
        "fp-mono",
        "fp-mono--lead" if leads else f"v{hue}",
        *(["fp-mono--2"] if len(sign) > 1 else []),
    ]
    return f"{open_tag('span', classes=classes, aria_hidden='true')}{escape_text(sign)}</span>"


def _role(said: Said) -> str:
    lang = {"lang": said.lang} if said.lang else {}
    return f"{open_tag('span', classes=['fp-role'], **lang)}{escape_text(said.text)}</span>"

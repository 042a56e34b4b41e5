"""People of a session or a forum, as lists show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.addresses import Address, organisation_address, person_address
from generator.model.forum import Forum
from generator.model.language import Language
from generator.model.session import Affiliation, Appearance, Attendance, Role
from generator.pages.edition import Edition
from generator.pages.monogram import monograms
from generator.pages.namesakes import told_apart
from generator.pages.portrait import portrait_source
from generator.pages.said import Said, joined

_LEADING = {Role.MODERATOR, Role.HOST, Role.CHAIR}


@dataclass(frozen=True, slots=True)
class Belonging:
    """An organisation with its page, and the position of that day.

    Attributes:
        organisation: Its name.
        href: Its page.
        position: As given that day, or None.
        position_first: English says the position before the organisation, Chinese after it.
    """

    organisation: Said
    href: str
    position: Said | None
    position_first: bool


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in a list.

    Attributes:
        name: As the edition writes it.
        href: The person's page.
        sure: Whether the spelling is certain.
        sign: The monogram.
        classes: CSS classes of the monogram.
        portrait: The address of the person's picture, which stands in the place of the monogram; or empty.
        roles: In words; empty for a speaker of a talk, where it goes without saying.
        belongings: Organisations and positions of that day.
        attendance: `remote` or `absent` in words, else empty.
        apart: What tells the person from another of the same name in the list; None where names differ.
    """

    name: Said
    href: str
    sure: bool
    sign: str
    classes: str
    portrait: str
    roles: str
    belongings: tuple[Belonging, ...]
    attendance: str
    apart: Said | None = None

    @property
    def apart_beside(self) -> Said | None:
        """The same, where the organisations that are shown do not say it already."""
        shown = {one.organisation.text for one in self.belongings[:1]}
        return self.apart if self.apart and self.apart.text not in shown else None


def person_lines(
    edition: Edition, forum: Forum, appearances: Sequence[Appearance], here: Address
) -> tuple[PersonLine, ...]:
    """Return the people of a list, in its order, each once."""
    once = {one.person: one for one in reversed(appearances)}
    ordered = [one for one in appearances if once[one.person] is one]
    signs = monograms(edition, [one.person for one in ordered])
    apart = told_apart(edition, forum, ordered)
    lines = []
    for number, one in enumerate(ordered):
        sign = signs[one.person]
        hue = "fp-mono--lead" if _LEADING & set(one.roles) else f"v{1 + number % 6}"
        lines.append(
            PersonLine(
                name=edition.name(one.person),
                href=edition.link(here, person_address(one.person)),
                sure=edition.person(one.person).sure,
                sign=sign,
                classes=f"fp-mono {hue}" + (" fp-mono--2" if len(sign) > 1 else ""),
                portrait=portrait_source(edition, one.person, here),
                roles=role_words(edition, one.roles),
                belongings=belongings(edition, forum.language, one.affiliations, here),
                attendance=""
                if one.attended is Attendance.HERE
                else edition.words(f"attended.{one.attended}"),
                apart=apart.get(one.person),
            )
        )
    return tuple(lines)


def role_words(edition: Edition, roles: Sequence[Role]) -> str:
    """Return roles in words; that a speaker speaks goes without saying."""
    shown = [edition.words(f"role.{role}") for role in roles if role is not Role.SPEAKER]
    return edition.words("list.comma").join(shown)


def belonging_words(edition: Edition, spoken: Language, affiliations: Sequence[Affiliation]) -> Markup:
    """Return the first of the affiliations of a day in words, without links; empty where there is none."""
    if not affiliations:
        return Markup()
    one = affiliations[0]
    parts = [edition.organisation(one.organisation), edition.maybe(one.position, spoken)]
    if edition.language is Language.EN:
        parts.reverse()
    return joined(edition.words("punctuation.separator"), parts)


def belongings(
    edition: Edition, spoken: Language, affiliations: Sequence[Affiliation], here: Address
) -> tuple[Belonging, ...]:
    """Return the affiliations of a day for a page."""
    return tuple(
        Belonging(
            edition.organisation(one.organisation),
            edition.link(here, organisation_address(one.organisation)),
            edition.maybe(one.position, spoken),
            position_first=edition.language is Language.EN,
        )
        for one in affiliations
    )

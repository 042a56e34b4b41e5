"""The pictures of people."""

from __future__ import annotations

from generator.addresses import Address, person_image
from generator.model.identifiers import PersonId
from generator.pages.edition import Edition


def portrait_source(edition: Edition, person: PersonId, here: Address) -> str:
    """Return where a person's picture is, as a page writes it; empty where there is none.

    Who made it, and by what leave it is shown, the person's own page says.
    """
    portrait = edition.person(person).portrait
    if portrait is None:
        return ""
    return edition.addresses.relative_file((edition.language, here), person_image(portrait.image))

"""What editors wrote in both Chinese scripts, which no converter has to guess."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.model.text import LocalizedText


def written_in_both(held: Proceedings) -> dict[str, str]:
    """Return names and terms that editors wrote in both scripts: the Traditional form by the Simplified."""
    found: dict[str, str] = {}
    texts: Iterable[LocalizedText] = (
        *(person.names for person in held.people.values()),
        *(one.name for one in held.organisations.values()),
        *(one.short for one in held.organisations.values() if one.short),
        *(one.term for one in held.terms.values()),
    )
    for text in texts:
        simplified, traditional = text.get(Language.HANS), text.get(Language.HANT)
        if simplified and traditional:
            found.setdefault(simplified, traditional)
    return found

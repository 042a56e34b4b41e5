"""The names that are written down: of people, organisations and terms, in their right forms."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.step import Known
from generator.model.organisation import Organisation
from generator.model.term import Term
from generator.model.text import LocalizedText


def names_of(known: Known) -> tuple[str, ...]:
    """Return the right forms of all people, organisations and terms, of two characters and more."""
    held = known.held
    forms = {form for person in held.people.values() for form in person.all_forms}
    entries: list[Organisation | Term] = [*held.organisations.values(), *held.terms.values()]
    for entry in entries:
        forms.update(_forms(entry))
    return tuple(sorted(form for form in forms if len(form) > 1))


def _forms(entry: Organisation | Term) -> Iterator[str]:
    yield from entry.aliases
    yield from _texts(entry.name if isinstance(entry, Organisation) else entry.term)
    if isinstance(entry, Organisation) and entry.short:
        yield from _texts(entry.short)


def _texts(text: LocalizedText) -> Iterator[str]:
    return (words for _, words in text.texts)

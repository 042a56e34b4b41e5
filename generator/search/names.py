"""How people, organisations and terms may be asked for, and what then is looked up in their place.

A query is widened by this table in the browser; pages are not stuffed with forms that nobody reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.addresses import Address, organisation_address, person_address, term_address
from generator.language.ideographs import IDEOGRAPHS
from generator.language.pinyin import readings, surname_length, syllable_of
from generator.model.organisation import Organisation
from generator.model.person import Person
from generator.model.term import Term
from generator.model.text import LocalizedText
from generator.pages.edition import Edition
from generator.search.separation import folded, separated_query

Holds = Callable[[str], bool]
_INITIALS_FROM = 2


@dataclass(frozen=True, slots=True)
class Name:
    """How one thing is called.

    Attributes:
        shown: As the edition writes it.
        row: The number of its own entry; -1 without one.
        asked: All ways it may be asked for, folded.
        forms: What stands in the texts for it, folded; the first is the name as it is shown.
    """

    shown: str
    row: int
    asked: tuple[str, ...]
    forms: tuple[str, ...]


def names(edition: Edition, rows: Mapping[Address, int], words: frozenset[str]) -> Iterator[Name]:
    """Yield how everyone and everything is called: people, then organisations, then terms.

    Args:
        edition: Whose readers.
        rows: The numbers of the entries by address.
        words: All tokens of the texts; a form whose tokens are not among them stands nowhere.
    """

    def holds(form: str) -> bool:
        return all(token in words for token, _ in separated_query(form))

    held = edition.held
    for person in held.people.values():
        shown = edition.name(person.id).text
        row = rows.get(person_address(person.id), -1)
        yield _name(shown, row, _asked_person(person), person.all_forms, holds)
    for organisation in held.organisations.values():
        shown = edition.say(organisation.name).text
        forms = _forms_of_organisation(organisation)
        row = rows.get(organisation_address(organisation.id), -1)
        yield _name(shown, row, _asked_word(forms, organisation.misheard), forms, holds)
    for term in held.terms.values():
        shown = edition.say(term.term).text
        forms = _forms_of_term(term)
        row = rows.get(term_address(term.id), -1)
        yield _name(shown, row, _asked_word(forms, term.misheard), forms, holds)


def _name(shown: str, row: int, asked: Iterable[str], forms: Iterable[str], holds: Holds) -> Name:
    first = folded(shown)
    others = (form for form in map(folded, forms) if form and form != first and holds(form))
    ways = dict.fromkeys((first, *map(folded, asked)))
    return Name(shown, row, tuple(way for way in ways if way), tuple(dict.fromkeys((first, *others))))


def _asked_person(person: Person) -> Iterator[str]:
    yield from person.all_forms
    yield from person.misheard
    for form in person.all_forms:
        if IDEOGRAPHS.fullmatch(form):
            syllables = _syllables(form, person.sort) or _syllables(form, None)
            yield from _spelt(syllables, surname_length(form))
        elif " " in form:
            parts = folded(form).split()
            yield "".join(parts)
            yield " ".join((*parts[1:], parts[0]))
            yield " ".join((parts[-1], *parts[:-1]))


def _asked_word(forms: Sequence[str], misheard: Sequence[str]) -> Iterator[str]:
    yield from forms
    yield from misheard
    for form in forms:
        if IDEOGRAPHS.fullmatch(form):
            yield from _joined(_syllables(form, None))


def _syllables(ideographs: str, reading: str | None) -> list[str]:
    """Return how ideographs are read, in letters without tones; ü is `v`."""
    found = readings(ideographs, reading=reading, person=True) or []
    return [syllable_of(one).letters.replace("u'", "v") for one in found]


def _spelt(syllables: Sequence[str], surname: int) -> Iterator[str]:
    """Yield what a name is spelt as: `zhou jingren`, `zhoujingren`, `zjr`, `jingren zhou`."""
    if not syllables:
        return
    for letters in dict.fromkeys((tuple(syllables), tuple(one.replace("v", "u") for one in syllables))):
        family, given = "".join(letters[:surname]), "".join(letters[surname:])
        yield f"{family}{given}"
        yield f"{family} {given}"
        yield f"{given} {family}"
        yield " ".join(letters)
    if len(syllables) >= _INITIALS_FROM:
        yield "".join(one[0] for one in syllables)


def _joined(syllables: Sequence[str]) -> Iterator[str]:
    if syllables:
        yield "".join(syllables)
        yield "".join(syllables).replace("v", "u")


def _forms_of_organisation(one: Organisation) -> tuple[str, ...]:
    return _all(one.name, *([one.short] if one.short else [])) + one.aliases


def _forms_of_term(term: Term) -> tuple[str, ...]:
    return _all(term.term) + term.aliases


def _all(*texts: LocalizedText) -> tuple[str, ...]:
    return tuple(written for text in texts for _, written in text.texts)

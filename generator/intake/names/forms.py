"""The names and terms that may have been said, in all the forms they are said in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from generator.intake.names.letters import romanised, spelling_likeness
from generator.intake.names.words import Dictionary, ideographs, shared_beginnings
from generator.intake.step import Known
from generator.language.surname_readings import COMPOUND_SURNAMES
from generator.model.identifiers import PersonId
from generator.model.language import Language
from generator.model.person import Person
from generator.model.text import LocalizedText

_LONGEST = 16
_YEAR = re.compile(r"^\d{4}年?|\d{4}年?$")
_PROGRAMME_WORD = range(2, 4)


class FormKind(StrEnum):
    """What a form is of."""

    PERSON = "person"
    GIVEN = "given name"
    ADDRESS = "address"
    ORGANISATION = "organisation"
    TERM = "term"
    WORD = "word"


OF_PEOPLE = frozenset({FormKind.PERSON, FormKind.GIVEN, FormKind.ADDRESS})


@dataclass(frozen=True, slots=True)
class Form:
    """A right form.

    Attributes:
        written: As it is to stand.
        kind: What it is of.
        people: Whose name it is; several may share a short form.
        told: What is said of it elsewhere: a definition, for the words around it.
        said: Of a name in Latin letters, how it sounds in Chinese characters.
    """

    written: str
    kind: FormKind
    people: frozenset[PersonId] = frozenset()
    told: str = ""
    said: str = ""

    @property
    def spoken(self) -> str:
        """What it sounds like, a character a syllable."""
        return self.said or self.written


@dataclass(slots=True)
class Forms:
    """All right forms, and what is known to be misheard for them.

    Attributes:
        by_written: Each form once.
        misheard: What recognisers are known to make of a form, by what they make.
        spoken: Names in Latin letters as they sound in Chinese.
    """

    by_written: dict[str, Form] = field(default_factory=dict)
    misheard: dict[str, Form] = field(default_factory=dict)
    spoken: list[Form] = field(default_factory=list)

    def add(self, form: Form) -> None:
        """Add a form; of one that is there already, the first kind stays and people are joined."""
        there = self.by_written.get(form.written)
        if there:
            form = Form(there.written, there.kind, there.people | form.people, there.told or form.told)
        self.by_written[form.written] = form

    def mishear(self, heard: Iterable[str], form: Form) -> None:
        """Add what recognisers are known to make of a form, as an editor listed it."""
        for words in heard:
            self.misheard.setdefault(words, form)

    def __iter__(self) -> Iterator[Form]:
        """All forms."""
        return iter(self.by_written.values())


def forms_of(known: Known, dictionary: Dictionary) -> Forms:
    """Return the right forms of what may be said: people, organisations, terms, words of the trade."""
    forms = Forms()
    _add_people(forms, known)
    for organisation in known.held.organisations.values():
        names = [*_chinese(organisation.name), *_chinese(organisation.short), *organisation.aliases]
        names += [*_latin(organisation.name), *_latin(organisation.short)]
        _add(forms, names, FormKind.ORGANISATION, organisation.misheard)
    _add(forms, _congress(known), FormKind.ORGANISATION)
    for term in known.held.terms.values():
        names = [*_chinese(term.term), *_latin(term.term), *term.aliases]
        _add(forms, names, FormKind.TERM, term.misheard, " ".join(_chinese(term.definition)))
    _add(forms, known.settings.words("names", "words"), FormKind.WORD)
    _add(forms, known.settings.words("names", "latin"), FormKind.WORD)
    for pair in known.settings.words("names", "said"):
        name, said = pair.split("=")
        forms.add(Form(name, FormKind.TERM))
        forms.spoken.append(Form(name, FormKind.TERM, told=forms.by_written[name].told, said=said))
    _add(forms, _words_of_programme(known, dictionary), FormKind.WORD)
    dictionary.learn(form.written for form in forms if form.kind not in {FormKind.ADDRESS, FormKind.GIVEN})
    for start in shared_beginnings(list(forms.by_written), dictionary):
        told = " ".join(form.written for form in forms if form.written.startswith(start))
        forms.add(Form(start, FormKind.TERM, told=told))
    return forms


def _congress(known: Known) -> Iterator[str]:
    """Return what the forum's congress is called by those who are there: without year and town."""
    event = known.held.events.get(known.forum.event)
    for title in _chinese(event.title) if event else ():
        name = _YEAR.sub("", title).strip()
        for place in _chinese(event.place) if event else ():
            name = name.removeprefix(place)
        yield name


def _words_of_programme(known: Known, dictionary: Dictionary) -> Iterator[str]:
    """Words of the forum's programme that no dictionary has: names of what its sessions are about."""
    small = {*known.settings.words("names", "particles"), *known.settings.words("names", "numerals")}
    for session in known.forum.sessions:
        for text in (session.title, session.announced_as, session.abstract):
            for told in _chinese(text):
                for word in dictionary.unknown(told):
                    if len(word) in _PROGRAMME_WORD and ideographs(word) and not set(word) & small:
                        yield word


def _chinese(text: LocalizedText | None) -> list[str]:
    return [name for name in [text.get(Language.HANS)] if name] if text else []


def _latin(text: LocalizedText | None) -> list[str]:
    return [name for _, name in text.texts if name.isascii()] if text else []


def _add(
    forms: Forms, names: Iterable[str], kind: FormKind, misheard: Iterable[str] = (), told: str = ""
) -> None:
    right = [name for name in dict.fromkeys(names) if 1 < len(name) <= _LONGEST * 2]
    for name in right:
        forms.add(Form(name, kind, told=told))
    for heard in misheard:
        alike = [(spelling_likeness(romanised(heard), romanised(name)), name) for name in right]
        _, near = max(alike, key=lambda one: (one[0], one[1].isascii() == heard.isascii()))
        forms.mishear([heard], forms.by_written[near])


def _add_people(forms: Forms, known: Known) -> None:
    here = {one.person for session in known.forum.sessions for one in session.people}
    here |= {one.person for one in known.forum.people}
    titles = known.settings.words("names", "titles")
    for person in known.held.people.values():
        names = [*_chinese(person.names), *(name for name in person.aliases if ideographs(name))]
        for name in names:
            forms.add(Form(name, FormKind.PERSON, frozenset({person.id})))
        if names:
            forms.mishear(person.misheard, forms.by_written[names[0]])
        if person.id in here:
            for form in _short_forms(person, titles):
                forms.add(form)


def _short_forms(person: Person, titles: tuple[str, ...]) -> Iterator[Form]:
    whose = frozenset({person.id})
    for name in _chinese(person.names):
        if not ideographs(name) or not 1 < len(name) <= 4:  # noqa: PLR2004
            continue
        surname = name[:2] if name[:2] in COMPOUND_SURNAMES and len(name) > 2 else name[:1]  # noqa: PLR2004
        given = name[len(surname) :]
        for title in titles:
            yield Form(surname + title, FormKind.ADDRESS, whose)
            if len(given) > 1:
                yield Form(given + title, FormKind.ADDRESS, whose)
        if len(given) > 1:
            yield Form(given, FormKind.GIVEN, whose)

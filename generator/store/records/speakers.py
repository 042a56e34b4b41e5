"""The names under which people of a session may stand before their turns."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rapidfuzz.distance import OSA

from generator.model.identifiers import PersonId
from generator.model.person import Person
from generator.model.session import Appearance

_SHORTEST_LATIN = 4  # letters: among shorter words nearly everything is one edit away from something
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who may speak, by every form of the name.

    Attributes:
        people: Normalised form -> the people who go by it; more than one where the form does not tell.
        shown: Normalised form -> the form as it is written.
    """

    people: Mapping[str, tuple[PersonId, ...]]
    shown: Mapping[str, str]

    @classmethod
    def of(cls, appearances: Iterable[Appearance], people: Mapping[PersonId, Person]) -> Speakers:
        """Collect the forms of the names of those who appear.

        Args:
            appearances: Those of the session, of the forum, and of what else the record covers.
            people: All people; who is not among them is left out.

        Returns:
            The forms. An appearance's own `label` belongs to that person alone, whoever else has the name.
        """
        found = ((one, people.get(one.person)) for one in appearances)
        return cls.named((one.person, one.label, who.all_forms if who else ()) for one, who in found)

    @classmethod
    def named(cls, speaking: Iterable[tuple[PersonId, str | None, tuple[str, ...] | None]]) -> Speakers:
        """Collect forms of names; see `of`.

        Args:
            speaking: Who may speak, under which label of their own, and all forms of the name.
        """
        forms: dict[str, list[PersonId]] = {}
        labels: dict[str, list[PersonId]] = {}
        shown: dict[str, str] = {}
        for person, label, names in speaking:
            for form in names or ():
                _add(forms, shown, form, person)
            if label:
                _add(labels, shown, label, person)
        merged = {form: tuple(found) for form, found in (forms | labels).items()}
        return cls(MappingProxyType(merged), MappingProxyType(shown))

    def find(self, label: str) -> tuple[PersonId, ...]:
        """Return the people who go by a label; none, one, or several who share it."""
        return self.people.get(normal_form(label), ())

    def near(self, label: str) -> str | None:
        """Return the form that is one edit away from a label, or None.

        An edit is a character put in, left out, changed, or changed places with its neighbour.
        """
        wanted = normal_form(label)
        if len(wanted) < _SHORTEST or wanted in self.people:
            return None
        for form in sorted(self.people):
            shortest = _SHORTEST_LATIN if form.isascii() else _SHORTEST
            if len(form) >= shortest and OSA.distance(wanted, form, score_cutoff=1) == 1:
                return self.shown[form]
        return None


def normal_form(label: str) -> str:
    """Return a label without differences of case, width and spaces."""
    folded = unicodedata.normalize("NFKC", label).casefold()
    return "".join(character for character in folded if not character.isspace())


def _add(forms: dict[str, list[PersonId]], shown: dict[str, str], form: str, person: PersonId) -> None:
    key = normal_form(form)
    if not key:
        return
    shown.setdefault(key, form)
    found = forms.setdefault(key, [])
    if person not in found:
        found.append(person)

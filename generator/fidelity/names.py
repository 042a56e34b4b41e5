"""Names of people, organisations, products and places: which a text says, in any of their forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Indel

from generator.fidelity.settings import Settings, pattern_of
from generator.language.ideographs import IDEOGRAPH, IDEOGRAPHS
from generator.language.pinyin import surname_length
from generator.language.sound import likeness, sound_of
from generator.model.language import Language
from generator.model.organisation import Organisation
from generator.model.person import Person
from generator.model.proceedings import Proceedings
from generator.model.term import Term
from generator.model.text import LocalizedText

SOUNDS_LIKE: Final = 0.8
_LETTERS_LIKE: Final = 0.66
_SHORTEST: Final = 2
_ALIKE: Final = 0.94
"""How much ideographs sound like a name that are certainly meant for it."""
_KINDS: Final = (
    " process",
    " chip",
    " phone",
    " law",
    " centre",
    " computing",
    " test",
    " model",
    " search",
    " tree search",
    " method",
)
"""What ends terms that are called after somebody, or are of a kind: they may be said in other words."""
_TITLES: Final = [
    "老师",
    "教授",
    "博士",
    "院士",
    "总",
    "先生",
    "女士",
    "主任",
    "院长",
    "所长",
    "校长",
    "经理",
    "同学",
    "主席",
    "局长",
    "处长",
    "站长",
    "研究员",
    "工",
]


_WORDS: Final = frozenset(
    {
        "He",
        "An",
        "You",
        "She",
        "Can",
        "Long",
        "Sun",
        "Song",
        "Bang",
        "Bin",
        "Tan",
        "Ran",
        "Sang",
        "Men",
        "Pan",
        "Fan",
        "Wan",
    }
)
"""Parts of names that are English words."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text.

    Attributes:
        entities: Whose it may be: `person zhou-jingren`, `organisation nvidia`, `term maas`, `place China`.
        start: Where it begins.
        end: Where it ends.
        words: As it is written.
    """

    entities: frozenset[str]
    start: int
    end: int
    words: str


class Names:
    """The names that content and settings know."""

    def __init__(self, held: Proceedings, settings: Settings, people: Iterable[str] = ()) -> None:
        """Gather all forms.

        Args:
            held: All content.
            settings: The list `names`.
            people: Ids of those who may be named by a part of their name: who is in the forum.
        """
        near = frozenset(people)
        called: set[str] = set()
        self.right: dict[str, set[str]] = {}
        self.misheard: dict[str, set[str]] = {}
        self.forms: dict[str, tuple[str, ...]] = {}
        self.misheard_terms: dict[str, str] = {}
        for person in held.people.values():
            parts = tuple(_parts(person)) if person.id in near else ()
            called |= {*parts}
            self._add(f"person {person.id}", (*person.all_forms, *parts), person.misheard)
        for one in held.organisations.values():
            self._add(f"organisation {one.id}", _forms(one), one.misheard)
        for term in held.terms.values():
            if _is_name(term):
                self._add(f"term {term.id}", _forms(term), term.misheard)
        for place, forms in settings.lists("names").items():
            if place == "no_name":
                continue
            self._add(f"place {place}", (place, *forms), ())
        self._small = frozenset(
            form.casefold() for every in self.forms.values() for form in every if form == form.lower()
        )
        for term in held.terms.values():
            for form in term.misheard if not _is_name(term) else ():
                self.misheard_terms.setdefault(form.casefold(), _forms(term)[0])
        wrong = [
            *self.misheard_terms,
            *[form for form in self.misheard if form not in self.right and len(form) >= _SHORTEST],
        ]
        self._wrong = pattern_of(wrong)
        self._sounds: dict[int, dict[tuple[tuple[str, str], ...], list[str]]] = {}
        for entity, forms in self.forms.items():
            for form in forms:
                whole = form not in called and not entity.startswith("place")
                if IDEOGRAPHS.fullmatch(form) and len(form) >= _SHORTEST and whole:
                    key = tuple(sound_of(character).broad for character in form)
                    self._sounds.setdefault(len(form), {}).setdefault(key, []).append(form)
        self._no_name = frozenset(word.casefold() for word in settings.lists("names").get("no_name", ()))
        self.generic = pattern_of(
            form for term in held.terms.values() if not _is_name(term) for form in _forms(term)
        )
        self._right = pattern_of(form for form in self.right if len(form) >= _SHORTEST)
        self._heard = pattern_of(form for form in {*self.right, *self.misheard} if len(form) >= _SHORTEST)

    def mentions(self, text: str, *, heard: bool = False) -> Iterator[Mention]:
        """Yield the names of a text, in order.

        Args:
            text: The text.
            heard: Whether it is a recogniser's, and what it makes of names counts too.
        """
        for found in (self._heard if heard else self._right).finditer(text.replace("'", "’")):
            form = found[0].casefold()
            if not heard and found[0].islower() and form not in self._small:
                continue  # us and he are no names
            entities = self.right.get(form, set()) | (self.misheard.get(form, set()) if heard else set())
            yield Mention(frozenset(entities), found.start(), found.end(), found[0])

    def misheard_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield what a text has that is a misheard form of a name, or only sounds like one, longest first.

        Yields:
            Where it begins and ends, and the name.
        """
        found: list[tuple[int, int, str]] = []
        for one in self._wrong.finditer(text):
            form = one[0].casefold()
            name = (
                self.forms[min(self.misheard[form])][0]
                if form in self.misheard
                else self.misheard_terms[form]
            )
            found.append((one.start(), one.end(), name))
        heard = [sound_of(character).broad for character in text]
        for size, names in self._sounds.items():
            for at in range(len(text) - size + 1):
                for name in names.get(tuple(heard[at : at + size]), ()):
                    words = text[at : at + size]
                    if (
                        words != name
                        and IDEOGRAPHS.fullmatch(words)
                        and likeness(words, name) >= (_ALIKE if size > _SHORTEST else 1)
                    ):
                        found.append((at, at + size, name))
        yield from sorted(found, key=lambda one: (one[0] - one[1], one[0]))

    def sounds_within(self, entities: Iterable[str], text: str) -> bool:
        """Whether a text says something that sounds, or is spelt, like one of these names."""
        latin = [found[0].casefold() for found in re.finditer(r"[A-Za-z][A-Za-z0-9.\- ]*", text)]
        words = {part for run in latin for part in (run, *run.split())}
        for entity in entities:
            for form in self.forms[entity]:
                if IDEOGRAPHS.fullmatch(form):
                    if sounds_in(form, text):
                        return True
                elif not IDEOGRAPH.search(form) and _spelt_in(form.casefold(), words):
                    return True
        return False

    def is_spelt_like(self, word: str, text: str) -> bool:
        """Whether a text has words of Latin letters that are spelt like one."""
        return _spelt_in(
            word.casefold(), {run.casefold() for run in re.findall(r"[A-Za-z][A-Za-z0-9.\-]*", text)}
        )

    def is_misheard(self, words: str) -> bool:
        """Whether words are listed as a misheard form."""
        return words.casefold() in self.misheard or words.casefold() in self.misheard_terms

    def is_no_name(self, word: str) -> bool:
        """Whether a word is written as names are and is none: AI, GB."""
        return re.sub(r"[’']s$", "", word).casefold() in self._no_name

    def is_generic(self, word: str) -> bool:
        """Whether a word is a form of a term that is no name: an abbreviation, a word of the trade."""
        return bool(self.generic.fullmatch(word))

    def _add(self, entity: str, forms: Iterable[str], misheard: Iterable[str]) -> None:
        every = tuple(dict.fromkeys(form.replace("'", "’") for form in forms))
        self.forms[entity] = every
        for form in every:
            self.right.setdefault(form.casefold(), set()).add(entity)
        for form in misheard:
            self.misheard.setdefault(form.casefold(), set()).add(entity)


def sounds_in(name: str, text: str, least: float = SOUNDS_LIKE) -> bool:
    """Whether ideographs that sound like a name stand in a text."""
    size = len(name)
    if size < _SHORTEST:
        return name in text
    least = max(least, 0.9) if size == _SHORTEST else least
    return any(
        likeness(text[at : at + size], name) >= least
        for at in range(len(text) - size + 1)
        if IDEOGRAPHS.fullmatch(text, at, at + size)
    )


def _spelt_in(name: str, words: Iterable[str]) -> bool:
    plain = re.sub(r"[^a-z0-9]", "", name)
    return any(
        Indel.normalized_similarity(plain, re.sub(r"[^a-z0-9]", "", word)) >= _LETTERS_LIKE
        for word in words
        if word
    )


def _forms(one: Organisation | Term) -> tuple[str, ...]:
    texts: list[LocalizedText] = [one.name if isinstance(one, Organisation) else one.term]
    if isinstance(one, Organisation) and one.short:
        texts.append(one.short)
    return (*(words for text in texts for _, words in text.texts), *one.aliases)


def _is_name(term: Term) -> bool:
    """Whether a term is the name of one thing: its English form has capitals."""
    english = term.term.get(Language.EN) or term.term.texts[0][1]
    return bool(re.search(r"[A-Z][a-z]|[a-z][A-Z]|[A-Z].*[0-9]", english)) and not english.endswith(_KINDS)


def _parts(person: Person) -> Iterator[str]:
    """Yield how a person may be called by a part of the name: 周老师, Zhou, 靖人."""
    for language, name in person.names.texts:
        if IDEOGRAPHS.fullmatch(name):
            size = surname_length(name)
            yield from (name[:size] + title for title in _TITLES)
            if len(name) - size >= _SHORTEST:
                yield name[size:]
        elif language is Language.EN:
            parts = name.split()
            yield from (part for part in (parts[0], parts[-1]) if len(part) > 1 and part not in _WORDS)

"""Words as rules look for them: lists as patterns, and the names that no rule may cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from generator.intake.step import Known
from generator.model.organisation import Organisation
from generator.model.term import Term

_NEVER = re.compile(r"(?!)")


@cache
def alternation(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of all words, the longest first; one that matches nothing where there are none."""
    if not words:
        return _NEVER
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    # What may begin a word is looked at before the words are: of long lists, most places cost one look.
    heads = "".join(re.escape(head) for head in sorted({word[0] for word in words}))
    return re.compile(f"(?=[{heads}])(?:{'|'.join(re.escape(word) for word in longest_first)})")


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


def _texts(text: object) -> Iterable[str]:
    return [words for _, words in getattr(text, "texts", ())]

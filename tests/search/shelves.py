"""The invented forum as what is searched."""

from __future__ import annotations

import functools

from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.search.entries import Entry, entries
from generator.search.making import Prepared, prepare
from tests.pages.shown import shelf, shelf_of

LANGUAGES = tuple(Language)


@functools.cache
def found(language: Language) -> tuple[Entry, ...]:
    """Return everything that readers of a language may find."""
    return tuple(entries(shelf(language).edition))


@functools.cache
def prepared(language: Language) -> Prepared:
    """Return what the index of a language is made from."""
    return prepare(shelf(language).edition)


def found_in(held: Proceedings, language: Language) -> tuple[Entry, ...]:
    """Return what is found in other content."""
    return tuple(entries(shelf_of(held, language).edition))


def text_of(found: tuple[Entry, ...]) -> str:
    """Return every word that is looked up or shown."""
    return "\n".join(passage.text for entry in found for passage in entry.passages)

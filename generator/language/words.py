"""The words of the interface, in each language from a file of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from babel import Locale
from babel.numbers import format_decimal

from generator.language.locales import locale_of
from generator.language.yaml_text import LanguageFileError, read_yaml_text
from generator.model.language import Language

if TYPE_CHECKING:
    from pathlib import Path

# The plural categories of CLDR (UTS #35, part 3). A mapping of these, with `other`, is one word.
_CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


class MissingWordError(KeyError):
    """A page asks for a word that the file of its language does not have.

    Attributes:
        key: The dotted key.
        path: The file where it should stand.
    """

    def __init__(self, key: str, path: Path) -> None:
        super().__init__(f"{path}: no word {key}")
        self.key = key
        self.path = path

    def __str__(self) -> str:
        # KeyError would show the message in quotes.
        return str(self.args[0])


class WordValueError(ValueError):
    """A word is asked for without a value that its sentence needs, or with one that it has no place for."""


class Words:
    """The interface words of one language.

    `words("kind.talk")` is a word; `words("forum.sessions", count=3)` chooses the plural form by
    the language's own rules and fills `{count}`; other values fill the places of their names. A value is
    put in as it is: whoever writes HTML escapes values first (the words themselves hold no `<`, `>`,
    `&` or `"`).
    """

    def __init__(self, language: Language, entries: Mapping[str, Mapping[str, str]], path: Path) -> None:
        """Take words that were read.

        Args:
            language: Their language.
            entries: Dotted key -> plural category -> text; `other` alone where number is no matter.
            path: The file they come from, for messages.
        """
        self.language = language
        self._entries = entries
        self._path = path
        self._locale = Locale.parse(locale_of(language))

    def __call__(self, key: str, /, *, count: int | None = None, **values: str | int) -> str:
        """The word for a key.

        Args:
            key: Dotted, as the file nests it.
            count: Chooses the plural form, and fills `{count}` as this language writes numbers.
            values: What fills the other places, by name.

        Returns:
            The word or sentence, with every place filled.

        Raises:
            MissingWordError: The file has no such word.
            WordValueError: A place has no value, or a value no place.
        """
        forms = self._forms(key)
        given = {name: str(value) for name, value in values.items()}
        if count is None:
            text = forms["other"]
        else:
            text = forms.get(self._locale.plural_form(count), forms["other"])
            given["count"] = format_decimal(count, locale=self._locale)
        wanted = set(_PLACEHOLDER.findall(forms["other"]))
        # A plural form may leave its number out (“one session”), and a word its count altogether.
        if wanted - given.keys() or given.keys() - wanted - {"count"}:
            raise WordValueError(
                f"{self._path}: {key} has places for {sorted(wanted)} and is given {sorted(given)}"
            )
        return _PLACEHOLDER.sub(lambda match: given[match[1]], text)

    def __contains__(self, key: str) -> bool:
        """Whether there is such a word."""
        return key in self._entries

    def keys(self) -> tuple[str, ...]:
        """All keys, sorted."""
        return tuple(sorted(self._entries))

    def group(self, prefix: str) -> dict[str, str]:
        """The words below a key that need no value, for handing them to a script.

        Args:
            prefix: The dotted beginning, without its last dot.

        Returns:
            The rest of the key -> text as it stands in the file (places unfilled), sorted by key.

        Raises:
            MissingWordError: Nothing stands below that key.
        """
        found = {
            key.removeprefix(f"{prefix}."): self._entries[key]["other"]
            for key in self.keys()
            if key.startswith(f"{prefix}.")
        }
        if not found:
            raise MissingWordError(f"{prefix}.*", self._path)
        return found

    def placeholders(self, key: str) -> frozenset[str]:
        """The names of the places of a word, over all its plural forms.

        Raises:
            MissingWordError: The file has no such word.
        """
        return frozenset(name for text in self._forms(key).values() for name in _PLACEHOLDER.findall(text))

    def _forms(self, key: str) -> Mapping[str, str]:
        forms = self._entries.get(key)
        if forms is None:
            raise MissingWordError(key, self._path)
        return forms


def load_words(folder: Path) -> dict[Language, Words]:
    """Read the words of every language.

    Args:
        folder: Holds `<language>.yml` for each language of the site.

    Returns:
        The words by language, in the order of the languages.

    Raises:
        LanguageFileError: A file cannot be read, or something in it is neither a word nor a group.
    """
    return {language: _words_from(folder / f"{language}.yml", language) for language in Language}


def _words_from(path: Path, language: Language) -> Words:
    content = read_yaml_text(path)
    if not isinstance(content, Mapping):
        raise LanguageFileError(path, "the file must be a mapping of words")
    entries: dict[str, Mapping[str, str]] = {}
    _collect(content, "", entries, path)
    return Words(language, entries, path)


def _collect(
    group: Mapping[str, object], prefix: str, entries: dict[str, Mapping[str, str]], path: Path
) -> None:
    for name, value in group.items():
        key = f"{prefix}{name}"
        if "." in name:
            raise LanguageFileError(path, f"{key}: a key has no dots, its group stands above it")
        if isinstance(value, str) and value:
            entries[key] = {"other": value}
        elif isinstance(value, Mapping) and "other" in value and value.keys() <= _CATEGORIES:
            entries[key] = {category: _plural(text, key, path) for category, text in value.items()}
        elif isinstance(value, Mapping) and value:
            _collect(value, f"{key}.", entries, path)
        else:
            raise LanguageFileError(path, f"{key} must be a word, its plural forms, or a group of words")


def _plural(text: object, key: str, path: Path) -> str:
    if not isinstance(text, str) or not text:
        raise LanguageFileError(path, f"{key}: each plural form must be a text")
    return text

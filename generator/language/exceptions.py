"""What a converter of scripts gets wrong: surnames before titles, and phrases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.language.yaml_text import LanguageFileError, read_yaml_text


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What may and may not stand beside a word for it to be that word.

    The empty ones allow everything.

    Attributes:
        after: It counts behind one of these, even where a shorter `not_after` would forbid it.
        not_after: It does not count behind one of these.
        not_before: It does not count in front of one of these.
        only_after: It counts only behind one of `after`, or where no ideograph stands before it.
    """

    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    only_after: bool = False


ANYWHERE = Neighbours()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase and its right form, where its neighbours allow it."""

    form: str
    neighbours: Neighbours = ANYWHERE


@dataclass(frozen=True, slots=True)
class ScriptExceptions:
    """What the converter is told before it starts.

    Attributes:
        surnames: Surname in Simplified -> its Traditional form. A surname counts before a title and
            after 姓.
        titles: Title in Simplified -> what may not follow it.
        phrases: Phrase in Simplified -> its Traditional form.
        back: Phrase in Traditional -> its Simplified form.
        words: Words of two characters that are also names: such a name counts only before a title or
            where it stands alone.
    """

    surnames: Mapping[str, Phrase]
    titles: Mapping[str, Neighbours]
    phrases: Mapping[str, Phrase]
    back: Mapping[str, Phrase]
    words: frozenset[str]


NO_EXCEPTIONS = ScriptExceptions(surnames={}, titles={}, phrases={}, back={}, words=frozenset())


def load_exceptions(path: Path) -> ScriptExceptions:
    """Read the exceptions file.

    Args:
        path: The YAML file, `site_config/script_exceptions.yml`.

    Returns:
        The exceptions.

    Raises:
        LanguageFileError: The file cannot be read, or says something that is not an exception.
    """
    content = read_yaml_text(path)
    if content is None:
        return NO_EXCEPTIONS
    return exceptions_from(content, path)


def exceptions_from(content: object, path: Path) -> ScriptExceptions:
    """Type what was read from an exceptions file.

    Args:
        content: A mapping with the keys `surnames`, `titles`, `phrases`, `back`, `words`, each of which
            may be absent; lists of words are written with spaces between them.
        path: The file it was read from, for messages.

    Returns:
        The exceptions.

    Raises:
        LanguageFileError: Something is not as it should be; the message says what.
    """
    top = _mapping(content, "the file", path)
    known = {"surnames", "titles", "phrases", "back", "words"}
    for key in top:
        if key not in known:
            raise LanguageFileError(path, f"unknown key {key}; known are {', '.join(sorted(known))}")
    return ScriptExceptions(
        surnames=_surnames(top.get("surnames") or [], path),
        titles=_titles(top.get("titles") or [], path),
        phrases=_phrases(top.get("phrases") or {}, "phrases", path),
        back=_phrases(top.get("back") or {}, "back", path),
        words=frozenset(_words(top.get("words", ""), "words", path)),
    )


def _surnames(entries: object, path: Path) -> dict[str, Phrase]:
    found: dict[str, Phrase] = {}
    for entry in _entries(entries, "surnames", path):
        surname = _text(entry.get("surname"), "surnames: surname", path)
        if surname in found:
            raise LanguageFileError(path, f"surnames: {surname} stands here twice")
        found[surname] = _phrase(entry, f"surnames: {surname}", path, {"surname", "form"})
    return found


def _titles(entries: object, path: Path) -> dict[str, Neighbours]:
    found: dict[str, Neighbours] = {}
    for entry in _entries(entries, "titles", path):
        _only(entry, {"words", "not_before"}, "titles", path)
        neighbours = Neighbours(not_before=_words(entry.get("not_before", ""), "titles: not_before", path))
        for title in _words(entry.get("words", ""), "titles: words", path):
            if title in found:
                raise LanguageFileError(path, f"titles: {title} stands here twice")
            found[title] = neighbours
    return found


def _phrases(entries: object, where: str, path: Path) -> dict[str, Phrase]:
    found: dict[str, Phrase] = {}
    for phrase, value in _mapping(entries, where, path).items():
        place = f"{where}: {phrase}"
        entry = {"form": value} if isinstance(value, str) else _mapping(value, place, path)
        found[phrase] = _phrase(entry, place, path, {"form"})
    return found


def _phrase(entry: Mapping[str, Any], where: str, path: Path, own_keys: set[str]) -> Phrase:
    sides = ("after", "not_after", "not_before")
    _only(entry, own_keys | {*sides, "only_after"}, where, path)
    after, not_after, not_before = (_words(entry.get(side, ""), f"{where}: {side}", path) for side in sides)
    return Phrase(
        form=_text(entry.get("form"), f"{where}: form", path),
        neighbours=Neighbours(
            after=after,
            not_after=not_after,
            not_before=not_before,
            only_after=_yes_or_no(entry.get("only_after", "no"), f"{where}: only_after", path),
        ),
    )


def _only(entry: Mapping[str, Any], known: set[str], where: str, path: Path) -> None:
    for key in entry:
        if key not in known:
            raise LanguageFileError(path, f"{where}: unknown key {key}; known are {', '.join(sorted(known))}")


def _mapping(value: object, where: str, path: Path) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise LanguageFileError(path, f"{where} must be a mapping")
    return value


def _entries(value: object, where: str, path: Path) -> list[Mapping[str, Any]]:
    if not isinstance(value, list):
        raise LanguageFileError(path, f"{where} must be a list")
    return [_mapping(entry, f"{where}: each entry", path) for entry in value]


def _text(value: object, where: str, path: Path) -> str:
    if not isinstance(value, str) or not value:
        raise LanguageFileError(path, f"{where} must be a text")
    return value


def _yes_or_no(value: object, where: str, path: Path) -> bool:
    if value not in ("yes", "no"):
        raise LanguageFileError(path, f"{where} must be yes or no")
    return value == "yes"


def _words(value: object, where: str, path: Path) -> tuple[str, ...]:
    if not isinstance(value, str):
        raise LanguageFileError(path, f"{where} must be words with spaces between them")
    return tuple(value.split())

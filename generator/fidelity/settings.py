"""The lists of words that a maintainer extends: one file a subject below `site_config/fidelity/`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from generator.language.alternation import longest_first
from generator.language.ideographs import IDEOGRAPH
from generator.language.yaml_text import LanguageFileError, read_yaml_text

Lists = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Settings:
    """All lists, by the name of their file and their key.

    Attributes:
        files: For each file (`numbers`, `words` ...) its lists.
        folder: Where they stand, for messages.
    """

    files: Mapping[str, Lists] = field(default_factory=lambda: MappingProxyType({}))
    folder: Path = Path("site_config") / "fidelity"

    def words(self, file: str, key: str) -> tuple[str, ...]:
        """Return a list.

        Raises:
            LanguageFileError: There is no such file or list; the shipped settings have all there are.
        """
        found = self.files.get(file, {}).get(key)
        if found is None:
            message = f"there is no list '{key}'; take it over from the generator's own, or write `{key}: []`"
            raise LanguageFileError(self.folder / f"{file}.yml", message)
        return found

    def lists(self, file: str) -> Lists:
        """Return all lists of a file; none where there is no such file."""
        return self.files.get(file, MappingProxyType({}))


def load_settings(folder: Path) -> Settings:
    """Read the lists of a project.

    Args:
        folder: `site_config/fidelity`.

    Returns:
        Every `*.yml` in it, by name without the ending.

    Raises:
        LanguageFileError: A file cannot be read, or is not lists of words by key.
    """
    files = {path.stem: _lists(path) for path in sorted(folder.glob("*.yml"))}
    return Settings(MappingProxyType(files), folder)


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of words: those of ideographs anywhere, those of Latin letters whole, in any case."""
    every = list(words)
    wide = longest_first(word for word in every if IDEOGRAPH.search(word))
    latin = longest_first(word.replace("'", "’") for word in every if not IDEOGRAPH.search(word))
    return re.compile(rf"(?:{wide}|(?<![A-Za-z0-9]){latin}(?![A-Za-z0-9]))", re.IGNORECASE)


def _lists(path: Path) -> Lists:
    content = read_yaml_text(path)
    if not isinstance(content, dict):
        raise LanguageFileError(path, "it should be lists of words, each under a name")
    found: dict[str, tuple[str, ...]] = {}
    for key, words in content.items():
        if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
            raise LanguageFileError(path, f"'{key}' should be a list of words")
        found[key] = tuple(words)
    return MappingProxyType(found)

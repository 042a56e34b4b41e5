"""The lists of words that a maintainer extends: one file a subject below `site_config/intake/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from generator.language.yaml_text import LanguageFileError, read_yaml_text

Lists = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Settings:
    """All lists, by the name of their file and their key.

    Attributes:
        files: For each file (`noise`, `hosts` ...) its lists.
        folder: Where they stand, for messages.
    """

    files: Mapping[str, Lists] = field(default_factory=lambda: MappingProxyType({}))
    folder: Path = Path("site_config") / "intake"

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


def load_settings(folder: Path) -> Settings:
    """Read the lists of a project.

    Args:
        folder: `site_config/intake`.

    Returns:
        Every `*.yml` in it, by name without the ending.

    Raises:
        LanguageFileError: A file cannot be read, or is not lists of words by key.
    """
    files = {path.stem: _lists(path) for path in sorted(folder.glob("*.yml"))}
    return Settings(MappingProxyType(files), folder)


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

"""Read the YAML files of this room: every scalar as text, every key once."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path


class LanguageFileError(ValueError):
    """A file of words or exceptions cannot be used.

    Attributes:
        path: The file.
        reason: What is wrong, in one sentence.
        line: Where, counted from 1; 0 where no line can be named.
    """

    def __init__(self, path: Path, reason: str, line: int = 0) -> None:
        place = f"{path}:{line}" if line else str(path)
        super().__init__(f"{place}: {reason}")
        self.path = path
        self.reason = reason
        self.line = line


class _Texts(yaml.constructor.BaseConstructor):
    """YAML without guesses: `no`, `1` and `2024` stay text, and a doubled key is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - the signature is PyYAML's
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.MarkedYAMLError(problem="a key must be plain text", problem_mark=key.start_mark)
            if key.value in seen:
                raise yaml.MarkedYAMLError(
                    problem=f"the key {key.value} stands here twice", problem_mark=key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep)


class _TextLoader(_Texts, yaml.BaseLoader):
    """Says best what is wrong, and where."""


class _QuickLoader(_Texts, getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """Reads the same ten times as fast, where PyYAML has libyaml."""


def read_yaml_text(path: Path) -> object:
    """Read one YAML file.

    Args:
        path: The file, in UTF-8.

    Returns:
        Strings, lists and dicts with string keys; an empty string for an empty value and None for an
        empty file.

    Raises:
        LanguageFileError: The file is not there, not UTF-8, not YAML, or has a key twice.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise LanguageFileError(path, f"cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise LanguageFileError(path, f"is not UTF-8 (byte {error.start})") from error
    try:
        # The loader builds nothing but text, lists and dicts: safe by its base class.
        with contextlib.suppress(yaml.YAMLError):
            return yaml.load(text, Loader=_QuickLoader)  # noqa: S506
        return yaml.load(text, Loader=_TextLoader)  # noqa: S506
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise LanguageFileError(path, error.problem or "is not YAML", line) from error
    except yaml.YAMLError as error:
        raise LanguageFileError(path, f"is not YAML: {error}") from error

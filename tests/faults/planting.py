"""How a fault is planted in the invented forum, and where it should be found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.model.fault import Severity

Edit = Callable[[Path], None]
"""Changes the project whose folder it is given."""


@dataclass(frozen=True)
class At:
    """Where a fault stands: said by the text there, so that no number goes stale.

    Attributes:
        before: Text before the place; with `target` it stands once in the changed file.
        target: The text that begins at the place.
        whole_line: The fault is of the line, and has no column.
    """

    before: str
    target: str = ""
    whole_line: bool = False

    def find(self, text: str) -> tuple[int, int]:
        """Return line and column, both from 1; column 0 for a whole line."""
        needle = self.before + self.target
        assert text.count(needle) == 1, f"{needle!r} stands {text.count(needle)} times"
        start = text.index(needle) + len(self.before)
        line = text.count("\n", 0, start) + 1
        return line, 0 if self.whole_line else start - (text.rfind("\n", 0, start) + 1) + 1


@dataclass(frozen=True)
class FirstCharacter:
    """The beginning of the file."""

    def find(self, _: str) -> tuple[int, int]:
        return 1, 1


@dataclass(frozen=True)
class WholeFile:
    """The file or folder itself."""

    def find(self, _: str) -> tuple[int, int]:
        return 0, 0


@dataclass(frozen=True)
class Planted:
    """A fault, and what the program should say of it.

    Attributes:
        name: Of the test.
        edit: How it is planted.
        path: The file that is named, relative to the project.
        at: The place in it.
        says: A part of the message or its remedy.
        severity: Whether it stops a build.
        follows: Rules (codes) that may speak as well, because one mistake really makes two.
        alone: It hides others (its file cannot be read any more), so it is not planted with them.
    """

    name: str
    edit: Edit
    path: str
    at: At | FirstCharacter | WholeFile
    says: str
    severity: Severity = Severity.ERROR
    follows: frozenset[str] = frozenset()
    alone: bool = False


FOLDER = "content"
SALT = "content/forums/salt-marsh-2025"
FORUM = f"{SALT}/forum.yml"
RECORDS = f"{SALT}/records"


def person(identifier: str) -> str:
    """Return the name of a person's file."""
    return f"content/people/{identifier}.yml"


def replace(path: str, old: str, new: str) -> Edit:
    """Change a text that stands once in a file."""

    def edit(project: Path) -> None:
        text = (project / path).read_text("utf-8")
        assert text.count(old) == 1, f"{path}: {old!r} stands {text.count(old)} times"
        (project / path).write_text(text.replace(old, new), "utf-8", newline="")

    return edit


def write(path: str, content: str | bytes) -> Edit:
    """Write a file, with its folder."""

    def edit(project: Path) -> None:
        place = project / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)

    return edit


def rewrite(path: str, change: Callable[[bytes], bytes]) -> Edit:
    """Change the bytes of a file."""

    def edit(project: Path) -> None:
        (project / path).write_bytes(change((project / path).read_bytes()))

    return edit


def move(path: str, to: str) -> Edit:
    """Give a file or folder another place."""

    def edit(project: Path) -> None:
        (project / path).rename(project / to)

    return edit


def delete(path: str) -> Edit:
    """Delete a file."""

    def edit(project: Path) -> None:
        (project / path).unlink()

    return edit


def all_of(*edits: Edit) -> Edit:
    """Make several changes."""

    def edit(project: Path) -> None:
        for one in edits:
            one(project)

    return edit

"""What kept things were made from, each taken out by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.memo.digests import digest_of
from generator.memo.tracing import ALL, KEYS, Cell, Tracer
from generator.model.language import Language
from tests.commands.content_edits import Edit

TakenOut = Callable[[pytest.MonkeyPatch], None]
HANS, HANT, EN = Language.HANS, Language.HANT, Language.EN
_SAME = "0" * 64


def nothing(_: Path) -> None:
    """Leave a project as it is."""


def both(*edits: Edit) -> Edit:
    """Return an edit that is several."""

    def edit(project: Path) -> None:
        for one in edits:
            one(project)

    return edit


@dataclass(frozen=True)
class Input:
    """Something that what is kept was made from.

    Attributes:
        out: Takes it out.
        edit: What the site is then wrong after.
        language: In which that is seen.
        search: Whether it is seen in the search.
        later: Languages of the second build; those of the first if empty.
        url: The address of the site in the second build, if not that of the settings.
        before: What the project needs before the first build, for the edit to be seen.
    """

    out: TakenOut
    edit: Edit
    language: Language = HANS
    search: bool = False
    later: tuple[Language, ...] = ()
    url: str | None = None
    before: Edit = nothing


def cells(which: Callable[[Cell], bool]) -> TakenOut:
    """Parts of the content of which nobody notices that they changed."""

    def take_out(patch: pytest.MonkeyPatch) -> None:
        whole = Tracer.digest

        def digest(tracer: Tracer, cell: Cell) -> str:
            return _SAME if which(cell) else whole(tracer, cell)

        patch.setattr(Tracer, "digest", digest)

    return take_out


def entries(name: str) -> TakenOut:
    """Entries of a mapping, one by one and all together."""
    return cells(lambda cell: cell[0] == name)


def whole(name: str) -> TakenOut:
    """All entries of a mapping together, and which there are."""
    return cells(lambda cell: cell[0] == name and cell[1] in {ALL, KEYS})


def key(module: Any, change_parts: Callable[[tuple[str, ...]], tuple[str, ...]]) -> TakenOut:
    """Parts of the keys that a module makes."""
    return lambda patch: patch.setattr(module, "digest_of", lambda *parts: digest_of(*change_parts(parts)))


def instead(owner: Any, name: str, make: Callable[[Any], Any]) -> TakenOut:
    """A function in place of another, which it is made from."""
    return lambda patch: patch.setattr(owner, name, make(getattr(owner, name)))

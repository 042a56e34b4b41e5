"""Two hundred edits, each followed by a build from what was kept: the site is that of a clean build."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from generator.commands.failure import Exit
from tests.commands.drawn.building import Builder, different
from tests.commands.drawn.desk import Desk, NothingThereError
from tests.commands.drawn.every import BREAKING, KINDS, drawn

EDITS = 200
PARTS = 4
"""Projects that the edits are spread over, so that they can be tried side by side."""
SEED = 20251018
FIRST = 20
_TRIES = 60


@dataclass
class Run:
    """Edits of one project, one after the other.

    Attributes:
        desk: Where it is edited.
        kept: Builds from what it kept.
        clean: Builds from nothing.
        done: The kinds of edits that were published.
        refused: The kinds of edits that no build accepted, with what it said.
    """

    desk: Desk
    kept: Builder
    clean: Builder
    done: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)

    def begin(self) -> None:
        assert self.kept.build().code is Exit.DONE
        self.desk.past.append(self.desk.state())

    def edit(self, kind: str, *, search: bool = False) -> None:
        """Make an edit, build twice and compare; what is refused is taken back."""
        if not self._made(kind):
            return
        before = self.kept.files()
        came = self.kept.build(search=search)
        fresh = self.clean.build(search=search)

        assert came == fresh, f"{kind}: said {came.said}, a clean build: {fresh.said}"
        if came.code is Exit.DONE:
            assert kind not in BREAKING, f"{kind} was published"
            assert different(self.kept.files(), self.clean.files()) == [], kind
            self.desk.past.append(self.desk.state())
            self.done.append(kind)
        else:
            assert came.code is Exit.WRONG
            assert different(before, self.kept.files()) == [], f"{kind}: the old site is not whole"
            self.desk.restore(self.desk.past[-1])
            self.refused[kind] = came.said

    def _made(self, kind: str) -> bool:
        """Make an edit, of whatever it fits: not every session has people, nor every forum a recording."""
        for _ in range(_TRIES):
            try:
                KINDS[kind](self.desk)
            except NothingThereError:
                self.desk.restore(self.desk.past[-1])
            else:
                return True
        return False


def run(tmp_path: Path, project: Path, kinds: list[str], *, searched: int = 0) -> Run:
    """Try edits; with search in every so-manieth."""
    with (
        Builder.opened(project, tmp_path / "kept") as kept,
        Builder.opened(project, tmp_path / "clean", clean=True) as clean,
    ):
        tried = Run(Desk(project, Random(repr(kinds))), kept, clean)  # noqa: S311 - a fixed seed is wanted
        tried.begin()
        for number, kind in enumerate(kinds):
            tried.edit(kind, search=searched > 0 and number % searched == searched - 1)
    return tried


@pytest.mark.parametrize("part", range(2))
def test_the_first_edits_make_the_site_of_a_clean_build(part: int, tmp_path: Path, project: Path) -> None:
    tried = run(tmp_path, project, drawn(SEED, EDITS)[:FIRST][part::2])
    assert len(tried.done) > FIRST // 4, tried.refused


@pytest.mark.prove
@pytest.mark.parametrize("part", range(PARTS))
def test_every_edit_makes_the_site_of_a_clean_build(part: int, tmp_path: Path, project: Path) -> None:
    kinds = drawn(SEED, EDITS)[part::PARTS]
    tried = run(tmp_path, project, kinds, searched=10)
    assert set(kinds) & set(BREAKING) <= set(tried.refused)
    assert len(tried.done) > len(kinds) * 2 // 3, tried.refused

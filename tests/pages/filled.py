"""Which template made which page of the invented forum, with which values."""

from __future__ import annotations

import functools
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from generator.commands.editions import make_editions
from generator.commands.project import Project
from generator.pages.all_pages import all_pages
from generator.pages.templating import Templates
from tests.pages.shown import FIXTURE, ROOT, SITE, address_of, fixture


@dataclass(frozen=True, slots=True)
class Filled:
    """A page and what it was made with.

    Attributes:
        kind: The kind of page.
        address: Where it lives, below its language's site.
        module: The module that filled the template: `session.py`.
        template: The template: `session.md`.
        values: The names of what the template was given.
    """

    kind: str
    address: str
    module: str
    template: str
    values: frozenset[str]


class _Watched(Templates):
    """Templates that remember who filled them, by the text that came out."""

    def __init__(self) -> None:
        super().__init__(ROOT / "templates" / "pages")
        self.filled: dict[str, tuple[str, str, frozenset[str]]] = {}

    def page(self, name: str, values: Mapping[str, object]) -> str:
        body = super().page(name, values)
        module = str(sys._getframe(1).f_globals["__name__"]).rpartition(".")[2]
        self.filled[body] = (f"{module}.py", name, frozenset(values))
        return body


@functools.cache
def filled_pages() -> tuple[Filled, ...]:
    """Return every page of every edition of the invented forum, as it was made."""
    found = []
    for edition in make_editions(Project(ROOT, FIXTURE / "content"), SITE, fixture()):
        watched = _Watched()
        for page in all_pages(edition, watched):
            frame = page.meta["fp"]
            assert isinstance(frame, Mapping)
            found.append(Filled(str(frame["kind"]), address_of(page), *watched.filled[page.body]))
    return tuple(found)

"""Which pages are as they were: made from the same, and still there."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.memo.digests import digest_of
from generator.memo.memo import Memo
from generator.memo.tracing import Cell, Tracer
from generator.model.language import Language
from generator.pages.making import PageJob
from generator.pages.page import Page

_KIND = "pages"


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page, made now or before.

    Attributes:
        path: Where its source lies below the language's folder, with `/`.
        title: Its title.
        digest: SHA-256 of its source.
        text: The source, where it was made now; None where it is as it was.
    """

    path: str
    title: str
    digest: str
    text: bytes | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    title: str
    digest: str
    cells: bytes


@dataclass(frozen=True, slots=True)
class _Table:
    cells: tuple[Cell, ...]
    digests: tuple[str, ...]
    rows: Mapping[str, _Row]


class PageTable:
    """What is known of the pages of a language."""

    def __init__(self, memo: Memo, language: Language, settings: str, tracer: Tracer) -> None:
        """Look up what was made before.

        Args:
            memo: What is remembered.
            language: Whose pages.
            settings: A digest of all that pages are made from besides the content: settings, words,
                templates, languages, address.
            tracer: Knows the digests of the content, and notes what is read.
        """
        self._memo = memo
        self._name = digest_of(language, settings)
        self._tracer = tracer
        found = memo.get(_KIND, self._name)
        self._known = found if isinstance(found, _Table) else _Table((), (), {})
        self._cells: dict[Cell, int] = {cell: number for number, cell in enumerate(self._known.cells)}
        old = zip(self._known.cells, self._known.digests, strict=True)
        self._changed = frozenset(
            number for number, (cell, digest) in enumerate(old) if tracer.digest(cell) != digest
        )
        self._rows: dict[str, _Row] = {}

    def pages(self, jobs: Iterable[PageJob], stands: Callable[[str, str], bool]) -> Iterator[PageSource]:
        """Yield each page, made anew only where something that it was made from changed.

        Args:
            jobs: The pages.
            stands: Whether the source at a path is there and has a digest.
        """
        for job in jobs:
            name = job.path
            row = self._known.rows.get(name)
            if row and self._changed.isdisjoint(_numbers(row.cells)) and stands(name, row.digest):
                self._rows[name] = row
                yield PageSource(name, row.title, row.digest)
                continue
            with self._tracer.tracing() as cells:
                page = job.make()
            text = page.source().encode("utf-8")
            row = _Row(_title(page), hashlib.sha256(text).hexdigest(), self._numbered(cells))
            self._rows[name] = row
            yield PageSource(name, row.title, row.digest, text)

    def keep(self) -> None:
        """Remember the pages that were gone through; their sources must have been written before."""
        used = sorted({number for row in self._rows.values() for number in _numbers(row.cells)})
        cells = tuple(self._cells)
        if len(used) * 2 < len(cells):
            cells = self._renumbered(used, cells)
        digests = tuple(self._tracer.digest(cell) for cell in cells)
        self._memo.put(_KIND, self._name, _Table(cells, digests, self._rows))

    def _numbered(self, cells: set[Cell]) -> bytes:
        return _packed(self._cells.setdefault(cell, len(self._cells)) for cell in sorted(cells))

    def _renumbered(self, used: list[int], cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        new = {number: place for place, number in enumerate(used)}
        for name, row in self._rows.items():
            numbers = _packed(new[number] for number in _numbers(row.cells))
            self._rows[name] = _Row(row.title, row.digest, numbers)
        return tuple(cells[number] for number in used)


def _packed(numbers: Iterable[int]) -> bytes:
    return array("I", numbers).tobytes()


def _numbers(packed: bytes) -> array[int]:
    found = array("I")
    found.frombytes(packed)
    return found


def _title(page: Page) -> str:
    frame = page.meta["fp"]
    return str(frame["title"]) if isinstance(frame, Mapping) else ""

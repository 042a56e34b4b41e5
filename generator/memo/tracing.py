"""Which parts of a whole are read while something is made from it.

A page is made from a few of thousands of entries. Which ones, nobody could list by hand and keep right; so
the entries are handed out by mappings that note what is asked for. What was made is made again only where one
of the entries that were read, or the answer that there was none, has another digest now.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from contextlib import contextmanager
from typing import Generic, TypeVar

from generator.memo.digests import digest_of, digest_of_all

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")

Cell = tuple[str, str]
"""A part that can be read: the name of a mapping, and an entry's key as text; see `ALL` and `KEYS`."""
ALL = "\0all"
"""In place of a key: every entry."""
KEYS = "\0keys"
"""In place of a key: which entries there are, and in what order."""
_IS_THERE = "\0is there "
"""Before a key: whether there is such an entry, whatever it is."""
ABSENT = ""
"""The digest of an entry that is not there."""


class Tracer:
    """Notes what is read, and knows the digest of each part."""

    def __init__(self) -> None:
        """Begin with nothing to read from."""
        self._open: list[set[Cell]] = []
        self._sources: dict[str, Callable[[str], str]] = {}
        self._digests: dict[Cell, str] = {}

    def digest(self, cell: Cell) -> str:
        """Return the digest that a part has now; `ABSENT` where it, or its mapping, is not there."""
        known = self._digests.get(cell)
        if known is None:
            source = self._sources.get(cell[0])
            known = self._digests[cell] = source(cell[1]) if source else ABSENT
        return known

    def read(self, cell: Cell) -> None:
        """Note that a part is read."""
        if self._open:
            self._open[-1].add(cell)

    @contextmanager
    def tracing(self) -> Iterator[set[Cell]]:
        """Note what is read within a block; what surrounds it counts as having read it too.

        Yields:
            What was read, complete when the block has ended.
        """
        cells: set[Cell] = set()
        self._open.append(cells)
        try:
            yield cells
        finally:
            self._open.pop()
            if self._open:
                self._open[-1] |= cells

    def source(self, name: str, digest: Callable[[str], str]) -> None:
        """Say where the digests of a name's parts come from.

        Args:
            name: The first part of the cells.
            digest: Gives the digest for the second; also asked for `ALL` and `KEYS` where those are read.
        """
        self._sources[name] = digest

    def mapping(
        self,
        name: str,
        inner: Mapping[K, V],
        digests: Mapping[K, str],
        text: Callable[[K], str] = str,
    ) -> Mapping[K, V]:
        """Return a mapping that notes what is read of it.

        Args:
            name: What its cells are called.
            inner: The entries.
            digests: The digest of each.
            text: Gives a key as text; no two keys may have the same.
        """

        def digest(key: str) -> str:
            if key == ALL:
                return digest_of_all((text(one), digests[one]) for one in inner)
            if key == KEYS:
                return digest_of(*(text(one) for one in inner))
            if key.startswith(_IS_THERE):
                return "there" if key.removeprefix(_IS_THERE) in by_text else ABSENT
            return by_text.get(key, ABSENT)

        by_text = {text(one): value for one, value in digests.items()}
        self.source(name, digest)
        return _Traced(self, name, inner, text)


class _Traced(Mapping[K, V], Generic[K, V]):
    def __init__(self, tracer: Tracer, name: str, inner: Mapping[K, V], text: Callable[[K], str]) -> None:
        self._tracer = tracer
        self._name = name
        self._inner = inner
        self._text = text

    def __getitem__(self, key: K) -> V:
        self._tracer.read((self._name, self._text(key)))
        return self._inner[key]

    def __contains__(self, key: object) -> bool:
        name = self._text(key)  # type: ignore[arg-type]  # as any Mapping's
        self._tracer.read((self._name, f"{_IS_THERE}{name}"))
        return key in self._inner

    def __iter__(self) -> Iterator[K]:
        self._tracer.read((self._name, KEYS))
        return iter(self._inner)

    def __len__(self) -> int:
        self._tracer.read((self._name, KEYS))
        return len(self._inner)

    def values(self) -> ValuesView[V]:
        self._tracer.read((self._name, ALL))
        return self._inner.values()

    def items(self) -> ItemsView[K, V]:
        self._tracer.read((self._name, ALL))
        return self._inner.items()


class Once:
    """Things that many need and that are worked out once; each who asks has read what they were made from."""

    def __init__(self, tracer: Tracer) -> None:
        """Begin with nothing."""
        self._tracer = tracer
        self._known: dict[object, tuple[object, frozenset[Cell]]] = {}

    def get(self, name: object, make: Callable[[], T]) -> T:
        """Return what `make` gives, from the first time on the same."""
        known = self._known.get(name)
        if known is None:
            with self._tracer.tracing() as cells:
                value = make()
            self._known[name] = value, frozenset(cells)
            return value
        for cell in known[1]:
            self._tracer.read(cell)
        return known[0]  # type: ignore[return-value]  # what `make` of the same name gave

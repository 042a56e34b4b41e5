"""Mappings whose values are made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class LazyMapping(Mapping[K, V]):
    """A mapping that knows its keys, and makes each value at the first asking; then it stays the same one."""

    def __init__(self, keys: Iterable[K], make: Callable[[K], V]) -> None:
        """Begin with nothing made.

        Args:
            keys: In the order in which they are to be gone through.
            make: Gives the value of one of the keys.
        """
        self._keys = dict.fromkeys(keys)
        self._make = make
        self._made: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        """Return a value.

        Raises:
            KeyError: It is none of the keys.
        """
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        """Whether it is one of the keys; nothing is made."""
        return key in self._keys

    def __iter__(self) -> Iterator[K]:
        """Go through the keys; nothing is made."""
        return iter(self._keys)

    def __len__(self) -> int:
        """Return how many keys there are."""
        return len(self._keys)

"""Mappings whose entries are worked out when somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class LazyMapping(Mapping[K, V], Generic[K, V]):
    """A mapping of known keys; each value is worked out when it is asked for, every time anew."""

    def __init__(self, keys: Mapping[K, object], make: Callable[[K], V]) -> None:
        """Begin with nothing worked out.

        Args:
            keys: The keys, in order; their values do not matter.
            make: Gives the value of a key.
        """
        self._keys = keys
        self._make = make

    def __getitem__(self, key: K) -> V:
        if key not in self._keys:
            raise KeyError(key)
        return self._make(key)

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

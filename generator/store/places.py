"""Where each value of the model stands in content, so that later checks can point at it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.model.fault import Place

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Places of values by file and the keys that lead to them.

    Attributes:
        of_file: Gives all places of a file, by the keys that lead to them.
    """

    of_file: Callable[[str], Mapping[KeyPath, Place]]

    def of(self, path: str, *keys: str | int) -> Place:
        """Return the place of a value, or of the nearest thing around it.

        Args:
            path: The file as shown in messages.
            keys: Keys and list positions from the top of the file, such as `"sessions", 3, "start"`.
        """
        known = self.of_file(path)
        for length in range(len(keys), -1, -1):
            place = known.get(keys[:length])
            if place is not None:
                return place
        return Place(path, 1, 1)


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that content names, and where; whether it exists is checked when all is read.

    Attributes:
        kind: Name of the identifier type, such as `PersonId`.
        target: The id as written.
        place: Where.
        forum: The forum it stands in, for ids that belong to a forum; else empty.
    """

    kind: str
    target: str
    place: Place
    forum: str = ""

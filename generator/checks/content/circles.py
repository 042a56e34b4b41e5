"""Nothing is a part of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.fault import Fault
from generator.store.load import Loaded


def check_circles(loaded: Loaded) -> Iterator[Fault]:
    """Find organisations and topics that are parts of themselves, through any number of steps."""
    held = loaded.proceedings
    parents = {str(one.id): str(one.parent) for one in held.organisations.values() if one.parent}
    yield from _circles(loaded, "organisations.yml", "parent", parents)
    broader = {str(one.id): str(one.broader) for one in held.topics.values() if one.broader}
    yield from _circles(loaded, "topics.yml", "broader", broader)


def _circles(loaded: Loaded, name: str, key: str, above: Mapping[str, str]) -> Iterator[Fault]:
    path = f"{loaded.shown}/{name}"
    order = loaded.positions(path)
    told: set[str] = set()
    for start in sorted(above, key=lambda one: order[one]):
        seen = {start}
        at = above[start]
        while at in above and at not in seen:
            seen.add(at)
            at = above[at]
        if at == start and start not in told:
            told |= seen  # a circle is one fault, said where it first appears
            place = loaded.places.of(path, order[start], key)
            yield Fault(place, f"'{start}' is a part of itself", f"mend {key}", "circle")

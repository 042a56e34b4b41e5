"""An event ends after it begins."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.fault import Fault
from generator.store.load import Loaded


def check_event_dates(loaded: Loaded) -> Iterator[Fault]:
    """Find events that end before they begin."""
    path = f"{loaded.shown}/events.yml"
    order = loaded.positions(path)
    for event in loaded.proceedings.events.values():
        dates = event.dates
        if dates and dates.to and dates.to < dates.from_:
            place = loaded.places.of(path, order[event.id], "dates", "to")
            yield Fault(place, f"the event ends on {dates.to}, before it begins", "", "times-backwards")

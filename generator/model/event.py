"""The congress that a forum belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from generator.model.about import About
from generator.model.dates import PartialDate
from generator.model.identifiers import EventId, WebAddress
from generator.model.text import LocalizedText


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDates:
    """The days of an event."""

    from_: Annotated[PartialDate, About("The first day, as far as it is known.", "2024-07-04")]
    to: Annotated[PartialDate | None, About("The last day; left out where there is one day only.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A congress, with its forums; a forum names its event."""

    id: Annotated[EventId, About("Its name in addresses; never changes.", "waic-2024")]
    title: Annotated[LocalizedText, About("What it is called.")]
    dates: Annotated[EventDates | None, About("When it was held, as far as it is known.")] = None
    place: Annotated[LocalizedText | None, About("Town and building.")] = None
    url: Annotated[WebAddress | None, About("Its own site.")] = None
    formerly: Annotated[
        tuple[EventId, ...], About("Ids it had before; old addresses lead to the new one.")
    ] = ()

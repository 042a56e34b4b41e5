"""The places where sessions may begin or end, and what speaks for each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.intake.sessions.plain import Plain
from generator.intake.sessions.sayings import OfKind, SayingKind, Sayings, Spans

_SNAP = 4  # letters between a saying and a break that it belongs to
_SHOWN = 20  # letters between two phrases that let one film be shown
_RUN = 8  # letters between two calls that are one
_INVITED = 70  # letters of an invitation from its first words to its last
_ANNOUNCED = 110  # letters before a call in which an invitation makes it the last one
_CLUSTER = 90  # letters after a call in which another one shows that the host still speaks
_COMMENT = 60  # letters in which a host speaks of a film that was shown
_GREETED = 12
_TITLED = 5
_NAMED = 6
_HOST_SAYS = 70
_THANKED = 32
_COURTEOUS = 3
_ENDED = 14
_FAREWELL = 50
_LEADS_IN = re.compile(
    r"(?:好的|好|嗯|啊|那么|那|也|再次|非常|特别|十分|让我们|我们|以|用|热烈的|热烈|最|掌声|的|ok|okay|great|so|well|and|"
    r"once again| )*\Z"
)
_LONGEST_LEAD_IN = 16
_CLEARS_THROAT = re.compile(r"(?:好|好的|嗯|啊|哎|喂|那|ok|谢谢|谢谢主持人|thank you|thanks|okay|hi| )+")


@dataclass(frozen=True, slots=True)
class Start:
    """What speaks for a beginning at a place, whatever begins.

    Attributes:
        place: Where, in letters.
        called: How much the host has called somebody.
        greets: How much what follows sounds like a speaker's first words.
        film: The host has let a film be shown.
        asked: The host has given the floor to the audience.
        changes: The file's format says that somebody else begins to speak.
    """

    place: int
    called: float
    greets: float
    film: bool
    asked: bool
    changes: bool


@dataclass(slots=True)
class End:
    """What speaks for an end at a place, whatever ends.

    Attributes:
        place: Where, in letters.
        thanked: How much the host thanks.
        thanked_to: Where the thanks end.
        several: The thanks are for several people.
        ended: How much the speaker has closed.
        farewell: The speaker has said that this was all.
        seated: The host asks people to sit down.
        resumed: The host comes back from a film.
        closed: The host closes the forum.
        changes: The file's format says that somebody else begins to speak.
    """

    place: int
    thanked: float = 0.0
    thanked_to: int = 0
    several: bool = False
    ended: float = 0.0
    farewell: bool = False
    seated: bool = False
    resumed: bool = False
    closed: bool = False
    changes: bool = False


class Surveyor:
    """Finds the places of one text."""

    def __init__(
        self, plain: Plain, sayings: Sayings, openings: re.Pattern[str], changes: Iterable[int]
    ) -> None:
        """Look at a text.

        Args:
            plain: The text.
            sayings: What was found in it.
            openings: What a speaker may well begin with.
            changes: Places where the file's format names another speaker.
        """
        self._plain = plain
        self._sayings = sayings
        self._openings = openings
        self._changes = frozenset(changes)
        self._greetings = OfKind(
            tuple(span for span in sayings[SayingKind.GREETING].spans if self._is_greeting(span))
        )

    def starts(self) -> tuple[Start, ...]:
        """Return every place where something may begin, in order."""
        called: dict[int, float] = defaultdict(float)
        for place, much in self._calls():
            again = self._sayings[SayingKind.INVITATION].any_within(place, place + _CLUSTER)
            called[place] = max(called[place], much - 1.5 * again)
        films = {self._after(end) for _, end in _runs(self._sayings[SayingKind.FILM].spans, _SHOWN)}
        asked = {self._after(end) for _, end in self._sayings[SayingKind.QUESTION].spans}
        greeted = {self._first_words(self._before(start)) for start, _ in self._greetings.spans}
        ended = {self._after(end) for _, end in self._sayings[SayingKind.ENDING].spans}
        passing = self._sayings[SayingKind.PASSING].spans
        ended |= {self._after(end) for _, end in passing if self._took_leave(end)}
        places = {0, *called, *films, *asked, *greeted, *ended, *self._changes}
        return tuple(
            Start(
                place,
                called.get(place, 0.0),
                self._greets(place, called=place in called),
                place in films,
                place in asked,
                place in self._changes,
            )
            for place in sorted(places)
            if place < len(self._plain)
        )

    def ends(self) -> tuple[End, ...]:
        """Return every place where something may end, in order; the end of all is the last."""
        found: dict[int, End] = {}

        def at(place: int) -> End:
            return found.setdefault(place, End(place))

        for start, end in self._sayings[SayingKind.THANKS].spans:
            self._thank(at, start, end)
        for kind in (SayingKind.ENDING, SayingKind.PASSING):
            for _, stop in self._sayings[kind].spans:
                at(self._after(stop))
        for start, _ in self._sayings[SayingKind.SEAT].spans:
            at(self._led_in(start)).seated = True
        for start, _ in _runs(self._sayings[SayingKind.RESUME].spans, _COMMENT):
            at(self._before(start)).resumed = True
        for start, _ in self._sayings[SayingKind.CLOSING].spans:
            at(self._before(start)).closed = True
        for start, _ in self._sayings[SayingKind.LINK].spans:
            at(self._led_in(start))
        for place in self._changes:
            at(place).changes = True
        at(len(self._plain))
        for one in found.values():
            self._close(one)
        return tuple(found[place] for place in sorted(found))

    def _calls(self) -> Iterator[tuple[int, float]]:
        """Where the host's invitations may be over, and how likely."""
        invited = self._sayings[SayingKind.INVITATION]
        acted = self._sayings[SayingKind.PERFORMANCE]
        for start, end in _runs(self._sayings[SayingKind.CALL].spans):
            if self._ends_here(end):
                said = max(0, start - _ANNOUNCED), start
                yield self._after(end), 2.0 + (invited.any_within(*said) or acted.any_within(*said))
        for start, end in invited.spans:
            greeted = self._greetings.within(end, start + _INVITED)
            latest = greeted[0][0] if greeted else start + _INVITED
            stops = (stop for _, stop in acted.within(start, latest) if self._ends_here(stop))
            yield from ((self._after(stop), 2.0) for stop in stops)
            stop = self._plain.break_from(end)
            while stop <= latest and stop < len(self._plain):
                yield stop, 1.0
                stop = self._plain.break_from(stop + 1)

    def _greets(self, place: int, *, called: bool) -> float:
        greeting = self._greetings.any_within(place, place + _GREETED)
        if greeting or place == 0:
            host = self._sayings[SayingKind.HOST].any_within(place, place + _HOST_SAYS)
            room = self._sayings[SayingKind.ANNOUNCEMENT].any_within(place, place + _HOST_SAYS)
            if host or room:
                return -4.0
        if greeting:
            return 3.0
        for _, end in () if called else self._sayings[SayingKind.THANKS].within(place, place + _SNAP):
            if self._praises(end):
                return -3.0
            if self._sayings[SayingKind.TITLE].any_within(end, end + _TITLED):
                return 0.0
        return 1.0 if self._openings.match(self._plain.letters, place) else 0.0

    def _praises(self, place: int) -> Spans:
        """What is praised in thanks, before the host leads on."""
        until = place + _THANKED
        for kind in (SayingKind.LINK, SayingKind.CALL):
            led_on = self._sayings[kind].within(place, until)
            until = led_on[0][0] if led_on else until
        return self._sayings[SayingKind.PRAISE].within(place, until)

    def _is_greeting(self, span: tuple[int, int]) -> bool:
        """Whether it is none of the two halves of a speaker's thanks and a host's word: 谢谢大家 好的."""
        start, end = span
        before = (
            self._sayings[kind].within(start - _ENDED, start)
            for kind in (SayingKind.ENDING, SayingKind.PASSING)
        )
        if not any(stop > start for spans in before for _, stop in spans):
            return True
        if self._plain.break_from(start + 1) < end:
            return False
        return self._plain.is_break(start) or self._plain.letters[end : end + 1] != "的"

    def _thank(self, at: Callable[[int], End], start: int, end: int) -> None:
        praised = self._praises(end)
        several = self._sayings[SayingKind.SEVERAL].any_within(end, end + _COURTEOUS)
        if not several and self._sayings[SayingKind.COURTESY].any_within(end, end + _COURTEOUS):
            return
        one = at(self._led_in(start))
        titled = self._sayings[SayingKind.TITLE].within(end, end + _TITLED)
        one.thanked = max(one.thanked, 3.5 if praised else 2.0 if titled else 1.0, 1.5 * several)
        one.thanked_to = max(one.thanked_to, (praised or titled or ((end, end + _NAMED),))[0][1])
        one.several = one.several or several

    def _close(self, one: End) -> None:
        place = one.place
        for kind, much in ((SayingKind.ENDING, 2.0), (SayingKind.PASSING, 0.8)):
            said = self._sayings[kind].within(place - 2 * _ENDED, place)
            if any(place - _ENDED <= stop <= place for _, stop in said):
                one.ended = max(one.ended, much)
        one.farewell = one.ended > 0 and self._took_leave(place)

    def _took_leave(self, place: int) -> bool:
        return self._sayings[SayingKind.FAREWELL].any_within(place - _FAREWELL, place)

    def _ends_here(self, place: int) -> bool:
        """Whether the host's words may be over after a phrase: in breathed text, at a break."""
        return not self._plain.breathed or self._plain.break_from(place) - place <= _SNAP

    def _after(self, place: int) -> int:
        following = self._plain.break_from(place)
        return following if following - place <= _SNAP else place

    def _before(self, place: int) -> int:
        leading = self._plain.break_before(place)
        return leading if place - leading <= 2 * _SNAP else place

    def _first_words(self, place: int) -> int:
        """Where a speaker begins who greets at a place: a breath before, if all of it is a word of his."""
        leading = self._plain.break_before(place - 1) if place else place
        if place - leading > _LONGEST_LEAD_IN:
            return place
        return leading if _CLEARS_THROAT.fullmatch(self._plain.letters, leading, place) else place

    def _led_in(self, place: int) -> int:
        """Where the sentence begins whose first telling word stands at a place."""
        lead = _LEADS_IN.search(self._plain.letters, max(0, place - _LONGEST_LEAD_IN), place)
        begun = lead.start() if lead else place
        leading = self._plain.break_before(place)
        return leading if 0 <= place - leading <= 2 * _SNAP else max(begun, leading)


def _runs(spans: Iterable[tuple[int, int]], near: int = _RUN) -> Iterator[tuple[int, int]]:
    """Join spans that follow each other closely."""
    begun: tuple[int, int] | None = None
    for start, end in spans:
        if begun is not None and start - begun[1] <= near:
            begun = (begun[0], end)
            continue
        if begun is not None:
            yield begun
        begun = (start, end)
    if begun is not None:
        yield begun

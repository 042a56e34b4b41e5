"""What the words of a text say of who speaks, apart from names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.intake.sessions.plain import alternation
from generator.intake.settings import Settings

_LONGEST_OPENING = 5  # short words in a row before what tells
_NAME = 4  # letters of a name after thanks, however it was heard
_GREETED = 10  # letters of a greeting: a name or two may stand in it
_ENDS = 4
_NEAR_END = 12
_NAMED = 8
_QUESTION = 40


@dataclass(frozen=True, slots=True)
class Opening:
    """What a turn would begin with at a place.

    Attributes:
        replies: How many short replies stand in a row.
        listened: There is a reply of somebody who has listened.
        answers: There is something that answers begin with.
        often: There is something that answers may well begin with.
        leads: There is something that moderators go on with.
        audience: There is something that the audience begins with.
        parting: Thanks for nobody come first and another reply after them: they end what was before.
        end: Where the short words end.
    """

    replies: int
    listened: bool
    answers: bool
    often: bool
    leads: bool
    audience: bool
    parting: bool
    end: int

    @property
    def any(self) -> bool:
        """Whether there is anything."""
        return bool(self.replies) or self.tells

    @property
    def tells(self) -> bool:
        """Whether there is more than short replies."""
        return self.listened or self.answers or self.often or self.leads or self.audience


@dataclass(frozen=True, slots=True)
class Closing:
    """What a turn would end with at a place.

    Attributes:
        asks: How much it ends with a question or a request: 2 right here, 1 close before.
        words: Words of a question stand in the last letters.
        closes: How much it ends as answers do.
        asked: How much a question ends before the thanks that stand here.
        points: How much somebody of the audience is pointed out: 2 right here, 1 close before.
        requests: It ends with a request to somebody, and no more.
    """

    asks: float
    words: bool
    closes: float
    asked: float
    points: float
    requests: bool


class Signs:
    """The signs of one text."""

    def __init__(self, letters: str, pauses: Sequence[int], settings: Settings) -> None:
        """Look for all kinds of signs.

        Args:
            letters: The text, reduced.
            pauses: Where it pauses.
            settings: The lists.
        """
        self._letters = letters
        self._pauses = pauses
        self._titles = alternation(
            [*settings.words("hosts", "titles"), *settings.words("turns", "familiar_titles")]
        )
        self._sighs = frozenset(settings.words("turns", "sighs"))
        self._pointing = alternation(settings.words("turns", "pointing"))
        self._several = alternation(settings.words("hosts", "several"))
        self._courtesies = alternation(settings.words("hosts", "courtesies"))
        self._thanks = alternation(settings.words("turns", "thanks"))
        found = {key: alternation(settings.words("turns", key)) for key in _OPENING}
        self._opening = found
        self._closed = {key: self._ended(settings.words("turns", key)) for key in _CLOSING}
        self._ends = {key: [end for end, _ in spans] for key, spans in self._closed.items()}
        self.moderating = self._spans(settings.words("turns", "moderating"))
        self.inquiring = self._spans(settings.words("turns", "inquiring"))
        self.asking = self._spans(settings.words("turns", "asking"))
        self.taken_up = self._spans(settings.words("turns", "taken_up"))
        self.answering = self._spans(settings.words("turns", "answering"))
        self.asking_for = [end for _, end in self._spans(settings.words("turns", "asking_for"))]
        self.follow_ups = self._spans(settings.words("turns", "follow_ups"))
        self.audience_asked = self._spans(settings.words("turns", "audience_asked"))
        self.openings = [
            span for key in _OPENING if key != "fillers" for span in self._spans(settings.words("turns", key))
        ]

    def opening(self, place: int) -> Opening:
        """Return what would begin at a place."""
        replies = 0
        told = dict.fromkeys(_TOLD, False)
        at = place
        for _ in range(_LONGEST_OPENING):
            while at < len(self._letters) and self._letters[at] == " ":
                at += 1
            steps = []
            for key in told:
                pattern = self._opening[key]
                match = self._greets(at) if key == "audience" else pattern.match(self._letters, at)
                told[key] = told[key] or match is not None
                if match is not None and key == "listened":
                    steps.append(match.end())
            for key in ("replies", "fillers"):
                match = self._opening[key].match(self._letters, at)
                if match is not None:
                    replies += key == "replies"
                    steps.append(match.end())
                    break
            if self._is_farewell(at):
                break
            named = self._thanks.match(self._letters, at)
            if (
                named is not None
                and named.end() < (pause := self._pause_from(named.end())) <= named.end() + _NAME
            ):
                steps.append(pause)
                replies += 1
            if not steps:
                break
            at = max(steps)
        return Opening(
            replies,
            **{key.removeprefix("answers_"): there for key, there in told.items()},
            parting=self._parting(place),
            end=at,
        )

    def _greets(self, place: int) -> re.Match[str] | None:
        """Return how somebody in the audience begins, unless somebody is still being pointed out."""
        found = self._opening["audience"].search(self._letters, place, place + _GREETED)
        if found is None or self._pointing.search(self._letters, place, found.start() + 1):
            return None
        return found

    def _is_farewell(self, place: int) -> bool:
        """Whether somebody thanks all."""
        thanks = self._thanks.match(self._letters, place)
        if thanks is None or self._several.match(self._letters, thanks.end()):
            return False
        return self._courtesies.match(self._letters, thanks.end()) is not None

    def _parting(self, place: int) -> bool:
        thanks = self._thanks.match(self._letters, place)
        if thanks is None:
            return False
        if self._is_farewell(place):
            return True
        after = thanks.end() + (self._letters[thanks.end() : thanks.end() + 1] == " ")
        return any(self._opening[key].match(self._letters, after) for key in ("replies", "listened"))

    def closing(self, place: int, *, paused: bool = False) -> Closing:
        """Return what would end at a place; where the text pauses, a name may stand between."""
        while place and (self._letters[place - 1] == " " or self._letters[place - 1] in self._sighs):
            place -= 1
        closes = 0.0
        thanks = self._last("short_closings", place) <= 1
        if self._last("closings", place) <= _ENDS:
            closes = 2.5
        elif thanks:
            closes = 1.5
        elif self._last("closings", place) <= _NEAR_END:
            closes = 1.2
        asks = self._asks(place)
        requests = not asks and paused and self._last("requests", place) <= _NAMED
        asks = 1.5 if requests else asks
        before = self._before("short_closings", place) if thanks else place
        return Closing(
            asks,
            self._last("question_words", place) <= _QUESTION,
            closes,
            self._asks(before) if thanks else 0.0,
            2.0 if self._last("pointing", place) <= 1 else 1.0 * (self._last("pointing", place) <= _NEAR_END),
            requests,
        )

    def _asks(self, place: int) -> float:
        asked = self._last("question_ends", place)
        particle = self._last("particles", place) <= 1
        phrase = asked <= 1 and place - asked - self._before("question_ends", place) > 1
        if particle and not phrase and self._last("question_words", place) > _NEAR_END:
            return 0.8
        return 2.0 if asked <= 1 else 1.0 if asked <= _NEAR_END else 0.0

    def titled(self, place: int) -> int:
        """Return where a title ends that stands at a place; the place itself if there is none."""
        match = self._titles.match(self._letters, place)
        return match.end() if match else place

    def ended(self, key: str) -> list[int]:
        """Return where the words of a closing list end."""
        return self._ends[key]

    def _pause_from(self, place: int) -> int:
        index = bisect_left(self._pauses, place)
        return self._pauses[index] if index < len(self._pauses) else len(self._letters)

    def _before(self, key: str, place: int) -> int:
        """Return where the last of some words begins before a place."""
        spans = self._closed[key]
        index = bisect_left(spans, (place + 1, 0))
        return spans[index - 1][1] if index else place

    def _last(self, key: str, place: int) -> int:
        ends = self._ends[key]
        index = bisect_left(ends, place + 1)
        return place - ends[index - 1] if index else 1_000

    def _spans(self, words: Iterable[str]) -> list[tuple[int, int]]:
        return [match.span() for match in alternation(words).finditer(self._letters)]

    def _ended(self, words: Iterable[str]) -> list[tuple[int, int]]:
        """Return where words end and begin, overlapping ones, too."""
        pattern = re.compile(f"(?=({alternation(words).pattern}))")
        return sorted({(match.end(1), match.start()) for match in pattern.finditer(self._letters)})


_TOLD = ("listened", "answers", "answers_often", "leads", "audience")
_OPENING = ("fillers", "replies", *_TOLD)
_CLOSING = (
    "question_ends",
    "question_words",
    "closings",
    "short_closings",
    "pointing",
    "requests",
    "particles",
)

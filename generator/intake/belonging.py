"""Whether a recording is of a forum: who is on its programme is named in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.intake.heard import Heard
from generator.language.sound import sound_of
from generator.model.forum import Forum
from generator.model.proceedings import Proceedings
from generator.model.session import Session, SessionStatus

_HAN: Final = re.compile("[㐀-鿿]{2,}")
_BY_SOUND: Final = 3  # Syllables from which a name is told by its sound; two are a common word's, too.
_FEW: Final = 0.2
_ENOUGH: Final = 2


@dataclass(frozen=True, slots=True)
class Belonging:
    """How much of a programme is found in a recording.

    Attributes:
        sessions: Sessions that were held and have people.
        named: How many of them have somebody whose name is heard in the recording, or stands in its headings.
    """

    sessions: int
    named: int

    @property
    def share(self) -> float:
        """The part that was found; of an empty programme, all."""
        return self.named / self.sessions if self.sessions else 1.0

    @property
    def doubtful(self) -> bool:
        """Whether it is likely another forum's recording."""
        return self.sessions >= _ENOUGH and self.share < _FEW


class Voices:
    """The names that can be heard in a recording."""

    def __init__(self, heard: Heard) -> None:
        words = "\n".join([heard.text.words, *(title.words for title in heard.titles)])
        self._words = words.casefold()
        self._sounds = _sounds(words)

    def belonging(self, forum: Forum, held: Proceedings) -> Belonging:
        """Return how much of a forum's programme is found.

        Args:
            forum: The forum.
            held: Its people.
        """
        found = [self._names(session, held) for session in forum.sessions if _was_held(session)]
        return Belonging(
            sum(1 for names in found if names), sum(1 for names in found if any(map(self._is_heard, names)))
        )

    def _names(self, session: Session, held: Proceedings) -> tuple[str, ...]:
        people = (held.people.get(one.person) for one in session.people)
        return tuple(name for person in people if person for name in (*person.all_forms, *person.misheard))

    def _is_heard(self, name: str) -> bool:
        if len(name) > 1 and name.casefold() in self._words:
            return True
        return len(name) >= _BY_SOUND and bool(_HAN.fullmatch(name)) and _sounds(name) in self._sounds


def _was_held(session: Session) -> bool:
    return session.status in {SessionStatus.HELD, SessionStatus.UNKNOWN}


def _sounds(words: Iterable[str]) -> str:
    parts = (sound_of(word) for word in words if not word.isspace())
    return f" {' '.join(f'{one.initial}{one.final}' for one in parts)} "

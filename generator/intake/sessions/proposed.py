"""Sessions that the programme does not have, as they are proposed to an editor."""

from __future__ import annotations

from collections import Counter

from generator.intake.division import FoundSession
from generator.intake.sessions.plain import alternation, simplified
from generator.intake.step import Known
from generator.model.identifiers import PersonId, SessionId
from generator.model.session import SessionKind


class Proposer:
    """Gives ids to what is proposed, none of them twice and none that the programme has."""

    def __init__(self, known: Known) -> None:
        """Look at the programme."""
        self._taken = {session.id for session in known.forum.sessions}
        self._counts: Counter[str] = Counter()
        words = known.settings.words
        self._kinds = (
            (SessionKind.PANEL, alternation(words("hosts", "panels"))),
            (SessionKind.QA, alternation(words("hosts", "questions"))),
            (SessionKind.CEREMONY, alternation(words("hosts", "ceremonies"))),
        )

    def kind_of(self, words: str) -> SessionKind:
        """Return what a heading's words sound like."""
        letters = simplified(words)
        return next((kind for kind, pattern in self._kinds if pattern.search(letters)), SessionKind.TALK)

    def propose(
        self, kind: SessionKind, start: int, end: int, people: tuple[PersonId, ...] = ()
    ) -> FoundSession:
        """Return a session that the programme does not have."""
        while True:
            self._counts[kind] += 1
            name = SessionId(f"proposed-{kind}-{self._counts[kind]}")
            if name not in self._taken:
                return FoundSession(name, kind, start, end, people, proposed=True)

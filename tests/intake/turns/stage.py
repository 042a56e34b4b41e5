"""An invented panel on a salt marsh: who sits on it, and recordings of what they say, in several manners."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.intake.division import FoundSession, FoundTurn
from generator.intake.heard import Cue
from generator.intake.turns.find import find_turns
from generator.model.forum import Forum
from generator.model.identifiers import OrganisationId, PersonId, SessionId
from generator.model.organisation import Organisation
from generator.model.session import Affiliation, Appearance, Role, Session, SessionKind
from tests.intake.sessions.tide import Tide, name, speech

M, SU, LU, WEN, JIANG = "fang-linxi", "su-qinglan", "lu-pingchuan", "wen-shuoyu", "jiang-hebai"
ORGANISATIONS = {
    "reed-bank": Organisation(id=OrganisationId("reed-bank"), name=name("苇岸研究院"), short=name("苇岸")),
    "tide-gate": Organisation(id=OrganisationId("tide-gate"), name=name("潮闸科技"), short=name("潮闸")),
}
WORKS = {SU: "reed-bank", LU: "tide-gate"}
Said = tuple[str | None, str]
"""Who, and what."""


def panel(moderator: Role = Role.MODERATOR, kind: SessionKind = SessionKind.PANEL) -> Session:
    def one(person: str, role: Role) -> Appearance:
        works = (Affiliation(organisation=OrganisationId(WORKS[person])),) if person in WORKS else ()
        return Appearance(person=PersonId(person), roles=(role,), affiliations=works)

    people = (one(M, moderator), *(one(person, Role.PANELIST) for person in (SU, LU, WEN, JIANG)))
    return Session(id=SessionId("panel"), kind=kind, title=name("圆桌：滩涂归谁管"), people=people)


PANEL = panel()


class Stage:
    """A recording of a panel, made of what one after the other says."""

    def __init__(
        self,
        *said: Said,
        session: Session = PANEL,
        flat: bool = False,
        before: str = "",
        labels: Sequence[str] = (),
        programme: bool = True,
    ) -> None:
        """Put a recording together.

        Args:
            said: Who says what; lines are breaths.
            session: The panel, as the programme has it.
            flat: Without lines, as recognisers write that know no breaths.
            before: What is said before the panel begins.
            labels: For each turn, what the file's format calls its speaker.
            programme: Whether the programme has the panel.
        """
        self.people = tuple(who for who, _ in said)
        parts = [before, *(words.replace("\n", "") if flat else words for _, words in said)]
        tide = Tide(*parts, sessions=(session,) if programme else (), chunked=flat)
        held = replace(
            tide.known.held, organisations={OrganisationId(key): one for key, one in ORGANISATIONS.items()}
        )
        cues = tuple(Cue(tide.start(number), None, label) for number, label in enumerate(labels, 1))
        heard = replace(tide.known.heard, cues=cues)
        forum: Forum = tide.known.forum
        self.known = replace(tide.known, held=held, heard=heard, forum=forum)
        self.starts = tuple(tide.start(number) for number in range(1, len(parts)))
        self.session = FoundSession(
            session.id, session.kind, len(before), len(tide.raw), tuple(one.person for one in session.people)
        )
        if not programme:
            self.session = replace(self.session, speakers=())
        self.raw = tide.raw

    def turns(self) -> tuple[FoundTurn, ...]:
        return find_turns(self.known.heard.text, self.known, self.session)

    def found(self) -> list[tuple[str | None, int]]:
        """Who was found, and the number of the turn that begins there; -1 where none begins."""
        numbers = {start: number for number, start in enumerate(self.starts)}
        return [(one.person, numbers.get(one.start, -1)) for one in self.turns()]

    def right(self) -> list[tuple[str | None, int]]:
        """Who should be found, and where."""
        return [(who, number) for number, who in enumerate(self.people)]

    def sure(self) -> list[str | None]:
        """Of whom the turns are that are sure."""
        return [one.person for one in self.turns() if one.sure]


def answer(letters: int, first: int = 0, start: str = "", end: str = "") -> str:
    """What somebody answers, from the first words to the last, a line a breath."""
    return (
        "".join(f"{words}\n" for words in start.split())
        + speech(letters, first)
        + "".join(f"{words}\n" for words in end.split())
    )

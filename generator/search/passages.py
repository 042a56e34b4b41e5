"""The passages of a record: what is shown of it where it is found, and what is looked up in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model.identifiers import Mark, PersonId
from generator.model.record import Block, Figure, Heading, Paragraph, Record, Table, Turn
from generator.model.record_text import block_text, is_held_back, plain_text
from generator.pages.edition import Edition

NOBODY: Final = -1
TITLE: Final = -2
"""In the place of a speaker: what nobody says, and a title or heading."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that is found and shown as one.

    Attributes:
        text: The words as the page has them.
        mark: Where they stand on the page; empty for what has no name of its own.
        seconds: When they were said, by the recording.
        speaker: The number of who says them, or `NOBODY` or `TITLE`.
    """

    text: str
    mark: str = ""
    seconds: int | None = None
    speaker: int = NOBODY


def record_passages(
    edition: Edition, record: Record, people: Sequence[PersonId]
) -> tuple[list[Passage], tuple[str, ...]]:
    """Return the passages of a record, and the names of those who speak in it.

    What is held back from readers has no words here, and so no passage. Pictures have none either: what
    describes them is not to be seen on the page.

    Args:
        edition: Whose readers; says the names.
        record: As its page shows it.
        people: Who may be meant where nobody is named: the one, where there is but one.
    """
    speakers = _Speakers(edition)
    speaking = speakers.person(people[0]) if len(set(people)) == 1 and not _has_turns(record) else NOBODY
    found: list[Passage] = []
    for block in record.blocks:
        if isinstance(block, Paragraph) and block.turn:
            speaking = speakers.turn(block.turn)
        if not is_held_back(block):
            found += (one for one in _passages(block, speaking) if one.text.strip())
    return found, tuple(speakers.names)


class _Speakers:
    """Numbers those who speak, in the order in which they first do."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self.names: list[str] = []

    def person(self, person: PersonId) -> int:
        return self._number(self._edition.name(person).text)

    def turn(self, turn: Turn) -> int:
        if turn.person is None:
            return self._number(self._edition.words(f"speaker.{turn.unnamed}"))
        return self.person(turn.person)

    def _number(self, name: str) -> int:
        if name not in self.names:
            self.names.append(name)
        return self.names.index(name)


def _has_turns(record: Record) -> bool:
    return any(isinstance(block, Paragraph) and block.turn for block in record.blocks)


def _passages(block: Block, speaking: int) -> Iterator[Passage]:
    mark: Mark = block.marks[0]
    if isinstance(block, Figure):
        return
    if isinstance(block, Table):
        for row in (block.head, *block.rows):
            yield Passage(" ".join(plain_text(cell) for cell in row), mark)
        return
    speaker = TITLE if isinstance(block, Heading) else speaking
    yield Passage(block_text(block), mark, block.time.at.seconds if block.time else None, speaker)

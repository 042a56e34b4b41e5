"""What does not agree, where it stands, and what stands in the recording or in the source instead."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.fidelity import FindingKind
from generator.model.identifiers import Mark
from generator.model.record import Block


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not agree.

    Attributes:
        kind: What.
        block: The paragraph.
        start: Where the words begin in the paragraph's text; -1 where they are not in it.
        words: The words of the paragraph, or those that it lacks.
        message: What is wrong, in a sentence.
        line: The line of the recording that it is about; 0 where there is none.
        heard: What stands there, at most 20 characters.
    """

    kind: FindingKind
    block: Block
    start: int
    words: str
    message: str
    line: int = 0
    heard: str = ""

    @property
    def mark(self) -> Mark:
        """The paragraph's mark."""
        return self.block.marks[0]

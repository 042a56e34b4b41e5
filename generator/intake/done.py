"""What a step did, so that nothing vanishes: it all stands in the report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DoneKind(StrEnum):
    """What was done, by its name in the report."""

    DROPPED = "dropped"
    TRIMMED = "trimmed"
    CHANGED = "changed"
    MARKED = "marked"
    RENAMED = "renamed"
    SCRIPT = "script"


@dataclass(frozen=True, slots=True, order=True)
class Done:
    """One thing that was done.

    Attributes:
        start: Where in the recording, as an index.
        end: Where it ends; not included.
        kind: What.
        reason: Why, in a word: `hallucination`, `loop`, `credit`, `duplicate`, `seam`, `stutter`, `sound`,
            `garbled`, `sensitive`, `filler`, `number` ... Of a passage in another script, which one (`Hant`).
        heard: The words as the recogniser left them; of what was renamed.
        written: The words that stand there now; of what was changed or renamed.
    """

    start: int
    end: int
    kind: DoneKind
    reason: str
    heard: str = ""
    written: str = ""

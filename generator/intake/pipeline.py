"""The steps from what was heard to drafts, in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.intake.cleaning.loops import drop_loops
from generator.intake.cleaning.noise import drop_noise
from generator.intake.cleaning.script import bring_to_one_script
from generator.intake.cleaning.seams import join_seams
from generator.intake.division import Division
from generator.intake.done import Done
from generator.intake.drafts import DraftFile, draft_records
from generator.intake.names.put import put_names_right
from generator.intake.sensitive import mark_sensitive
from generator.intake.sessions.find import find_sessions
from generator.intake.step import CutStep, Known, Step
from generator.intake.text import Text
from generator.intake.turns.find import with_turns
from generator.intake.wording.fillers import trim_fillers
from generator.intake.wording.numbers import write_numbers
from generator.intake.wording.punctuation import punctuate

CLEANING: Final[tuple[tuple[str, Step], ...]] = (
    ("seams", join_seams),
    ("noise", drop_noise),
    ("loops", drop_loops),
    ("script", bring_to_one_script),
)
"""What is done before the sessions are known. Each has its name, for progress."""

WORDING: Final[tuple[tuple[str, CutStep], ...]] = (
    ("names", put_names_right),
    ("fillers", trim_fillers),
    ("numbers", write_numbers),
    ("punctuation", punctuate),
)
"""What is done when they are."""

LAST: Final[tuple[tuple[str, CutStep], ...]] = (("review list", mark_sensitive),)
"""What looks at the words as they will stand in the drafts."""

Telling = Callable[[str, int, int], None]
"""Is told which step begins, how many are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What a recording became.

    Attributes:
        text: What was said, as it reads now.
        done: What the steps did, in the order of the recording.
        division: Where the sessions are.
        drafts: The records, with their sources.
    """

    text: Text
    done: tuple[Done, ...]
    division: Division
    drafts: tuple[DraftFile, ...]


def take_in(known: Known, tell: Telling | None = None, further: Sequence[tuple[str, CutStep]] = ()) -> Intake:
    """Take a recording in.

    Args:
        known: The recording as it was read, the forum, and everything that is written.
        tell: Is told how far it is.
        further: What is done after everything else, by models.

    Returns:
        The same for the same, as far as models keep to that.

    Raises:
        ModelError: A model that was to help cannot.
    """
    wording = (*WORDING, *further, *LAST)
    total = len(CLEANING) + len(wording) + 2
    done: list[Done] = []
    text = known.heard.text
    for number, (name, step) in enumerate(CLEANING):
        _tell(tell, name, number, total)
        text, more = step(text, known)
        done += more
    _tell(tell, "sessions", len(CLEANING), total)
    division = with_turns(text, known, find_sessions(text, known))
    for number, (name, cut_step) in enumerate(wording, len(CLEANING) + 1):
        _tell(tell, name, number, total)
        text, more = cut_step(text, known, division)
        done += more
    done.sort()
    _tell(tell, "drafts", total - 1, total)
    drafts = draft_records(text, known, division, done)
    _tell(tell, "", total, total)
    return Intake(text, tuple(done), division, drafts)


def _tell(tell: Telling | None, name: str, done: int, total: int) -> None:
    if tell:
        tell(name, done, total)

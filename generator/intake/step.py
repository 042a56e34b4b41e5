"""The form of every step of the intake."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.intake.division import Division
from generator.intake.done import Done
from generator.intake.heard import Heard
from generator.intake.settings import Settings
from generator.intake.text import Text
from generator.model.forum import Forum
from generator.model.proceedings import Proceedings


@dataclass(frozen=True, slots=True)
class Known:
    """What steps may know beside the text.

    Attributes:
        held: Everything that is written: people, organisations, glossary.
        forum: The forum that was recorded, with its programme.
        heard: The recording as it was read: cues, pictures, titles.
        settings: The lists that a maintainer extends.
    """

    held: Proceedings
    forum: Forum
    heard: Heard
    settings: Settings


Stepped = tuple[Text, tuple[Done, ...]]
Step = Callable[[Text, Known], Stepped]
"""Takes the text as the steps before left it, and returns it with a list of what it did."""

CutStep = Callable[[Text, Known, Division], Stepped]
"""A step that needs to know the sessions, too."""

"""What sessions are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from generator.model.about import About
from generator.model.identifiers import TopicId
from generator.model.text import LocalizedText


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject that sessions are grouped by."""

    id: Annotated[TopicId, About("Its name in addresses; never changes.", "speech-recognition")]
    title: Annotated[LocalizedText, About("What it is called.")]
    description: Annotated[LocalizedText | None, About("One or two sentences: what belongs to it.")] = None
    broader: Annotated[TopicId | None, About("The topic that it is a part of.")] = None
    formerly: Annotated[tuple[TopicId, ...], About("Ids it had before; old addresses lead here.")] = ()

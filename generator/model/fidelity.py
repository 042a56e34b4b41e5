"""What does not agree between a record and what it was made from, and what an editor has explained of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from generator.model.about import About
from generator.model.identifiers import Digest, Mark
from generator.model.language import Language


class FindingKind(StrEnum):
    """What does not agree."""

    NUMBER = "number"
    NAME = "name"
    NEGATION = "negation"
    DEGREE = "degree"
    ORDER = "order"
    OMITTED = "omitted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A finding of `proceedings fidelity` that an editor has looked at and explained."""

    language: Annotated[Language, About("The record that it was found in.", "zh-Hans")]
    kind: Annotated[FindingKind, About("What did not agree.")]
    words: Annotated[str, About("The words that it was about.", "一百二十")]
    digest: Annotated[
        Digest, About("A digest of the paragraph as it was then: when it changes, it is judged again.")
    ]
    because: Annotated[str, About("Why the record is right.")]


@dataclass(frozen=True, slots=True)
class AcceptedOf:
    """What was explained of the paragraph of a mark."""

    mark: Mark
    entries: tuple[Accepted, ...]

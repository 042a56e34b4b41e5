"""What a translation was made from, paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from generator.model.about import About
from generator.model.identifiers import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """That a paragraph of a translation says what its source says."""

    digest: Annotated[
        Digest,
        About(
            "The first 12 hexadecimal digits of the SHA-256 of the source paragraph's words.", "3f9c0a71b2de"
        ),
    ]

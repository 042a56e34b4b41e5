"""What a field of content means, said once, where the field is declared."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class About:
    """The meaning of a field, for editors: goes into schemas and into the tables of the documentation.

    Attributes:
        text: One or two plain sentences.
        example: How an editor writes a value, where that is not plain from the type.
    """

    text: str
    example: str = ""

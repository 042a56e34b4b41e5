"""As what somebody speaks in a panel."""

from __future__ import annotations

from enum import StrEnum

from generator.model.identifiers import PersonId


class Part(StrEnum):
    """What somebody does in a panel."""

    LEADS = "leads"
    ANSWERS = "answers"
    ASKS = "asks, from the audience"


Speaker = tuple[Part, PersonId | None]
"""Who speaks: as what, and, of those who answer, who if known."""

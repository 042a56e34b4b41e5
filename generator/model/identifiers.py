"""Names that things go by in content and in addresses; each kind a type of its own."""

from __future__ import annotations

import re
from typing import Final, NewType

EventId = NewType("EventId", str)
ForumId = NewType("ForumId", str)
SessionId = NewType("SessionId", str)
PersonId = NewType("PersonId", str)
OrganisationId = NewType("OrganisationId", str)
TopicId = NewType("TopicId", str)
TermId = NewType("TermId", str)
RecordingId = NewType("RecordingId", str)
Mark = NewType("Mark", str)
LanguageTag = NewType("LanguageTag", str)
WebAddress = NewType("WebAddress", str)
ImagePath = NewType("ImagePath", str)
Sha256 = NewType("Sha256", str)
Digest = NewType("Digest", str)

HOST: Final = SessionId("host")
"""Stands for a session where the host's words between the sessions are meant: in the names of records, and in
addresses; no session is called so."""

RESERVED: Final = frozenset(
    {
        "index",
        "images",
        "assets",
        "en",
        "zh-hant",
        "zh-hans",
        HOST,
        "records",
        "404",
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)),
    }
)
"""Ids that would collide with a page or folder of the site, or that a file system refuses."""

_IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MARK = re.compile(r"(?=[a-z0-9]*[0-9])[a-z][a-z0-9]{3}")


def identifier_fault(text: str) -> str | None:
    """Say what is wrong with an id, or None.

    An id is a part of an address for ever, so it is kept to what every file system, URL and shell agrees on.
    """
    if not text:
        return "an id is needed here"
    if len(text) > 80:  # noqa: PLR2004 - a path of a few of these must stay below the limits of file systems
        return "an id has at most 80 characters"
    if not _IDENTIFIER.fullmatch(text):
        return "an id has small letters a-z, digits and single hyphens between them"
    if text == HOST:
        return f"'{text}' is reserved: under that name stands what the host says between the sessions"
    if text in RESERVED:
        return f"'{text}' is reserved: the site has a page or folder of that name"
    return None


def is_mark(text: str) -> bool:
    """Whether the text is a mark: four characters, a letter first, at least one digit.

    The digit keeps marks apart from the words that pages use as anchors (`cite`, `record`).
    """
    return _MARK.fullmatch(text) is not None

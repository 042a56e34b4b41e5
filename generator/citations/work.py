"""What is cited, and the pieces that a citation is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.model.dates import PartialDate
from generator.model.language import Language
from generator.model.name_parts import NameParts


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A session, or the text of it.

    Attributes:
        key: Its name in bibliographies, `forum-session`; never changes.
        url: Where it is published.
        page: The language that the citation is written in.
        language: The language of the text.
        title: In the language of the text, or in another where it has none there.
        title_language: What the title is in.
        translated: The title in the language of the page, where that is another one; else empty.
        authors: Who spoke, in the order of the programme.
        chairs: Who led the session and is not among the authors.
        chaired: What these did, in a word: `Moderator`, `主持`.
        nature: What the text is, piece by piece: `Conference session summary`, `unchecked`.
        forum: The forum's name.
        event: The name of the event that the forum belonged to; empty where the forum's says it.
        place: Where the event was held; may be empty.
        date: As far as it is known.
        accessed: What stands in the place of the date of access until a reader's clock says it.
    """

    key: str
    url: str
    page: Language
    language: Language
    title: str
    title_language: Language
    translated: str = ""
    authors: tuple[NameParts, ...] = ()
    chairs: tuple[NameParts, ...] = ()
    chaired: str = ""
    nature: tuple[str, ...]
    forum: str
    event: str = ""
    place: str = ""
    date: PartialDate
    accessed: str = ""

    @property
    def after_title(self) -> str:
        """What follows the title: its translation in square brackets where there is one (APA 7, 9.38)."""
        return f" [{self.translated}]" if self.translated else ""


class Part(StrEnum):
    """What of a citation is more than words: a script changes it, or a style sets it apart."""

    WORDS = "words"
    TITLE = "title"
    KEY = "key"
    URL = "url"
    ACCESSED = "accessed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a citation.

    Attributes:
        text: Its characters; may be empty where only a script puts some in.
        part: What it is.
        pattern: For a date of access: how it is written, with `{date}` for 2026-01-02 and `{parts}` for
            2026, 1, 2.
    """

    text: str
    part: Part = Part.WORDS
    pattern: str = ""


Citation = tuple[Piece, ...]


def plain(citation: Sequence[Piece]) -> str:
    """Return a citation as text."""
    return "".join(piece.text for piece in citation)

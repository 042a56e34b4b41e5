"""The text that is published for a session in one language, as a tree.

A record is Markdown as people write it; this is what the one parser makes of it. Text is text here: nothing
in it can be markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Final

from generator.model.about import About
from generator.model.dates import PartialDate, Timecode
from generator.model.identifiers import Digest, ForumId, ImagePath, Mark, PersonId, RecordingId, SessionId
from generator.model.language import Language


class RecordForm(StrEnum):
    """How near a record is to what was said."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    SUMMARY = "summary"


class Writer(StrEnum):
    """Who wrote a record."""

    PERSON = "person"
    MACHINE = "machine"


class LinkTarget(StrEnum):
    """What a link in a record leads to."""

    PERSON = "person"
    SESSION = "session"
    TERM = "term"
    FORUM = "forum"
    WEB = "web"


# ---- inline ----


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text; never markup."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Text in a fixed font, never converted to another script."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A break that the editor wants."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words; strong where said with force."""

    strong: bool
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class RecordLink:
    """A link to something of the proceedings, or to the web.

    Attributes:
        kind: What it leads to.
        target: An id, for a session `session` or `forum/session`, or a web address.
        content: The words that are linked.
    """

    kind: LinkTarget
    target: str
    content: tuple[Inline, ...]


Inline = Text | Code | LineBreak | Emphasis | RecordLink


# ---- blocks ----


@dataclass(frozen=True, slots=True)
class RecordingTime:
    """A moment of a recording; without a recording where the forum has one only."""

    at: Timecode
    recording: RecordingId | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """Who begins to speak.

    Attributes:
        person: Who, or None where the label is one of the unnamed.
        label: The words before the colon, as the editor wrote them.
        unnamed: `audience` or `unknown` for those without a name, else empty.
    """

    person: PersonId | None
    label: str
    unnamed: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """What a person is to look at before a block is done with.

    Attributes:
        reason: In a word, such as `garbled`.
        note: What to look at; empty where the reason says it.
        line: Where it stands in the file, from 1.
        column: Where in the line, from 1.
    """

    reason: str
    note: str
    line: int
    column: int


SENSITIVE: Final = "sensitive"
"""The reason of a review that keeps a block from readers for as long as it is open."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A chapter (level 2) or a part of one (level 3)."""

    marks: tuple[Mark, ...]
    level: int
    content: tuple[Inline, ...]
    line: int
    temporary: bool = False
    time: RecordingTime | None = None
    reviews: tuple[Review, ...] = ()
    held_back: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The smallest thing with a link of its own.

    Attributes:
        marks: Its names, the first being its id; never empty.
        content: The words, without time, label and marks.
        line: Where it stands in the file, from 1.
        temporary: The first mark was not written by anyone and lasts for this build only.
        time: When it was said.
        turn: Who begins to speak with it.
        item: `bullet` or `number` for an item of a list, `quote` for a quoted paragraph, else empty.
        reviews: What a person is to look at; of other blocks too.
        held_back: The words were taken out (generator.pages.held_back), and pages say so in their place. Only
            headings and paragraphs are that: a picture or table becomes a paragraph. What is written in a
            file never is.
    """

    marks: tuple[Mark, ...]
    content: tuple[Inline, ...]
    line: int
    temporary: bool = False
    time: RecordingTime | None = None
    turn: Turn | None = None
    item: str = ""
    reviews: tuple[Review, ...] = ()
    held_back: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of the forum's `images/` folder, on a line of its own."""

    marks: tuple[Mark, ...]
    image: ImagePath
    alt: str
    line: int
    temporary: bool = False
    time: RecordingTime | None = None
    reviews: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a row of heads, and rows of cells."""

    marks: tuple[Mark, ...]
    head: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    line: int
    temporary: bool = False
    reviews: tuple[Review, ...] = ()


Block = Heading | Paragraph | Figure | Table


# ---- the record ----


class CheckRole(StrEnum):
    """As what someone has checked a record."""

    SPEAKER = "speaker"
    EDITOR = "editor"
    LISTENER = "listener"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Someone has held the record against what was said."""

    by: Annotated[PersonId, About("Who.", "lin-wan")]
    as_: Annotated[CheckRole, About("As what: the speaker, an editor, or someone who was there.")]
    on: Annotated[PartialDate, About("When.", "2024-08-01")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was corrected after publication."""

    on: Annotated[PartialDate, About("When.", "2024-09-02")]
    what: Annotated[str, About("What was wrong and what stands there now.")]
    at: Annotated[Mark | None, About("The paragraph.", "p9x1")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordHead:
    """The front matter of a record: what it is, honestly."""

    form: Annotated[RecordForm, About("How near it is to what was said.")]
    written_by: Annotated[Writer, About("Who wrote it: a person, or a machine.")]
    checked: Annotated[tuple[Check, ...], About("Who has checked it; `[]` where nobody has.")] = ()
    translated_from: Annotated[Language | None, About("The language it was translated from.")] = None
    gone: Annotated[
        Mapping[Mark, Mark], About("Marks that are no more, and the marks that they lead to.", "{p7k2: p9x1}")
    ] = field(default_factory=lambda: MappingProxyType({}))
    corrections: Annotated[tuple[Correction, ...], About("What was corrected after publication.")] = ()
    resolved: Annotated[
        Mapping[Mark, Digest],
        About(
            "Paragraphs on the review list that a person has looked at, each with a digest of its words; "
            "written by `proceedings resolve`.",
            "{p9x1: 3f9c0a71b2de}",
        ),
    ] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Record:
    """A record with its blocks.

    Attributes:
        forum: Whose it is.
        session: The session, or `host` for what stands between sessions.
        language: What it is written in.
        head: Front matter.
        blocks: The text, in order.
    """

    forum: ForumId
    session: SessionId
    language: Language
    head: RecordHead
    blocks: tuple[Block, ...]

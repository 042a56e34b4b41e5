"""The one parser of records: the body of a file becomes blocks of the model."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.model.fault import Fault
from generator.model.identifiers import ImagePath, Mark, RecordingId
from generator.model.proceedings import RecordKey
from generator.model.record import Block, Figure, Heading, Paragraph, Table, Text, Turn
from generator.model.record_text import block_text
from generator.store.places import Reference
from generator.store.records.inline import InlineReader, alt_text
from generator.store.records.links import is_image_name
from generator.store.records.marks import temporary_mark
from generator.store.records.opened import Opened, open_pieces
from generator.store.records.pieces import PieceKind
from generator.store.records.source import Raw, Source
from generator.store.records.speakers import Speakers
from generator.store.records.times import TimeReader
from generator.store.records.turns import take_turn, turns_within


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordContext:
    """What is known of a record besides its text.

    Attributes:
        path: The file, as messages show it.
        first_line: The line of the file on which the body begins, from 1.
        key: Forum, session and language.
        speakers: Who may speak.
        recordings: The recordings of the forum; None where the forum could not be read.
        heard: The recording that times without a name belong to, where the forum has several and the session
            is in one of them only.
    """

    path: str
    first_line: int
    key: RecordKey
    speakers: Speakers
    recordings: tuple[RecordingId, ...] | None = ()
    heard: RecordingId | None = None


@dataclass(frozen=True, slots=True)
class ParsedBody:
    """What the body of a record file gave.

    Attributes:
        blocks: The text, in order; whole, whatever is wrong with it.
        faults: What is wrong, sorted by place.
        references: Ids that links name, with their places.
    """

    blocks: tuple[Block, ...]
    faults: tuple[Fault, ...]
    references: tuple[Reference, ...]


def parse_record(body: str, context: RecordContext) -> ParsedBody:
    """Read the body of a record.

    Args:
        body: What follows the front matter; any text at all.
        context: What is known besides.

    Returns:
        Blocks, faults and references; nothing is raised, and no words are lost without a fault.
    """
    source = Source.of(body, context.path, context.first_line)
    times = TimeReader(source, context.recordings, context.heard)
    opened, faults = open_pieces(body, source, times)
    reader = _BlockReader(context, source)
    blocks = tuple(block for item in opened if (block := reader.read(item)) is not None)
    found = {*faults, *times.faults, *reader.faults, *reader.inline.faults}
    return ParsedBody(blocks, tuple(sorted(found)), tuple(reader.inline.references))


class _BlockReader:
    """Makes blocks of opened pieces."""

    def __init__(self, context: RecordContext, source: Source) -> None:
        forum, session, language = context.key
        self.context = context
        self.source = source
        self.faults: list[Fault] = []
        self.inline = InlineReader(source, forum, language.is_chinese)
        self._seed = f"{forum}/{session}/{language}"
        self._given: set[Mark] = set()
        self._seen: Counter[str] = Counter()

    def read(self, item: Opened) -> Block | None:
        """Make a block, or None where no words are left."""
        if item.piece.kind is PieceKind.TABLE:
            return self._table(item)
        if item.figure and not item.piece.item:
            return self._figure(item)
        if item.piece.kind is PieceKind.HEADING:
            return self._heading(item)
        return self._paragraph(item)

    def _heading(self, item: Opened) -> Heading:
        content = self.inline.read(item.rest, list(item.tokens))
        if not content:
            message, remedy = "a heading has no text", "write it, or delete the line"
            self._fault(item.piece.raw, "empty-heading", message, remedy)
        level, line = item.piece.level, self._line(item)
        block = Heading((), level, content, line, time=item.time)
        marks, temporary = self._marks(item, block)
        return Heading(marks, level, content, line, temporary, item.time, item.reviews)

    def _paragraph(self, item: Opened) -> Paragraph | None:
        turn: Turn | None = None
        rest = item.rest
        tokens = list(item.tokens)
        if item.piece.literal:
            content: tuple[Text, ...] = (Text(rest.text),)
            block = Paragraph((), content, self._line(item))
            marks, _ = self._marks(item, block)
            return Paragraph(marks, content, self._line(item), temporary=True, reviews=item.reviews)
        turn, rest, faults = take_turn(rest, self.context.speakers, self.source)
        self.faults.extend((*faults, *turns_within(rest, self.context.speakers, self.source)))
        words = self.inline.read(rest, None if turn else tokens)
        if not words and not turn:
            message, remedy = "a paragraph has no words", "write them, or delete it"
            self._fault(item.piece.raw, "empty-paragraph", message, remedy)
        line, kind = self._line(item), item.piece.item
        marks, temporary = self._marks(item, Paragraph((), words, line))
        return Paragraph(marks, words, line, temporary, item.time, turn, kind, item.reviews)

    def _figure(self, item: Opened) -> Figure:
        image = item.tokens[0]
        name = str(image.attrGet("src") or "")
        alt = alt_text(image)
        self.inline.look_for_hidden(item.rest)
        if not is_image_name(name):
            message = f"'{name}' is no name of a picture" if name else "the picture has no name"
            remedy = "give the plain name of a file in the forum's images/ folder, such as slide-7.png"
            self._fault(item.rest, "image-name", message, remedy)
        if not alt:
            remedy = "write between the brackets what it shows, for those who cannot see it"
            self._fault(item.rest, "image-alt", "the picture has no description", remedy)
        if image.attrGet("title"):
            remedy = "delete what stands in quotation marks after the name"
            self._fault(item.rest, "image-title", "a picture has no title", remedy)
        path, line = ImagePath(name), self._line(item)
        marks, temporary = self._marks(item, Figure((), path, f"{name} {alt}", line))
        return Figure(marks, path, alt, line, temporary, item.time, item.reviews)

    def _table(self, item: Opened) -> Table:
        rows = tuple(tuple(self.inline.read(cell) for cell in row) for row in item.piece.rows)
        line = self._line(item)
        marks, temporary = self._marks(item, Table((), rows[0], rows[1:], line))
        return Table(marks, rows[0], rows[1:], line, temporary, item.reviews)

    def _marks(self, item: Opened, block: Block) -> tuple[tuple[Mark, ...], bool]:
        """Return a block's marks, and whether they are for this build only."""
        if item.marks:
            return tuple(dict.fromkeys(mark for mark, _ in item.marks)), False
        text = block_text(block)
        mark = temporary_mark(self._seed, text, self._seen[text])
        self._seen[text] += 1
        while mark in self._given:  # two texts whose digests begin alike
            mark = temporary_mark(self._seed, mark, 0)
        self._given.add(mark)
        if not item.broken:
            what = "picture" if isinstance(block, Figure) else type(block).__name__.lower()
            remedy = "run: proceedings mark"
            message = f"this {what} has no mark, so links to it do not last"
            spot = item.piece.raw.spot(0)
            self.faults.append(self.source.warning(spot, "unmarked", message, remedy))
        return (mark,), True

    def _line(self, item: Opened) -> int:
        return self.source.place(item.piece.raw.spot(0)).line

    def _fault(self, raw: Raw, code: str, message: str, remedy: str) -> None:
        self.faults.append(self.source.fault(raw.spot(0), code, message, remedy))

"""A body cut into pieces: headings, paragraphs and tables, with what a record may not hold named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from generator.model.fault import Fault
from generator.store.records.grammar import blocks
from generator.store.records.source import Raw, Source, raw_block, raw_in_line


class PieceKind(Enum):
    """What a piece is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, before its text is read.

    Attributes:
        kind: What it is.
        raw: The text of a heading or paragraph; empty for a table.
        start: Its first line in the body, from 0.
        end: The line after its last.
        level: Of a heading, 2 or 3.
        item: `bullet`, `number`, `quote` or empty.
        rows: The cells of a table, head first.
        literal: The text is no Markdown (a block of code, which is a fault).
    """

    kind: PieceKind
    raw: Raw
    start: int
    end: int
    level: int = 0
    item: str = ""
    rows: tuple[tuple[Raw, ...], ...] = ()
    literal: bool = False


_ITEMS: Final = {"bullet_list_open": "bullet", "ordered_list_open": "number", "blockquote_open": "quote"}
_HIGHEST, _LOWEST = 2, 3
_LONGEST: Final = 50_000
"""Characters of a block: three hours of talk without a paragraph are no record."""


def cut_pieces(body: str, source: Source) -> tuple[tuple[Piece, ...], tuple[Fault, ...]]:
    """Cut a body into pieces.

    Args:
        body: Any text; nothing is raised.
        source: The same, by lines.

    Returns:
        The pieces in order, and what records may not hold; the text of that is kept in a piece.
    """
    cutter = _Cutter(source)
    tokens = blocks(body)
    position = 0
    while position < len(tokens):
        position = cutter.take(tokens, position)
    return tuple(cutter.held()), tuple(cutter.faults)


class _Cutter:
    """Goes through the block tokens once."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.pieces: list[Piece] = []
        self.faults: list[Fault] = []
        self._within: list[str] = []
        self._in_item = 0

    def held(self) -> Iterator[Piece]:
        """Yield the pieces; one that is too long to be looked through again and again as text alone."""
        for piece in self.pieces:
            length = sum(map(len, self.source.lines[piece.start : piece.end]))
            if length <= _LONGEST:
                yield piece
                continue
            message = f"a block has at most {_LONGEST:,} characters, this one {length:,}"
            spot = (piece.start, 0)
            self.faults.append(self.source.fault(spot, "too-long", message, "cut it into paragraphs"))
            rows = (cell.text for row in piece.rows for cell in row)
            text = piece.raw.text or " ".join(rows)
            yield Piece(PieceKind.PARAGRAPH, Raw(text, (spot,)), piece.start, piece.end, literal=True)

    def take(self, tokens: list[Token], position: int) -> int:
        """Take the block at a position; return the position after what was taken."""
        token = tokens[position]
        if token.type in _ITEMS:
            self._open(token)
        elif token.type in {"bullet_list_close", "ordered_list_close", "blockquote_close"}:
            self._within.pop()
        elif token.type == "list_item_open":
            self._in_item = 0
            if tokens[position + 1].type == "list_item_close":
                self._fault(
                    token, "empty-item", "an item of a list has no text", "write it, or delete the sign"
                )
        elif token.type == "paragraph_open":
            self._paragraph(tokens[position + 1])
            return position + 3
        elif token.type == "heading_open":
            self._heading(token, tokens[position + 1])
            return position + 3
        elif token.type == "table_open":
            return self._table(tokens, position)
        elif token.type == "fence":
            remedy = "write it as a paragraph; `code` within a paragraph is allowed"
            self._fault(token, "code-block", "a record has no blocks of code", remedy)
            self._literal(token)
        elif token.type == "hr":
            remedy = "delete the line, or begin a chapter with ## "
            self._fault(token, "rule", "a record has no rules between paragraphs", remedy)
        return position + 1

    def _open(self, token: Token) -> None:
        kind = _ITEMS[token.type]
        if self._within and not (kind == "quote" and self._within == ["quote"] and token.level == 0):
            remedy = "write one list or quotation after the other, not within"
            self._fault(token, "nested", "a list or quotation stands within another", remedy)
        start = token.attrGet("start") if kind == "number" else None
        if start is not None:
            line = self.source.lines[_lines(token)[0]]
            remedy = f"where it is no list, write {start}\\. instead of {start}."
            if f"{start})" in line:
                remedy = f"where it is no list, write {start}\\) instead of {start})"
            self._fault(token, "list-start", f"a numbered list begins with 1, this one with {start}", remedy)
        self._within.append(kind)

    def _paragraph(self, inline: Token) -> None:
        start, end = _lines(inline)
        raw = raw_block(inline.content, self.source.lines, start, end)
        if not raw.text:
            return
        item = self._within[-1] if self._within else ""
        if item in {"bullet", "number"}:
            self._in_item += 1
            if self._in_item > 1:
                remedy = "make it an item of its own, or end the list before it"
                self._fault(inline, "item-paragraphs", "an item of a list has a second paragraph", remedy)
        self.pieces.append(Piece(PieceKind.PARAGRAPH, raw, start, end, item=item))

    def _heading(self, token: Token, inline: Token) -> None:
        start, end = _lines(token)
        level = int(token.tag[1:])
        if token.markup in {"=", "-"}:
            raw = raw_block(inline.content, self.source.lines, start, end - 1)
            message, remedy = "a line of signs makes the text above it a heading", "write ## before a heading"
            self._fault(token, "underlined-heading", message, f"{remedy}, or put an empty line between")
        else:
            line = self.source.lines[start]
            signs = line.find("#")
            raw = raw_in_line(inline.content, self.source.lines, start, signs + level)
            if level < _HIGHEST:
                message = "the title of the session is the only heading of the first level"
                self._fault(token, "heading-level", message, "write ## for a chapter, ### for a part of one")
            elif level > _LOWEST:
                message = "a record has chapters (##) and parts of chapters (###), nothing below"
                self._fault(token, "heading-level", message, "write ##, ### or a paragraph")
        if not raw.text:
            message = "a heading has no text"
            self._fault(token, "empty-heading", message, "write it, or delete the signs")
            return
        if self._within:
            message = "a heading stands within a list or quotation"
            self._fault(token, "nested", message, "put an empty line before it and begin it at the margin")
        level = min(max(level, _HIGHEST), _LOWEST)
        self.pieces.append(Piece(PieceKind.HEADING, raw, start, end, level))

    def _table(self, tokens: list[Token], position: int) -> int:
        opened = tokens[position]
        if self._within:
            message = "a table stands within a list or quotation"
            self._fault(opened, "nested", message, "put an empty line before it and begin it at the margin")
        rows: list[tuple[Raw, ...]] = []
        cells: list[Raw] = []
        after = 0
        while tokens[position].type != "table_close":
            token = tokens[position]
            if token.type == "tr_open":
                cells, after = [], 0
            elif token.type == "tr_close":
                rows.append(tuple(cells))
            elif token.type == "inline":
                row = _lines(token)[0]
                raw = raw_in_line(token.content, self.source.lines, row, after)
                after = raw.spots[0][1] + len(raw.text)
                cells.append(raw)
            position += 1
        start, end = _lines(opened)
        for row in range(start + 2, end):
            self._cell_count(row, len(rows[0]))
        raw = Raw("", ((start, 0),))
        item = self._within[-1] if self._within else ""
        self.pieces.append(Piece(PieceKind.TABLE, raw, start, end, item=item, rows=tuple(rows)))
        return position + 1

    def _cell_count(self, row: int, width: int) -> None:
        """Tell of cells beyond the head: the parser drops them."""
        cells = escapedSplit(self.source.lines[row].strip(" \t>"))
        count = len(cells) - (cells[0] == "") - (len(cells) > 1 and cells[-1] == "")
        if count > width:
            message = f"a row of the table has {count} cells, its head {width}"
            spot = (row, 0)
            self.faults.append(
                self.source.fault(spot, "table-cells", message, r"write \| for a stroke in the text")
            )

    def _literal(self, token: Token) -> None:
        start, end = _lines(token)
        text = " ".join(token.content.split())
        if text:
            raw = Raw(text, ((min(start + 1, end - 1), 0),))
            self.pieces.append(Piece(PieceKind.PARAGRAPH, raw, start, end, literal=True))

    def _fault(self, token: Token, code: str, message: str, remedy: str) -> None:
        row = _lines(token)[0]
        line = self.source.lines[min(row, len(self.source.lines) - 1)]
        spot = (row, len(line) - len(line.lstrip(" \t")))
        self.faults.append(self.source.fault(spot, code, message, remedy))


def _lines(token: Token) -> tuple[int, int]:
    return (token.map[0], token.map[1]) if token.map else (0, 0)

"""Pieces with their marks, times and pictures told apart from their words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from markdown_it.token import Token

from generator.model.fault import Fault, Place
from generator.model.identifiers import Mark
from generator.model.record import RecordingTime, Review
from generator.store.records.grammar import inlines
from generator.store.records.marks import Marked, take_marks
from generator.store.records.pieces import Piece, PieceKind, cut_pieces
from generator.store.records.reviews import PLACE
from generator.store.records.source import Raw, Source, Spot
from generator.store.records.times import TimeReader

_ONLY_MARKS: Final = re.compile(r"(?:\^[0-9A-Za-z_-]+\s*)+")


@dataclass(frozen=True, slots=True)
class Opened:
    """A piece, opened.

    Attributes:
        piece: As cut.
        rest: The words, without time and marks, a label still before them.
        marks: Its marks, with their places.
        broken: A mark was meant and is wrong; told already.
        time: When it was said.
        tokens: Inline tokens of `rest`.
        figure: It is a picture and nothing else.
        reviews: What a person is to look at.
    """

    piece: Piece
    rest: Raw
    marks: tuple[tuple[Mark, Spot], ...]
    broken: bool
    time: RecordingTime | None = None
    tokens: tuple[Token, ...] = ()
    figure: bool = False
    reviews: tuple[Review, ...] = ()


def open_pieces(body: str, source: Source, times: TimeReader) -> tuple[tuple[Opened, ...], tuple[Fault, ...]]:
    """Cut a body into pieces and open each.

    Args:
        body: Any text; nothing is raised.
        source: The same, by lines.
        times: Reads the times; keeps faults of its own.

    Returns:
        The pieces, and faults of form and of marks. A paragraph that is nothing but marks names the table or
        picture before it and is no piece; nor is one of review marks, which are of the piece that follows.
    """
    pieces, faults = cut_pieces(body, source)
    found: list[Fault] = list(faults)
    opened: list[Opened] = []
    waiting: tuple[Review, ...] = ()
    for piece in pieces:
        if piece.kind is PieceKind.TABLE:
            opened.append(replace(_table(piece, source, found), reviews=waiting))
            waiting = ()
            continue
        if piece.literal:
            opened.append(Opened(piece, piece.raw, (), broken=True, reviews=waiting))
            waiting = ()
            continue
        marked, wrong = take_marks(piece.raw, source)
        found.extend(wrong)
        if _is_nothing_but_reviews(piece, marked):
            waiting += marked.reviews
            continue
        nothing_left = not marked.rest.text and marked.marks
        if nothing_left or (marked.broken and _ONLY_MARKS.fullmatch(marked.rest.text)):
            _lone(opened, piece, marked, source, found)
            continue
        time, rest = times.take(marked.rest)
        tokens = tuple(inlines(rest.text))
        figure = piece.kind is PieceKind.PARAGRAPH and [token.type for token in tokens] == ["image"]
        reviews = (*waiting, *marked.reviews)
        opened.append(Opened(piece, rest, marked.marks, marked.broken, time, tokens, figure, reviews))
        waiting = ()
    found.extend(_doubled(opened, source))
    if waiting:
        place = Place(source.path, waiting[0].line, waiting[0].column)
        found.append(Fault(place, "no text follows that this review mark is of", PLACE, "review-place"))
    return tuple(opened), tuple(found)


def _table(piece: Piece, source: Source, faults: list[Fault]) -> Opened:
    """Take the marks of a table from its last line, where they follow it without an empty line."""
    marked = Marked(piece.raw)
    rows = piece.rows
    last = rows[-1]
    alone = source.lines[piece.end - 1].strip(" \t") == last[0].text
    if len(rows) > 1 and alone and _ONLY_MARKS.fullmatch(last[0].text):
        marked, wrong = take_marks(last[0], source)
        faults.extend(wrong)
        rows = rows[:-1]
        piece = replace(piece, rows=rows, end=piece.end - 1)
    broken = marked.broken
    for cell in (cell for row in rows for cell in row):
        inside, wrong = take_marks(cell, source)
        for mark, spot in inside.marks:
            remedy = "put it on a line of its own after the table"
            faults.append(source.fault(spot, "mark-inside", f"the mark ^{mark} stands in a table", remedy))
        faults.extend(wrong)
        broken = broken or inside.broken or bool(inside.marks)
    return Opened(piece, piece.raw, marked.marks, broken)


def _is_nothing_but_reviews(piece: Piece, marked: Marked) -> bool:
    """Whether a paragraph holds only what is to be looked at in the next; an item of a list is not that."""
    nothing_else = not marked.rest.text and not marked.marks and not marked.broken
    return nothing_else and piece.kind is PieceKind.PARAGRAPH and piece.item in {"", "quote"}


def _lone(opened: list[Opened], piece: Piece, marked: Marked, source: Source, faults: list[Fault]) -> None:
    """Give marks that stand alone to the table or picture before them."""
    last = opened[-1] if opened else None
    if last and not last.marks and (last.piece.kind is PieceKind.TABLE or last.figure) and not piece.item:
        broken = last.broken or marked.broken
        reviews = (*last.reviews, *marked.reviews)
        opened[-1] = replace(last, marks=marked.marks, broken=broken, reviews=reviews)
    elif not marked.broken:
        message = f"the mark ^{marked.marks[0][0]} has no text before it"
        remedy = "put it at the end of the paragraph, after a space"
        faults.append(source.fault(marked.marks[0][1], "lone-mark", message, remedy))
    else:
        opened.append(
            Opened(piece, marked.rest, marked.marks, broken=True, tokens=tuple(inlines(marked.rest.text)))
        )


def _doubled(opened: Iterable[Opened], source: Source) -> list[Fault]:
    first: dict[Mark, Spot] = {}
    faults = []
    for item in opened:
        for mark, spot in item.marks:
            if mark in first:
                line = source.place(first[mark]).line
                message = f"the mark ^{mark} stands here twice; first on line {line}"
                remedy = "delete the later one and run: proceedings mark"
                faults.append(source.fault(spot, "doubled-mark", message, remedy))
            first.setdefault(mark, spot)
    return faults

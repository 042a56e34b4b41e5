"""The words around a place where something is said, cut where a reader would cut them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from markupsafe import Markup, escape

from generator.language.ideographs import IDEOGRAPH
from generator.model.language import Language
from generator.pages.edition import Edition
from generator.pages.engine_markdown import clean_text
from generator.pages.mentions import Piece, Place, Span, pieces_of

_ROOM = {Language.EN: 80}
_CHINESE_ROOM = 32
"""Characters to each side; an ideograph is as wide as two letters and says as much as four."""
_MARGIN = 8
"""Characters beyond the cut that are converted with the words, so that a name or phrase is seen whole."""
_SENTENCE = re.compile(r"[。！？…]+[”’」』）》]*|[.!?][”’\")\]]*(?=\s)|\n")
_CLAUSE = re.compile(r"[，、：；]|[,:;](?=\s)|——")


def snippet(edition: Edition, language: Language, place: Place) -> Markup:
    """Return the words around the first time that something is said at a place, for HTML.

    Args:
        edition: Converts words of its other script.
        language: What the words were written in.
        place: Where.

    Returns:
        The words with each hit in a `mark`; an ellipsis where a sentence is cut.
    """
    pieces = tuple(pieces_of(place.content))
    text = "".join(piece.text for piece in pieces)
    room = _ROOM.get(language, _CHINESE_ROOM)
    start, cut_before = _beginning(text, place.spans[0][0], room)
    end, cut_after = _end(text, place.spans[0][1], room)
    for first, last in place.spans:
        start = first if first < start < last else start
        end = last if first < end < last else end
    ellipsis = "……" if language.is_chinese else "…"
    shown = _shown(edition, language, pieces, (start, end), place.spans)
    words = [(Markup("<mark>{}</mark>") if hit else Markup("{}")).format(part) for part, hit in shown]
    before, after = (escape(ellipsis if cut else "") for cut in (cut_before, cut_after))
    return Markup("").join([before, *words, after])


def _shown(
    edition: Edition, language: Language, pieces: tuple[Piece, ...], window: Span, spans: tuple[Span, ...]
) -> Iterator[tuple[str, bool]]:
    """Yield the words of a window in the edition's script, and whether each part of them is a hit."""
    low, high = window[0] - _MARGIN, window[1] + _MARGIN
    points = {low, high, *window, *(edge for span in spans for edge in span)}
    cut = [one for one in _sliced(pieces, points) if low <= one[0] < high]
    texts = [piece.text for _, piece in cut]
    if language.other_script is edition.language:
        kept = [index for index, (_, piece) in enumerate(cut) if piece.code]
        texts = edition.script.convert_parts(texts, language, edition.language, kept=kept)
    for (position, _), text in zip(cut, texts, strict=True):
        if window[0] <= position < window[1]:
            yield clean_text(text), any(first <= position < last for first, last in spans)


def _sliced(pieces: tuple[Piece, ...], points: set[int]) -> Iterator[tuple[int, Piece]]:
    """Yield the pieces cut at some points of the whole text, each with where it begins."""
    position = 0
    for piece in pieces:
        end = position + len(piece.text)
        edges = sorted({position, end, *(point for point in points if position < point < end)})
        for first, last in pairwise(edges):
            yield first, Piece(piece.text[first - position : last - position], code=piece.code)
        position = end


def _beginning(text: str, start: int, room: int) -> tuple[int, bool]:
    """Return where a snippet begins, and whether that is within a sentence."""
    low = start - room
    if low <= 0:
        return _after_space(text, 0, start), False
    for pattern, cut in ((_SENTENCE, False), (_CLAUSE, True)):
        found = next((one.end() for one in pattern.finditer(text, low) if one.end() <= start), None)
        if found is not None:
            return _after_space(text, found, start), cut
    return next((at for at in range(low, start) if _between_words(text, at)), low), True


def _end(text: str, end: int, room: int) -> tuple[int, bool]:
    """Return where a snippet ends, and whether that is within a sentence."""
    high = end + room
    if high >= len(text):
        return len(text.rstrip()), False
    for pattern, cut, edge in ((_SENTENCE, False, _edge_after), (_CLAUSE, True, _edge_before)):
        found = [edge(one) for one in pattern.finditer(text, end) if edge(one) <= high]
        if found:
            return max(found), cut
    at = next((at for at in range(high, end, -1) if _between_words(text, at)), high)
    return end + len(text[end:at].rstrip()), True


def _edge_after(found: re.Match[str]) -> int:
    return found.end()


def _edge_before(found: re.Match[str]) -> int:
    return found.start()


def _after_space(text: str, at: int, end: int) -> int:
    return end - len(text[at:end].lstrip())


def _between_words(text: str, at: int) -> bool:
    """Whether a line may be cut before a character: it begins a word, and none runs across."""
    if not text[at].isalnum():
        return False
    ideographs = [IDEOGRAPH.match(one) is not None for one in text[at - 1 : at + 1]]
    return any(ideographs) or not text[at - 1].isalnum()

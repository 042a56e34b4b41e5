"""Giving marks to what has none: the text of a file with marks put in, and nothing else changed."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model.identifiers import Mark, is_mark
from generator.model.language import Language
from generator.store.records.alignment import Unit, align
from generator.store.records.opened import Opened, open_pieces
from generator.store.records.pieces import PieceKind
from generator.store.records.source import LINE_END, Source, Spot
from generator.store.records.split import split_front_matter
from generator.store.records.times import TimeReader

_FIRST: Final = "abcdefghjkmnpqrstuvwxyz"
_OTHERS: Final = _FIRST + "23456789"
"""Without what is easily mistaken when read from paper: i, l, o, 0, 1."""

_SIGN_OF_ITEM: Final = re.compile(r"(?:[*+-]|1[.)]|#{1,6})\Z")


@dataclass(frozen=True, slots=True)
class _Text:
    """A file's text and its blocks."""

    text: str
    source: Source
    body_start: int
    items: tuple[Opened, ...]
    marks: frozenset[Mark]


def add_marks(text: str, used: frozenset[Mark], seed: str) -> str:
    """Give every unmarked block of a record a new mark.

    Args:
        text: The whole file, with front matter and any line ends.
        used: Marks that may not be given: those of the session's other languages, and those that are gone.
        seed: `forum/session/language`; the same seed, text and marks give the same marks.

    Returns:
        The text with marks put in; every other character is as it was. A block whose mark is malformed
        is left alone, for that is a fault to be put right first.

    Raises:
        FrontMatterError: The text has no front matter.
    """
    opened = _open(text)
    maker = _Maker(seed, used | opened.marks)
    numbered = enumerate(opened.items)
    return _put(opened, {number: maker.make(_words(item)) for number, item in numbered if _is_open(item)})


def mark_session(texts: Mapping[Language, str], used: frozenset[Mark], seed: str) -> Mapping[Language, str]:
    """Give every unmarked block of a session a mark, the same in all languages where that is certain.

    Two blocks correspond where, between the same marked neighbours, each language has the same number of
    blocks of the same kinds. Then the mark of one goes to the other, or both get the same new one. Elsewhere
    each gets a mark of its own.

    Args:
        texts: Whole files by language.
        used: Marks that may not be given, such as those that are gone.
        seed: `forum/session`.

    Returns:
        The texts with marks put in, by the same languages; every other character is as it was.

    Raises:
        FrontMatterError: A text has no front matter.
    """
    languages = [language for language in Language if language in texts]
    opened = {language: _open(texts[language]) for language in languages}
    units = [[_unit(item) for item in opened[language].items] for language in languages]
    maker = _Maker(seed, used.union(*(text.marks for text in opened.values())))
    given: dict[Language, dict[int, Mark]] = {language: {} for language in languages}
    for group in align(units):
        items = {languages[row]: (number, opened[languages[row]].items[number]) for row, number in group}
        new = {language: number for language, (number, item) in items.items() if _is_open(item)}
        if not new:
            continue
        elsewhere = frozenset[Mark]().union(*(opened[language].marks for language in new))
        known = [mark for _, item in items.values() for mark, _ in item.marks if mark not in elsewhere]
        first = next(iter(items.values()))[1]
        mark = known[0] if known else maker.make(_words(first))
        for language, number in new.items():
            given[language][number] = mark
    return {language: _put(opened[language], given[language]) for language in languages}


class _Maker:
    """Makes marks from the words that they shall name.

    Two editors who mark different paragraphs so get different marks, and the same paragraph the same.
    """

    def __init__(self, seed: str, taken: Iterable[Mark]) -> None:
        self._seed = seed
        self._taken = set(taken)
        self._attempts: Counter[str] = Counter()

    def make(self, words: str) -> Mark:
        """Make a mark that is not taken."""
        while True:
            data = f"{self._seed}\0{self._attempts[words]}\0{words}".encode("utf-8", "surrogatepass")
            self._attempts[words] += 1
            number = int.from_bytes(hashlib.sha256(data).digest(), "big")
            number, first = divmod(number, len(_FIRST))
            signs = [_FIRST[first]]
            for _ in range(3):
                number, sign = divmod(number, len(_OTHERS))
                signs.append(_OTHERS[sign])
            mark = Mark("".join(signs))
            if is_mark(mark) and mark not in self._taken:
                self._taken.add(mark)
                return mark


def _open(text: str) -> _Text:
    _, body, first_line = split_front_matter(text)
    source = Source.of(body, "", first_line)
    items, _ = open_pieces(body, source, TimeReader(source, None))
    marks = frozenset(mark for item in items for mark, _ in item.marks)
    return _Text(text, source, len(text) - len(body), items, marks)


def _is_open(item: Opened) -> bool:
    """Whether a block shall be given a mark."""
    within = item.piece.kind is PieceKind.TABLE and item.piece.item
    return not item.marks and not item.broken and not within


def _unit(item: Opened) -> Unit:
    piece = item.piece
    kind = f"{piece.kind.value}/{piece.level}/{piece.item}/{item.figure}/{len(piece.rows)}"
    marks = tuple(mark for mark, _ in item.marks)
    return Unit(kind, marks, str(item.time.at) if item.time else "")


def _words(item: Opened) -> str:
    if item.piece.kind is PieceKind.TABLE:
        return "\n".join("\t".join(cell.text for cell in row) for row in item.piece.rows)
    return item.rest.text


def _put(text: _Text, given: Mapping[int, Mark]) -> str:
    """Put marks into a text."""
    starts = _line_starts(text.text[text.body_start :])
    parts: list[str] = []
    last = 0
    for number in sorted(given):
        spot, before, after = _end(text, text.items[number])
        offset = text.body_start + starts[spot[0]] + spot[1]
        parts += [text.text[last:offset], f"{before}^{given[number]}{after}"]
        last = offset
    return "".join([*parts, text.text[last:]])


def _end(text: _Text, item: Opened) -> tuple[Spot, str, str]:
    """Return where the mark of a block goes, and what stands before and after it."""
    found = LINE_END.search(text.text)
    line_end = found[0] if found else "\n"
    lines = text.source.lines
    if item.piece.kind is PieceKind.TABLE:
        # Between empty lines, so that it is neither a row of the table nor a part of what follows.
        row = item.piece.end - 1
        after = line_end if row + 1 < len(lines) and lines[row + 1].strip(" \t") else ""
        return (row, len(lines[row])), line_end * 2, after
    raw = item.piece.raw
    spot = raw.spot(len(raw.text))
    if item.piece.kind is PieceKind.PARAGRAPH:
        spot = spot[0], len(lines[spot[0]].rstrip(" \t"))
    last = raw.text.rpartition("\n")[2].strip()
    if item.piece.end - item.piece.start > 1 and _SIGN_OF_ITEM.match(last):
        # A line of nothing but `-` goes on with the paragraph; with a word after it, it would begin a list.
        return spot, line_end, ""
    return spot, " ", ""


def _line_starts(body: str) -> Sequence[int]:
    return [0, *(found.end() for found in LINE_END.finditer(body))]

"""Where each token stands: the places of every token in all texts, made by sorting.

A text of 1,000 sessions has 8 million tokens. Each becomes a number, which says the token and its place; once
these are sorted, the places of a token stand together and ascend. The rule by which text is cut is that of
`separation.py`, for whole arrays at a time: a test holds both to the same tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.language.ideographs import IDEOGRAPH
from generator.search.separation import WORD, folding, word_token

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NOTHING, _HAN, _DIGIT, _LETTER = range(4)
_CODE_POINTS: Final = 0x110000
_SEVEN: Final = 7
_MORE: Final = 0x80


@dataclass(frozen=True, slots=True)
class Inverted:
    """The places of all tokens.

    A list: how far the first place is from 0 and each other from the one before it; seven bits of a number in
    a byte, the lowest first, and 128 added where more follow (as LEB128 has it).

    Attributes:
        tokens: All different ones: words of letters and digits, then ideographs, each by UTF-16.
        lengths: How many bytes the list of each token has.
        lists: The lists, one behind the other.
        counts: How many tokens each text has; the places of a text follow those of the one before it.
    """

    tokens: tuple[str, ...]
    lengths: tuple[int, ...]
    lists: bytes
    counts: tuple[int, ...]


def inverted(texts: Sequence[str]) -> Inverted:
    """Return where each token of some texts stands.

    Args:
        texts: From `folded_lines`.
    """
    import numpy as np  # noqa: PLC0415 - a tenth of a second, for who makes an index alone

    whole = " ".join((*texts, ""))
    points = np.frombuffer(whole.encode("utf-32-le"), np.uint32)
    kind = np.zeros(_CODE_POINTS, np.uint8)
    rank = np.zeros(_CODE_POINTS, np.uint32)
    kind[points] = _LETTER
    characters = sorted(map(chr, np.flatnonzero(kind).tolist()), key=_utf16)
    han = [one for one in characters if IDEOGRAPH.match(one)]
    for one in characters:
        kind[ord(one)] = _kind(one)
    rank[[ord(one) for one in han]] = np.arange(1, len(han) + 1)

    kinds = kind[points]
    begins = kinds > _NOTHING
    begins[1:] &= (kinds[1:] == _HAN) | (kinds[1:] != kinds[:-1])
    at = np.flatnonzero(begins)
    ends = np.cumsum([len(text) + 1 for text in texts], dtype=np.int64)
    counts = np.diff(np.searchsorted(at, ends), prepend=0)
    if not len(at):
        return Inverted((), (), b"", tuple(counts.tolist()))

    first = rank[points[at]]
    runs = at[first == 0]
    changes = np.flatnonzero(kinds[1:] != kinds[:-1]) + 1
    run_ends = changes[np.searchsorted(changes, runs, side="right")]
    words = [whole[begin:end] for begin, end in zip(runs.tolist(), run_ends.tolist(), strict=True)]
    different = {word: word_token(word) for word in set(words)}
    named = sorted(set(different.values()), key=_utf16)
    numbers = {name: number for number, name in enumerate(named)}
    ways = len(han) + 1
    tokens = first.astype(np.uint64)
    tokens *= np.uint64(ways)
    # Behind the last token stands the space at the end of the whole.
    at += 1
    tokens += rank[points[at]]
    tokens += np.uint64(len(named))
    numbered = {word: numbers[token] for word, token in different.items()}
    tokens[first == 0] = np.fromiter(map(numbered.__getitem__, words), np.uint64, len(words))
    del points, kinds, begins, at, first, changes, whole, words

    found, lists, lengths = _lists(tokens)
    names = tuple(
        named[number] if number < len(named) else _pair(number - len(named), han) for number in found.tolist()
    )
    return Inverted(names, tuple(lengths.tolist()), lists.tobytes(), tuple(counts.tolist()))


def folded_lines(text: str) -> str:
    """Return a text as `inverted` wants it; a line's end ends a run."""
    return text.translate(folding)


def _lists(
    tokens: NDArray[np.uint64],
) -> tuple[NDArray[np.uint64], NDArray[np.uint8], NDArray[np.uint64]]:
    """Return the tokens that there are, in order, their lists as bytes, and how long each is."""
    import numpy as np  # noqa: PLC0415 - see above

    # Token and place in one number: sorting a single array is quick, and there are no equal ones.
    bits = np.uint64(len(tokens).bit_length())
    tokens <<= bits
    tokens |= np.arange(len(tokens), dtype=np.uint64)
    tokens.sort()
    places = (tokens & np.uint64((1 << int(bits)) - 1)).astype(np.uint32)
    tokens >>= bits
    begins = np.flatnonzero(np.diff(tokens, prepend=~tokens[:1]))
    gaps = np.diff(places, prepend=np.uint32(0))
    gaps[begins] = places[begins]

    sizes = np.ones(len(gaps), np.uint8)
    for step in range(1, 5):
        sizes += gaps >= np.uint64(1 << _SEVEN * step)
    at = np.cumsum(sizes, dtype=np.int64)
    lists = np.empty(int(at[-1]), np.uint8)
    at -= sizes
    lengths = np.add.reduceat(sizes, begins, dtype=np.uint64)
    first = tokens[begins]
    while len(gaps):
        more = sizes > 1
        lists[at] = (gaps & (_MORE - 1)).astype(np.uint8) | (more * np.uint8(_MORE))
        gaps, sizes, at = gaps[more] >> np.uint32(_SEVEN), sizes[more] - np.uint8(1), at[more] + 1
    return first, lists, lengths


def _kind(character: str) -> int:
    if IDEOGRAPH.match(character):
        return _HAN
    if character.isdecimal():
        return _DIGIT
    return _LETTER if WORD.match(character) else _NOTHING


def _pair(number: int, han: Sequence[str]) -> str:
    one, other = divmod(number, len(han) + 1)
    return han[one - 1] + (han[other - 1] if other else "")


def _utf16(text: str) -> bytes:
    """Return what texts are ordered by: as browsers do."""
    return text.encode("utf-16-be")

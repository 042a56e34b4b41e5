"""The parts of an index: files that a browser loads one by one, each with lists of neighbouring tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.search.inverted import Inverted

PART = 16_000
"""Bytes after which a part is full. A list that is longer is a part of its own."""

_HEAD = re.compile(rb"[^\n]*")


def parts(index: Inverted, full: int = PART) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of an index in order: the first token, and the file.

    A file is a line of text, `token length token length ...`, and behind it the lists of these tokens.

    Args:
        index: The places of all tokens.
        full: Bytes after which a part is full.
    """
    for begin, end, at, size in _spans(index.lengths, full):
        tokens, lengths = index.tokens[begin:end], index.lengths[begin:end]
        head = " ".join(f"{token} {length}" for token, length in zip(tokens, lengths, strict=True))
        yield tokens[0], b"%b\n%b" % (head.encode(), index.lists[at : at + size])


def tokens_of(part: bytes) -> list[str]:
    """Return the tokens whose lists a part has."""
    found = _HEAD.match(part)
    return found[0].decode().split(" ")[::2] if found and found[0] else []


def _spans(lengths: Sequence[int], full: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield of each part its first token, the one after its last, where its lists begin, and their bytes."""
    begin = at = size = 0
    for number, length in enumerate(lengths):
        if size and size + length > full:
            yield begin, number, at, size
            begin, at, size = number, at + size, 0
        size += length
    if size:
        yield begin, len(lengths), at, size

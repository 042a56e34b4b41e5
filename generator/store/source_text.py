"""The bytes of a content file as text, or what is wrong with them."""

from __future__ import annotations

import codecs
import itertools
import os
from pathlib import Path

from generator.model.fault import Fault, Place
from generator.store.hidden import REMEDY, hidden_characters, hidden_message

LIMIT = 4 * 1024 * 1024
"""Bytes of the largest file that is read: a record of two hours has 0.2 MB."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_MOST = 100
"""Hidden characters of one file that are told: one with more is no text."""


def read_source(path: Path, shown: str) -> tuple[str, tuple[Fault, ...]]:
    """Read a file of content.

    Args:
        path: The file.
        shown: Its name in messages.

    Returns:
        The text with line ends as in the file, empty where it could not be read, and the faults.
    """
    data, faults = read_data(path, shown)
    return ("", faults) if faults else decode_source(data, shown)


def read_data(path: Path, shown: str) -> tuple[bytes, tuple[Fault, ...]]:
    """Read the bytes of a file of content; see `read_source`."""
    try:
        # A link that came into the file's place since it was found is not followed, nor a pipe waited for.
        flags = ("O_BINARY", "O_NOFOLLOW", "O_NONBLOCK")
        opened = os.open(path, os.O_RDONLY | sum(getattr(os, name, 0) for name in flags))
        try:
            data = _bytes_of(opened)
        finally:
            os.close(opened)
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        return b"", (_fault(Place(shown), f"the file cannot be read: {reason}", "", "unreadable"),)
    if len(data) > LIMIT:
        return b"", (
            _fault(Place(shown), "the file is larger than 4 MB", "cut it into sessions", "too-large"),
        )
    return data, ()


def _bytes_of(opened: int) -> bytes:
    """Return what a file holds; of one that is too large enough to see that."""
    parts = [os.read(opened, LIMIT + 1)]
    while parts[-1] and sum(map(len, parts)) <= LIMIT:
        parts.append(os.read(opened, LIMIT + 1))
    return b"".join(parts)


def decode_source(data: bytes, shown: str) -> tuple[str, tuple[Fault, ...]]:
    """Turn the bytes of a file into text; see `read_source`."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return "", (_encoding_fault(Place(shown, 1, 1), f"the file is written in {encoding}"),)
    if data.startswith(codecs.BOM_UTF8):
        remedy = "save the file as UTF-8 without a byte order mark"
        return "", (_fault(Place(shown, 1, 1), "the file begins with a byte order mark", remedy, "bom"),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8")
        line = good.count("\n") + 1
        column = len(good) - (good.rfind("\n") + 1) + 1
        return "", (_encoding_fault(Place(shown, line, column), "the file is not written in UTF-8"),)
    faults = [_hidden(shown, text, at) for at in itertools.islice(hidden_characters(text), _MOST)]
    return ("", tuple(faults)) if faults else (text, ())


def _hidden(shown: str, text: str, at: int) -> Fault:
    place = Place(shown, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
    return _fault(place, hidden_message(ord(text[at])), REMEDY, "control-character")


def _encoding_fault(place: Place, message: str) -> Fault:
    return _fault(place, message, "save the file as UTF-8", "encoding")


def _fault(place: Place, message: str, remedy: str, code: str) -> Fault:
    return Fault(place, message, remedy, code)

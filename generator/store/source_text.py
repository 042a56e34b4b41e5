"""The bytes of a content file as text, or what is wrong with them."""

from __future__ import annotations

import codecs
from pathlib import Path

from generator.model.fault import Fault, Place

LIMIT = 4 * 1024 * 1024
"""Bytes of the largest file that is read: a record of two hours has 0.2 MB."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_CONTROLS = {*range(0x20), 0x7F, *range(0x80, 0xA0)} - {0x09, 0x0A, 0x0D}
_TURNING = {0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF}
_FORBIDDEN = _CONTROLS | _TURNING
"""Control characters, and those that turn the direction of text: they hide what a file says (UTR 36)."""


def read_source(path: Path, shown: str) -> tuple[str, tuple[Fault, ...]]:
    """Read a file of content.

    Args:
        path: The file.
        shown: Its name in messages.

    Returns:
        The text with line ends as in the file, empty where it could not be read, and the faults.
    """
    try:
        if path.stat().st_size > LIMIT:
            return "", (
                _fault(Place(shown), "the file is larger than 4 MB", "cut it into sessions", "too-large"),
            )
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        return "", (_fault(Place(shown), f"the file cannot be read: {reason}", "", "unreadable"),)
    return decode_source(data, shown)


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
    faults = []
    for number, row in enumerate(text.split("\n"), 1):
        for column, character in enumerate(row, 1):
            if ord(character) in _FORBIDDEN:
                message = f"the character U+{ord(character):04X} cannot be seen and may not stand here"
                faults.append(_fault(Place(shown, number, column), message, "delete it", "control-character"))
    return ("", tuple(faults)) if faults else (text, ())


def _encoding_fault(place: Place, message: str) -> Fault:
    return _fault(place, message, "save the file as UTF-8", "encoding")


def _fault(place: Place, message: str, remedy: str, code: str) -> Fault:
    return Fault(place, message, remedy, code)

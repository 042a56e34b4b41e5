"""Characters that nobody sees, and that make a text say something else than it shows."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

_NEVER: Final = (
    # Control characters but tab and line end, and the separators of lines that are none to an editor.
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029"
    # What turns the direction of the text behind it (Unicode UAX 9; UTR 36, 3.1), also of a program's source.
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    # What takes no place at all: two words with and without it look the same.
    "\u00ad\u034f\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
    # Letters that are blank, of which a name could be made that is not there.
    "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
    # What is no character (Unicode, 23.7).
    "\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
)
_SUSPECT: Final = re.compile(f"[{_NEVER}\u200c\u200d]")
_PLAIN: Final = "\x00-\u00ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_HIDDEN: Final = re.compile(
    # Joiners belong into the scripts that are joined, and into pictures of several people; beside Latin
    # letters, signs and ideographs they only hide.
    f"[{_NEVER}]|(?:(?<=[{_PLAIN}])|\\A)[\u200c\u200d]|[\u200c\u200d](?=[{_PLAIN}]|\\Z)"
)
_REFERENCE: Final = re.compile(r"(?<!\\)&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
REMEDY: Final = "delete it"


def hidden_characters(text: str) -> Iterator[int]:
    """Yield where in a text the characters stand that may not stand in content."""
    if _SUSPECT.search(text):
        for found in _HIDDEN.finditer(text):
            yield found.start()


def hidden_references(markdown: str) -> Iterator[tuple[int, int]]:
    """Yield where in Markdown such characters are written as references (`&#x202E;`, `&shy;`), and which."""
    if "&" not in markdown:
        return
    for found in _REFERENCE.finditer(markdown):
        meant = html.unescape(found[0])
        if len(meant) == 1 and (_SUSPECT.match(meant) or meant == "\ufffd"):
            yield found.start(), ord(meant)


def hidden_message(code: int) -> str:
    """Return what is said of such a character, by its number."""
    return f"the character U+{code:04X} cannot be seen and may not stand here"

"""The text of a file of explained findings, with one more in it: everything else stays as it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.model.fidelity import Accepted
from generator.model.identifiers import Mark
from generator.store.records.source import LINE_END

_MARK: Final = re.compile(r"(?P<mark>[a-z][a-z0-9]{3}):[ \t]*(?:#.*)?")
_ENTRY: Final = re.compile(r"[ \t]+- \{.*\}[ \t]*(?:#.*)?")
_PLAIN: Final = re.compile(r"[^\s\"'#&*!|>%@`{}\[\],:?-][^\"#{}\[\],:]*")


class AcceptedTextError(ValueError):
    """A file is written otherwise than a mark a line, and under it an entry a line.

    Attributes:
        line: Where, from 1.
    """

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line} is neither a mark nor an entry on a line of its own")
        self.line = line


def with_accepted(
    text: str, mark: Mark, entries: Sequence[Accepted], order: Sequence[Mark], head: str = ""
) -> str:
    r"""Return the text of a file with entries for a paragraph.

    Args:
        text: What stands there now; empty for a new file.
        mark: The paragraph's mark.
        entries: What is explained; one for the same words, kind and language takes the place of the old one.
        order: The marks of the record, in the order of its text: a new mark is put where it belongs.
        head: How a new file begins, with a line end.

    Raises:
        AcceptedTextError: A line is no remark, mark or entry on a line of its own.
    """
    found = LINE_END.search(text)
    end = found[0] if found else "\n"
    lines = LINE_END.split(text or head)
    if lines and not lines[-1]:
        lines.pop()
    for number, line in enumerate(lines, 1):
        if (
            line.strip()
            and not line.lstrip().startswith("#")
            and not (_MARK.fullmatch(line) or _ENTRY.fullmatch(line))
        ):
            raise AcceptedTextError(number)
    begins = {Mark(match["mark"]): at for at, line in enumerate(lines) if (match := _MARK.fullmatch(line))}
    new = [_line(entry) for entry in entries]
    if mark in begins:
        start = begins[mark] + 1
        stop = min((at for at in begins.values() if at >= start), default=len(lines))
        same = {_key(line) for line in new}
        old = [line for line in lines[start:stop] if not (_ENTRY.fullmatch(line) and _key(line) in same)]
        while old and not old[-1].strip():
            old.pop()
        lines[start:stop] = [*old, *new]
    else:
        later = [*order][[*order].index(mark) + 1 :] if mark in order else []
        at = min((begins[one] for one in later if one in begins), default=len(lines))
        lines[at:at] = [f"{mark}:", *new]
    return "".join(f"{line}{end}" for line in lines)


def _line(entry: Accepted) -> str:
    words, because = _quoted(entry.words), _quoted(entry.because)
    digest = f'"{entry.digest}"' if re.fullmatch(r"\d+(?:e\d+)?", entry.digest) else entry.digest
    told = f"language: {entry.language}, kind: {entry.kind}, words: {words}"
    return f"  - {{{told}, digest: {digest}, because: {because}}}"


def _key(line: str) -> str:
    """Return what tells one entry of a paragraph from another: all before its digest."""
    return line.partition(", digest:")[0].strip()


def _quoted(text: str) -> str:
    if _PLAIN.fullmatch(text) and text == text.strip():
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

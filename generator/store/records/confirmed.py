"""The text of a file of confirmed digests, renewed: comments and everything that stays are as they were."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model.identifiers import Digest, Mark
from generator.store.records.source import LINE_END

_ENTRY: Final = re.compile(
    r"(?P<q>[\"']?)(?P<mark>[a-z][a-z0-9]{3})(?P=q)[ \t]*:[ \t]+(?P<p>[\"']?)(?P<digest>[0-9a-f]{12})(?P=p)"
    r"(?P<rest>[ \t]+#.*|[ \t]*)"
)
_GUESSED: Final = re.compile(r"\d+(?:e\d+)?")
"""A digest that other readers of YAML would take for a number."""


class ConfirmedTextError(ValueError):
    """A file is written otherwise than one `mark: digest` a line.

    Attributes:
        line: Where, from 1.
    """

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line} is not one mark with its digest")
        self.line = line


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line with a digest, and the comments that stand before it."""

    line: str
    before: tuple[str, ...] = ()


def renew_confirmed(text: str, digests: Mapping[Mark, Digest], order: Sequence[Mark], head: str = "") -> str:
    r"""Return the text of a file that holds just these digests.

    Args:
        text: What stands there now; empty for a new file.
        digests: What shall stand there, by mark.
        order: Every mark that has a digest, in the order of the source's text.
        head: How a new file begins, with a line end.

    Returns:
        A line for each digest, in order. A line whose digest stays is as it was, and so are line ends;
        remarks at the head of the file stay there, remarks before a line move with it, and those of a line
        that is no more stay before the one that follows.

    Raises:
        ConfirmedTextError: A line is neither a remark nor a mark with its digest.
    """
    found = LINE_END.search(text)
    end = found[0] if found else "\n"
    opening, entries, closing = _read(text or head, order)
    lines: list[str] = [*opening]
    for mark in order:
        if mark not in digests:
            continue
        entry = entries.get(mark, _Entry(""))
        lines += [*entry.before, _line(entry.line, mark, digests[mark])]
    lines += closing
    return "".join(f"{line}{end}" for line in lines)


def digest_text(digest: Digest) -> str:
    """Return a digest as YAML has it."""
    return f'"{digest}"' if _GUESSED.fullmatch(digest) else digest


def _read(text: str, order: Sequence[Mark]) -> tuple[list[str], dict[Mark, _Entry], list[str]]:
    """Return the remarks at the head, the lines by mark, and the remarks at the end."""
    lines = LINE_END.split(text)
    if lines and not lines[-1]:
        lines.pop()
    opening: list[str] = []
    entries: dict[Mark, _Entry] = {}
    waiting: list[str] = []
    for number, line in enumerate(lines, 1):
        found = _ENTRY.fullmatch(line)
        if found and Mark(found["mark"]) in order:
            entries[Mark(found["mark"])] = _Entry(line, tuple(waiting))
            waiting = []
        elif found:
            remark = found["rest"].strip()
            waiting += [remark] if remark else []
        elif line.strip() and not line.lstrip().startswith("#"):
            raise ConfirmedTextError(number)
        elif entries or waiting:
            waiting.append(line)
        else:
            opening.append(line)
    return opening, entries, waiting


def _line(line: str, mark: Mark, digest: Digest) -> str:
    found = _ENTRY.fullmatch(line)
    if found and found["digest"] == digest:
        return line
    return f"{mark}: {digest_text(digest)}{found['rest'] if found else ''}"

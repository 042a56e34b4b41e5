"""Findings as faults: in which line and column of the record's file, and what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.fidelity.finding import Finding
from generator.fidelity.held import words_of
from generator.language.simplified import simplified
from generator.model.fault import Fault, Place, Severity
from generator.model.record import Record

SHOWN: Final = 20
"""Characters of a recording that are shown at most: recordings are not published."""
_LINK: Final = re.compile(r"\]\([a-z]+:[^)]*\)|[\[*]")


def fault_of(finding: Finding, record: Record, path: str, lines: Sequence[str]) -> Fault:
    """Return a finding as a fault.

    Args:
        finding: What does not agree.
        record: The record that it was found in.
        path: The record's file, as it is named in messages.
        lines: The lines of that file.
    """
    heard = f"; the recording has [{finding.line}] {finding.heard[:SHOWN]}" if finding.heard else ""
    if finding.line and not finding.heard:
        heard = f"; see the recording [{finding.line}]"
    mark = finding.mark
    call = f"proceedings accept {record.forum}/{record.session} --mark {mark} --because …"
    place = Place(path, *_place(finding, lines))
    remedy = f"put it right, or explain it: {call}"
    code = f"fidelity-{finding.kind}"
    return Fault(place, f"^{mark} {finding.message}{heard}", remedy, code, Severity.WARNING)


def _place(finding: Finding, lines: Sequence[str]) -> tuple[int, int]:
    """Return line and column of the words; of the paragraph where they are not found."""
    line = finding.block.line
    if finding.start < 0 or not finding.words or not 0 < line <= len(lines):
        return line, 1
    before = simplified(words_of(finding.block))[: finding.start]
    number = before.count(finding.words)
    for at in range(line, len(lines) + 1):
        raw = lines[at - 1]
        if at > line and not raw.strip():
            break
        plain, columns = _plain(raw)
        found = -1
        for _ in range(number + 1):
            found = plain.find(finding.words, found + 1)
            if found < 0:
                break
        if found >= 0:
            return at, columns[found] + 1
        number -= plain.count(finding.words)
    return line, 1


def _plain(raw: str) -> tuple[str, list[int]]:
    """Return a line of a record without the signs of links and stress, and the column of each character."""
    kept: list[str] = []
    columns: list[int] = []
    at = 0
    for found in [*_LINK.finditer(raw), None]:
        end = found.start() if found else len(raw)
        kept.append(raw[at:end])
        columns.extend(range(at, end))
        at = found.end() if found else end
    return simplified("".join(kept)), columns

"""What was done to a recording, by line and character, so that every character of it is accounted for."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from generator.intake.division import Division, FoundSession, Stretch
from generator.intake.done import Done, DoneKind
from generator.intake.heard import Heard
from generator.intake.step import Known
from generator.intake.stretches import merged, runs, without
from generator.model.identifiers import PersonId

FORMAT: Final = "format"
"""Why what the file's format says is left out: times, numbers, signs, headings."""

_BEGINNING: Final = b'{\n  "recordings": ['

Report = Mapping[str, list[Any]]
"""By key: a list of entries, in the order of the recording."""

_LONGEST_ESCAPE: Final = 12  # Characters: `\ud83c\udf0a`.
_ESCAPES: Final = "\\&"


def make_report(known: Known, done: Sequence[Done], division: Division) -> Report:
    """Account for every character of a recording.

    Args:
        known: The recording, and whose names are written how.
        done: What the steps did.
        division: How it was cut. What stands in none of its parts and was not dropped goes to `aside`.

    Returns:
        The lists `recordings`, `dropped`, `trimmed`, `changed`, `marked`, `sessions`, `host`, `aside`,
        `missing`, `renamed`, `script`. A position is `[line, character]`, from 1 and from 0, of the file that
        an entry's `recording` names where there are several. What is `aside` has the number of `characters`
        that were said in it, and the headings (`titles`) that it has.
    """
    writer = _Writer(known.heard)
    kinds: dict[DoneKind, list[Done]] = {kind: [] for kind in DoneKind}
    for one in sorted(done):
        kinds[one.kind].append(one)
    dropped = [(one.start, one.end, one.reason) for one in kinds[DoneKind.DROPPED]]
    covered = merged((start, end) for start, end, _ in dropped)
    dropped += [(start, end, FORMAT) for start, end in _format(known.heard, covered)]
    aside = merged([*division.aside, *_unexplained(known.heard, dropped, division)])
    return {
        "recordings": [
            {
                "id": file.recording,
                "name": file.name,
                "lines": file.raw.rstrip("\n").count("\n") + 1,
                "characters": len(file.raw),
            }
            for file in known.heard.files
        ],
        "dropped": [
            {**span, "reason": reason}
            for start, end, reason in sorted(dropped)
            for span in writer.spans(start, end)
        ],
        "trimmed": list(writer.reasons(kinds[DoneKind.TRIMMED])),
        "changed": [
            {**writer.span(one.start, one.end), "written": one.written, "reason": one.reason}
            for one in kinds[DoneKind.CHANGED]
        ],
        "marked": list(writer.reasons(kinds[DoneKind.MARKED])),
        "sessions": [_session(writer, known, one) for one in division.sessions],
        "host": [span for start, end in division.host for span in writer.spans(start, end)],
        "aside": list(_aside(writer, known, aside, covered)),
        "missing": list(division.missing),
        "renamed": list(_renamed(writer, kinds[DoneKind.RENAMED])),
        "script": [
            {**span, "script": one.reason}
            for one in kinds[DoneKind.SCRIPT]
            for span in writer.spans(one.start, one.end)
        ],
    }


def report_text(report: Report) -> str:
    """Return a report as JSON, one entry a line, the same for the same report."""
    parts = []
    for key, entries in report.items():
        lines = [json.dumps(entry, ensure_ascii=False) for entry in entries]
        body = "[\n    " + ",\n    ".join(lines) + "\n  ]" if lines else "[]"
        parts.append(f"  {json.dumps(key)}: {body}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def is_report(data: bytes) -> bool:
    """Whether a file is an earlier report, by its first line; so is an empty one."""
    return not data or data.startswith(_BEGINNING)


class _Writer:
    """Writes indices as positions."""

    def __init__(self, heard: Heard) -> None:
        self._heard = heard
        self._several = len(heard.files) > 1

    def at(self, index: int) -> list[int]:
        line, character = self._heard.file_of(index).position(index)
        return [line, character]

    def span(self, start: int, end: int) -> dict[str, Any]:
        """Return a part, which may begin in one file and end in another."""
        last = self._heard.file_of(max(start, end - 1))
        line, character = last.position(end)
        found: dict[str, Any] = {"from": self.at(start), "to": [line, character]}
        if self._several:
            first = self._heard.file_of(start)
            found["recording"] = first.recording
            if last is not first:
                found["to_recording"] = last.recording
        return found

    def parts(self, start: int, end: int) -> Iterator[Stretch]:
        """Yield a part, file by file."""
        for file in self._heard.files:
            first, last = max(start, file.base), min(end, file.end + 1)
            if first < last:
                yield first, last

    def spans(self, start: int, end: int) -> Iterator[dict[str, Any]]:
        """Yield a part, file by file, as it is written."""
        return (self.span(first, last) for first, last in self.parts(start, end))

    def reasons(self, done: Iterable[Done]) -> Iterator[dict[str, Any]]:
        for one in done:
            yield {**self.span(one.start, one.end), "reason": one.reason}

    def place(self, index: int) -> list[Any]:
        """Return a position that stands alone; with several files, the recording comes after it."""
        return [*self.at(index), self._heard.file_of(index).recording] if self._several else self.at(index)


def _format(heard: Heard, covered: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield what a format wrote beside the words; the rest of an escape belongs to its character."""
    files = merged((file.base, file.end) for file in heard.files)
    for start, end in without(without(files, runs(heard.text.origins)), covered):
        file = heard.file_of(start)
        before = file.raw[start - file.base - 1 : start - file.base]
        if not (before and before in _ESCAPES and end - start < _LONGEST_ESCAPE):
            yield start, end


def _unexplained(
    heard: Heard, dropped: Iterable[tuple[int, int, str]], division: Division
) -> Iterator[Stretch]:
    """Yield what was neither dropped nor is in any part of the division."""
    explained = merged(
        [
            *((start, end) for start, end, _ in dropped),
            *((one.start, one.end) for one in division.sessions),
            *division.host,
            *division.aside,
        ]
    )
    return without(merged((file.base, file.end) for file in heard.files), explained)


def _aside(
    writer: _Writer, known: Known, aside: Sequence[Stretch], covered: Sequence[Stretch]
) -> Iterator[dict[str, Any]]:
    """Yield what is no programme, with how much is said in it and the headings that it has."""
    said = list(without(aside, covered))
    starts = [start for start, _ in said]
    for first, last in (part for stretch in aside for part in writer.parts(*stretch)):
        characters = 0
        for start, end in said[max(0, bisect_right(starts, first) - 1) : bisect_left(starts, last)]:
            words = known.heard.text.heard(max(start, first), min(end, last)).words
            characters += sum(1 for one in words if not one.isspace())
        entry = {**writer.span(first, last), "characters": characters}
        titles = [one.words for one in known.heard.titles if first <= one.index < last]
        yield {**entry, "titles": titles} if titles else entry


def _session(writer: _Writer, known: Known, session: FoundSession) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": session.id, "kind": session.kind.value}
    entry |= writer.span(session.start, session.end)
    entry["speakers"] = [{"id": person, "name": _name(known, person)} for person in session.speakers]
    entry["turns"] = [
        {
            **writer.span(turn.start, turn.end),
            "speaker": _name(known, turn.person) if turn.person else None,
            "sure": turn.sure,
        }
        for turn in session.turns
    ]
    if session.proposed:
        entry["proposed"] = True
    return entry


def _name(known: Known, person: PersonId) -> str:
    """Return the name as it is written in the forum's language."""
    found = known.held.people.get(person)
    if found is None:
        return person
    language = known.forum.language
    return found.names.nearest(language, language)[1]


def _renamed(writer: _Writer, done: Iterable[Done]) -> Iterator[dict[str, Any]]:
    places: dict[tuple[str, str], list[list[Any]]] = {}
    for one in done:
        places.setdefault((one.heard, one.written), []).append(writer.place(one.start))
    for (heard, written), at in places.items():
        yield {"heard": heard, "written": written, "at": at}

"""The marks that a session ever gave: what is taken out of a record has been linked to, and leads on.

`records/.marks.yml` of a forum keeps them, session by session in the order of the text; `proceedings mark`
writes it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from generator.model.identifiers import ForumId, Mark, SessionId
from generator.model.proceedings import Proceedings
from generator.model.record import Record

GIVEN: Final = ".marks.yml"
"""The file's name; one that begins with a dot is nothing that an editor writes."""

Given = Mapping[SessionId, tuple[Mark, ...]]
"""Marks by session, in the order of the text."""

_HEAD: Final = (
    "# Every mark that was ever given, in the order of the text: a link to one that is taken out leads on.\n"
    "# Written by: proceedings mark\n"
)


def given_text(given: Given) -> str:
    """Return the text of the file: a mark a line, so that what two people did can be merged."""
    lines = [_HEAD]
    for session, marks in sorted(given.items()):
        if marks:
            lines.append(f"{session}:\n")
            lines += [f"  - {mark}\n" for mark in marks]
    return "".join(lines)


def merged(orders: Iterable[Sequence[Mark]]) -> tuple[Mark, ...]:
    """Return several orders in one: the first counts; others come behind what they stood behind."""
    whole: list[Mark] = []
    for order in orders:
        there = set(whole)
        place = 0
        for mark in order:
            if mark in there:
                place = whole.index(mark) + 1
            else:
                whole.insert(place, mark)
                there.add(mark)
                place += 1
    return tuple(whole)


def known_marks(held: Proceedings, given: Given, forum: ForumId, session: SessionId) -> tuple[Mark, ...]:
    """Return the marks that a session is known to have had, its own of today among them, in order."""
    records = [held.records[forum, session, language] for language in held.written(forum, session)]
    records.sort(key=lambda record: record.head.translated_from is not None)
    found = held.forums.get(forum)
    one = found.session(session) if found else None
    orders: list[Sequence[Mark]] = [living_marks(record) for record in records]
    orders += [given.get(SessionId(name), ()) for name in (session, *(one.formerly if one else ()))]
    return merged(orders)


def living_marks(record: Record) -> tuple[Mark, ...]:
    """Return the marks that stand in a record's text, in order."""
    return tuple(mark for block in record.blocks if not block.temporary for mark in block.marks)


def leading_on(held: Proceedings, known: Sequence[Mark], record: Record) -> Mapping[Mark, Mark]:
    """Return where the marks shall lead that were taken out of a record and lead nowhere yet.

    Each leads to the nearest paragraph before it, at the beginning to the one that follows. What stands in
    another language still is not lost: it is said elsewhere that the languages differ.

    Args:
        held: What there is.
        known: The marks of the session (`known_marks`).
        record: In one language.
    """
    own = set(living_marks(record))
    if not own:
        return {}
    kept = set(record.head.gone)
    for language in held.written(record.forum, record.session):
        kept |= set(living_marks(held.records[record.forum, record.session, language]))
    return {mark: _nearest(known, number, own) for number, mark in enumerate(known) if mark not in kept}


def _nearest(known: Sequence[Mark], number: int, own: Collection[Mark]) -> Mark:
    before = (mark for mark in reversed(known[:number]) if mark in own)
    return next(before, None) or next(mark for mark in known[number:] if mark in own)

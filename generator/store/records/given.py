"""The marks that a session ever gave: what is taken out of a record has been linked to, and leads on.

`records/.marks.yml` of a forum keeps them, session by session in the order of the text; `proceedings mark`
writes it. Sources and digests of translations name marks too, so that a record which was never marked by
command loses none either.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from generator.model.identifiers import ForumId, Mark, SessionId
from generator.model.proceedings import Proceedings
from generator.model.record import Record
from generator.store.records.translation import translation_source

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
    orders.append([entry.mark for entry in held.sources.get((forum, session), ())])
    orders += [list(held.confirmed.get((forum, session, record.language), {})) for record in records]
    return merged(orders)


def living_marks(record: Record) -> tuple[Mark, ...]:
    """Return the marks that stand in a record's text, in order."""
    return tuple(mark for block in record.blocks if not block.temporary for mark in block.marks)


def leading_on(held: Proceedings, known: Sequence[Mark], record: Record) -> Mapping[Mark, Mark]:
    """Return where the marks shall lead that were taken out of a record and lead nowhere yet.

    Each leads to the nearest paragraph before it, at the beginning to the one that follows.

    Args:
        held: What there is.
        known: The marks of the session (`known_marks`).
        record: In one language. What a translation lacks, but its source has, is shown there: not lost.
    """
    own = set(living_marks(record))
    source = translation_source(held, record)
    kept = own | set(record.head.gone) | (set(living_marks(source)) if source else set())
    if not own:
        return {}
    return {mark: _nearest(known, number, own) for number, mark in enumerate(known) if mark not in kept}


def _nearest(known: Sequence[Mark], number: int, own: Collection[Mark]) -> Mark:
    before = (mark for mark in reversed(known[:number]) if mark in own)
    return next(before, None) or next(mark for mark in known[number:] if mark in own)

"""What readers may find, made again only where something changed that it is made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.memo.digests import digest_of
from generator.memo.memo import Memo
from generator.memo.tracing import Cell, Tracer
from generator.pages.edition import Edition
from generator.search.entries import Entry, EntryJob, entry_jobs
from generator.search.passages import Passage

_KIND = "entry"


@dataclass(frozen=True, slots=True)
class _Known:
    """An entry, or that there is none, and what it was made from.

    Attributes:
        cells: What was read.
        digests: Of each.
        entry: The entry without its passages.
        passages: Those, as plain values: they are most of it, and quicker to read so.
    """

    cells: tuple[Cell, ...]
    digests: tuple[str, ...]
    entry: Entry | None
    passages: tuple[tuple[str, str, int | None, int], ...]


def remembered_entries(edition: Edition, tracer: Tracer, settings: str, memo: Memo) -> Iterator[Entry]:
    """Yield what `entries` yields.

    Args:
        edition: An edition that notes what is read of its content.
        tracer: Where it is noted.
        settings: A digest of all that entries are made from besides the content.
        memo: Where entries are kept.
    """
    for job in entry_jobs(edition):
        key = digest_of(settings, edition.language, job.address)
        known = memo.get(_KIND, key)
        if not isinstance(known, _Known) or any(
            tracer.digest(cell) != digest for cell, digest in zip(known.cells, known.digests, strict=True)
        ):
            known = _made(job, tracer)
            memo.put(_KIND, key, known)
        if known.entry is not None:
            yield replace(known.entry, passages=tuple(Passage(*one) for one in known.passages))


def _made(job: EntryJob, tracer: Tracer) -> _Known:
    with tracer.tracing() as noted:
        entry = job.make()
    cells = tuple(sorted(noted))
    digests = tuple(tracer.digest(cell) for cell in cells)
    if entry is None:
        return _Known(cells, digests, None, ())
    passages = tuple((one.text, one.mark, one.seconds, one.speaker) for one in entry.passages)
    return _Known(cells, digests, replace(entry, passages=()), passages)

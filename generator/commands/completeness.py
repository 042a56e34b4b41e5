"""What a forum still lacks: languages, and paragraphs of translations that are behind their sources."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.forum import Forum
from generator.model.identifiers import HOST, Mark, SessionId
from generator.model.language import Language
from generator.model.proceedings import Proceedings, RecordKey
from generator.model.record import Record
from generator.model.session import RecordState, Session, SessionKind, SessionStatus
from generator.store.records.translation import state_of

_HELD = frozenset({SessionStatus.HELD, SessionStatus.UNKNOWN})
_RECORDED = frozenset({RecordState.PUBLISHED, RecordState.HOST, RecordState.PENDING})


@dataclass(frozen=True, slots=True)
class TranslationStatus:
    """How far a translation is, in paragraphs (headings, tables and pictures count as such).

    Attributes:
        session: Whose record it is; `host` for the host's.
        language: What it is translated into.
        missing: Paragraphs of the source that it does not have.
        extra: Paragraphs that the source does not have.
        stale: Those whose source has changed since.
        unconfirmed: Those of which nobody has said that they are up to date.
    """

    session: str
    language: str
    missing: int
    extra: int
    stale: int
    unconfirmed: int

    @property
    def behind(self) -> bool:
        """Whether anything is to be done."""
        return any((self.missing, self.extra, self.stale, self.unconfirmed))


def is_wanted(session: Session) -> bool:
    """Whether a session took place and was recorded, as far as is known, so that there should be a record."""
    return session.kind is not SessionKind.BREAK and session.status in _HELD and session.record in _RECORDED


def translation_statuses(held: Proceedings, forum: Forum) -> tuple[TranslationStatus, ...]:
    """Return how far each translation of a forum is, in the order of sessions' ids and languages."""
    found = []
    for (name, session, language), record in held.records.items():
        compared = state_of(held, record) if name == forum.id else None
        if compared is None:
            continue
        _, state = compared
        numbers = (len(one) for one in (state.missing, state.extra, state.stale, state.unconfirmed))
        found.append(TranslationStatus(session, language.value, *numbers))
    return tuple(found)


def count_reviews(record: Record) -> int:
    """Return how many review marks of a record nobody has settled."""
    return sum(len(block.reviews) for block in record.blocks)


def count_blocks(record: Record, marks: Mapping[RecordKey, Collection[Mark]]) -> int:
    """Return how many blocks of a record have one of the marks that are told for it."""
    told = marks.get((record.forum, record.session, record.language), ())
    return sum(1 for block in record.blocks if {*block.marks} & {*told})


def unpublished(
    held: Proceedings, forum: Forum, languages: Sequence[Language]
) -> tuple[tuple[str, str], ...]:
    """Return what readers of a language cannot read in it: sessions that should have a record, and the host.

    Args:
        held: The content.
        forum: Which forum.
        languages: Those of the site. The forum's own counts in any case, and Chinese once: one script is
            made from the other.

    Returns:
        Session (or `host`) and language, in the order of the programme.
    """
    wanted: list[Language] = []
    for language in (forum.language, *languages):
        if not {*language.sources()} & {*wanted}:
            wanted.append(language)
    return tuple(
        (name, language.value)
        for name, record in _records(held, forum)
        for language in wanted
        if record is None or not _is_published(held, forum, record, language)
    )


def _records(held: Proceedings, forum: Forum) -> Iterator[tuple[str, SessionId | None]]:
    """Yield what should be published, with the record it stands in; None where that is still pending."""
    for session in forum.sessions:
        if is_wanted(session):
            record = HOST if session.record is RecordState.HOST else session.id
            yield session.id, None if session.record is RecordState.PENDING else record
    if held.written(forum.id, HOST):
        yield HOST, HOST


def _is_published(held: Proceedings, forum: Forum, session: SessionId, language: Language) -> bool:
    records = [held.records.get((forum.id, session, one)) for one in language.sources()]
    return any(one is not None and (forum.publish_unchecked or one.head.checked) for one in records)

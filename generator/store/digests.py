"""Digests of what the content holds, entry by entry: what was made from an entry is old if it has another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.memo.digests import digest_of
from generator.model.identifiers import (
    EventId,
    ForumId,
    OrganisationId,
    PersonId,
    SessionId,
    TermId,
    TopicId,
)
from generator.model.proceedings import PictureKey, RecordKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Digests:
    """For each mapping of `Proceedings` the digest of each of its entries.

    They are of values, not of files: what changes nothing in a value, such as a remark, changes no digest.
    Those of records hold for the lines on which their blocks stand, too.
    """

    events: Mapping[EventId, str]
    forums: Mapping[ForumId, str]
    people: Mapping[PersonId, str]
    organisations: Mapping[OrganisationId, str]
    topics: Mapping[TopicId, str]
    terms: Mapping[TermId, str]
    records: Mapping[RecordKey, str]
    heads: Mapping[RecordKey, str]
    sources: Mapping[tuple[ForumId, SessionId], str]
    confirmed: Mapping[RecordKey, str]
    pictures: Mapping[PictureKey, str]


def value_digest(value: object) -> str:
    """Return the digest of a value of the model: of its text as Python writes it, which tells all of it."""
    return digest_of(repr(value))

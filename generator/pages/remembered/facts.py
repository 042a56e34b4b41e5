"""What others ask about a record, worked out once for each state of its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.memo.digests import digest_of
from generator.memo.memo import Memo
from generator.memo.tracing import ABSENT
from generator.model.identifiers import PersonId, TermId
from generator.model.language import Language
from generator.model.proceedings import Proceedings, RecordKey
from generator.pages.edition import Edition
from generator.pages.mentions import RecordMentions, record_mentions
from generator.pages.related import terms_linked_in
from generator.pages.term_finder import TermFinder, finder_for


@dataclass(frozen=True, slots=True)
class MentionDigests:
    """What a record says, as digests of the places.

    Attributes:
        terms: Of the places of each term, the terms in the order in which they are first said.
        people: Of the places of each person.
        first: Of the places where terms are to be explained.
    """

    terms: Mapping[TermId, str]
    people: Mapping[PersonId, str]
    first: str


class RecordFacts:
    """The facts of all records, for every edition of a site."""

    def __init__(
        self, memo: Memo, digests: Mapping[RecordKey, str], searched: Mapping[Language, str]
    ) -> None:
        """Begin with what is remembered.

        Args:
            memo: What was worked out before.
            digests: Of each record, as readers may see it.
            searched: For each language that records are written in, a digest of all that its terms are found
                by.
        """
        self._memo = memo
        self._digests = digests
        self._searched = searched
        self._finders: dict[Language, TermFinder] = {}
        self._told: dict[RecordKey, MentionDigests] = {}
        self._linked: dict[RecordKey, tuple[TermId, ...]] = {}

    def mentions(self, edition: Edition, key: RecordKey) -> RecordMentions:
        """Return what a record says, and where."""
        name = self._name(key)
        found = self._memo.get("mentions", name)
        if not isinstance(found, RecordMentions):
            language = key[2]
            if language not in self._finders:
                self._finders[language] = finder_for(edition, language)
            found = record_mentions(edition.held.records[key], self._finders[language])
            self._memo.put("mentions", name, found)
        return found

    def told(self, edition: Edition, key: RecordKey) -> MentionDigests:
        """Return what a record says, without the places."""
        if key not in self._told:
            name = self._name(key)
            found = self._memo.get("mentions told", name)
            if not isinstance(found, MentionDigests):
                found = _digests(self.mentions(edition, key))
                self._memo.put("mentions told", name, found)
            self._told[key] = found
        return self._told[key]

    def linked(self, held: Proceedings, key: RecordKey) -> tuple[TermId, ...]:
        """Return the terms that editors linked in a record."""
        if key not in self._linked:
            name = self._digests.get(key, ABSENT)
            found = self._memo.get("linked", name)
            if not isinstance(found, tuple):
                found = tuple(terms_linked_in(held.records[key]))
                self._memo.put("linked", name, found)
            self._linked[key] = found
        return self._linked[key]

    def _name(self, key: RecordKey) -> str:
        return digest_of(self._digests.get(key, ABSENT), self._searched[key[2]])


def _digests(found: RecordMentions) -> MentionDigests:
    return MentionDigests(
        {term: digest_of(repr(places)) for term, places in found.terms.items()},
        {person: digest_of(repr(places)) for person, places in found.people.items()},
        digest_of(repr(found.first)),
    )

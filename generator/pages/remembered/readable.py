"""Records as readers may see them, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.language.review_words import ReviewWords
from generator.memo.digests import digest_of
from generator.memo.memo import Memo
from generator.model.identifiers import Mark
from generator.model.proceedings import Proceedings, RecordKey
from generator.model.record import Record
from generator.pages.held_back import own_marks, source_keys, without_marks


class ReadableRecords(Mapping[RecordKey, Record]):
    """The records without what is held back from readers (`generator.pages.held_back`)."""

    def __init__(
        self, held: Proceedings, words: ReviewWords, digests: Mapping[RecordKey, str], memo: Memo
    ) -> None:
        """Look at no record that is remembered.

        Args:
            held: The content as it was written.
            words: The review list.
            digests: Of each record as it was written.
            memo: What was worked out before.
        """
        self._held = held
        self._made: dict[RecordKey, Record] = {}
        listed = digest_of(repr((words.words, words.not_meant)))
        own: dict[RecordKey, frozenset[Mark]] = {}
        for key in held.records:
            name = digest_of(digests[key], listed)
            found = memo.get("held back", name)
            if not isinstance(found, frozenset):
                found = own_marks(held.records[key], words)
                memo.put("held back", name, found)
            own[key] = found
        self._marks: dict[RecordKey, frozenset[Mark]] = {}
        for key in held.records:
            marks = frozenset(mark for one in source_keys(held, key) for mark in own[one])
            if marks:
                self._marks[key] = marks
        self.digests: Mapping[RecordKey, str] = {
            key: digest_of(digest, *sorted(self._marks[key])) if key in self._marks else digest
            for key, digest in digests.items()
        }
        """Of each record as readers see it."""

    def __getitem__(self, key: RecordKey) -> Record:
        if key not in self._made:
            record = self._held.records[key]
            marks = self._marks.get(key, frozenset())
            self._made[key] = without_marks(record, marks) if marks else record
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._held.records

    def __iter__(self) -> Iterator[RecordKey]:
        return iter(self._held.records)

    def __len__(self) -> int:
        return len(self._held.records)

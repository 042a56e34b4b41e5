"""Editions that remember: each notes what is read of the content, and knows what was worked out before."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.language.both_scripts import written_in_both
from generator.language.review_words import ReviewWords
from generator.language.script import ScriptConverter
from generator.memo.digests import digest_of
from generator.memo.memo import Memo
from generator.memo.tracing import ALL, Once, Tracer
from generator.model.language import Language
from generator.model.proceedings import KnownHeads, Proceedings
from generator.pages.edition import Edition, appearances_of
from generator.pages.making import Making
from generator.pages.remembered.facts import RecordFacts
from generator.pages.remembered.readable import ReadableRecords
from generator.pages.remembered.relations import RelatedFound, find_related, remembered_relations
from generator.pages.remembered.script import SCRIPT, TracedScript
from generator.pages.templating import Templates
from generator.store.digests import Digests


@dataclass(frozen=True, slots=True)
class Traced:
    """What makes the pages of an edition, and notes what each is made from.

    Attributes:
        making: Makes them.
        tracer: Notes it.
    """

    making: Making
    tracer: Tracer


class Remembering:
    """What all editions of a site remember together."""

    def __init__(self, held: Proceedings, digests: Digests, words: ReviewWords, memo: Memo) -> None:
        """Find out what can be read, and what is known of it.

        Args:
            held: The content as it was written.
            digests: Of its entries.
            words: The review list of the site.
            memo: What was worked out before.
        """
        self._memo = memo
        self._records = ReadableRecords(held, words, digests.records, memo)
        self.held = replace(held, records=self._records, heads=KnownHeads(self._records, held.heads))
        """What readers may see."""
        self._digests = digests
        self._names = digest_of(repr(sorted(written_in_both(held).items())))
        self._facts: RecordFacts | None = None
        self._related: RelatedFound | None = None
        self._appeared = appearances_of(held)

    def traced(self, edition: Edition, templates: Templates) -> Traced:
        """Return what makes the pages of an edition, whose content is `held`."""
        own, tracer = self.noting(edition)
        once = Once(tracer)
        if self._facts is None:
            self._facts = self._record_facts(tracer, edition.script)
        if self._related is None:
            self._related = find_related(own, self._facts, tracer, self._memo)
        relations = remembered_relations(own, self._facts, tracer, once, self._related)
        return Traced(Making(own, templates, relations, once), tracer)

    def noting(self, edition: Edition) -> tuple[Edition, Tracer]:
        """Return an edition that notes what is read of its content, which is `held`, and where it does."""
        tracer = Tracer()
        return self._traced_content(tracer, edition), tracer

    def _record_facts(self, tracer: Tracer, script: ScriptConverter) -> RecordFacts:
        # Words of terms are looked for in the script of the record, as the converter writes them.
        searched = digest_of(tracer.digest(("terms", ALL)), script.rules)
        return RecordFacts(
            self._memo,
            self._records.digests,
            {language: digest_of(searched, language) for language in Language},
        )

    def _traced_content(self, tracer: Tracer, edition: Edition) -> Edition:
        held, digests = self.held, self._digests
        traced = Proceedings(
            events=tracer.mapping("events", held.events, digests.events),
            forums=tracer.mapping("forums", held.forums, digests.forums),
            people=tracer.mapping("people", held.people, digests.people),
            organisations=tracer.mapping("organisations", held.organisations, digests.organisations),
            topics=tracer.mapping("topics", held.topics, digests.topics),
            terms=tracer.mapping("terms", held.terms, digests.terms),
            records=tracer.mapping("records", held.records, self._records.digests, "/".join),
            sources=tracer.mapping("sources", held.sources, digests.sources, "/".join),
            confirmed=tracer.mapping("confirmed", held.confirmed, digests.confirmed, "/".join),
            pictures=tracer.mapping("pictures", held.pictures, digests.pictures, "/".join),
            heads=tracer.mapping("heads", held.heads, digests.heads, "/".join),
        )
        appeared = tracer.mapping(
            "appeared",
            self._appeared,
            {person: digest_of(repr(all_)) for person, all_ in self._appeared.items()},
        )
        tracer.source(SCRIPT[0], lambda _: self._names)
        return replace(edition, held=traced, appeared=appeared, script=TracedScript(edition.script, tracer))

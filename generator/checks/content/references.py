"""Every id that is named exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.checks.content.known import known_ids
from generator.model.fault import Fault
from generator.store.load import Loaded
from generator.store.places import Reference
from generator.store.scalars import nearest

_WORDS = {
    "EventId": ("event", "events.yml"),
    "ForumId": ("forum", "forums/"),
    "SessionId": ("session", "this forum's sessions"),
    "PersonId": ("person", "people/"),
    "OrganisationId": ("organisation", "organisations.yml"),
    "TopicId": ("topic", "topics.yml"),
    "TermId": ("term", "glossary.yml"),
    "RecordingId": ("recording", "this forum's recordings"),
}
_OF_FORUM = {"SessionId", "RecordingId"}

Known = Mapping[tuple[str, str], frozenset[str]]
"""Ids by kind and forum (empty for what belongs to no forum)."""


def check_references(loaded: Loaded) -> Iterator[Fault]:
    """Find ids that nothing goes by."""
    known = known_ids(loaded)
    for path, wanted in loaded.wanted.items():
        if any(target not in _there(known, kind, forum) for kind, forum, target in wanted if kind in _WORDS):
            yield from _dangling(loaded.references_of(path), known)


def _dangling(references: Iterable[Reference], known: Known) -> Iterator[Fault]:
    for reference in references:
        if reference.kind not in _WORDS:
            continue
        there = _there(known, reference.kind, reference.forum)
        if reference.target in there:
            continue
        word, home = _WORDS[reference.kind]
        remedy = nearest(reference.target, sorted(there)) or f"add it to {home}"
        yield Fault(reference.place, f"there is no {word} '{reference.target}'", remedy, "dangling-id")


def _there(known: Known, kind: str, forum: str) -> frozenset[str]:
    return known.get((kind, forum if kind in _OF_FORUM else ""), frozenset())

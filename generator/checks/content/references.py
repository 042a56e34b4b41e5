"""Every id that is named exists."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content.known import known_ids
from generator.model.fault import Fault
from generator.store.load import Loaded
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


def check_references(loaded: Loaded) -> Iterator[Fault]:
    """Find ids that nothing goes by."""
    known = known_ids(loaded)
    for reference in loaded.references:
        if reference.kind not in _WORDS:
            continue
        forum = reference.forum if reference.kind in _OF_FORUM else ""
        there = known.get((reference.kind, forum), frozenset())
        if reference.target in there:
            continue
        word, home = _WORDS[reference.kind]
        remedy = nearest(reference.target, sorted(there)) or f"add it to {home}"
        yield Fault(reference.place, f"there is no {word} '{reference.target}'", remedy, "dangling-id")

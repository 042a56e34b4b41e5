"""Every id that content has, also of what could not be read whole."""

from __future__ import annotations

from collections.abc import Mapping

from generator.store.layout import FileKind
from generator.store.load import Loaded

_LISTED = {
    FileKind.EVENTS: "EventId",
    FileKind.ORGANISATIONS: "OrganisationId",
    FileKind.TOPICS: "TopicId",
    FileKind.GLOSSARY: "TermId",
}
_OF_FORUM = {"sessions": "SessionId", "recordings": "RecordingId"}


def known_ids(loaded: Loaded) -> Mapping[tuple[str, str], frozenset[str]]:
    """Return ids by kind and forum (empty for what belongs to no forum).

    An entry with a fault still counts: one mistake must not make every mention of it a second one.
    """
    found: dict[tuple[str, str], set[str]] = {}
    for file in loaded.files:
        if file.kind is FileKind.PERSON:
            found.setdefault(("PersonId", ""), set()).add(file.name)
        elif file.kind is FileKind.FORUM:
            found.setdefault(("ForumId", ""), set()).add(file.name)
            for keys, text in loaded.identifiers.get(file.shown, ()):
                found.setdefault((_OF_FORUM[str(keys[0])], file.name), set()).add(text)
        elif file.kind in _LISTED:
            listed = (text for _, text in loaded.identifiers.get(file.shown, ()))
            found.setdefault((_LISTED[file.kind], ""), set()).update(listed)
    return {key: frozenset(value) for key, value in found.items()}

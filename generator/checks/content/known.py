"""Every id that content has, also of what could not be read whole."""

from __future__ import annotations

from collections.abc import Mapping

from generator.store.layout import FileKind
from generator.store.load import Loaded

_LISTED = {
    "EventId": FileKind.EVENTS,
    "OrganisationId": FileKind.ORGANISATIONS,
    "TopicId": FileKind.TOPICS,
    "TermId": FileKind.GLOSSARY,
}


def known_ids(loaded: Loaded) -> Mapping[tuple[str, str], frozenset[str]]:
    """Return ids by kind and forum (empty for what belongs to no forum).

    An entry with a fault still counts: one mistake must not make every mention of it a second one.
    """
    found: dict[tuple[str, str], set[str]] = {}
    files = {kind: {file.shown for file in loaded.files if file.kind is kind} for kind in FileKind}
    for path, keys, text in loaded.identifiers:
        for name, kind in _LISTED.items():
            if path in files[kind]:
                found.setdefault((name, ""), set()).add(text)
        if path in files[FileKind.FORUM]:
            listed = {"sessions": "SessionId", "recordings": "RecordingId"}.get(str(keys[0]))
            forum = path.split("/")[-2]
            if listed:
                found.setdefault((listed, forum), set()).add(text)
    for file in loaded.files:
        if file.kind is FileKind.PERSON:
            found.setdefault(("PersonId", ""), set()).add(file.name)
        elif file.kind is FileKind.FORUM:
            found.setdefault(("ForumId", ""), set()).add(file.name)
    return {key: frozenset(value) for key, value in found.items()}

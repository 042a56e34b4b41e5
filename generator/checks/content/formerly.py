"""Former ids lead to one living thing each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.fault import Fault
from generator.store.layout import FileKind
from generator.store.load import Loaded
from generator.store.places import KeyPath

Former = tuple[str, str, tuple[str, KeyPath]]
"""Former id, the id that it became, and where that is said: the file, and the keys that lead there."""


def check_former_ids(loaded: Loaded) -> Iterator[Fault]:
    """Find former ids that are in use, or that two things claim."""
    held = loaded.proceedings
    paths = {(file.kind, file.name): file.shown for file in loaded.files}
    people: list[Former] = [
        (old, person.id, (paths[FileKind.PERSON, person.id], ("formerly", number)))
        for person in held.people.values()
        for number, old in enumerate(person.formerly)
    ]
    yield from _collisions(loaded, "person", people, set(held.people))
    forums: list[Former] = [
        (old, forum.id, (loaded.forum_file(forum.id), ("formerly", number)))
        for forum in held.forums.values()
        for number, old in enumerate(forum.formerly)
    ]
    yield from _collisions(loaded, "forum", forums, set(held.forums))
    for forum in held.forums.values():
        path = loaded.forum_file(forum.id)
        renamed = any(session.formerly for session in forum.sessions)
        sessions: list[Former] = [
            (old, session.id, (path, ("sessions", index, "formerly", number)))
            for index, session in (loaded.sessions_of(forum) if renamed else ())
            for number, old in enumerate(session.formerly)
        ]
        yield from _collisions(loaded, "session", sessions, {session.id for session in forum.sessions})
    lists = (
        ("event", "events.yml", held.events),
        ("organisation", "organisations.yml", held.organisations),
        ("topic", "topics.yml", held.topics),
        ("term", "glossary.yml", held.terms),
    )
    for word, name, entries in lists:
        path = f"{loaded.shown}/{name}"
        order = loaded.positions(path)
        former: list[Former] = [
            (old, key, (path, (order[key], "formerly", number)))
            for key, entry in entries.items()
            for number, old in enumerate(entry.formerly)
        ]
        yield from _collisions(loaded, word, former, set(entries))


def _collisions(loaded: Loaded, word: str, former: Iterable[Former], living: set[str]) -> Iterator[Fault]:
    claimed: dict[str, str] = {}
    for old, new, (path, keys) in former:
        if old in living:
            message = f"'{old}' is the id of a {word} that is there: it cannot lead elsewhere"
            yield Fault(loaded.places.of(path, *keys), message, "take it out of formerly", "former-id")
        elif claimed.setdefault(old, new) != new:
            message = f"'{old}' is a former id of '{claimed[old]}' already"
            remedy = "an old address can lead to one place only"
            yield Fault(loaded.places.of(path, *keys), message, remedy, "former-id")

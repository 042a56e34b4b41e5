"""Former ids lead to one living thing each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.fault import Fault, Place
from generator.store.layout import FileKind
from generator.store.load import Loaded

Former = tuple[str, str, Place]
"""Former id, the id that it became, and where that is said."""


def check_former_ids(loaded: Loaded) -> Iterator[Fault]:
    """Find former ids that are in use, or that two things claim."""
    held = loaded.proceedings
    paths = {(file.kind, file.name): file.shown for file in loaded.files}
    people: list[Former] = [
        (old, person.id, loaded.places.of(paths[FileKind.PERSON, person.id], "formerly", number))
        for person in held.people.values()
        for number, old in enumerate(person.formerly)
    ]
    yield from _collisions("person", people, set(held.people))
    forums: list[Former] = [
        (old, forum.id, loaded.places.of(loaded.forum_file(forum.id), "formerly", number))
        for forum in held.forums.values()
        for number, old in enumerate(forum.formerly)
    ]
    yield from _collisions("forum", forums, set(held.forums))
    for forum in held.forums.values():
        path = loaded.forum_file(forum.id)
        sessions: list[Former] = [
            (old, session.id, loaded.places.of(path, "sessions", index, "formerly", number))
            for index, session in loaded.sessions_of(forum)
            for number, old in enumerate(session.formerly)
        ]
        yield from _collisions("session", sessions, {session.id for session in forum.sessions})
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
            (old, key, loaded.places.of(path, order[key], "formerly", number))
            for key, entry in entries.items()
            for number, old in enumerate(entry.formerly)
        ]
        yield from _collisions(word, former, set(entries))


def _collisions(word: str, former: Iterable[Former], living: set[str]) -> Iterator[Fault]:
    claimed: dict[str, str] = {}
    for old, new, place in former:
        if old in living:
            message = f"'{old}' is the id of a {word} that is there: it cannot lead elsewhere"
            yield Fault(place, message, "take it out of formerly", "former-id")
        elif claimed.setdefault(old, new) != new:
            message = f"'{old}' is a former id of '{claimed[old]}' already"
            yield Fault(place, message, "an old address can lead to one place only", "former-id")

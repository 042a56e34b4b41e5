"""Pictures that are named are there, and are pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generator.memo.memo import Memo
from generator.model.fault import Fault, Place, Severity
from generator.store.layout import FileKind
from generator.store.load import Loaded
from generator.store.pictures import picture_fault
from generator.store.scalars import nearest


def check_images(loaded: Loaded, memo: Memo) -> Iterator[Fault]:
    """Find pictures that are missing, that are not pictures, or that nothing shows.

    Args:
        loaded: Content as read.
        memo: Knows the pictures that were read before.
    """
    there = {
        (file.kind, file.forum, file.name): file
        for file in loaded.files
        if file.kind in {FileKind.FORUM_IMAGE, FileKind.PERSON_IMAGE}
    }
    used = set()
    for place, key in _named(loaded):
        used.add(key)
        if key not in there:
            names = [name for kind, forum, name in there if (kind, forum) == key[:2]]
            yield Fault(place(), f"there is no picture '{key[2]}'", nearest(key[2], names), "no-image")
    for key, file in there.items():
        fault = picture_fault(file, memo)
        if fault:
            yield fault
        if key not in used:
            yield Fault(Place(file.shown), "nothing shows this picture", "", "unused-image", Severity.WARNING)


def _named(loaded: Loaded) -> Iterator[tuple[Callable[[], Place], tuple[FileKind, str, str]]]:
    """Yield where pictures are named, to be looked up where that is needed, and which they are."""
    places = loaded.places
    for forum in loaded.proceedings.forums.values():
        path = loaded.forum_file(forum.id)
        slides = any(session.slides for session in forum.sessions)
        for index, session in loaded.sessions_of(forum) if slides else ():
            for number, slide in enumerate(session.slides):
                place = partial(places.of, path, "sessions", index, "slides", number, "image")
                yield place, (FileKind.FORUM_IMAGE, forum.id, slide.image)
    for path, forum_id, figures in loaded.figures:
        for line, image in figures:
            yield partial(Place, path, line), (FileKind.FORUM_IMAGE, forum_id, image)
    paths = {file.name: file.shown for file in loaded.files if file.kind is FileKind.PERSON}
    for person in loaded.proceedings.people.values():
        if person.portrait:
            place = partial(places.of, paths[person.id], "portrait", "image")
            yield place, (FileKind.PERSON_IMAGE, "", person.portrait.image)

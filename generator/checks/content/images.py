"""Pictures that are named are there, and are pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generator.model.fault import Fault, Place, Severity
from generator.store.layout import ContentFile, FileKind
from generator.store.load import Loaded
from generator.store.scalars import nearest

_BEGINNINGS = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
    "webp": (b"RIFF",),
    "avif": (b"\x00\x00\x00",),
}


def check_images(loaded: Loaded) -> Iterator[Fault]:
    """Find pictures that are missing, that are not pictures, or that nothing shows."""
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
        if not _is_picture(file):
            ending = file.name.rpartition(".")[2]
            yield Fault(Place(file.shown), f"the file is no {ending} picture", "", "not-an-image")
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


def _is_picture(file: ContentFile) -> bool:
    with file.path.open("rb") as opened:
        head = opened.read(16)
    return head.startswith(_BEGINNINGS[file.name.rpartition(".")[2].lower()])

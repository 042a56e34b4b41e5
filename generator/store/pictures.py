"""The pictures of the content: how large they are, whether they are any, and as they are published."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import imagesize

from generator.memo.digests import digest_of
from generator.memo.memo import Memo
from generator.model.fault import Fault, Place
from generator.model.picture import Size
from generator.model.proceedings import PictureKey
from generator.store.layout import ContentFile, FileKind
from generator.store.picture_file import LARGEST, PictureError, clean_picture, hold_picture

_PICTURES = {FileKind.FORUM_IMAGE, FileKind.PERSON_IMAGE}


def picture_sizes(files: Iterable[ContentFile]) -> Mapping[PictureKey, Size]:
    """Return the size of every picture whose head says it, in the order of its forum and name.

    A file that is no picture is left out here; generator.checks.content.images says what is wrong with it.
    """
    found: dict[PictureKey, Size] = {}
    for file in files:
        if file.kind in _PICTURES:
            width, height = imagesize.get(file.path)
            if width > 0 and height > 0:
                found[file.forum, file.name] = Size(width, height)
    return MappingProxyType(dict(sorted(found.items())))


def picture_fault(file: ContentFile, memo: Memo) -> Fault | None:
    """Return what is wrong with a picture; None where it may be published.

    Args:
        file: One of the content's pictures.
        memo: Knows those that were read before.
    """
    data, ending = _data(file), _ending(file)
    key = _key(data, ending)
    known = memo.get("picture-fault", key)
    if not isinstance(known, tuple):
        try:
            hold_picture(data, ending)
            known = ()
        except PictureError as error:
            known = (str(error), error.remedy)
        memo.put("picture-fault", key, known)
    return Fault(Place(file.shown), known[0], known[1], "not-an-image") if known else None


def published_picture(file: ContentFile, memo: Memo) -> bytes:
    """Return a picture as it is published: what it shows, and nothing else.

    Args:
        file: One of the content's pictures, without a fault.
        memo: Knows those that were written before.

    Raises:
        PictureError: It was changed meanwhile, and is none any more.
    """
    data, ending = _data(file), _ending(file)
    key = _key(data, ending)
    known = memo.get("picture", key)
    if isinstance(known, bytes):
        return known
    found = clean_picture(data, ending)
    memo.put("picture", key, found)
    return found


def _data(file: ContentFile) -> bytes:
    """Return the bytes of a picture; of one that is too large enough to see that."""
    with file.path.open("rb") as opened:
        return opened.read(LARGEST + 1)


def _ending(file: ContentFile) -> str:
    return file.name.rpartition(".")[2]


def _key(data: bytes, ending: str) -> str:
    return digest_of(ending, hashlib.sha256(data).hexdigest())

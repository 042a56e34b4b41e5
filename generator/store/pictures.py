"""How large the pictures of the content are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import imagesize

from generator.model.picture import Size
from generator.model.proceedings import PictureKey
from generator.store.layout import ContentFile, FileKind

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

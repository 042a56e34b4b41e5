"""The sizes of pictures, as their files say them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from generator.model.picture import Size
from generator.store.layout import ContentFile, FileKind
from generator.store.pictures import picture_sizes


def png(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress((b"\0" + b"\xff" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def turned_jpeg(width: int, height: int) -> bytes:
    """The head of a photograph that was taken upright: stored lying, to be turned by a quarter (Exif 6)."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0)
    exif = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    app1 = b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + app1 + b"\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame + b"\xff\xd9"


def test_pictures_of_forums_and_of_people(tmp_path: Path) -> None:
    def file(kind: FileKind, name: str, content: bytes, forum: str = "") -> ContentFile:
        path = tmp_path / f"{forum}-{name}"
        path.write_bytes(content)
        return ContentFile(kind, path, name, name, forum)

    found = picture_sizes(
        [
            file(FileKind.FORUM_IMAGE, "slide.png", png(320, 180), "marsh"),
            file(FileKind.FORUM_IMAGE, "photo.jpg", turned_jpeg(400, 300), "marsh"),
            file(FileKind.PERSON_IMAGE, "slide.png", png(40, 60)),
            file(FileKind.FORUM_IMAGE, "broken.png", b"\x89PNG\r\n", "marsh"),
            file(FileKind.FORUM_IMAGE, "empty.webp", b"", "marsh"),
            file(FileKind.FORUM, "forum", b"title: x", "marsh"),
        ]
    )
    assert list(found.items()) == [
        (("", "slide.png"), Size(40, 60)),
        (("marsh", "photo.jpg"), Size(300, 400)),
        (("marsh", "slide.png"), Size(320, 180)),
    ]

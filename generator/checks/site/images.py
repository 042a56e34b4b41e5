"""What a page shows as an image is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# How files of a kind begin (https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern).
_BEGINNINGS = {
    ".avif": ((4, b"ftypavi"),),
    ".gif": ((0, b"GIF87a"), (0, b"GIF89a")),
    ".ico": ((0, b"\0\0\1\0"),),
    ".jpeg": ((0, b"\xff\xd8\xff"),),
    ".jpg": ((0, b"\xff\xd8\xff"),),
    ".png": ((0, b"\x89PNG\r\n\x1a\n"),),
    ".webp": ((8, b"WEBPVP"),),
}
_ENOUGH = 16


def image_fault(root: Path, file: str) -> str:
    """Why a file of a site that a page shows is no image, or nothing."""
    ending = "." + file.rpartition(".")[2].lower()
    if ending == ".svg":
        with (root / file).open("rb") as stream:
            return "" if b"<svg" in stream.read() else "has no svg element"
    beginnings = _BEGINNINGS.get(ending)
    if beginnings is None:
        return "has an ending that browsers do not show"
    with (root / file).open("rb") as stream:
        start = stream.read(_ENOUGH)
    if any(start[offset : offset + len(begin)] == begin for offset, begin in beginnings):
        return ""
    return f"does not begin as a {ending[1:]} file does"

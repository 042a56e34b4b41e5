"""What a page shows as an image is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.site.fault import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.site.built import Built

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


def bad_images(built: Built) -> Iterator[Finding]:
    """The faults of files that pages show as images; each is said where the first page shows it."""
    known: dict[str, str] = {}
    for path, facts in built.pages.items():
        for link in facts.links:
            if link.kind != "image":
                continue
            file = built.site.target(path, link.address).file
            if file is None or file not in built.files or file in known:
                continue
            known[file] = reason = _fault(built, file)
            if reason:
                message = f"{link.name}: {file} {reason}"
                yield Finding(path, link.offset, message, "put an image there, with the ending of its kind")


def _fault(built: Built, file: str) -> str:
    """Why a file is no image, or nothing."""
    ending = "." + file.rpartition(".")[2].lower()
    if ending == ".svg":
        with (built.root / file).open("rb") as stream:
            return "" if b"<svg" in stream.read() else "has no svg element"
    beginnings = _BEGINNINGS.get(ending)
    if beginnings is None:
        return "has an ending that browsers do not show"
    with (built.root / file).open("rb") as stream:
        start = stream.read(_ENOUGH)
    if any(start[offset : offset + len(begin)] == begin for offset, begin in beginnings):
        return ""
    return f"does not begin as a {ending[1:]} file does"

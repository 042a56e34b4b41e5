"""Names of files that stay in their folder on every system."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from generator.render.errors import PathError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path, PurePosixPath

# Characters that separate folders or streams somewhere (Windows: Naming Files, Paths, and Namespaces).
_FORBIDDEN = frozenset('\\:*?"<>|')
# Device names that Windows opens instead of a file, with any ending.
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))],
)


def inside(root: Path, path: PurePosixPath) -> Path:
    """The place of a file below a folder.

    Args:
        root: the folder.
        path: a relative path.

    Returns:
        The joined path.

    Raises:
        PathError: the path is absolute, empty, goes up, or has a part that some system reads otherwise.
    """
    if path.is_absolute() or not path.parts:
        raise PathError(f"{path}: a file's path must be relative to its folder; write it without a leading /")
    for part in path.parts:
        if reason := _fault(part):
            raise PathError(f"{path}: the part {part!r} {reason}; choose another id or file name")
    return root.joinpath(*path.parts)


def distinct(paths: Iterable[PurePosixPath]) -> None:
    """Hold that paths can be files of one folder on every system.

    Raises:
        PathError: two paths are the same, differ only in the case or composition of their letters (one
            file on macOS and Windows), or one is a folder of the other.
    """
    seen: dict[str, PurePosixPath] = {}
    for path in paths:
        key = _folded(path)
        if key in seen:
            raise PathError(f"{path}: is the same file as {seen[key]}; give one of them another id or name")
        seen[key] = path
    for path in seen.values():
        for folder in path.parents:
            other = seen.get(_folded(folder))
            if other is not None:
                raise PathError(f"{other}: is a file, and the folder of {path}; rename one of them")


def _folded(path: PurePosixPath) -> str:
    return unicodedata.normalize("NFC", path.as_posix()).casefold()


def _fault(part: str) -> str:
    """Why a part of a path is refused, or nothing."""
    if part == "..":
        return "goes up"
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in part):
        return "has a control character"
    if found := sorted(_FORBIDDEN.intersection(part)):
        return f"has {found[0]!r}"
    if part.endswith((".", " ")):
        return "ends in a full stop or space"
    if part.partition(".")[0].casefold() in _DEVICES:
        return "is the name of a device on Windows"
    return ""

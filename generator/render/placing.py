"""The files of a site put into a folder: those that lie there already stay, so that little has to be done.

Files of the store are given another name (a hard link) instead of a copy. Whoever edits such a file in place
edits both; the store notices that by size and time (generator.render.kept), and makes the file anew. Nothing
that is written here is ever written into a file that has another name.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.render.places import distinct, inside
from generator.render.publish import MARKER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.pages.page import SiteFile


@dataclass(frozen=True, slots=True)
class Given:
    """A file of a site.

    Attributes:
        source: where it lies, or its bytes.
        digest: a text that is another one whenever its bytes are; empty where nobody knows.
        size: in bytes.
    """

    source: str | bytes
    digest: str
    size: int


def given(files: Iterable[SiteFile]) -> dict[str, Given]:
    """Files that are known by their bytes, by path below the site.

    Raises:
        PathError: a path would leave the site, or two files would be one.
    """
    kept = list(files)
    distinct(file.path for file in kept)
    for file in kept:
        inside(Path(), file.path)
    return {
        file.path.as_posix(): Given(file.content, hashlib.sha256(file.content).hexdigest(), len(file.content))
        for file in kept
    }


def fill(folder: Path, files: Mapping[str, Given], *, link: bool = True) -> None:
    """Make a folder hold exactly some files, and the marker of a site where it has one.

    Args:
        folder: an existing folder; what else is in it is deleted.
        files: path below it to file. They may not change until this has ended.
        link: make another name of each file instead of a copy, where it can be done.

    Raises:
        OSError: it cannot be written.
    """
    root = str(folder)
    there: dict[str, os.stat_result] = {}
    folders: set[str] = set()
    _scan(root, "", there, folders)
    for path in there.keys() - files.keys() - {MARKER}:
        os.unlink(f"{root}/{path}")  # noqa: PTH108 - a Path for each of ten thousand files costs more than this
    wanted = {""}
    for path in files:
        at = path.rfind("/")
        while at > 0 and path[:at] not in wanted:
            wanted.add(path[:at])
            at = path.rfind("/", 0, at)
    for path in sorted(folders - wanted, reverse=True):
        os.rmdir(f"{root}/{path}")  # noqa: PTH106
    for path in sorted(wanted - folders - {""}):
        os.mkdir(f"{root}/{path}")  # noqa: PTH102
    for path, file in files.items():
        _give(f"{root}/{path}", file.source, there.get(path), link=link)


def _scan(folder: str, prefix: str, files: dict[str, os.stat_result], folders: set[str]) -> None:
    """All files of a folder with what the system says of each, and all folders; links are not followed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                folders.add(prefix + entry.name)
                _scan(entry.path, f"{prefix}{entry.name}/", files, folders)
            else:
                files[prefix + entry.name] = entry.stat(follow_symlinks=False)


def _give(target: str, source: str | bytes, there: os.stat_result | None, *, link: bool) -> None:
    """Let a file stand at its place."""
    if isinstance(source, bytes):
        if there is not None:
            if _holds(target, source, there):
                return
            os.unlink(target)  # noqa: PTH108
        with open(target, "xb") as stream:  # noqa: PTH123
            stream.write(source)
        return
    if there is not None:
        if link and os.path.samestat(os.stat(source), there):  # noqa: PTH116
            return
        os.unlink(target)  # noqa: PTH108
    if link:
        # It may be another file system, or one without links, or the file has too many names.
        with contextlib.suppress(OSError):
            os.link(source, target)
            return
    shutil.copyfile(source, target)


def _holds(place: str, content: bytes, there: os.stat_result) -> bool:
    """Whether a file of its own, with no other name, has these bytes."""
    if not stat.S_ISREG(there.st_mode) or there.st_nlink != 1 or there.st_size != len(content):
        return False
    with open(place, "rb") as stream:  # noqa: PTH123
        return stream.read() == content

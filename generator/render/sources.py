"""The sources of a tree's pages, written only where they are not there yet.

``sources.json`` beside a tree says of each file that was written its digest, size and time of writing. A file
with the same size and time is believed to be the one that was written; any other is read.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.render.places import distinct, inside
from generator.render.tree import hold_seen, write_if_changed

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from generator.render.tree import Tree

_NAME = "sources.json"
_Stamp = tuple[str, int, int]
"""Digest, size, and time of writing in ns."""


class SourceFolder:
    """The folder ``docs`` of a tree while it is brought up to date."""

    def __init__(self, tree: Tree) -> None:
        """Look up what was written before."""
        self._tree = tree
        self._known = _read(tree.root / _NAME)
        self._now: dict[str, _Stamp] = {}
        self._docs = f"{tree.docs}{os.sep}"

    def stands(self, name: str, digest: str) -> bool:
        """Whether a source is there, and has a digest.

        Args:
            name: Its path below ``docs``, with ``/``.
            digest: SHA-256 of its bytes.
        """
        place = self._docs + name
        try:
            status = os.lstat(place)
            if not stat.S_ISREG(status.st_mode):
                return False
            known = self._known.get(name)
            if known is not None and known[1:] == (status.st_size, status.st_mtime_ns):
                found = known[0]
            else:
                found = hashlib.sha256(Path(place).read_bytes()).hexdigest()
        except OSError:
            return False
        if found != digest:
            return False
        self._now[name] = digest, status.st_size, status.st_mtime_ns
        return True

    def write(self, path: PurePosixPath, digest: str, content: bytes) -> None:
        """Write a source, unless it stands there.

        Raises:
            PathError: The path would leave the folder.
        """
        place = inside(self._tree.docs, path)
        if place.is_symlink():
            place.unlink()
        write_if_changed(place, content)
        status = place.stat()
        self._now[str(path)] = digest, status.st_size, status.st_mtime_ns

    def finish(self) -> Mapping[str, str]:
        """Delete what was neither written nor found standing; return the digest of each file by its path.

        Raises:
            PathError: Two files would be one on some systems, or an engine would not see one.
        """
        if self._now.keys() != self._known.keys():
            paths = [PurePosixPath(name) for name in self._now]
            distinct(paths)
            for path in paths:
                if path.suffix == ".md":
                    hold_seen(path)
        _keep_only(self._docs, "", self._now)
        place = self._tree.root / _NAME
        aside = place.with_suffix(".new")
        aside.write_text(json.dumps(self._now, ensure_ascii=False), "utf-8")
        aside.replace(place)
        return {name: stamp[0] for name, stamp in self._now.items()}


def _keep_only(folder: str, prefix: str, kept: Container[str]) -> bool:
    """Delete what is not kept; links are deleted, never followed.

    Args:
        folder: With a separator at its end.
        prefix: Its path below ``docs``, with ``/`` at its end; empty for ``docs`` itself.
        kept: The paths that stay.

    Returns:
        Whether anything stays.
    """
    stays = False
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except FileNotFoundError:
        return False
    for entry in entries:
        name = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            if name not in kept and _keep_only(f"{entry.path}{os.sep}", f"{name}/", kept):
                stays = True
            else:
                shutil.rmtree(entry.path)
        elif name in kept and entry.is_file(follow_symlinks=False):
            stays = True
        else:
            Path(entry.path).unlink()
    return stays


def _read(place: Path) -> dict[str, _Stamp]:
    """What is known; what cannot be read is as if nothing were."""
    try:
        data = json.loads(place.read_text("utf-8"))
        return {str(name): (str(one[0]), int(one[1]), int(one[2])) for name, one in data.items()}
    except (OSError, ValueError, TypeError, AttributeError, IndexError):
        return {}

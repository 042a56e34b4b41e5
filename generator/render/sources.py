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
    from collections.abc import Mapping

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

    def stands(self, path: PurePosixPath, digest: str) -> bool:
        """Whether a source is there, and has a digest.

        Args:
            path: Below ``docs``.
            digest: SHA-256 of its bytes.
        """
        name = str(path)
        place = self._tree.docs / path
        try:
            status = place.lstat()
            if not stat.S_ISREG(status.st_mode):
                return False
            known = self._known.get(name)
            if known is not None and known[1:] == (status.st_size, status.st_mtime_ns):
                found = known[0]
            else:
                found = hashlib.sha256(place.read_bytes()).hexdigest()
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

    def finish(self) -> Mapping[PurePosixPath, str]:
        """Delete what was neither written nor found standing; return the digest of each file.

        Raises:
            PathError: Two files would be one on some systems, or an engine would not see one.
        """
        paths = [PurePosixPath(name) for name in self._now]
        if self._now.keys() != self._known.keys():
            distinct(paths)
            for path in paths:
                if path.suffix == ".md":
                    hold_seen(path)
        _keep_only(self._tree.docs, frozenset(self._now))
        place = self._tree.root / _NAME
        aside = place.with_suffix(".new")
        aside.write_text(json.dumps(self._now, ensure_ascii=False), "utf-8")
        aside.replace(place)
        return {path: self._now[str(path)][0] for path in paths}


def _keep_only(docs: Path, kept: frozenset[str]) -> None:
    """Delete what is not kept; links are deleted, never followed."""
    for folder, names, files in os.walk(docs, topdown=False):
        here = Path(folder)
        below = os.path.relpath(folder, docs).replace(os.sep, "/")
        prefix = "" if below == "." else f"{below}/"
        for name in files:
            if prefix + name not in kept or (here / name).is_symlink():
                (here / name).unlink()
        for name in names:
            place = here / name
            if place.is_symlink():
                place.unlink()
            elif prefix + name in kept or not any(place.iterdir()):
                shutil.rmtree(place)


def _read(place: Path) -> dict[str, _Stamp]:
    """What is known; what cannot be read is as if nothing were."""
    try:
        data = json.loads(place.read_text("utf-8"))
        return {str(name): (str(one[0]), int(one[1]), int(one[2])) for name, one in data.items()}
    except (OSError, ValueError, TypeError, AttributeError, IndexError):
        return {}

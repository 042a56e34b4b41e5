"""What was made of a language's index before, so that what did not change is not made again.

`kept.json` says what lies in `files`: the key of everything that it was made from, the digest of what
Pagefind read, and size and time of each file. It is removed before anything is written and written last: a
build that is killed leaves nothing believed that is not so.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.search.making import Bundle, Files

_NAME = "kept.json"


@dataclass(frozen=True, slots=True)
class Kept:
    """What lies in a folder of the store.

    Attributes:
        folder: The folder.
        key: Of everything that it was made from.
        digest: Of what Pagefind read.
        ids: What Pagefind calls the volumes.
        bundle: The files of the bundle.
        files: All files, by path below `search/`, with size and time.
    """

    folder: Path
    key: str
    digest: str
    ids: tuple[str, ...]
    bundle: tuple[str, ...]
    files: Mapping[str, list[int]]

    def places(self) -> Iterator[tuple[PurePosixPath, Path]]:
        """Yield each file: its path below `search/`, and where it lies."""
        for name in self.files:
            yield PurePosixPath(name), self.folder / "files" / name

    def old_bundle(self) -> Bundle:
        """Return what Pagefind made."""
        files = {PurePosixPath(name): (self.folder / "files" / name).read_bytes() for name in self.bundle}
        return Bundle(self.digest, self.ids, files)


def read_kept(folder: Path) -> Kept | None:
    """Return what is kept in a folder; None where nothing is, or where somebody touched it."""
    try:
        data = json.loads((folder / _NAME).read_text("utf-8"))
        kept = Kept(
            folder,
            str(data["key"]),
            str(data["digest"]),
            tuple(map(str, data["ids"])),
            tuple(map(str, data["bundle"])),
            dict(data["files"]),
        )
        whole = all(_stamp(folder / "files" / name) == stamp for name, stamp in kept.files.items())
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return kept if whole else None


def keep(folder: Path, key: str, bundle: Bundle, tables: Files) -> Kept:
    """Write an index into a folder of the store, in the place of what was there."""
    shutil.rmtree(folder, ignore_errors=True)
    stamps = {}
    files = {**bundle.files, **tables}
    for path in sorted(files):
        place = folder / "files" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(files[path])
        stamps[str(path)] = _stamp(place)
    names = tuple(sorted(str(path) for path in bundle.files))
    kept = Kept(folder, key, bundle.digest, bundle.ids, names, stamps)
    data = {"key": key, "digest": kept.digest, "ids": kept.ids, "bundle": names, "files": stamps}
    aside = folder / f"{_NAME}.new"
    aside.write_text(json.dumps(data), "utf-8")
    aside.replace(folder / _NAME)
    return kept


def _stamp(place: Path) -> list[int]:
    status = place.stat()
    return [status.st_size, status.st_mtime_ns]

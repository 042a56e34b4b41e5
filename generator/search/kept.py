"""What was made of a language's index before, so that what did not change is not made again.

`kept.json` says what lies in `files`: the key of everything that it was made from, the texts that it is of,
and size and time of each file. It is removed before anything is written and written last: a build that is
killed leaves nothing believed that is not so.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from generator.search.making import Files
from generator.search.segments import Segment

_NAME = "kept.json"
_NAMED_BY_WHAT_IS_IN_THEM = frozenset({"index", "text"})


@dataclass(frozen=True, slots=True)
class Kept:
    """What lies in a folder of the store.

    Attributes:
        folder: The folder.
        key: Of everything that it was made from.
        segments: Of the index.
        whole: Whether the index is as a clean build makes it: one segment, of what there is.
        files: All files, by path below `search/`, with size and time.
    """

    folder: Path
    key: str
    segments: tuple[Segment, ...]
    whole: bool
    files: Mapping[str, list[int]]

    def places(self) -> Iterator[tuple[PurePosixPath, Path]]:
        """Yield each file: its path below `search/`, and where it lies."""
        for name in self.files:
            yield PurePosixPath(name), self.folder / "files" / name

    def parts(self, segment: Segment) -> Files:
        """Return the parts of a segment."""
        return {path: (self.folder / "files" / path).read_bytes() for path in segment.parts()}


def read_kept(folder: Path) -> Kept | None:
    """Return what is kept in a folder; None where nothing is, or where somebody touched it."""
    try:
        data = json.loads((folder / _NAME).read_text("utf-8"))
        segments = tuple(Segment(str(name), *map(tuple, rest)) for name, *rest in data["segments"])
        if data["rule"] != _rule():
            return None
        kept = Kept(folder, str(data["key"]), segments, bool(data["whole"]), dict(data["files"]))
        whole = all(_stamp(folder / "files" / name) == stamp for name, stamp in kept.files.items())
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return kept if whole else None


def keep(
    folder: Path, key: str, segments: Sequence[Segment], files: Files, old: Kept | None, *, whole: bool
) -> Kept:
    """Write an index into a folder of the store, in the place of what was there.

    Args:
        folder: The folder.
        key: Of everything that the index is made from.
        segments: Of the index.
        files: All its files.
        old: What lies there; what is in it and named by what it holds is not written again.
        whole: Whether a clean build would make the same.
    """
    (folder / _NAME).unlink(missing_ok=True)
    names = {str(path) for path in files}
    have = _cleaned(folder, names, old)
    stamps = {}
    for path in sorted(files):
        name = str(path)
        if name not in have:
            place = folder / "files" / path
            place.parent.mkdir(parents=True, exist_ok=True)
            # A new file: the published site may hold the old one by another name (a hard link).
            place.unlink(missing_ok=True)
            # Never into the file itself: a site may have it by another name.
            place.unlink(missing_ok=True)
            place.write_bytes(files[path])
            stamps[name] = _stamp(place)
        else:
            stamps[name] = have[name]
    kept = Kept(folder, key, tuple(segments), whole, stamps)
    told = [(one.name, one.texts, one.counts, one.first) for one in segments]
    aside = folder / f"{_NAME}.new"
    data = {"rule": _rule(), "key": key, "segments": told, "whole": whole, "files": stamps}
    aside.write_text(json.dumps(data), "utf-8")
    aside.replace(folder / _NAME)
    return kept


def _cleaned(folder: Path, names: Collection[str], old: Kept | None) -> Mapping[str, list[int]]:
    """Remove what an index does not have; return what of the old one stays as it is."""
    if old is None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return {}
    for name in old.files.keys() - names:
        (folder / "files" / name).unlink()
    for place in (folder / "files" / "index").iterdir():
        if not any(place.iterdir()):
            place.rmdir()
    return {
        name: stamp
        for name, stamp in old.files.items()
        if name in names and name.partition("/")[0] in _NAMED_BY_WHAT_IS_IN_THEM
    }


@cache
def _rule() -> str:
    """Return a digest of what makes an index from texts."""
    digest = hashlib.sha256(unicodedata.unidata_version.encode())
    for folder, pattern in (("search", "*"), ("language", "ideographs.py")):
        for place in sorted((Path(__file__).parents[1] / folder).glob(pattern)):
            if place.is_file():
                digest.update(f"\0{place.name}\0{hashlib.sha256(place.read_bytes()).hexdigest()}".encode())
    return digest.hexdigest()


def _stamp(place: Path) -> list[int]:
    status = place.stat()
    return [status.st_size, status.st_mtime_ns]

"""What was rendered before, and so what has to be rendered now.

``rendered.json`` beside a tree holds, for the output that lies in ``site``: the key of everything that
every page depends on, the digest of each source, and size and time of each file that was written.
``rendered.doubt`` holds the sources whose pages are being rendered: a build that is killed leaves nothing
believed that is not so.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, cast

from generator.render.engine import Output

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.render.tree import Tree

_NAME = "rendered.json"
_DOUBT = "rendered.doubt"
_Stamp = list[int]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is known of the output of a tree.

    Attributes:
        key: what every page depends on.
        sources: path below ``docs`` to the digest of what was rendered.
        outputs: path below ``site`` to its size and time of writing (ns).
    """

    key: str
    sources: Mapping[str, str]
    outputs: Mapping[str, _Stamp]


def digest_of_inputs(inputs: Iterable[Path]) -> str:
    """A digest of files and of folders with all in them: a base configuration, a theme's overrides."""
    digest = hashlib.sha256()
    for place in sorted(inputs):
        for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if file.is_file():
                name = file.relative_to(place).as_posix()
                digest.update(f"\0{name}\0{_digest(file)}".encode())
    return digest.hexdigest()


def key_of(engine: str, inputs: str, tree: Tree) -> str:
    """The key of everything that every page of a tree depends on.

    Args:
        engine: Engine.identity.
        inputs: from ``digest_of_inputs``.
        tree: its own configuration belongs to it.

    Returns:
        A digest.
    """
    return hashlib.sha256(f"{engine}\0{inputs}\0{_digest(tree.config)}".encode()).hexdigest()


class Rendered:
    """The output of a tree while it is brought up to date."""

    def __init__(self, tree: Tree, key: str, sources: Mapping[str, str] | None = None) -> None:
        """Look up what was rendered before.

        Args:
            tree: the tree, with its sources as they are to be rendered.
            key: from ``key_of``.
            sources: path below ``docs`` to digest, of all of them; None where nobody knows.
        """
        self._tree = tree
        self._key = key
        self._sources = _sources(tree.docs) if sources is None else sources
        self._kept = _read(tree)
        self._outputs: Mapping[str, _Stamp] | None = None

    def changed(self) -> frozenset[PurePosixPath] | None:
        """The sources that were added, changed or removed since the output was written.

        Returns:
            Paths below ``docs``; empty where all output is right; None where all has to be built anew.
        """
        kept = self._kept
        if kept is None or kept.key != self._key:
            return None
        now, before = self._sources, kept.sources
        wanted = {path for path in now.keys() | before.keys() if now.get(path) != before.get(path)}
        outputs = self._outputs = _outputs(self._tree.site)
        touched = [
            path
            for path in outputs.keys() | kept.outputs.keys()
            if outputs.get(path) != kept.outputs.get(path)
        ]
        if touched:
            makers = {output_of(path): path for path in now.keys() | before.keys()}
            if not makers.keys() >= set(touched):
                # Something else was touched, a file of the theme or one that is not ours.
                return None
            wanted.update(makers[path] for path in touched)
        return frozenset(PurePosixPath(path) for path in wanted)

    def begin(self, only: frozenset[PurePosixPath] | None) -> None:
        """Believe no more in what is going to be rendered."""
        if only is None or self._kept is None:
            (self._tree.root / _NAME).unlink(missing_ok=True)
        else:
            _write(self._tree.root / _DOUBT, sorted(path.as_posix() for path in only))

    def finish(self, only: frozenset[PurePosixPath] | None) -> None:
        """Believe in all that is there: it was rendered without a fault.

        Args:
            only: what ``begin`` was told.
        """
        if only is None or self._outputs is None:
            self._outputs = _outputs(self._tree.site)
        else:
            self._outputs = _brought_up(self._outputs, self._tree.site, only)
        data = {"key": self._key, "sources": dict(self._sources), "outputs": dict(self._outputs)}
        _write(self._tree.root / _NAME, data)
        (self._tree.root / _DOUBT).unlink(missing_ok=True)

    def outputs(self) -> dict[str, Output]:
        """Every file of the output.

        A page follows from its source and from what all depend on; any other file from the latter.
        """
        makers = {output_of(path): digest for path, digest in self._sources.items()}
        return {
            path: Output(f"{self._key}:{makers.get(path, '')}", size)
            for path, (size, _) in (self._outputs or {}).items()
        }


def output_of(source: str) -> str:
    """The file below ``site`` that is made from a source below ``docs`` (addresses are folders)."""
    if not source.endswith(".md"):
        return source
    stem = source.removesuffix(".md")
    return f"{stem}.html" if stem.rpartition("/")[2] == "index" else f"{stem}/index.html"


def _sources(docs: Path) -> dict[str, str]:
    return {path: _digest(docs / path) for path in _stamps(docs)}


def _outputs(site: Path) -> dict[str, _Stamp]:
    return _stamps(site)


def _brought_up(
    outputs: Mapping[str, _Stamp], site: Path, only: frozenset[PurePosixPath]
) -> dict[str, _Stamp]:
    """The stamps of all outputs, after some were written: the others are as they were when they were read."""
    found = dict(outputs)
    for path in only:
        output = output_of(path.as_posix())
        try:
            found[output] = _stamp((site / output).lstat())
        except (FileNotFoundError, NotADirectoryError):
            found.pop(output, None)
    return found


def _stamps(root: Path) -> dict[str, _Stamp]:
    """The files below a folder, by sorted relative path."""
    found: dict[str, _Stamp] = {}
    if root.is_dir():
        _walk(str(root), "", found)
    return dict(sorted(found.items()))


def _walk(folder: str, prefix: str, found: dict[str, _Stamp]) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                _walk(entry.path, f"{prefix}{entry.name}/", found)
            else:
                found[prefix + entry.name] = _stamp(entry.stat(follow_symlinks=False))


def _stamp(status: os.stat_result) -> _Stamp:
    return [status.st_size, status.st_mtime_ns]


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _read(tree: Tree) -> _Kept | None:
    """What is kept, without what is doubted; what cannot be read is as if nothing were."""
    try:
        data = json.loads((tree.root / _NAME).read_text("utf-8"))
        kept = _Kept(
            str(data["key"]),
            cast("dict[str, str]", dict(data["sources"])),
            cast("dict[str, _Stamp]", dict(data["outputs"])),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    try:
        doubted = [str(path) for path in json.loads((tree.root / _DOUBT).read_text("utf-8"))]
    except FileNotFoundError:
        return kept
    except (OSError, ValueError, TypeError):
        return None
    outputs = {output_of(path) for path in doubted}
    return _Kept(
        kept.key,
        {path: digest for path, digest in kept.sources.items() if path not in doubted},
        {path: stamp for path, stamp in kept.outputs.items() if path not in outputs},
    )


def _write(place: Path, data: object) -> None:
    """Write in one step, so that a killed command leaves the old or the new."""
    aside = place.with_suffix(".new")
    aside.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
    aside.replace(place)

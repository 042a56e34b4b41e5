"""What was rendered before, and so what has to be rendered now.

``rendered.json`` beside a tree holds, for the output that lies in ``site``: the key of everything that
every page depends on, the digest of each source, and size and time of each file that was written. A source
whose page is being rendered is struck out first, so that a build that is killed leaves nothing believed
that is not so.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.render.tree import Tree

_NAME = "rendered.json"
_Stamp = list[int]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of the output of a tree.

    Attributes:
        key: what every page depends on.
        sources: path below ``docs`` to the digest of what was rendered.
        outputs: path below ``site`` to its size and time of writing (ns).
    """

    key: str
    sources: dict[str, str]
    outputs: dict[str, _Stamp]


def key_of(engine: str, inputs: Iterable[Path], tree: Tree) -> str:
    """The key of everything that every page of a tree depends on.

    Args:
        engine: Engine.identity.
        inputs: the base configuration and the theme's overrides: files, and folders with all in them.
        tree: its own configuration belongs to it.

    Returns:
        A digest.
    """
    digest = hashlib.sha256(engine.encode("utf-8"))
    for place in (tree.config, *sorted(inputs)):
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        for file in files:
            if file.is_file():
                name = file.relative_to(place).as_posix()
                digest.update(f"\0{name}\0{_digest(file)}".encode())
    return digest.hexdigest()


def changed(tree: Tree, key: str) -> frozenset[PurePosixPath] | None:
    """The sources that were added, changed or removed since the output was written.

    Args:
        tree: the tree, with its sources as they are to be rendered.
        key: from ``key_of``.

    Returns:
        Paths below ``docs``; empty where all output is right; None where all has to be built anew.
    """
    kept = _read(tree)
    if kept is None or kept.key != key:
        return None
    sources = _sources(tree.docs)
    wanted = {
        path for path in sources.keys() | kept.sources.keys() if sources.get(path) != kept.sources.get(path)
    }
    makers = {output_of(path): path for path in sources.keys() | kept.sources.keys()}
    outputs = _outputs(tree.site)
    for path in outputs.keys() | kept.outputs.keys():
        if outputs.get(path) == kept.outputs.get(path):
            continue
        if path not in makers:
            # Something else was touched, a file of the theme or one that is not ours.
            return None
        wanted.add(makers[path])
    return frozenset(PurePosixPath(path) for path in wanted)


def begin(tree: Tree, only: frozenset[PurePosixPath] | None) -> None:
    """Believe no more in what is going to be rendered."""
    kept = _read(tree)
    if only is None or kept is None:
        (tree.root / _NAME).unlink(missing_ok=True)
        return
    for path in only:
        kept.sources.pop(path.as_posix(), None)
        kept.outputs.pop(output_of(path.as_posix()), None)
    _write(tree, kept)


def finish(tree: Tree, key: str) -> None:
    """Believe in all that is there: it was rendered without a fault."""
    _write(tree, Kept(key, _sources(tree.docs), _outputs(tree.site)))


def output_of(source: str) -> str:
    """The file below ``site`` that is made from a source below ``docs`` (addresses are folders)."""
    if not source.endswith(".md"):
        return source
    stem = source.removesuffix(".md")
    return f"{stem}.html" if stem.rpartition("/")[2] == "index" else f"{stem}/index.html"


def _sources(docs: Path) -> dict[str, str]:
    return {path: _digest(docs / path) for path in _walk(docs)}


def _outputs(site: Path) -> dict[str, _Stamp]:
    found = {}
    for path in _walk(site):
        status = (site / path).stat()
        found[path] = [status.st_size, status.st_mtime_ns]
    return found


def _walk(root: Path) -> list[str]:
    """The files below a folder, as sorted relative paths."""
    found: list[str] = []
    for folder, _, names in os.walk(root):
        relative = os.path.relpath(folder, root).replace(os.sep, "/")
        prefix = "" if relative == "." else f"{relative}/"
        found.extend(prefix + name for name in names)
    return sorted(found)


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _read(tree: Tree) -> Kept | None:
    """What is kept; what cannot be read is as if nothing were."""
    try:
        data = json.loads((tree.root / _NAME).read_text("utf-8"))
        return Kept(
            str(data["key"]),
            cast("dict[str, str]", dict(data["sources"])),
            cast("dict[str, _Stamp]", dict(data["outputs"])),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write(tree: Tree, kept: Kept) -> None:
    """Write in one step, so that a killed command leaves the old or the new."""
    place = tree.root / _NAME
    aside = place.with_suffix(".new")
    aside.write_text(
        json.dumps({"key": kept.key, "sources": kept.sources, "outputs": kept.outputs}, ensure_ascii=False),
        "utf-8",
    )
    aside.replace(place)

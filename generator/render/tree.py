"""The folder of one language that an engine reads: pages, assets and configuration.

``<work>/<language>/docs/`` holds the pages and assets, ``<work>/<language>/mkdocs.yml`` the
configuration; ``<work>/<language>/site/`` is where the engine writes. (Zensical wants both folders below
that of the configuration.)
"""

from __future__ import annotations

import filecmp
import os
import shutil
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import yaml

from generator.render.errors import PathError
from generator.render.places import distinct, inside

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from generator.model.language import Language
    from generator.pages.page import Page, SiteFile


@dataclass(frozen=True, slots=True)
class Tree:
    """Where the parts of one language's tree are.

    Attributes:
        root: ``<work>/<language>``, absolute.
    """

    root: Path

    @classmethod
    def of(cls, work: Path, language: Language) -> Tree:
        """The tree of a language below a working folder."""
        return cls(work.absolute() / language.value)

    @property
    def docs(self) -> Path:
        """What the engine reads."""
        return self.root / "docs"

    @property
    def config(self) -> Path:
        """The engine's configuration."""
        return self.root / "mkdocs.yml"

    @property
    def site(self) -> Path:
        """What the engine writes."""
        return self.root / "site"


def write_tree(
    tree: Tree,
    pages: Iterable[Page],
    assets: Mapping[PurePosixPath, Path | bytes],
    *,
    untouched: Collection[PurePosixPath] = (),
) -> None:
    """Make ``docs`` hold exactly these pages and assets; files whose bytes are right stay untouched.

    Args:
        tree: where to write.
        pages: the pages of one language.
        assets: path below ``docs`` to the file that is copied there, or its bytes.
        untouched: paths of pages and assets that are known to be right, and so are not given: they stay.

    Raises:
        PathError: a path would leave the folder, two files would be one, or an engine would not see one.
    """
    texts = {}
    paths = []
    for page in pages:
        hold_seen(page.path)
        paths.append(page.path)
        texts[page.path] = page
    paths.extend(assets)
    paths.extend(untouched)
    distinct(paths)
    places = {path: inside(tree.docs, path) for path in paths}
    tree.docs.mkdir(parents=True, exist_ok=True)
    _keep_only(tree.docs, frozenset(places.values()))
    for path, page in texts.items():
        write_if_changed(places[path], page.source().encode("utf-8"))
    for path, source in assets.items():
        if isinstance(source, bytes):
            write_if_changed(places[path], source)
        else:
            _copy_if_changed(source, places[path])


def write_config(tree: Tree, base: Path, settings: Mapping[str, object]) -> None:
    """Write the configuration of a language, which inherits the base configuration.

    MkDocs resolves relative paths of an inherited file against the folder of the one that inherits
    (https://www.mkdocs.org/user-guide/configuration/#configuration-inheritance), so a setting that is a
    path, such as ``theme.custom_dir``, is to be given here as an absolute one.

    Args:
        tree: where to write.
        base: the base ``mkdocs.yml``.
        settings: plain values that differ from it: site_name, site_url, theme, extra ...
    """
    config = {
        "INHERIT": str(base.absolute()),
        **settings,
        # Relative, against the folder of this file: Zensical panics at absolute ones.
        "docs_dir": tree.docs.name,
        "site_dir": tree.site.name,
    }
    text = yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=1000)
    tree.root.mkdir(parents=True, exist_ok=True)
    write_if_changed(tree.config, text.encode("utf-8"))


def write_files(root: Path, files: Iterable[SiteFile]) -> None:
    """Write files beside the pages of a site.

    Raises:
        PathError: a path would leave the folder, or two files would be one.
    """
    kept = list(files)
    distinct(file.path for file in kept)
    for file in kept:
        write_if_changed(inside(root, file.path), file.content)


def write_if_changed(place: Path, content: bytes) -> bool:
    """Write a file unless it holds these bytes.

    A file that is written is a new one: another name of the old one (a hard link in a published site)
    keeps the old bytes.

    Returns:
        Whether it was written.
    """
    try:
        if place.read_bytes() == content:
            return False
    except FileNotFoundError:
        place.parent.mkdir(parents=True, exist_ok=True)
    else:
        place.unlink()
    place.write_bytes(content)
    return True


def _copy_if_changed(source: Path, place: Path) -> None:
    """Copy a file unless the copy is there; its times are not copied, they say nothing."""
    if not source.is_file():
        raise PathError(f"{source}: is not a file, and {place.name} of the site is to be made from it")
    if place.is_file():
        if filecmp.cmp(source, place, shallow=False):
            return
        place.unlink()
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, place)


def hold_seen(path: PurePosixPath) -> None:
    """Hold that every engine builds a page of this name.

    MkDocs excludes ``.*`` and ``/templates/`` unless told otherwise, and takes ``README.md`` for
    ``index.md`` (mkdocs/structure/files.py); others follow it.
    """
    hidden = any(part.startswith(".") for part in path.parts) or path.parts[:1] == ("templates",)
    if path.suffix != ".md" or hidden or path.name.casefold() == "readme.md":
        raise PathError(f"{path}: engines build no page of this name; choose another id")


def _keep_only(docs: Path, kept: frozenset[Path]) -> None:
    """Delete what is not kept; links are deleted, never followed."""
    for folder, names, files in os.walk(docs, topdown=False):
        here = Path(folder)
        for name in files:
            if here / name not in kept or (here / name).is_symlink():
                (here / name).unlink()
        for name in names:
            place = here / name
            if place.is_symlink():
                place.unlink()
            elif place in kept or not any(place.iterdir()):
                shutil.rmtree(place)

"""A built site, read once for all rules."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from generator.checks.site.addresses import NOT_FOUND, Site
from generator.checks.site.css import addresses
from generator.checks.site.facts import Facts, read_facts
from generator.checks.site.fault import Finding

# Fewer pages are read sooner than processes are started.
_WORTH_PROCESSES = 200
_CHUNK = 50


@dataclass(slots=True)
class Built:
    """A site and what is in it; all paths are relative to its root, with ``/``.

    Attributes:
        root: the folder.
        site: its address.
        files: all files.
        folders: all folders.
        pages: the HTML files.
        drawings: the SVG files.
        styles: address and offset for each address in a CSS file.
        unreadable: files that are not UTF-8.
    """

    root: Path
    site: Site
    files: frozenset[str] = frozenset()
    folders: frozenset[str] = frozenset()
    pages: dict[str, Facts] = field(default_factory=dict)
    drawings: dict[str, Facts] = field(default_factory=dict)
    styles: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    unreadable: list[Finding] = field(default_factory=list)
    _children: dict[str, list[str]] = field(default_factory=dict)
    _near: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def nearest(self, file: str) -> str:
        """The file or folder that may have been meant by the path of one that is not there, or nothing.

        It is looked for beside the first part of the path that is missing.
        """
        if not self._children:
            for path in (*self.files, *self.folders):
                folder, _, name = path.rpartition("/")
                self._children.setdefault(folder, []).append(name)
        folder = ""
        for part in file.split("/"):
            children = self._children.get(folder, [])
            if part not in children:
                if (folder, part) not in self._near:
                    self._near[folder, part] = get_close_matches(part, sorted(children), n=1)
                return (
                    "/".join(filter(None, [folder, *self._near[folder, part]]))
                    if self._near[folder, part]
                    else ""
                )
            folder = f"{folder}/{part}" if folder else part
        return ""

    def listed(self) -> dict[str, Facts]:
        """The pages that search engines are to know."""
        return {
            path: facts
            for path, facts in self.pages.items()
            if not facts.noindex and facts.refresh is None and path != NOT_FOUND
        }


def read_site(root: Path, site_url: str, jobs: int) -> Built:
    """Read a site.

    Args:
        root: the folder.
        site_url: the address of its root.
        jobs: how many processes read it.
    """
    files, folders = _walk(root)
    built = Built(root, Site(site_url), frozenset(files), frozenset(folders))
    wanted = [path for path in files if path.endswith((".html", ".svg", ".css"))]
    places = [(str(root), path) for path in wanted]
    if jobs > 1 and len(wanted) >= _WORTH_PROCESSES:
        # Spawned, as everywhere: a fork copies whatever threads and locks the caller has.
        with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
            read = list(pool.map(_read, places, chunksize=_CHUNK))
    else:
        read = [_read(place) for place in places]
    for path, found in zip(wanted, read, strict=True):
        if found is None:
            built.unreadable.append(Finding(path, 0, "is not UTF-8", "write it as UTF-8"))
        elif isinstance(found, list):
            built.styles[path] = found
        elif path.endswith(".svg"):
            built.drawings[path] = found
        else:
            built.pages[path] = found
    return built


def _read(place: tuple[str, str]) -> Facts | list[tuple[str, int]] | None:
    """What is in a file; None when it is not UTF-8."""
    root, path = place
    try:
        text = read_text(Path(root) / path)
    except UnicodeDecodeError:
        return None
    return list(addresses(text)) if path.endswith(".css") else read_facts(text)


def read_text(place: Path) -> str:
    """The text of a file with its line ends as they are, so that offsets are those of the file."""
    return place.read_bytes().decode("utf-8")


def _walk(root: Path) -> tuple[list[str], set[str]]:
    files: list[str] = []
    folders: set[str] = set()
    for folder, names, found in os.walk(root):
        relative = os.path.relpath(folder, root).replace(os.sep, "/")
        prefix = "" if relative == "." else f"{relative}/"
        files.extend(prefix + name for name in found)
        folders.update(prefix + name for name in names)
    return sorted(files), folders

"""A built site, as far as one page's faults depend on the others."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from difflib import get_close_matches
from functools import cache, cached_property
from itertools import repeat
from typing import TYPE_CHECKING

from generator.checks.site.addresses import Site
from generator.checks.site.examining import Examined, examine
from generator.checks.site.languages import X_DEFAULT
from generator.checks.site.world import Seen, is_listed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from pathlib import Path

# Fewer files are read sooner than processes are started.
_WORTH_PROCESSES = 500
_CHUNK = 50


class Built:
    """A site (see ``World``); all paths are relative to its root, with ``/``."""

    def __init__(
        self,
        site: Site,
        files: Collection[str],
        page: Callable[[str], Seen | None],
        languages: tuple[str, ...],
    ) -> None:
        """Take what is there.

        Args:
            site: its address.
            files: all its files.
            page: gives a page, or None for any other file.
            languages: those of the pages that search engines are to know, sorted.
        """
        self.site = site
        self.languages = languages
        self._files = files
        self._page = page
        self._known: dict[str, Seen | None] = {}
        self._near: dict[tuple[str, str], list[str]] = {}

    def has(self, file: str) -> bool:
        """Whether a file is there."""
        return file in self._files

    def has_folder(self, folder: str) -> bool:
        """Whether a folder is there."""
        return folder in self._folders

    @cached_property
    def _folders(self) -> frozenset[str]:
        return frozenset(folder for file in self._files for folder in _folders_of(file))

    @cached_property
    def _children(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for path in sorted({*self._files, *self._folders}):
            folder, _, name = path.rpartition("/")
            found.setdefault(folder, []).append(name)
        return found

    def nearest(self, file: str) -> str:
        """The file or folder that may have been meant by the path of one that is not there, or nothing.

        It is looked for beside the first part of the path that is missing.
        """
        folder = ""
        for part in file.split("/"):
            children = self._children.get(folder, ())
            if part not in children:
                if (folder, part) not in self._near:
                    self._near[folder, part] = get_close_matches(part, children, n=1)
                near = self._near[folder, part]
                return "/".join(filter(None, [folder, *near])) if near else ""
            folder = f"{folder}/{part}" if folder else part
        return ""

    def page(self, file: str) -> Seen | None:
        """A page, or None where there is none."""
        if file not in self._known:
            self._known[file] = self._page(file)
        return self._known[file]

    def arrives_at(self, file: str) -> str:
        """The page where a reader ends who asks for one that may be a redirect; that itself in a circle."""
        seen = [file]
        while (page := self.page(seen[-1])) is not None and page.refresh is not None:
            target = self.site.target(seen[-1], page.refresh)
            if target.file is None or target.file in seen:
                return file
            seen.append(target.file)
        return seen[-1]

    def answers(self, file: str, fragment: str) -> bool:
        """Whether a fragment of a page is found; also where there is no such page.

        Where a redirect leads to nothing, that is said of the redirect.
        """
        if self.page(file) is None:
            return True
        page = self.page(self.arrives_at(file))
        return page is None or fragment in page.ids

    def alike(self, path: str, alternates: Mapping[str, str], language: str, file: str) -> bool:
        """Whether an alternate is a page of its language that names the same; also where it is no page."""
        other = self.page(file)
        return other is None or (
            is_listed(file, other)
            and language in (X_DEFAULT, other.lang)
            and (file == path or other.alternates == alternates)
        )

    def satisfies(self, path: str, examined: Examined) -> bool:
        """Whether this site answers all that a file asks as it would have it: then it has no fault."""
        if examined.doubtful or not all(map(self.has, examined.files)):
            return False
        if not all(self.answers(file, fragment) for file, fragment in examined.fragments):
            return False
        page = examined.seen
        if page is None or not is_listed(path, page):
            return True
        return page.alternates.keys() >= set(self.languages) and all(
            self.alike(path, page.alternates, language, file) for language, file in examined.alike
        )


def examine_all(root: Path, site: Site, paths: Sequence[str], jobs: int) -> Iterator[tuple[str, Examined]]:
    """Read files of a site, in processes where that is sooner.

    Args:
        root: the folder of the site.
        site: its address.
        paths: the files.
        jobs: how many processes may read them.
    """
    if jobs > 1 and len(paths) >= _WORTH_PROCESSES:
        # Spawned, as everywhere: a fork copies whatever threads and locks the caller has.
        with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
            places = (repeat(str(root)), paths, repeat(site.url))
            yield from zip(paths, pool.map(_examine, *places, chunksize=_CHUNK), strict=True)
    else:
        yield from ((path, examine(str(root), path, site)) for path in paths)


def _examine(root: str, path: str, url: str) -> Examined:
    return examine(root, path, _site(url))


@cache
def _site(url: str) -> Site:
    """The address that a process reads pages of, once for all of them."""
    return Site(url)


def walk(root: Path) -> list[str]:
    """All files of a site, sorted."""
    found: list[str] = []
    _walk(str(root), "", found)
    return sorted(found)


def _walk(folder: str, prefix: str, found: list[str]) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                _walk(entry.path, f"{prefix}{entry.name}/", found)
            else:
                found.append(prefix + entry.name)


def _folders_of(file: str) -> Iterator[str]:
    at = file.rfind("/")
    while at > 0:
        yield file[:at]
        at = file.rfind("/", 0, at)

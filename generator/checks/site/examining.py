"""A file read by itself: what others see of it, and what it asks of them.

The rules run over a page in a world that answers every question as a sound page would have it, and notes
what was asked. Where the rules find nothing so, they find nothing in any world that gives the same answers:
whether the real one does can be seen from the questions, without the page. And whoever has been asked nothing
by a page cannot make it wrong: that is how a page that did not change need not be looked at again.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING

from generator.checks.site.css import addresses
from generator.checks.site.facts import Facts, read_facts
from generator.checks.site.fault import Finding
from generator.checks.site.heads import bad_heads
from generator.checks.site.languages import alternates_of, bad_alternates
from generator.checks.site.links import broken_links, broken_loads
from generator.checks.site.world import Seen, is_listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.checks.site.addresses import Site
    from generator.checks.site.world import World

EXAMINED = (".html", ".svg", ".css")
"""Endings of the files that are read; of others it counts whether they are there."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What a file asks of a site to be right.

    Attributes:
        seen: what others see of it; None where it is no page.
        files: files that must be there.
        fragments: pages, and ids that they must have.
        alike: hreflang and page, for each alternate.
        images: files that it shows as images, in order.
        doubtful: whether more has to be asked: it has a fault in any site, or leads on to another page.
    """

    seen: Seen | None
    files: tuple[str, ...]
    fragments: tuple[tuple[str, str], ...]
    alike: tuple[tuple[str, str], ...]
    images: tuple[str, ...]
    doubtful: bool

    def others(self) -> frozenset[str]:
        """All files that it asks something of."""
        named = (file for file, _ in self.fragments)
        return frozenset(self.files).union(named, (file for _, file in self.alike), self.images)


def read_text(place: Path) -> str:
    """The text of a file with its line ends as they are, so that offsets are those of the file."""
    return place.read_bytes().decode("utf-8")


def examine(root: str, path: str, site: Site) -> Examined:
    """Read a file of a site.

    Args:
        root: the folder of the site.
        path: the file, whose ending is one of ``EXAMINED``.
        site: the address of the site.
    """
    world = _Sound(site, path)
    try:
        text = read_text(Path(root) / path)
    except UnicodeDecodeError:
        return Examined(None, (), (), (), (), doubtful=True)
    if path.endswith(".css"):
        faulty = any(True for _ in broken_loads(world, path, addresses(text)))
        return world.examined(None, (), doubtful=faulty)
    facts = read_facts(text)
    if path.endswith(".svg"):
        faulty = any(True for _ in broken_links(world, path, facts))
        return world.examined(None, (), doubtful=faulty)
    world.own = seen_of(facts)
    faulty = any(True for _ in faults_of_page(world, path, facts))
    images = dict.fromkeys(file for file, _, _ in images_of(site, path, facts))
    return world.examined(world.own, tuple(images), doubtful=faulty)


def faults_of(world: World, root: Path, path: str) -> Iterator[Finding]:
    """The faults of a file, as they are in a site."""
    try:
        text = read_text(root / path)
    except UnicodeDecodeError:
        yield Finding(path, 0, "is not UTF-8", "write it as UTF-8")
        return
    if path.endswith(".css"):
        yield from broken_loads(world, path, addresses(text))
    elif path.endswith(".svg"):
        yield from broken_links(world, path, read_facts(text))
    else:
        yield from faults_of_page(world, path, read_facts(text))


def faults_of_page(world: World, path: str, facts: Facts) -> Iterator[Finding]:
    """The faults of a page, but for those of images, which are said once for all pages that show one."""
    found = chain(broken_links(world, path, facts), bad_heads(world, path, facts))
    if is_listed(path, seen_of(facts)):
        found = chain(found, bad_alternates(world, path, facts))
    yield from found


def seen_of(facts: Facts) -> Seen:
    """What others see of a page."""
    lang = facts.lang.value if facts.lang is not None else ""
    refresh = facts.refresh.value if facts.refresh is not None else None
    return Seen(lang, facts.noindex, refresh, alternates_of(facts), frozenset(facts.ids))


def images_of(site: Site, path: str, facts: Facts) -> Iterator[tuple[str, str, int]]:
    """The files that a page shows as images, what shows each, and where."""
    for link in facts.links:
        if link.kind == "image":
            file = site.target(path, link.address).file
            if file is not None:
                yield file, link.name, link.offset


class _Sound:
    """A world in which everything is as a page would have it."""

    languages: tuple[str, ...] = ()

    def __init__(self, site: Site, path: str) -> None:
        self.site = site
        self.path = path
        self.own: Seen | None = None
        self._files: set[str] = set()
        self._fragments: set[tuple[str, str]] = set()
        self._alike: list[tuple[str, str]] = []
        self._unsure = False

    def examined(self, seen: Seen | None, images: tuple[str, ...], *, doubtful: bool) -> Examined:
        return Examined(
            seen=seen,
            # Many thousand pages ask for the same few thousand files: each name is kept once.
            files=tuple(map(intern, self._files)),
            fragments=tuple((intern(file), fragment) for file, fragment in self._fragments),
            alike=tuple((language, intern(file)) for language, file in self._alike),
            images=images,
            doubtful=doubtful or self._unsure,
        )

    def has(self, file: str) -> bool:
        self._files.add(file)
        return True

    def has_folder(self, folder: str) -> bool:  # noqa: ARG002 - nothing is missing here
        return False

    def nearest(self, file: str) -> str:  # noqa: ARG002
        return ""

    def page(self, file: str) -> Seen | None:
        if file == self.path:
            return self.own
        # Only who goes after a redirect comes here: where that ends, this world cannot know.
        self._files.add(file)
        self._unsure = True
        return None

    def arrives_at(self, file: str) -> str:
        if file != self.path or self.own is None or self.own.refresh is not None:
            self._unsure = True
        return file

    def answers(self, file: str, fragment: str) -> bool:
        if file == self.path and self.own is not None and self.own.refresh is None:
            return fragment in self.own.ids
        self._fragments.add((file, fragment))
        return True

    def alike(self, path: str, alternates: Mapping[str, str], language: str, file: str) -> bool:  # noqa: ARG002
        self._alike.append((language, file))
        return True

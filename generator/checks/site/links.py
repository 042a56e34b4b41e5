"""Every address leads to a file that is there and a place in it, and nothing is loaded from elsewhere."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.checks.site.addresses import FOLLOWED_SCHEMES, Target
from generator.checks.site.facts import Facts, Link
from generator.checks.site.fault import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.checks.site.world import World

# What a browser scrolls to without an element of that id (HTML, "Scrolling to a fragment").
_ALWAYS = frozenset(["", "top"])
# A drawing or image may be written into the page itself.
_INLINE = frozenset(["data"])


def broken_links(world: World, path: str, facts: Facts) -> Iterator[Finding]:
    """The faults of all addresses in a page or drawing."""
    for link in facts.links:
        yield from _link(world, path, link)
    for name, offset in facts.handlers:
        yield Finding(
            path,
            offset,
            f"the attribute {name} is script in the page",
            "listen for the event in a script file",
        )
    if path.endswith(".svg"):
        for offset in facts.scripts:
            yield Finding(path, offset, "a drawing has a script", "take the script out of the image")


def broken_loads(world: World, path: str, loads: Iterable[tuple[str, int]]) -> Iterator[Finding]:
    """The faults of all addresses in a style sheet, given with their offsets."""
    for address, offset in loads:
        yield from _link(world, path, Link("load", "url()", address, offset))


def _link(world: World, path: str, link: Link) -> Iterator[Finding]:
    target = world.site.target(path, link.address)
    if target.fault:
        yield Finding(path, link.offset, f"{link.name}: {target.fault}", target.remedy)
        return
    if target.file is None:
        yield from _outward(path, link, target)
        return
    if (target.file != path or link.kind != "follow") and not world.has(target.file):
        yield _missing(world, path, link, target.file)
    if target.fragment not in _ALWAYS and not world.answers(target.file, target.fragment):
        yield _fragment(world, path, link, target)


def _outward(path: str, link: Link, target: Target) -> Iterator[Finding]:
    what = f"{link.name}: {link.address[:200]!r}"
    if link.kind != "follow":
        if target.scheme not in _INLINE:
            yield Finding(
                path,
                link.offset,
                f"{what} is loaded from another host",
                "put the file into the site, or link to it",
            )
    elif target.scheme not in FOLLOWED_SCHEMES:
        yield Finding(
            path,
            link.offset,
            f"{what} has a scheme that no reader can follow",
            f"write an address, or one of {', '.join(sorted(FOLLOWED_SCHEMES))}",
        )


def _missing(world: World, path: str, link: Link, file: str) -> Finding:
    what = f"{link.name}: {link.address!r}"
    if world.has_folder(file):
        return Finding(path, link.offset, f"{what} is a folder", "write a slash at its end")
    near = world.nearest(file)
    remedy = f"did you mean {near}?" if near else "correct the address, or make the file"
    return Finding(path, link.offset, f"{what} leads to {file}, which is not there", remedy)


def _fragment(world: World, path: str, link: Link, target: Target) -> Finding:
    file = world.arrives_at(target.file or "")
    page = world.page(file)
    near = get_close_matches(target.fragment, sorted(page.ids) if page else (), n=1, cutoff=0.6)
    return Finding(
        path,
        link.offset,
        f"{link.name}: {link.address!r}: {file} has no id {target.fragment!r}",
        f"did you mean #{near[0]}?" if near else "correct the fragment, or give it to the element",
    )

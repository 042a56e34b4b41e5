"""Every address leads to a file that is there and a place in it, and nothing is loaded from elsewhere."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.checks.site.addresses import FOLLOWED_SCHEMES, Target
from generator.checks.site.facts import Link
from generator.checks.site.fault import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.site.built import Built

# What a browser scrolls to without an element of that id (HTML, "Scrolling to a fragment").
_ALWAYS = frozenset(["", "top"])
# A drawing or image may be written into the page itself.
_INLINE = frozenset(["data"])


def broken_links(built: Built) -> Iterator[Finding]:
    """The faults of all addresses in pages, drawings and style sheets."""
    for path, facts in (built.pages | built.drawings).items():
        for link in facts.links:
            yield from _link(built, path, link)
        for name, offset in facts.handlers:
            yield Finding(
                path,
                offset,
                f"the attribute {name} is script in the page",
                "listen for the event in a script file",
            )
    for path, drawing in built.drawings.items():
        for offset in drawing.scripts:
            yield Finding(path, offset, "a drawing has a script", "take the script out of the image")
    for path, found in built.styles.items():
        for address, offset in found:
            yield from _link(built, path, Link("load", "url()", address, offset))


def _link(built: Built, path: str, link: Link) -> Iterator[Finding]:
    target = built.site.target(path, link.address)
    if target.fault:
        yield Finding(path, link.offset, f"{link.name}: {target.fault}", target.remedy)
    elif target.file is None:
        yield from _outward(path, link, target)
    elif target.file != path or link.kind != "follow":
        yield from _missing(built, path, link, target.file)
    if target.file in built.pages and target.fragment not in _ALWAYS:
        yield from _fragment(built, path, link, target)


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


def _missing(built: Built, path: str, link: Link, file: str) -> Iterator[Finding]:
    if file in built.files:
        return
    what = f"{link.name}: {link.address!r}"
    if file in built.folders:
        yield Finding(path, link.offset, f"{what} is a folder", "write a slash at its end")
        return
    near = built.nearest(file)
    remedy = f"did you mean {near}?" if near else "correct the address, or make the file"
    yield Finding(path, link.offset, f"{what} leads to {file}, which is not there", remedy)


def _fragment(built: Built, path: str, link: Link, target: Target) -> Iterator[Finding]:
    file = arrives_at(built, target.file or "")
    facts = built.pages.get(file)
    # Where a redirect leads to nothing, that is said of the redirect.
    if facts is None or target.fragment in facts.ids:
        return
    near = get_close_matches(target.fragment, facts.ids, n=1, cutoff=0.6)
    yield Finding(
        path,
        link.offset,
        f"{link.name}: {link.address!r}: {file} has no id {target.fragment!r}",
        f"did you mean #{near[0]}?" if near else "correct the fragment, or give it to the element",
    )


def arrives_at(built: Built, file: str) -> str:
    """The page where a reader ends who asks for one that may be a redirect; that itself in a circle."""
    seen = [file]
    while (facts := built.pages.get(seen[-1])) is not None and facts.refresh is not None:
        target = built.site.target(seen[-1], facts.refresh.value)
        if target.file is None or target.file in seen:
            return file
        seen.append(target.file)
    return seen[-1]

"""What every page says of itself: language, title, heading, address; and that ids are no one else's."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from generator.checks.site.addresses import NOT_FOUND
from generator.checks.site.fault import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.site.facts import Facts
    from generator.checks.site.world import World


def bad_heads(world: World, path: str, facts: Facts) -> Iterator[Finding]:
    """The faults of a page's head, and of its ids among each other."""
    yield from _words(path, facts)
    for name, offset in facts.doubled:
        yield Finding(path, offset, f"the id {name!r} is in this page already", "give one of them another id")
    if facts.based is not None:
        yield Finding(path, facts.based, "a base element moves all relative addresses", "take it out")
    if facts.refresh is None:
        yield from _canonical(world, path, facts)
    else:
        yield from _redirect(world, path, facts)


def _words(path: str, facts: Facts) -> Iterator[Finding]:
    if facts.lang is None or not facts.lang.value.strip():
        offset = facts.lang.offset if facts.lang else 0
        yield Finding(path, offset, "the html element has no lang", "write the language of the page there")
    if not facts.title:
        yield Finding(path, 0, "the page has no title", "give it a title")
    if not facts.headings:
        yield Finding(path, 0, "the page has no h1", "give it a heading")
    for offset, says_something in facts.headings:
        if not says_something:
            yield Finding(path, offset, "the h1 is empty", "give the page a heading")
    for offset, _ in facts.headings[1:]:
        yield Finding(path, offset, "the page has another h1", "make it a heading of a lower level")


def _canonical(world: World, path: str, facts: Facts) -> Iterator[Finding]:
    wanted = world.site.url_of(path)
    if not facts.canonical:
        if not facts.noindex and path != NOT_FOUND:
            yield Finding(
                path, 0, "the page has no canonical address", f"write <link rel=canonical href={wanted}>"
            )
        return
    for other in facts.canonical[1:]:
        yield Finding(path, other.offset, "the page has two canonical addresses", "leave one")
    canonical = facts.canonical[0]
    if unquote(canonical.value) != wanted:
        yield Finding(
            path,
            canonical.offset,
            f"the canonical address {canonical.value!r} is not the page's own",
            f"write {wanted}",
        )


def _redirect(world: World, path: str, facts: Facts) -> Iterator[Finding]:
    """A page that leads on: it ends somewhere, and search engines pass it over."""
    refresh = facts.refresh
    if refresh is None:
        return
    target = world.site.target(path, refresh.value)
    if target.file is None and not target.fault:
        yield Finding(path, refresh.offset, "the page leads out of the site by itself", "make it a link")
        return
    if target.file == path or (target.file and world.page(target.file) and world.arrives_at(path) == path):
        yield Finding(
            path, refresh.offset, "the redirect leads in a circle", "let it lead to the page that is there"
        )
        return
    if not facts.noindex:
        yield Finding(
            path, refresh.offset, "the redirect is not noindex", "write <meta name=robots content=noindex>"
        )
    end = world.arrives_at(path)
    for canonical in facts.canonical:
        if world.page(end) and unquote(canonical.value) != world.site.url_of(end):
            yield Finding(
                path,
                canonical.offset,
                f"the canonical address {canonical.value!r} is not where the redirect ends",
                f"write {world.site.url_of(end)}",
            )

"""The sitemap lists exactly the pages that search engines are to know, in the languages they name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.parsers import expat

from generator.checks.site.examining import read_text
from generator.checks.site.fault import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.checks.site.world import World

SITEMAP = "sitemap.xml"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


@dataclass(slots=True)
class _Entry:
    """A url or sitemap of a sitemap file."""

    file: str
    kind: str
    offset: int
    loc: str = ""
    alternates: dict[str, str] = field(default_factory=dict)


def bad_listing(
    world: World, root: Path, pages: Mapping[str, Mapping[str, str]], seen: list[str]
) -> Iterator[Finding]:
    """The faults of the sitemap, and of pages that it leaves out.

    Args:
        world: the site.
        root: its folder.
        pages: those that search engines are to know, with the addresses that each names by hreflang.
        seen: is given the files that were read for it.
    """
    if not world.has(SITEMAP):
        if pages:
            yield Finding(SITEMAP, 0, "there is no sitemap", "build the site anew")
        return
    found: set[str] = set()
    for entry in _entries(world, root, SITEMAP, seen):
        if isinstance(entry, Finding):
            yield entry
            continue
        file = _page(world, entry)
        if file not in pages:
            why = "search engines are to pass over" if world.page(file) else "is not there"
            yield Finding(entry.file, entry.offset, f"{entry.loc} is listed, but {why}", "take it out")
        elif file in found:
            yield Finding(entry.file, entry.offset, f"{entry.loc} is listed twice", "leave one")
        else:
            found.add(file)
            if entry.alternates != pages[file]:
                message = f"{entry.loc} is listed with other languages or addresses than {file} names"
                yield Finding(entry.file, entry.offset, message, "write the same in both")
    for path in pages:
        if path not in found:
            yield Finding(path, 0, f"the page is not in {SITEMAP}", "list it, or make it noindex")


def _page(world: World, entry: _Entry) -> str:
    """The file of an entry, or nothing when its address is not exactly that of a file."""
    file = world.site.target(SITEMAP, entry.loc).file if entry.loc.startswith(world.site.url) else None
    return file if file is not None and world.site.url_of(file) == unquote(entry.loc) else ""


def _entries(world: World, root: Path, file: str, seen: list[str]) -> Iterator[_Entry | Finding]:
    """The pages of a sitemap, and of those that it lists."""
    seen.append(file)
    try:
        entries = _parse(file, read_text(root / file))
    except (expat.ExpatError, UnicodeDecodeError) as error:
        yield Finding(file, 0, f"is no XML ({error})", "build the site anew")
        return
    for entry in entries:
        if entry.kind == "url":
            yield entry
            continue
        other = world.site.target(file, entry.loc).file
        if other is None or not world.has(other) or other in seen:
            yield Finding(file, entry.offset, f"{entry.loc} is no other sitemap of the site", "take it out")
        else:
            yield from _entries(world, root, other, seen)


def _parse(file: str, text: str) -> list[_Entry]:
    """Expat, because it alone of the standard library's parsers says where an element stands.

    Expat expands no external entities by itself, and limits internal ones since 2.4.1.
    """
    raw = text.encode("utf-8")
    entries: list[_Entry] = []
    words: list[str] = []
    byte = offset = 0
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        words.clear()
        if name in (f"{_NAMESPACE} url", f"{_NAMESPACE} sitemap"):
            # Bytes to characters, counted on from the last entry and not from the beginning.
            nonlocal byte, offset
            offset += len(raw[byte : parser.CurrentByteIndex].decode("utf-8"))
            byte = parser.CurrentByteIndex
            entries.append(_Entry(file, name.rpartition(" ")[2], offset))
        elif name == f"{_XHTML} link" and entries and attributes.get("rel") == "alternate":
            entries[-1].alternates[attributes.get("hreflang", "")] = unquote(attributes.get("href", ""))

    def end(name: str) -> None:
        if name == f"{_NAMESPACE} loc" and entries:
            entries[-1].loc = "".join(words).strip()

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = words.append
    parser.Parse(raw, True)  # noqa: FBT003 - the interface of expat
    return entries

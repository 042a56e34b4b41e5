"""The sitemap lists exactly the pages that search engines are to know, in the languages they name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.parsers import expat

from generator.checks.site.built import read_text
from generator.checks.site.fault import Finding
from generator.checks.site.languages import alternates_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.site.built import Built

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


def bad_listing(built: Built) -> Iterator[Finding]:
    """The faults of the sitemap, and of pages that it leaves out."""
    pages = built.listed()
    if SITEMAP not in built.files:
        if pages:
            yield Finding(SITEMAP, 0, "there is no sitemap", "build the site anew")
        return
    found: dict[str, _Entry] = {}
    for entry in _entries(built, SITEMAP, []):
        if isinstance(entry, Finding):
            yield entry
            continue
        file = _page(built, entry)
        if file not in pages:
            why = "search engines are to pass over" if file in built.pages else "is not there"
            yield Finding(entry.file, entry.offset, f"{entry.loc} is listed, but {why}", "take it out")
        elif file in found:
            yield Finding(entry.file, entry.offset, f"{entry.loc} is listed twice", "leave one")
        else:
            found[file] = entry
            if entry.alternates != alternates_of(pages[file]):
                message = f"{entry.loc} is listed with other languages or addresses than {file} names"
                yield Finding(entry.file, entry.offset, message, "write the same in both")
    for path in pages:
        if path not in found:
            yield Finding(path, 0, f"the page is not in {SITEMAP}", "list it, or make it noindex")


def _page(built: Built, entry: _Entry) -> str:
    """The file of an entry, or nothing when its address is not exactly that of a file."""
    file = built.site.target(SITEMAP, entry.loc).file if entry.loc.startswith(built.site.url) else None
    return file if file is not None and built.site.url_of(file) == unquote(entry.loc) else ""


def _entries(built: Built, file: str, seen: list[str]) -> Iterator[_Entry | Finding]:
    """The pages of a sitemap, and of those that it lists."""
    seen.append(file)
    try:
        entries = _parse(file, read_text(built.root / file))
    except (expat.ExpatError, UnicodeDecodeError) as error:
        yield Finding(file, 0, f"is no XML ({error})", "build the site anew")
        return
    for entry in entries:
        if entry.kind == "url":
            yield entry
            continue
        other = built.site.target(file, entry.loc).file
        if other is None or other not in built.files or other in seen:
            yield Finding(file, entry.offset, f"{entry.loc} is no other sitemap of the site", "take it out")
        else:
            yield from _entries(built, other, seen)


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

"""The site's map for search engines: every page, and the same page in the other languages.

The form is that of https://www.sitemaps.org/protocol.html (0.9), the languages those of
https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap. There is no
``lastmod``: the day of a build says nothing about a page.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from generator.pages.page import SiteFile
from generator.render.errors import RenderError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
# "up to 50,000 URLs" a file; the bytes (50 MB) are not reached by it with three languages.
_MOST = 50_000
_BEGINNING = "<?xml version='1.0' encoding='utf-8'?>\n"


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the sitemap.

    Attributes:
        url: its absolute address, which is its canonical one.
        alternates: hreflang to absolute address; itself and ``x-default`` are among them.
    """

    url: str
    alternates: Mapping[str, str]


def sitemap(pages: Iterable[Listed], site_url: str) -> tuple[SiteFile, ...]:
    """The sitemap of all pages of all languages.

    Args:
        pages: every page that search engines should know; they are written in the order of their addresses.
        site_url: the address of the root of the site, with a slash at its end.

    Returns:
        ``sitemap.xml``; with more pages than one may hold, ``sitemap.xml`` lists ``sitemap-1.xml`` ...

    Raises:
        RenderError: a page is there twice, lies outside the site, or its alternates lack itself or x-default.
    """
    listed = sorted(pages, key=lambda page: page.url)
    for before, page in zip([None, *listed], listed, strict=False):
        if before is not None and before.url == page.url:
            raise RenderError(f"{page.url}: two pages have this address")
        _hold(page, site_url)
    parts = [listed[start : start + _MOST] for start in range(0, len(listed), _MOST)] or [[]]
    if len(parts) == 1:
        return (SiteFile(PurePosixPath("sitemap.xml"), _urlset(parts[0])),)
    files = [
        SiteFile(PurePosixPath(f"sitemap-{number}.xml"), _urlset(part))
        for number, part in enumerate(parts, start=1)
    ]
    index = _index([urljoin(site_url, file.path.name) for file in files])
    return (SiteFile(PurePosixPath("sitemap.xml"), index), *files)


def _hold(page: Listed, site_url: str) -> None:
    if not page.url.startswith(site_url):
        raise RenderError(f"{page.url}: lies outside the site {site_url}")
    if page.url not in page.alternates.values():
        raise RenderError(f"{page.url}: is not among its own alternates")
    if "x-default" not in page.alternates:
        raise RenderError(f"{page.url}: has no alternate x-default")


def _urlset(pages: Sequence[Listed]) -> bytes:
    parts = [_BEGINNING, f'<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}">\n']
    # The same page in three languages names the same addresses: they are written once and put thrice.
    written: dict[int, str] = {}
    for page in pages:
        links = written.get(id(page.alternates))
        if links is None:
            links = written[id(page.alternates)] = "".join(
                f'<xhtml:link rel="alternate" hreflang="{_quoted(language)}" href="{_quoted(href)}" />\n'
                for language, href in page.alternates.items()
            )
        parts.append(f"<url>\n<loc>{_escaped(page.url)}</loc>\n{links}</url>\n")
    return _bytes(parts, "</urlset>\n")


def _index(urls: Sequence[str]) -> bytes:
    parts = [_BEGINNING, f'<sitemapindex xmlns="{SITEMAP}">\n']
    parts += [f"<sitemap>\n<loc>{_escaped(url)}</loc>\n</sitemap>\n" for url in urls]
    return _bytes(parts, "</sitemapindex>\n")


def _bytes(parts: Sequence[str], end: str) -> bytes:
    return "".join((*parts, end)).encode("utf-8")


def _quoted(text: str) -> str:
    """A text as the value of an attribute (https://www.w3.org/TR/xml/#NT-AttValue)."""
    return _escaped(text).replace('"', "&quot;")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

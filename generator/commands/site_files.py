"""What stands beside the pages of a site: pictures, redirects, sitemap, robots, and the root's own files."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from html import escape
from pathlib import Path, PurePosixPath

from generator.addresses import HOME, SOURCE, Address, former_addresses, forum_image, person_image
from generator.commands.reading import Read
from generator.memo.memo import Memo
from generator.model.identifiers import ForumId
from generator.model.language import Language
from generator.pages.edition import Edition
from generator.pages.headers import headers_file
from generator.pages.page import SiteFile
from generator.pages.policy import bare_policy
from generator.pages.remembered.table import PageSource
from generator.render.redirects import Moved, redirect
from generator.render.sitemap import Listed, sitemap
from generator.store.layout import FileKind
from generator.store.pictures import published_picture

_NOT_FOUND = "404.html"
_ROOT = """\
<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={to}">
</head>
<body>
<main>
<h1>{title}</h1>
<p><a href="{to}">{title}</a></p>
</main>
</body>
</html>
"""


def site_files(
    editions: tuple[Edition, ...],
    pages: Mapping[Language, tuple[PageSource, ...]],
    read: Read,
    memo: Memo,
) -> Iterator[SiteFile]:
    """Yield what stands beside the pages.

    Args:
        editions: The languages that are built.
        pages: Their pages.
        read: The content, whose pictures are published.
        memo: Knows the pictures that were written before.
    """
    addresses = editions[0].addresses
    yield from sitemap(_listed(editions, pages), addresses.site_url)
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {addresses.site_url}sitemap.xml\n"
    yield SiteFile(PurePosixPath("robots.txt"), robots.encode())
    yield SiteFile(PurePosixPath(".nojekyll"), b"")
    yield headers_file(editions[0].held)
    for file in read.loaded.files:
        if file.kind is FileKind.FORUM_IMAGE:
            path = forum_image(ForumId(file.forum), file.name)
            yield SiteFile(PurePosixPath(path), published_picture(file, memo))
        elif file.kind is FileKind.PERSON_IMAGE:
            yield SiteFile(PurePosixPath(person_image(file.name)), published_picture(file, memo))
    for edition in editions:
        yield from _redirects(edition, pages[edition.language])


def _listed(
    editions: tuple[Edition, ...], pages: Mapping[Language, tuple[PageSource, ...]]
) -> Iterator[Listed]:
    addresses = editions[0].addresses
    bases = {one: addresses.absolute(one, HOME) for one in addresses.languages}
    named = {one.value: base for one, base in bases.items()}
    named["x-default"] = bases[addresses.languages[0]]
    known: dict[str, Mapping[str, str]] = {}
    for edition in editions:
        base = bases[edition.language]
        for page in pages[edition.language]:
            address = _address(page)
            alternates = known.get(address)
            if alternates is None:
                alternates = known[address] = {name: f"{one}{address}" for name, one in named.items()}
            yield Listed(f"{base}{address}", alternates)


def _address(page: PageSource) -> Address:
    """Return the folder of a page below its language."""
    return Address(page.path.removesuffix(SOURCE))


def _redirects(edition: Edition, pages: tuple[PageSource, ...]) -> Iterator[SiteFile]:
    titles = {_address(page): page.title for page in pages}
    prefix = PurePosixPath(edition.addresses.prefix(edition.language))
    for old, new in former_addresses(edition.held):
        title = titles.get(new)
        if title is None:
            continue  # a break has no page, so none of its old addresses can have been a page's either
        moved = Moved(
            old=prefix / old,
            new=prefix / new,
            language=edition.language,
            title=title,
            text=edition.words("redirect.text"),
        )
        yield redirect(moved, edition.addresses.site_url)


def root_files(
    editions: tuple[Edition, ...], site: Path, theme_files: Collection[PurePosixPath]
) -> Iterator[SiteFile]:
    """Yield what the root needs where its own language is not built; nothing where it is.

    A server looks there for the page that says that there is nothing, the pages at old addresses ask there
    for script and style, and who comes to the root is led on.

    Args:
        editions: The languages that are built.
        site: What the engine made of the first of them.
        theme_files: Which files of the theme are in it.
    """
    edition = editions[0]
    if not edition.addresses.prefix(edition.language):
        return
    text = _ROOT.format(
        lang=escape(edition.language.value),
        policy=escape(bare_policy()),
        title=escape(edition.say(edition.site.name).text),
        to=escape(edition.addresses.prefix(edition.language)),
        canonical=escape(edition.addresses.absolute(edition.language, HOME)),
    )
    yield SiteFile(PurePosixPath("index.html"), text.encode())
    yield SiteFile(PurePosixPath(_NOT_FOUND), (site / _NOT_FOUND).read_bytes())
    for path in sorted(theme_files):
        yield SiteFile(path, (site / path).read_bytes())

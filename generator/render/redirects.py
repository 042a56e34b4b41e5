"""The page that stands at an old address and leads to the new one.

A static host sends no redirects, so the page itself leads on: a script of the theme takes query and fragment
along, the refresh leads on without script, and the link leads on without either. Search engines take a
refresh at once for a redirect (https://developers.google.com/search/docs/crawling-indexing/301-redirects).
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from html import escape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from generator.pages.page import SiteFile
from generator.pages.policy import content_policy
from generator.render.errors import RenderError

if TYPE_CHECKING:
    from generator.model.language import Language

# Below the root of the site: it reads `data-to` of the page's root element.
SCRIPT = PurePosixPath("assets/redirect.js")
STYLE = PurePosixPath("assets/proceedings.css")

_PAGE = """\
<!doctype html>
<html lang="{lang}" data-to="{to}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
<script src="{script}"></script>
<noscript><meta http-equiv="refresh" content="0; url={to}"></noscript>
<link rel="stylesheet" href="{style}">
</head>
<body class="fp-page fp-page--redirect">
<main class="fp">
<h1>{title}</h1>
<p>{moved} <a href="{to}">{title}</a></p>
</main>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Moved:
    """A page that has another address now.

    Attributes:
        old: its old address as a folder below the root of the site, all languages: ``en/people/old-id``.
        new: its new one: ``en/people/new-id``; ``.`` is the root.
        language: the language of both.
        title: the title of the new page.
        text: "This page has moved to" in the language.
    """

    old: PurePosixPath
    new: PurePosixPath
    language: Language
    title: str
    text: str


def redirect(moved: Moved, site_url: str) -> SiteFile:
    """The page at the old address.

    Args:
        moved: the old and the new address, and the words.
        site_url: the address of the root of the site, with a slash at its end.

    Returns:
        ``<old>/index.html``.

    Raises:
        RenderError: it would lead to itself, or one of the addresses leaves the site.
    """
    for address in (moved.old, moved.new):
        if address.is_absolute() or ".." in address.parts:
            raise RenderError(f"{address}: leaves the site; an address is written below its root")
    if moved.old == moved.new or not moved.old.parts:
        raise RenderError(f"{moved.old}: would lead to itself; take it out of `formerly`")
    folder = moved.old.as_posix()
    to = quote(posixpath.relpath(moved.new.as_posix(), folder)) + "/"
    path = quote(moved.new.as_posix())
    text = _PAGE.format(
        lang=escape(moved.language.value),
        policy=escape(content_policy()),
        to=escape(to),
        title=escape(moved.title),
        canonical=escape(urljoin(site_url, "" if path == "." else f"{path}/")),
        script=escape(quote(posixpath.relpath(SCRIPT.as_posix(), folder))),
        style=escape(quote(posixpath.relpath(STYLE.as_posix(), folder))),
        moved=escape(moved.text),
    )
    return SiteFile(moved.old / "index.html", text.encode("utf-8"))

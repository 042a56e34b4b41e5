"""Where an address on a page leads: to a file of the site, out of it, or nowhere."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

# What a reader may follow to; any other scheme was meant for the generator (person:, term:) or is a danger.
FOLLOWED_SCHEMES = frozenset(["http", "https", "mailto", "tel", "webcal"])
NOT_FOUND = "404.html"

# Nearly all addresses are of this form, and are read some ten times as quickly as any: steps up, folders, a
# file, a fragment, all of letters that stand for themselves.
_PLAIN = re.compile(
    r"(?P<up>(?:\.\./)*+)(?P<below>(?:[A-Za-z0-9][\w-]*+/)*+)(?P<name>(?:[A-Za-z0-9][\w.-]*+)?)"
    r"(?:#(?P<fragment>[\w.-]*))?",
    re.ASCII,
)
_UP = len("../")


class Target(NamedTuple):
    """Where an address leads.

    Attributes:
        file: the file below the root of the site, or None when it leads out of the site.
        fragment: decoded, without a text fragment; empty when there is none.
        scheme: of an address that leads out.
        fault: why it leads nowhere, or nothing.
        remedy: what to do about it.
    """

    file: str | None = None
    fragment: str = ""
    scheme: str = ""
    fault: str = ""
    remedy: str = ""


class Site:
    """The address of a site, and how addresses are read that stand in it."""

    def __init__(self, site_url: str) -> None:
        """Take the address of the root of the site, with or without a slash at its end."""
        self.url = site_url.rstrip("/") + "/"
        parts = urlsplit(self.url)
        self._scheme = parts.scheme
        self._host = parts.netloc.lower()
        self._base = parts.path
        self._above: dict[str, tuple[str, ...]] = {}

    def url_of(self, file: str) -> str:
        """The address of a page, decoded: a folder for an ``index.html``."""
        return self.url + (file.removesuffix("index.html") if _is_index(file) else file)

    def target(self, file: str, address: str) -> Target:
        """Where an address leads that stands in a file.

        Args:
            file: the page or style sheet below the root of the site.
            address: as it stands there, entities decoded.
        """
        return self._plain(file, address) or self._any(file, address.strip())

    def _plain(self, file: str, address: str) -> Target | None:
        """Where an address of the usual form leads; None where it has another, or leads nowhere."""
        within = address.startswith(self.url)
        found = _PLAIN.fullmatch(address, len(self.url) if within else 0)
        if found is None:
            return None
        up, below, name, fragment = found.groups(default="")
        if within:
            return None if up else Target(f"{below}{name or 'index.html'}", fragment)
        if not (up or below or name):
            return Target(file, fragment)
        above = self._folders_above(file)
        steps = len(up) // _UP
        if steps >= len(above) or file == NOT_FOUND:
            return None
        return Target(f"{above[steps]}{below}{name or 'index.html'}", fragment)

    def _folders_above(self, file: str) -> tuple[str, ...]:
        """The folder of a file, and those above it to the root, each with a slash but the root."""
        folder = file[: file.rfind("/") + 1]
        if folder not in self._above:
            parts = folder.split("/")[:-1]
            found = ("/".join(parts[:number]) + "/" if number else "" for number in range(len(parts), -1, -1))
            self._above[folder] = tuple(found)
        return self._above[folder]

    def _any(self, file: str, address: str) -> Target:
        try:
            parts = urlsplit(address)
        except ValueError as error:
            return Target(fault=f"{address!r} is no address ({error})", remedy="write it anew")
        fragment = unquote(parts.fragment.partition(":~:")[0])
        if parts.scheme or parts.netloc:
            return self._absolute(parts.scheme.lower(), parts.netloc.lower(), parts.path, fragment)
        if not parts.path:
            return Target(file, fragment)
        if parts.path.startswith("/"):
            return self._rooted(parts.path, address, fragment)
        if file == NOT_FOUND:
            return Target(
                fault=f"{address!r} is relative, and the page for what is not found is shown at any depth",
                remedy=f"write it from the root of the host: {self._base}...",
            )
        return _within(file.split("/")[:-1], parts.path, address, fragment)

    def _rooted(self, path: str, address: str, fragment: str) -> Target:
        if not f"{path}/".startswith(self._base):
            return Target(
                fault=f"{address!r} is counted from the root of the host, and the site lies at {self._base}",
                remedy="write it relative to the page",
            )
        return _within([], path[len(self._base) :], address, fragment)

    def _absolute(self, scheme: str, host: str, path: str, fragment: str) -> Target:
        ours = scheme in ("", self._scheme) and host == self._host
        if ours and f"{path}/".startswith(self._base):
            return _within([], path[len(self._base) :], path, fragment)
        return Target(scheme=scheme or self._scheme)


def _within(folder: list[str], path: str, address: str, fragment: str) -> Target:
    """Walk a path from a folder (RFC 3986, 5.2.4), but not above the root, where browsers would stay."""
    segments = list(folder)
    steps = path.split("/")
    for step in steps:
        if step == "..":
            if not segments:
                return Target(
                    fault=f"{address!r} goes above the root of the site",
                    remedy="count the folders of the page again",
                )
            segments.pop()
        elif step not in ("", "."):
            segments.append(unquote(step))
    if steps[-1] in ("", ".", ".."):
        segments.append("index.html")
    return Target("/".join(segments), fragment)


def _is_index(file: str) -> bool:
    return file == "index.html" or file.endswith("/index.html")

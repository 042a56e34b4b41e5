"""What a host says with each file of the site, `_headers`: what a page cannot say of itself.

The form is that of Netlify (https://docs.netlify.com/manage/routing/headers/) and Cloudflare Pages
(https://developers.cloudflare.com/pages/configuration/headers/). GitHub Pages knows no such file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from generator.model.proceedings import Proceedings
from generator.pages.page import SiteFile
from generator.pages.players import Player, player_of
from generator.pages.policy import site_policy

HEADERS: Final = PurePosixPath("_headers")

_POLICY: Final = "Content-Security-Policy"
_ALWAYS: Final = {
    # Nothing is taken for another kind of file than the host says, nor shown in a frame by old browsers.
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # YouTube plays for nobody who does not say at least the site; more is nobody's concern.
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def headers_file(held: Proceedings) -> SiteFile:
    """Return the file for a site that publishes some proceedings."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers(held).items())]
    return SiteFile(HEADERS, ("\n".join(lines) + "\n").encode("ascii"))


def headers(held: Proceedings) -> dict[str, str]:
    """Return the headers of every file, by name."""
    return {_POLICY: site_policy(_players(held)), **_ALWAYS}


def _players(held: Proceedings) -> Iterator[Player]:
    for forum in held.forums.values():
        for recording in forum.recordings:
            player = player_of(recording)
            if player is not None:
                yield player

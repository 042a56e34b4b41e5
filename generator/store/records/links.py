"""Where links of a record may lead, and which pictures it may show."""

from __future__ import annotations

import re
from typing import Final

from generator.model.identifiers import identifier_fault
from generator.model.record import LinkTarget
from generator.store.web_address import web_address_fault

KINDS: Final = "person:, session:, term:, forum:, https:// or mailto:"

_INTERNAL: Final = {
    "person": LinkTarget.PERSON,
    "session": LinkTarget.SESSION,
    "term": LinkTarget.TERM,
    "forum": LinkTarget.FORUM,
}
_WEB: Final = re.compile(r"https?://.+|mailto:[^?]+", re.IGNORECASE | re.DOTALL)
_IMAGE: Final = re.compile(r"\w[\w-]*(?:\.[\w-]+)*\.(?:png|jpe?g|webp|gif|avif)", re.IGNORECASE)


class LinkError(ValueError):
    """A link leads nowhere that a record may lead to."""


def read_link(href: str) -> tuple[LinkTarget, str]:
    """Read the target of a link.

    Args:
        href: As written between the parentheses.

    Returns:
        What it leads to, and the id or address.

    Raises:
        LinkError: Any other scheme, a relative address, or an id that can be none.
    """
    scheme, colon, rest = href.partition(":")
    if colon and scheme in _INTERNAL:
        return _internal(_INTERNAL[scheme], rest)
    if _WEB.fullmatch(href):
        wrong = web_address_fault(href)
        if wrong:
            raise LinkError(wrong[0])
        return LinkTarget.WEB, href
    shown = href if len(href) <= 60 else f"{href[:60]}…"  # noqa: PLR2004 - a line of a message
    raise LinkError(f"'{shown}' is nothing that a link may lead to" if href else "the link leads nowhere")


def is_image_name(name: str) -> bool:
    """Whether this is the plain name of a picture: no folder, no address, no format that can hold scripts."""
    return _IMAGE.fullmatch(name) is not None


def _internal(kind: LinkTarget, target: str) -> tuple[LinkTarget, str]:
    parts = target.split("/")
    most = 2 if kind is LinkTarget.SESSION else 1
    if len(parts) > most:
        raise LinkError(f"'{target}' has too many parts for the id of a {kind}")
    for part in parts:
        wrong = identifier_fault(part)
        if wrong:
            raise LinkError(f"'{target}' is no id of a {kind}: {wrong}")
    return kind, target

"""What a page may load: its Content-Security-Policy (https://www.w3.org/TR/CSP3/), by what it needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.players import Player

_LONGEST = 1800
"""Characters of a policy that a host sends."""

_NONE = "'none'"
_SELF = "'self'"


@dataclass(frozen=True, slots=True)
class Needs:
    """What a page needs besides its own style sheet, script and pictures.

    Attributes:
        players: What may play in it, once a reader asks.
        other_pages: Whether its script reads other pages of the site.
    """

    players: tuple[Player, ...] = ()
    other_pages: bool = False


NOTHING = Needs()


def content_policy(needs: Needs = NOTHING) -> str:
    """Return the policy of a page, as its head says it.

    Nothing is allowed but what is named, and nothing inline: there is none. Search asks in a worker of the
    site's own, which a policy in a page does not reach; so no page need allow it to fetch.

    Args:
        needs: What the page needs beyond what every page does.
    """
    return _policy(
        {
            "default-src": [_NONE],
            "script-src": [_SELF],
            "style-src": [_SELF],
            "img-src": [_SELF],
            "connect-src": [_SELF] if needs.other_pages else [],
            "frame-src": _origins(one for one in needs.players if one.framed),
            "media-src": _origins(one for one in needs.players if not one.framed),
            "base-uri": [_NONE],
            "form-action": [_NONE],
        }
    )


def site_policy(players: Iterable[Player]) -> str:
    """Return the policy of all files of a site, as a host says it with each.

    It allows what any page may do, since both hold: what a page needs not, its own forbids. It reaches the
    worker of the search too, and says what a page cannot say of itself: that it stands in no frame.

    Args:
        players: All that may play in any page.
    """
    listed = tuple(players)
    allowed = {
        "default-src": [_NONE],
        "script-src": [_SELF],
        "style-src": [_SELF],
        "img-src": [_SELF],
        "connect-src": [_SELF],
        "worker-src": [_SELF],
        "frame-src": _origins(one for one in listed if one.framed),
        "media-src": _origins(one for one in listed if not one.framed),
        "base-uri": [_NONE],
        "form-action": [_NONE],
        "frame-ancestors": [_NONE],
    }
    written = _policy(allowed)
    # Hosts cut lines of more than 2,000 characters or refuse them; each page still names its own.
    return written if len(written) <= _LONGEST else _policy(allowed | {"media-src": ["https:", "http:"]})


def bare_policy() -> str:
    """Return the policy of a page that loads nothing at all."""
    return _policy({"default-src": [_NONE], "base-uri": [_NONE], "form-action": [_NONE]})


def allowing(policy: str, directive: str) -> str:
    """Return a policy that allows the site itself for a directive too, such as `connect-src`."""
    found = {name: sources for name, *sources in (one.split() for one in policy.split(";") if one.strip())}
    found[directive] = [one for one in found.get(directive, []) if one not in {_NONE, _SELF}] + [_SELF]
    return _policy(found)


def _origins(players: Iterable[Player]) -> list[str]:
    return sorted({player.origin for player in players})


def _policy(directives: dict[str, list[str]]) -> str:
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items() if sources)

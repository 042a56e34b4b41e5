"""What a page's rules ask about the rest of the site."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from generator.checks.site.addresses import NOT_FOUND

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.checks.site.addresses import Site


@dataclass(frozen=True, slots=True)
class Seen:
    """What others see of a page.

    Attributes:
        lang: of its root element; empty where it says none.
        noindex: whether search engines are asked to pass it over.
        refresh: the address that it leads on to by itself, or None.
        alternates: hreflang to address, decoded; the first of two of the same counts.
        ids: of all its elements.
    """

    lang: str
    noindex: bool
    refresh: str | None
    alternates: Mapping[str, str]
    ids: frozenset[str]

    def to_bytes(self) -> bytes:
        """It as bytes."""
        values = (self.lang, self.noindex, self.refresh, self.alternates, sorted(self.ids))
        return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")

    @classmethod
    def from_bytes(cls, data: bytes) -> Seen:
        """The page that ``to_bytes`` wrote."""
        lang, noindex, refresh, alternates, ids = json.loads(data.decode("utf-8", "surrogatepass"))
        return cls(lang, noindex, refresh, alternates, frozenset(ids))

    def shows_no_less_than(self, other: Seen) -> bool:
        """Whether nobody who found another page in its place right can find this one wrong."""
        mine = (self.lang, self.noindex, self.refresh, self.alternates)
        theirs = (other.lang, other.noindex, other.refresh, other.alternates)
        return mine == theirs and self.ids >= other.ids


def is_listed(path: str, page: Seen) -> bool:
    """Whether search engines are to know a page."""
    return not page.noindex and page.refresh is None and path != NOT_FOUND


class World(Protocol):
    """The site around a page. What is asked here is all that a page's faults depend on beside the page."""

    @property
    def site(self) -> Site:
        """Its address."""
        ...

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the pages that search engines are to know, sorted."""
        ...

    def has(self, file: str) -> bool:
        """Whether a file is there."""
        ...

    def has_folder(self, folder: str) -> bool:
        """Whether a folder is there."""
        ...

    def nearest(self, file: str) -> str:
        """The file or folder that may have been meant by one that is not there, or nothing."""
        ...

    def page(self, file: str) -> Seen | None:
        """A page, or None where there is none."""
        ...

    def arrives_at(self, file: str) -> str:
        """The page where a reader ends who asks for one that may be a redirect; that itself in a circle."""
        ...

    def answers(self, file: str, fragment: str) -> bool:
        """Whether a fragment of a page is found; also where there is no such page."""
        ...

    def alike(self, path: str, alternates: Mapping[str, str], language: str, file: str) -> bool:
        """Whether an alternate is a page of its language that names the same ones; also where it is no page.

        Args:
            path: the page that names it.
            alternates: all that this page names.
            language: the hreflang.
            file: where it leads.
        """
        ...

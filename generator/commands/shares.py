"""A share of a site: pages that one of several machines makes."""

from __future__ import annotations

import argparse
import hashlib
from dataclasses import dataclass

from generator.addresses import HOME

_INDEX = "index.html"
_BYTES = 8
_MOST = 1000


@dataclass(frozen=True, slots=True)
class Share:
    """One of several shares.

    Attributes:
        number: Which, from 1.
        of: How many there are.
    """

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    def holds(self, address: str) -> bool:
        """Whether the page of an address belongs to this share, in every language.

        Shares are drawn by a digest of the address: they are of about the same size, and a page stays in its
        share whatever is added.
        """
        digest = hashlib.sha256(address.encode()).digest()
        return int.from_bytes(digest[:_BYTES], "big") % self.of == self.number - 1

    def makes(self, address: str) -> bool:
        """Whether a page has to be made for this share; the engine's menu names the home page in each."""
        return address == HOME or self.holds(address)

    def ships(self, output: str) -> bool:
        """Whether a file that an engine made of a language belongs to this share.

        Args:
            output: Its path below the language's site. What is no page belongs to the first share.
        """
        if output == _INDEX or output.endswith(f"/{_INDEX}"):
            return self.holds(output.removesuffix(_INDEX))
        return self.number == 1


def share(text: str) -> Share:
    """Read a share of a call: `2/5`."""
    number, slash, of = text.partition("/")
    if slash and all(part.isascii() and part.isdigit() for part in (number, of)):
        found = Share(int(number), int(of))
        if 1 <= found.number <= found.of <= _MOST:
            return found
    raise argparse.ArgumentTypeError(f"'{text}' is no share; write 2/5 for the second of five")

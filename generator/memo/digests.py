"""Digests of values: equal for equal values, in any process and on any day."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def digest_of(*parts: str) -> str:
    """Return a digest of some texts in order; where one ends and the next begins counts."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        found.update(f"{len(data)}\0".encode())
        found.update(data)
    return found.hexdigest()


def digest_of_all(pairs: Iterable[tuple[str, str]]) -> str:
    """Return a digest of names and their digests, in the order given."""
    return digest_of(*(text for pair in pairs for text in pair))

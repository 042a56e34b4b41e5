"""Which program works something out: what it kept under another version is not believed."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LIBRARIES = (
    "babel",
    "imagesize",
    "jinja2",
    "markdown-it-py",
    "markupsafe",
    "opencc",
    "pillow",
    "pypinyin",
    "pyyaml",
    "rapidfuzz",
    "rjieba",
)
"""Libraries whose version can change what is worked out; those of the engine are in its identity."""


@cache
def program_digest() -> str:
    """Return a digest of the generator's own source, its libraries' versions and Python's."""
    digest = hashlib.sha256(sys.version.encode())
    root = Path(__file__).resolve().parents[1]
    for place in sorted(root.rglob("*.py")):
        digest.update(f"\0{place.relative_to(root).as_posix()}\0".encode())
        digest.update(hashlib.sha256(place.read_bytes()).digest())
    for name in LIBRARIES:
        digest.update(f"\0{name}=={_version(name)}".encode())
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"

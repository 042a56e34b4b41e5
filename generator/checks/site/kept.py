"""What the last check of a site found, so that the next one looks at what has changed.

It lies in the memory of the store as parts that belong together: a page's part is the same where the same
page is, so of thousands of pages only the parts of those that changed are written.
"""

from __future__ import annotations

import hashlib
import zlib
from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from generator.checks.site.fault import Finding
from generator.checks.site.world import Seen, is_listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.checks.site.examining import Examined
    from generator.memo.memo import Memo

_KIND = "site"
_PARTS = 64
_NUMBERS: Final = "I"  # of 32 bits wherever Python runs
_Values = tuple[str, bytes, bytes, tuple[str, ...], str | None, bytes]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a file that was read.

    Attributes:
        digest: says which bytes it had.
        seen: what others see of it, as bytes (``Seen.to_bytes``); empty where it is no page.
        others: numbers of the files that it asks something of, see ``number``.
        images: files that it shows as images.
        language: of a page that search engines are to know; None of all else.
        named: a digest of the addresses of the page in all languages, as it names them.
    """

    digest: str
    seen: bytes
    others: bytes
    images: tuple[str, ...]
    language: str | None
    named: bytes

    @classmethod
    def of(cls, path: str, digest: str, examined: Examined) -> Known:
        """What is known of a file that was read now."""
        page = examined.seen
        others = array(_NUMBERS, sorted(number(other) for other in examined.others())).tobytes()
        if page is None:
            return cls(digest, b"", others, examined.images, None, b"")
        named = repr(sorted(page.alternates.items())).encode("utf-8", "surrogatepass")
        return cls(
            digest=digest,
            seen=page.to_bytes(),
            others=others,
            images=examined.images,
            language=page.lang if is_listed(path, page) else None,
            named=hashlib.sha256(named).digest(),
        )

    def page(self) -> Seen | None:
        """What others see of it, or None where it is no page."""
        return Seen.from_bytes(self.seen) if self.seen else None

    def asks(self, numbers: frozenset[int]) -> bool:
        """Whether it asks something of one of some files."""
        return not numbers.isdisjoint(memoryview(self.others).cast(_NUMBERS))

    def values(self) -> _Values:
        """It as plain values."""
        return self.digest, self.seen, self.others, self.images, self.language, self.named


@dataclass(slots=True)
class Kept:
    """What a check found.

    Attributes:
        known: by file, of all that were read.
        others: all other files.
        findings: the faults of files, but for those of images and of the sitemap.
        images: images that are sound, with their digests.
        sitemaps: what the sitemap was found right for, or nothing.
    """

    known: dict[str, Known] = field(default_factory=dict)
    others: frozenset[str] = frozenset()
    findings: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    images: dict[str, str] = field(default_factory=dict)
    sitemaps: tuple[tuple[tuple[str, str], ...], str] | None = None


def number(file: str) -> int:
    """A number for a file; that two have the same is rare, and costs a look at a page too many."""
    return zlib.crc32(file.encode("utf-8", "surrogatepass"))


def numbers(files: Iterable[str]) -> frozenset[int]:
    """The numbers of files."""
    return frozenset(map(number, files))


def read_kept(memo: Memo, url: str) -> Kept:
    """What was found when the site of an address was last checked; nothing where that is not known whole."""
    whole = memo.get(_KIND, url)
    if not isinstance(whole, dict):
        return Kept()
    known: dict[str, Known] = {}
    for place, version in enumerate(whole["versions"]):
        part = memo.get(_KIND, _part(url, place))
        if not isinstance(part, tuple) or part[0] != version:
            return Kept()
        known.update((path, Known(*values)) for path, values in part[1].items())
    findings = {
        path: tuple(Finding(path, *values) for values in found) for path, found in whole["findings"].items()
    }
    return Kept(known, whole["others"], findings, whole["images"], whole["sitemaps"])


def keep(memo: Memo, url: str, kept: Kept, before: Kept) -> None:
    """Keep what was found; parts that are as they were before are not written again.

    Raises:
        OSError: it cannot be written.
    """
    if kept == before:
        return
    parts, old = _parts(kept.known), _parts(before.known)
    versions = []
    for place, part in enumerate(parts):
        version = _version(part)
        versions.append(version)
        if version != _version(old[place]) or not before.known:
            values = {path: part[path].values() for path in sorted(part)}
            memo.put(_KIND, _part(url, place), (version, values))
    whole = {
        "versions": versions,
        "others": kept.others,
        "findings": {
            path: [(one.offset, one.message, one.remedy) for one in found]
            for path, found in kept.findings.items()
        },
        "images": kept.images,
        "sitemaps": kept.sitemaps,
    }
    memo.put(_KIND, url, whole)


def _parts(known: Mapping[str, Known]) -> list[dict[str, Known]]:
    parts: list[dict[str, Known]] = [{} for _ in range(_PARTS)]
    for path, one in known.items():
        parts[number(path) % _PARTS][path] = one
    return parts


def _version(part: Mapping[str, Known]) -> str:
    """A digest of which files a part knows, and of their bytes: the rest follows from these."""
    digest = hashlib.sha256()
    for path in sorted(part):
        digest.update(f"{path}\0{part[path].digest}\0".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _part(url: str, place: int) -> str:
    return f"{url}\0{place}"

"""What a site takes of what its host gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.addresses import SEARCH
from generator.commands.failure import CommandError, Exit
from generator.commands.reporter import count
from generator.model.site import Limits
from generator.render.placing import Given

_NEAR = 80
"""Per cent of a limit from which on it is said."""
_PICTURES = frozenset(["avif", "gif", "ico", "jpeg", "jpg", "png", "svg", "webp"])
_UNITS = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "KB"))
_ADVICE = (
    "leave out a language or the search (--no-search), give smaller pictures, put the years apart into sites "
    "of their own, or take another host and say in site_config/site.yml what it takes (limits: bytes)"
)


@dataclass(frozen=True, slots=True)
class Budget:
    """What a site takes.

    Attributes:
        pages: How many pages it has.
        files: How many files.
        kinds: Bytes by kind, the most first.
    """

    pages: int
    files: int
    kinds: Mapping[str, int]

    @classmethod
    def of(cls, files: Mapping[str, Given]) -> Budget:
        """Return what some files take, by path below the site."""
        pages = 0
        kinds: dict[str, int] = {}
        for path, file in files.items():
            kind = _kind(path)
            kinds[kind] = kinds.get(kind, 0) + file.size
            pages += kind == "pages"
        most = sorted(kinds.items(), key=lambda one: (-one[1], one[0]))
        return cls(pages, len(files), dict(most))

    @property
    def bytes(self) -> int:
        """The size of all files."""
        return sum(self.kinds.values())

    def words(self, limits: Limits, seconds: float) -> str:
        """Return all of it in a line.

        Args:
            limits: What the host takes.
            seconds: How long the build took.
        """
        kinds = ", ".join(f"{kind} {size_words(size)}" for kind, size in self.kinds.items())
        return (
            f"{count(self.files, 'file')}, {size_words(self.bytes)} ({kinds}): "
            f"{_share(self.bytes, limits.bytes)} of {size_words(limits.bytes)} and "
            f"{_share(seconds, limits.minutes * 60)} of {count(limits.minutes, 'minute')} that the host gives"
        )

    def near(self, limits: Limits, seconds: float) -> Iterator[str]:
        """Yield what is near a limit, or beyond one that nobody can hold any more."""
        if self.bytes * 100 >= limits.bytes * _NEAR:
            yield (
                f"the site is near what its host takes ({size_words(self.bytes)} of "
                f"{size_words(limits.bytes)}); before it is too large, {_ADVICE}"
            )
        if seconds * 100 >= limits.minutes * 60 * _NEAR:
            given = count(limits.minutes, "minute")
            yield (
                f"the build took {seconds / 60:.0f} of the {given} that the host gives; "
                "keep the store (.proceedings/) from one build to the next, or build in parts (--shard)"
            )

    def hold(self, limits: Limits) -> None:
        """Hold that the host takes the site.

        Raises:
            CommandError: It is too large.
        """
        if self.bytes > limits.bytes:
            kinds = ", ".join(f"{kind} {size_words(size)}" for kind, size in self.kinds.items())
            raise CommandError(
                f"the site would have {size_words(self.bytes)} ({kinds}), and its host takes "
                f"{size_words(limits.bytes)}: it was not published; {_ADVICE}",
                Exit.WRONG,
            )


def size_words(size: int) -> str:
    """Return a size as people say it: `12.3 MB`."""
    for unit, name in _UNITS:
        if size >= unit:
            number = f"{size / unit:.1f}".removesuffix(".0")
            return f"{number} {name}"
    return count(size, "byte")


def _kind(path: str) -> str:
    if path.endswith(".html"):
        return "pages"
    if f"/{SEARCH}" in f"/{path}":
        return "search"
    return "pictures" if path.rpartition(".")[2].lower() in _PICTURES else "the rest"


def _share(part: float, whole: int) -> str:
    share = 100 * part / max(1, whole)
    return "less than 1%" if share < 1 else f"{share:.0f}%"

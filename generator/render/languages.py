"""The sites of the languages put together: one at the root, the others in folders of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.render.errors import PathError
from generator.render.placing import Given

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from pathlib import Path, PurePosixPath

    from generator.render.engine import Output

# Engines write these from what they know of one language; ours are written over all of them.
_REPLACED = frozenset(["sitemap.xml", "sitemap.xml.gz"])
# A server answers with the page at the root whatever was asked for (GitHub Pages does), so one is enough.
_ROOT_ONLY = frozenset(["404.html"])
_ASSETS = "assets/"


@dataclass(frozen=True, slots=True)
class Part:
    """What an engine made of one language.

    Attributes:
        prefix: its address below the root: ``""``, ``"en/"``, ``"zh-hant/"``.
        site: the folder where it lies.
        outputs: its files (Outcome.outputs).
    """

    prefix: str
    site: Path
    outputs: Mapping[str, Output]

    def shipping(self, chosen: Callable[[str], bool]) -> Part:
        """It with some of its files only, chosen by their paths."""
        return replace(self, outputs={path: one for path, one in self.outputs.items() if chosen(path)})


def layout(
    parts: Iterable[Part], *, theme_files: Collection[PurePosixPath] | None = None
) -> dict[str, Given]:
    """The files of all languages at their places in one site.

    Args:
        parts: the languages.
        theme_files: what of ``assets/`` a page asks for; an engine copies all that its theme has, most of
            it for features that are not used. None keeps everything.

    Returns:
        Path below the site to file.

    Raises:
        PathError: a file of one language would lie where one of another does.
    """
    shown = None if theme_files is None else frozenset(map(str, theme_files))
    found: dict[str, Given] = {}
    for part in parts:
        left_out = _REPLACED if not part.prefix else _REPLACED | _ROOT_ONLY
        source = str(part.site)
        for name, output in part.outputs.items():
            if name in left_out or (shown is not None and name.startswith(_ASSETS) and name not in shown):
                continue
            path = part.prefix + name
            if path in found:
                raise PathError(
                    f"{path}: two languages would write this file; choose another id than the folder of a "
                    "language",
                )
            found[path] = Given(f"{source}/{name}", *output)
    return found

"""The sites of the languages put together: one at the root, the others in folders of their own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.render.errors import PathError

if TYPE_CHECKING:
    from collections.abc import Iterable

# Engines write these from what they know of one language; ours are written over all of them.
_REPLACED = frozenset(["sitemap.xml", "sitemap.xml.gz"])
# A server answers with the page at the root whatever was asked for (GitHub Pages does), so one is enough.
_ROOT_ONLY = frozenset(["404.html"])


def combine(
    parts: Iterable[tuple[str, Path]],
    site: Path,
    *,
    link: bool = False,
    theme_files: frozenset[PurePosixPath] | None = None,
) -> None:
    """Copy the sites of the languages into one.

    Args:
        parts: the address below the root (``""``, ``"en"``, ``"zh-hant"``) and the built site of each.
        site: where to; an existing folder without any of these files.
        link: make another name of each file instead of a copy: quicker, but whoever edits the file in
            place edits both. (What renders and what writes here makes a new file of each change, and
            notices such an edit.) Where it cannot be done, the file is copied.
        theme_files: what of ``assets/`` a page asks for; an engine copies all that its theme has, most of
            it for features that are not used. None keeps everything.

    Raises:
        PathError: a file of one language would lie where one of another does.
    """
    # The languages in folders first: what a file of the root would overwrite is there to be seen.
    for prefix, source in sorted(parts, key=lambda part: part[0], reverse=True):
        target = site.joinpath(*PurePosixPath(prefix).parts)
        _place(source, target, link=link, root=prefix in ("", "."), theme_files=theme_files)


def _place(
    source: Path, target: Path, *, link: bool, root: bool, theme_files: frozenset[PurePosixPath] | None
) -> None:
    left_out = _REPLACED if root else _REPLACED | _ROOT_ONLY
    for folder, names, files in os.walk(source):
        names.sort()
        here = Path(folder)
        below = PurePosixPath(here.relative_to(source).as_posix())
        place = target / below
        chosen = sorted(name for name in files if here != source or name not in left_out)
        if theme_files is not None and below.parts[:1] == ("assets",):
            chosen = [name for name in chosen if below / name in theme_files]
        if chosen:
            place.mkdir(parents=True, exist_ok=True)
        for name in chosen:
            if (place / name).exists():
                raise PathError(
                    f"{place / name}: two languages would write this file; choose another id than the "
                    "folder of a language",
                )
            _give(here / name, place / name, link=link)


def _give(source: Path, place: Path, *, link: bool) -> None:
    if link:
        try:
            os.link(source, place)
        except OSError:
            pass  # another file system, or one without links
        else:
            return
    shutil.copyfile(source, place)

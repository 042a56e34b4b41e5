"""The style sheet and the script of the pages: each joined from its parts, which are small enough to read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from generator.commands.failure import CommandError, Exit

STYLE = PurePosixPath("assets/proceedings.css")
SCRIPT = PurePosixPath("assets/proceedings.js")
SEARCH = PurePosixPath("assets/search.js")
SEARCH_WORKER = PurePosixPath("assets/search-worker.js")
_FOR_ALL = "0"
"""How the names of scripts begin whose declarations the others use."""


def theme_assets(templates: Path) -> Mapping[PurePosixPath, bytes]:
    """Return the files that are made for the theme: one request each, however many parts they have.

    Args:
        templates: The folder with `style/`, `script/`, `search/` and `search/worker/`, whose
            parts count in the order of their names.

    Returns:
        The path below a site, and the bytes.

    Raises:
        CommandError: A folder holds no parts, or one of them is not UTF-8.
    """
    return {
        STYLE: _joined(templates / "style", "css"),
        SCRIPT: _script(templates / "script"),
        # Modules of their own: what one part declares all parts of the same folder may use.
        SEARCH: _joined(templates / "search", "js"),
        SEARCH_WORKER: _joined(templates / "search" / "worker", "js"),
    }


def theme_files(templates: Path) -> frozenset[PurePosixPath]:
    """Return what of `assets/` pages ask for: the theme's own files, and what is made for it."""
    theme = templates / "theme"
    own = {
        PurePosixPath(path.relative_to(theme).as_posix())
        for path in (theme / "assets").rglob("*")
        if path.is_file()
    }
    return frozenset(own | {STYLE, SCRIPT, SEARCH, SEARCH_WORKER})


def _parts(folder: Path, ending: str) -> list[tuple[str, str]]:
    parts = []
    for path in sorted(folder.glob(f"*.{ending}")):
        try:
            parts.append((path.stem, path.read_text("utf-8")))
        except UnicodeDecodeError as error:
            message = f"{path}: this is not UTF-8; save it as UTF-8"
            raise CommandError(message, Exit.WRONG) from error
    if not parts:
        message = f"{folder}: there is no .{ending} file in it; pages cannot do without"
        raise CommandError(message, Exit.WRONG)
    return parts


def _joined(folder: Path, ending: str) -> bytes:
    return "\n".join(text for _, text in _parts(folder, ending)).encode()


def _script(folder: Path) -> bytes:
    """Join the parts within one function; each is a block of its own, but those for all."""
    blocks = [text if name.startswith(_FOR_ALL) else f"{{\n{text}}}\n" for name, text in _parts(folder, "js")]
    body = "\n".join(blocks)
    return f'(() => {{\n"use strict";\n\n{body}}})();\n'.encode()

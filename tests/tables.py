"""The tables of a document, by the headings that they stand under."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

from markdown_it import MarkdownIt


def tables_of(path: Path) -> dict[str, list[tuple[str, ...]]]:
    """Return the rows of all tables under each heading, without the rows of titles.

    Args:
        path: A Markdown document; each of its headings is another.

    Returns:
        By heading as it is written, backticks and all; a row is the source text of its cells.
    """
    found: dict[str, list[tuple[str, ...]]] = {}
    title = ""
    cells: list[str] = []
    for token, following in itertools.pairwise(
        MarkdownIt("commonmark").enable("table").parse(path.read_text("utf-8"))
    ):
        if token.type == "heading_open":
            title = following.content
            assert title not in found, f"{path.name}: two headings say {title}"
            found[title] = []
        elif token.type == "td_open":
            cells.append(following.content)
        elif token.type == "tr_close" and cells:
            found.setdefault(title, []).append(tuple(cells))
            cells = []
    return found


def code_in(cell: str) -> tuple[str, ...]:
    """Return the code of a cell, span by span."""
    return tuple(re.findall(r"`([^`]+)`", cell))


def address_pattern(cell: str) -> re.Pattern[str]:
    """Return what an address of the table of pages stands for: `people/<person>/` for each person's."""
    address = code_in(cell)[0].removeprefix("./")
    literal = [re.escape(part) for part in re.split(r"<[a-z]+>", address)]
    return re.compile("[a-z0-9-]+".join(literal))

"""Pages of an invented forum, and what a folder holds."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.model.language import Language
from generator.pages.page import Page

if TYPE_CHECKING:
    from pathlib import Path

BASE = """\
site_name: Harbour Forum
theme:
  name: material
  font: false
plugins: []
markdown_extensions: [attr_list, md_in_html, tables, {toc: {permalink: false}}]
nav:
  - Home: index.md
  - People: people/index.md
validation:
  nav: {omitted_files: ignore}
  links: {unrecognized_links: ignore}
"""


def page(path: str, title: str, body: str = "Text.\n", language: Language = Language.EN) -> Page:
    """A page with a heading of its own."""
    return Page(PurePosixPath(path), language, {"title": title}, f"# {title}\n\n{body}")


def forum(talks: int = 9, language: Language = Language.EN) -> list[Page]:
    """Pages of a forum: home, people, talks that link to each other by final addresses."""
    pages = [
        page("index.md", "Harbour Forum", "[Talk 0](forums/harbour/talk-0/)\n", language),
        page("people/index.md", "People", "[Ada](ada/)\n", language),
        page("people/ada/index.md", "Ada Lin", "Speaks.\n", language),
    ]
    for number in range(talks):
        body = (
            f"Paragraph of talk {number}.\n{{: #p{number}k2 }}\n\n## 港口 {{: #c{number}h1 }}\n\n"
            f"See [the next](../talk-{(number + 1) % talks}/#p{(number + 1) % talks}k2) "
            "and [Ada](../../../people/ada/).\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
        )
        pages.append(page(f"forums/harbour/talk-{number}/index.md", f"Talk {number}", body, language))
    return pages


def files_of(root: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        place.relative_to(root).as_posix(): place.read_bytes()
        for place in sorted(root.rglob("*"))
        if place.is_file()
    }

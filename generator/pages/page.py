"""A page as it is handed to an engine, and a file that goes beside the pages as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.front_matter import front_matter

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from generator.model.language import Language


@dataclass(frozen=True, slots=True)
class Page:
    """A page of one language: a pure function of the model, complete before an engine sees it.

    Attributes:
        path: where it lies below the language's site: ``forums/x/y/index.md``.
        language: the language of the site that it belongs to.
        meta: the front matter: plain values only (str, int, float, bool, None, list, dict).
        body: the Markdown.
    """

    path: PurePosixPath
    language: Language
    meta: Mapping[str, object]
    body: str

    def source(self) -> str:
        """The text of the Markdown file.

        Returns:
            The front matter between ``---`` lines, an empty line, and the body with one line end. The
            front matter is there even when it is empty, so that a body which begins with ``---`` is
            never taken for it.

        Raises:
            TypeError: a value of the front matter is not plain.
        """
        return f"---\n{front_matter(self.meta)}---\n\n{self.body.rstrip()}\n"


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file that stands in the site as it is: a sitemap, a redirect page, robots.txt, an image.

    Attributes:
        path: where it lies below the root of the site (all languages): ``en/forums/x/feed.xml``.
        content: its bytes.
    """

    path: PurePosixPath
    content: bytes

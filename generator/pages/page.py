"""A page as it is handed to an engine, and a file that goes beside the pages as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

try:
    from yaml import CSafeDumper as _Dumper
except ImportError:  # PyYAML without libyaml: the same document, ten times slower
    from yaml import SafeDumper as _Dumper  # type: ignore[assignment]

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from generator.model.language import Language

# PyYAML folds a line at its width, and a folded title is harder to find with grep.
_WIDTH = 1_000_000


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
        front = yaml.dump(
            _plain(self.meta, "front matter"),
            Dumper=_Dumper,
            allow_unicode=True,
            sort_keys=False,
            width=_WIDTH,
            default_flow_style=False,
        )
        return f"---\n{front}---\n\n{self.body.rstrip()}\n"


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file that stands in the site as it is: a sitemap, a redirect page, robots.txt, an image.

    Attributes:
        path: where it lies below the root of the site (all languages): ``en/forums/x/feed.xml``.
        content: its bytes.
    """

    path: PurePosixPath
    content: bytes


def _plain(value: object, where: str) -> object:
    """A copy in YAML's own types.

    The copy holds each list and mapping once for every place it is used at: PyYAML would write an
    object that is used twice as an alias (``*id001``), and so the same values as different bytes.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str(value)  # a Language is a str; YAML knows str alone
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return float(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(item, f"{where}: {key}") for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item, f"{where}[{index}]") for index, item in enumerate(value)]
    raise TypeError(f"{where} is a {type(value).__name__}, which front matter cannot hold")

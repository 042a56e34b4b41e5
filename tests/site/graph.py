"""The built site of a language as a graph: which page's article leads to which page, and to what on it."""

from __future__ import annotations

import posixpath
from collections import deque
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup
from bs4.element import Tag


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, heading or table of a record as a page shows it.

    Attributes:
        text: Its words, without time and sign; of a picture, what it is said to show.
        links: Addresses that it leads to.
        heading: Whether it is one.
    """

    text: str
    links: frozenset[str]
    heading: bool


@dataclass(slots=True)
class Graph:
    """The pages of one language.

    Attributes:
        links: For each address, what its article leads to: address and fragment.
        paragraphs: What can be quoted, by address and id.
    """

    links: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    paragraphs: dict[tuple[str, str], Paragraph] = field(default_factory=dict)

    def leads(self, here: str, there: str) -> bool:
        """Whether an article has a link to another page."""
        return any(address == there for address, _ in self.links[here])

    def marks(self, here: str, there: str) -> set[str]:
        """Return what an article leads to on another page."""
        return {fragment for address, fragment in self.links[here] if address == there and fragment}

    def reached(self, start: str) -> set[str]:
        """Return every page that can be reached through articles alone."""
        found, waiting = {start}, deque([start])
        while waiting:
            for address, _ in self.links[waiting.popleft()]:
                if address in self.links and address not in found:
                    found.add(address)
                    waiting.append(address)
        return found


@cache
def graph_of(site: Path, prefix: str) -> Graph:
    """Read the pages of a language.

    Args:
        site: The folder of the whole site.
        prefix: Where the language's pages are: empty, `en/`, `zh-hant/`.
    """
    graph = Graph()
    root = site / prefix
    others = {"en", "zh-hant"} if not prefix else set()
    for path in sorted(root.rglob("index.html")):
        folder = path.parent.relative_to(root).as_posix()
        if folder.split("/")[0] in others:
            continue
        address = "" if folder == "." else f"{folder}/"
        soup = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        article = soup.select_one("article.fp")
        if article is None:
            continue  # an old address that leads on
        graph.links[address] = {_target(address, link) for link in article.select("a[href]")} - {("", "-")}
        for block in article.select(".fp-record [id]"):
            _read(graph, address, block)
    return graph


def _read(graph: Graph, address: str, block: Tag) -> None:
    links = frozenset(_target(address, link)[0] for link in block.select("a[href]"))
    words = BeautifulSoup(str(block), "html.parser")
    for small in words.select(".fp-mark, .fp-time"):
        small.decompose()
    heading = block.name in {"h3", "h4"}
    pictures = [str(picture["alt"]) for picture in words.select("img[alt]")]
    graph.paragraphs[address, str(block["id"])] = Paragraph(
        " ".join([words.get_text(), *pictures]), links, heading
    )


def _target(here: str, link: Tag) -> tuple[str, str]:
    """Return where a link leads: an address of this language; what is elsewhere is no address of a page."""
    parts = urlsplit(str(link["href"]))
    if parts.scheme or parts.netloc:
        return "elsewhere", str(link["href"])
    if not parts.path:
        return here, unquote(parts.fragment)
    joined = posixpath.normpath(posixpath.join("/", here, unquote(parts.path)))
    return joined.strip("/") + "/" if joined != "/" else "", unquote(parts.fragment)

"""The tags of an HTML or SVG file, with their places.

A tokenizer after https://html.spec.whatwg.org/multipage/parsing.html#tokenization, as far as well-formed
files need it: comments and raw text are passed over, quotes are minded, entities in values are decoded. The
standard library's parser reads 5 MB a second and html5lib gives no places of attributes; a thousand sessions
in three languages are some hundreds of MB, and this reads five to ten times as much.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# A comment, a declaration, an end tag or a start tag. Possessive, closed by the end of the text where HTML
# does so, and without a `<` between attributes (a parse error), so that no text makes it slow.
_TOKEN = re.compile(
    r"<!--(?:>|->|.*?(?:--!?>|\Z))|<[!?][^>]*+(?:>|\Z)"
    r"|<(?P<end>/)?(?P<name>[a-zA-Z][^\s/>]*+)(?P<rest>(?:[^\"'<>]++|\"[^\"]*+\"|'[^']*+')*+)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=]+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'=<>`]+)))?",
)
# Elements whose content is text and not tags. That of noscript is read: who has no script sees it.
_RAW = frozenset(["script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes"])


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute: its value decoded, and where it begins."""

    value: str
    offset: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag.

    Attributes:
        name: in small letters; an end tag begins with ``/``.
        offset: where it begins.
        end: where it ends.
        attributes: by name in small letters; the first of two of the same name counts.
        text: the text of an element whose content is no tags (script, style, title ...).
    """

    name: str
    offset: int
    end: int
    attributes: dict[str, Attribute]
    text: str = ""


def tags(text: str) -> Iterator[Tag]:
    """The tags of a file in their order; the content of a raw element comes with its start tag."""
    position = 0
    while (found := _TOKEN.search(text, position)) is not None:
        position = found.end()
        name = found["name"]
        if name is None:
            continue
        name = name.lower()
        if found["end"]:
            yield Tag(f"/{name}", found.start(), position, {})
            continue
        rest = found["rest"]
        attributes = _attributes(rest, found.start("rest")) if "=" in rest or rest.strip() else {}
        raw = ""
        if name in _RAW and not rest.endswith("/"):
            close = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, position)
            stop = len(text) if close is None else close.start()
            raw = text[position:stop]
            yield Tag(name, found.start(), position, attributes, raw)
            position = stop
            continue
        yield Tag(name, found.start(), position, attributes)


def _attributes(text: str, start: int) -> dict[str, Attribute]:
    found: dict[str, Attribute] = {}
    for match in _ATTRIBUTE.finditer(text):
        name = match["name"].lower()
        if name not in found:
            value = match["double"] or match["single"] or match["bare"] or ""
            found[name] = Attribute(unescape(value) if "&" in value else value, start + match.start())
    return found

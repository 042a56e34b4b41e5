"""The tags of an HTML or SVG file, with their places.

A tokenizer after https://html.spec.whatwg.org/multipage/parsing.html#tokenization, as far as well-formed
files need it: comments and raw text are passed over, quotes are minded, entities in values are decoded. The
standard library's parser reads 5 MB a second and html5lib gives no places of attributes; a thousand sessions
in three languages are some hundreds of MB, and this reads five to ten times as much.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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


class Attribute(NamedTuple):
    """An attribute: its value decoded, and where it begins."""

    value: str
    offset: int


class Tag(NamedTuple):
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


def passing_over(names: Iterable[str], attributes: Iterable[str]) -> re.Pattern[str]:
    """What may be passed over by who asks for few elements and attributes: most of a page, at once.

    Args:
        names: elements that are asked for whatever attributes they have.
        attributes: those that are asked for at any element; all that begin with ``on`` are asked for too.

    Returns:
        A pattern for ``tags``. It matches text, and tags whose form leaves no doubt that nobody asks.
    """
    ours = "|".join(sorted(map(re.escape, {*names, *_RAW})))
    asked = "|".join(sorted(map(re.escape, attributes)))
    return re.compile(
        rf"(?:[^<]++|</(?!(?:{ours})>)[a-z][a-z0-9]*+>"
        rf"|<(?!(?:{ours})[\s/>])[a-z][a-z0-9]*+"
        rf"(?:\s++(?!on|(?:{asked})[\s=/>])[a-z][a-z0-9-]*+(?:=\"[^\"]*+\")?(?=[\s/>]))*+\s*+/?>)*+"
    )


def tags(text: str, passed_over: re.Pattern[str] | None = None) -> Iterator[Tag]:
    """The tags of a file in their order; the content of a raw element comes with its start tag.

    Args:
        text: the file.
        passed_over: what is left out, from ``passing_over``; nothing if None.
    """
    position = 0
    while True:
        if passed_over is not None and (boring := passed_over.match(text, position)) is not None:
            position = boring.end()
        found = _TOKEN.search(text, position)
        if found is None:
            return
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
        name, double, single, bare = match.groups()
        name = name.lower()
        if name not in found:
            value = double or single or bare or ""
            found[name] = Attribute(unescape(value) if "&" in value else value, start + match.start())
    return found

"""What is in one page: all that the rules want to know of it, read in one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.checks.site.css import addresses
from generator.checks.site.tags import Attribute, Tag, passing_over, tags

if TYPE_CHECKING:
    from collections.abc import Iterator

# Attributes that a browser follows by itself when it shows the page (HTML, "Fetching resources").
_LOADED = {
    "audio": ("src",),
    "body": ("background",),
    "embed": ("src",),
    "feimage": ("href", "xlink:href"),
    "frame": ("src",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src",),
    "input": ("src",),
    "object": ("data",),
    "script": ("src", "href", "xlink:href"),
    "source": ("src",),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
# Those that a reader follows.
_FOLLOWED = {
    "a": ("href", "xlink:href"),
    "area": ("href",),
    "blockquote": ("cite",),
    "button": ("formaction",),
    "del": ("cite",),
    "form": ("action",),
    "input": ("formaction",),
    "ins": ("cite",),
    "q": ("cite",),
}
_IMAGES = frozenset(
    [("img", "src"), ("image", "href"), ("image", "xlink:href"), ("video", "poster"), ("input", "src")]
)
# Relations of a link element that lead somewhere; with all others the browser loads or connects.
_LEADING = frozenset(
    [
        "alternate",
        "author",
        "bookmark",
        "canonical",
        "help",
        "license",
        "me",
        "next",
        "prev",
        "search",
        "up",
        "describedby",
    ],
)
_REFRESH = re.compile(r"\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?(?P<url>.*)", re.IGNORECASE | re.DOTALL)
_SRCSET = re.compile(r"(?P<url>[^\s,]\S*[^\s,]|[^\s,])(?:\s+[\d.]+[wxh])*\s*(?:,|$)")
_KINDS = {
    **{(element, name): "follow" for element, names in _FOLLOWED.items() for name in names},
    **{(element, name): "load" for element, names in _LOADED.items() for name in names},
    **dict.fromkeys(_IMAGES, "image"),
}
# Attributes that hold addresses at any element.
_HOLDING = frozenset(["imagesrcset", "ping", "srcset", "style"])
# Elements that are read whatever attributes they have; and the attributes that are read at any.
_OTHERS = passing_over(
    ("base", "h1", "html", "link", "meta", "script", "svg", "title"),
    {"id", "name", *_HOLDING, *(name for _, name in _KINDS)},
)
# Addresses in front matter of other services, given as absolute ones.
_META = frozenset(["og:image", "og:url", "twitter:image"])


class Link(NamedTuple):
    """An address in a page.

    Attributes:
        kind: ``load`` (the browser follows by itself), ``image`` (the same, and it is to be one), ``follow``
            (the reader does).
        name: how it stands there: ``a href``.
        address: the address.
        offset: where it stands.
    """

    kind: str
    name: str
    address: str
    offset: int


@dataclass(slots=True)
class Facts:
    """What is in a page; offsets say where.

    Attributes:
        lang: of the root element, at the element when it says none; None when there is no such element.
        title: of the document, or None.
        headings: for each h1, whether there is something in it.
        ids: id to offset, of the first that has it.
        doubled: ids that another element has already.
        links: all addresses.
        canonical: ``link rel=canonical``, in order.
        alternates: hreflang and link, in order.
        refresh: where the page leads on by itself.
        noindex: whether search engines are asked to pass it over.
        scripts: script elements.
        handlers: attributes that hold script.
        based: a base element, which would move all relative addresses.
    """

    lang: Attribute | None = None
    title: str | None = None
    headings: list[tuple[int, bool]] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    doubled: list[tuple[str, int]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    canonical: list[Attribute] = field(default_factory=list)
    alternates: list[tuple[str, Attribute]] = field(default_factory=list)
    refresh: Attribute | None = None
    noindex: bool = False
    scripts: list[int] = field(default_factory=list)
    handlers: list[tuple[str, int]] = field(default_factory=list)
    based: int | None = None


def read_facts(text: str) -> Facts:
    """What is in an HTML page or an SVG image."""
    facts = Facts()
    drawing = 0  # within svg, whose title is not the document's
    heading: Tag | None = None
    for tag in tags(text, _OTHERS):
        name = tag.name
        if name == "svg":
            drawing += 1
        elif name == "/svg":
            drawing -= 1
        elif name == "html":
            facts.lang = tag.attributes.get("lang", Attribute("", tag.offset))
        elif name == "h1":
            heading = tag
        elif name == "/h1" and heading is not None:
            facts.headings.append((heading.offset, _says_something(text[heading.end : tag.offset])))
            heading = None
        elif name == "title" and not drawing and facts.title is None:
            facts.title = tag.text.strip()
        elif tag.text or name == "script":
            _read_raw(facts, tag)
        if tag.attributes:
            _read_tag(facts, tag)
    return facts


def _read_raw(facts: Facts, tag: Tag) -> None:
    if tag.name == "script":
        facts.scripts.append(tag.offset)
    elif tag.name == "style":
        for address, offset in addresses(tag.text):
            facts.links.append(Link("load", "style url()", address, tag.end + offset))


def _read_tag(facts: Facts, tag: Tag) -> None:
    element, _, _, attributes, _ = tag
    if element == "link":
        _read_link(facts, attributes)
    elif element == "meta":
        _read_meta(facts, attributes)
    elif element == "base" and "href" in attributes:
        facts.based = tag.offset
    for name, attribute in attributes.items():
        kind = _KINDS.get((element, name))
        if kind is not None:
            facts.links.append(Link(kind, f"{element} {name}", attribute.value, attribute.offset))
        elif name == "id" or (name == "name" and element == "a" and "id" not in attributes):
            if attribute.value in facts.ids:
                facts.doubled.append((attribute.value, attribute.offset))
            else:
                facts.ids[attribute.value] = attribute.offset
        elif name in _HOLDING:
            for kind, address in _within(name, attribute.value):
                facts.links.append(Link(kind, f"{element} {name}", address, attribute.offset))
        elif name.startswith("on"):
            facts.handlers.append((name, attribute.offset))


def _within(name: str, value: str) -> Iterator[tuple[str, str]]:
    """The addresses within an attribute that may stand at any element."""
    if name == "ping":
        yield "load", value
    elif name == "style":
        for address, _ in addresses(value):
            yield "load", address
    else:
        for match in _SRCSET.finditer(value):
            yield "image", match["url"]


def _read_link(facts: Facts, attributes: dict[str, Attribute]) -> None:
    href = attributes.get("href")
    if href is None:
        return
    relations = frozenset(attributes["rel"].value.lower().split()) if "rel" in attributes else frozenset()
    if "canonical" in relations:
        facts.canonical.append(href)
    if "alternate" in relations and "hreflang" in attributes:
        facts.alternates.append((attributes["hreflang"].value, href))
    leads = relations and relations <= _LEADING
    facts.links.append(
        Link("follow" if leads else "load", f"link {' '.join(sorted(relations))}", href.value, href.offset)
    )


def _read_meta(facts: Facts, attributes: dict[str, Attribute]) -> None:
    content = attributes.get("content")
    if content is None:
        return
    name = (attributes.get("name") or attributes.get("property") or Attribute("", 0)).value.lower()
    if name == "robots" and {"noindex", "none"} & set(re.split(r"[\s,]+", content.value.lower())):
        facts.noindex = True
    if name in _META:
        facts.links.append(Link("follow", f"meta {name}", content.value, content.offset))
    if "http-equiv" in attributes and attributes["http-equiv"].value.lower() == "refresh":
        match = _REFRESH.fullmatch(content.value)
        address = match["url"].strip().strip("'\"") if match else ""
        if address:
            facts.refresh = Attribute(address, content.offset)
            facts.links.append(Link("follow", "meta refresh", address, content.offset))


def _says_something(html: str) -> bool:
    """Whether a heading has text, or an image that is described."""
    return bool(re.sub(r"<[^>]*>", "", html).strip()) or bool(re.search(r"\salt=\"[^\"]", html))

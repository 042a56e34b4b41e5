"""The Markdown that the engine sees: written so that no text can be anything but text.

The engine is Python-Markdown with `attr_list`, `md_in_html` and `tables`. Its escapes are not those of
CommonMark, and it works in passes (blocks, HTML, inline, attribute lists), so that what one pass escapes the
next may see again. Hence three rules, each held by tests against the engine itself:

- Characters that Python-Markdown lets one escape, and puts back last of all, get a backslash.
- All others that could mean something become numeric character references, which it sets aside untouched.
- Emphasis, links and breaks are written as HTML tags: Markdown's own `**` and `[]()` depend on what stands
  beside them, which in Chinese is often not what they expect.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model.record import Code, Emphasis, Inline, LineBreak, RecordLink, Text

_BACKSLASHED: Final = frozenset("*_{}[]#!")
"""Special anywhere in a line, and among Python-Markdown's `ESCAPED_CHARS`."""

_REFERENCED: Final = frozenset("\\`<>&|~^=$@")
"""Special for Python-Markdown or one of its usual extensions, and not to be left to a backslash."""

_SPECIAL: Final = re.compile("[" + re.escape("".join(sorted(_BACKSLASHED | _REFERENCED))) + "]")
_NAMED: Final = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}

_LINE_START: Final = re.compile(r"[-+:?%/.,;()\s]|[0-9]+[.)]")
"""What may open a list, a rule, code or an extension's block, or is lost, at the beginning of a line."""

_SPACE: Final = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+ *")
_CONTROL: Final = re.compile(
    # C0 and C1 controls (the engine uses U+0002 and U+0003 for its placeholders), surrogates, noncharacters,
    # and the byte order mark: none of them may stand in HTML text (https://infra.spec.whatwg.org/#code-points).
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
_PLAIN_IN_ATTRIBUTE: Final = re.compile(r"[^0-9A-Za-z /\-;,\u00a1-\U0010ffff]")
_CLASS: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_ATTRIBUTE_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a link leads and how it is dressed.

    Attributes:
        href: Final address, as it shall stand in the page.
        title: Shown on hovering; empty for none.
        classes: CSS classes.
        lang: The language of what is linked, where it is not the page's.
        rel: Relation of the target, such as `external`.
        gloss: The id of what explains the linked words on the same page.
    """

    href: str
    title: str = ""
    classes: tuple[str, ...] = ()
    lang: str = ""
    rel: str = ""
    gloss: str = ""


def clean_text(text: str) -> str:
    """Return the text as HTML can hold it.

    Line ends and tabs become one space, for HTML shows them so; control characters and what is no character
    of Unicode text vanish.
    """
    return _CONTROL.sub("", _SPACE.sub(" ", text))


def escape_text(text: str) -> str:
    """Write text so that the engine shows exactly this text, wherever in a line it stands.

    Holds for paragraphs, headings, list items, table cells, and elements with `markdown` of either kind.

    Args:
        text: Anything at all.

    Returns:
        One line of Markdown; nothing in it is markup, and nothing after it on the line can make it so.
    """
    text = clean_text(text)
    start = _LINE_START.match(text)
    if start:
        return (
            text[: start.end() - 1] + _reference(text[start.end() - 1]) + _escape_within(text[start.end() :])
        )
    return _escape_within(text)


def inline_markdown(content: Sequence[Inline], href: Callable[[RecordLink], Anchor | None]) -> str:
    """Write inline content for the engine.

    Args:
        content: What the parser read.
        href: Gives the address of a link; None where the words shall stand without a link.

    Returns:
        One line of Markdown, safe wherever `escape_text` is.
    """
    return "".join(_inline(item, href) for item in content)


def anchor_tag(anchor: Anchor) -> str:
    """Write the opening tag of a link."""
    others = {"title": anchor.title, "lang": anchor.lang, "rel": anchor.rel, "data_gloss": anchor.gloss}
    given = {name: value for name, value in others.items() if clean_text(value)}
    return open_tag("a", classes=anchor.classes, href=anchor.href, **given)


def open_tag(name: str, *, id: str = "", classes: Sequence[str] = (), **others: str) -> str:  # noqa: A002
    """Write an opening HTML tag whose values the engine leaves as they are.

    Args:
        name: The element.
        id: The element's id; empty for none.
        classes: CSS classes.
        others: Further attributes; an underscore is written as a hyphen (`data_mark` -> `data-mark`).

    Raises:
        ValueError: A class or name of an attribute is none.
    """
    values = _pairs(id, classes, others)
    if "markdown" in values:
        # The engine reads these elements itself, and writes an ampersand back as it is where an entity's name
        # follows: so an ampersand of ours must still be escaped when it has been read once.
        values = {key: value.replace("&amp;", "&amp;amp;") for key, value in values.items()}
    pairs = "".join(f' {key}="{value}"' for key, value in values.items())
    return f"<{_checked_name(name)}{pairs}>"


def attributes(*, id: str = "", classes: Sequence[str] = (), **others: str) -> str:  # noqa: A002
    """Write an attribute list, with its braces.

    Args:
        id: The element's id; empty for none.
        classes: CSS classes.
        others: Further attributes; an underscore is written as a hyphen (`data_mark` -> `data-mark`).

    Returns:
        `{: id="p7k2" class="fp-p" }`, in which no value can end the list or begin another; empty for nothing.

    Raises:
        ValueError: A class or name of an attribute is none.
    """
    pairs = " ".join(f'{key}="{value}"' for key, value in _pairs(id, classes, others).items())
    return f"{{: {pairs} }}" if pairs else ""


def attribute_value(text: str) -> str:
    """Write a value that stands between double quotes in a tag or an attribute list."""
    return _PLAIN_IN_ATTRIBUTE.sub(lambda found: _reference(found[0]), clean_text(text))


def table_row(cells: Sequence[str]) -> str:
    """Write a row of a table from cells that are Markdown already.

    Cells from `escape_text` and `inline_markdown` hold no `|` and no line end of their own.
    """
    return "| " + " | ".join(cell.strip(" ") or " " for cell in cells) + " |"


def table_markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a table from cells that are Markdown already; rows are filled or cut to the head's length."""
    width = len(head)
    body = [[*row, *[""] * width][:width] for row in rows]
    return "\n".join([table_row(head), table_row(["---"] * width), *(table_row(row) for row in body)])


def _inline(item: Inline, href: Callable[[RecordLink], Anchor | None]) -> str:
    if isinstance(item, Text):
        return escape_text(item.text)
    if isinstance(item, Code):
        return f"<code>{escape_text(item.text)}</code>"
    if isinstance(item, LineBreak):
        return "<br>"
    words = inline_markdown(item.content, href)
    if isinstance(item, Emphasis):
        tag = "strong" if item.strong else "em"
        return f"<{tag}>{words}</{tag}>"
    anchor = href(item)
    return words if anchor is None else f"{anchor_tag(anchor)}{words}</a>"


def _escape_within(text: str) -> str:
    """Escape text that does not open a line, and space at its end, which would be a wanted break or lost."""
    end = len(text) - 1 if text and text[-1].isspace() else len(text)
    return _SPECIAL.sub(_escape, text[:end]) + "".join(_reference(character) for character in text[end:])


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    return f"\\{character}" if character in _BACKSLASHED else _reference(character)


def _reference(character: str) -> str:
    return _NAMED.get(character) or f"&#{ord(character)};"


def _pairs(element_id: str, classes: Sequence[str], others: Mapping[str, str]) -> dict[str, str]:
    for name in classes:
        if not _CLASS.fullmatch(name):
            raise ValueError(f"'{name}' is no CSS class")
    pairs = {"id": element_id, "class": " ".join(classes)}
    pairs = {key: attribute_value(value) for key, value in pairs.items() if value}
    for key, value in others.items():
        pairs[_checked_name(key.rstrip("_").replace("_", "-"))] = attribute_value(value)
    return pairs


def _checked_name(name: str) -> str:
    if not _ATTRIBUTE_NAME.fullmatch(name):
        raise ValueError(f"'{name}' is no name of an element or attribute")
    return name

"""Words, emphasis and links of one block."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from markdown_it.token import Token

from generator.model.fault import Fault
from generator.model.record import Code, Emphasis, Inline, LineBreak, LinkTarget, RecordLink, Text
from generator.store.hidden import REMEDY, hidden_message, hidden_references
from generator.store.places import Reference
from generator.store.records.grammar import AT, inlines, is_wide
from generator.store.records.links import KINDS, LinkError, read_link
from generator.store.records.reviews import reviews_within
from generator.store.records.source import Raw, Source

_DEEPEST: Final = 6
"""Emphasis within emphasis beyond this is no writing; it is flattened."""

_FOOTNOTE: Final = re.compile(r"(?<!\\)\[\^[^\]\s]{1,40}\]")
_DEFINITION: Final = re.compile(r"\[[^\]\n]{1,200}\]:\s*\S")
_NO_SPACE_HEADING: Final = re.compile(r"^#{2,3}[^\s#]", re.MULTILINE)
_HANGUL: Final = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
_REFERENCE_KINDS: Final = {
    LinkTarget.PERSON: "PersonId",
    LinkTarget.SESSION: "SessionId",
    LinkTarget.TERM: "TermId",
    LinkTarget.FORUM: "ForumId",
}


@dataclass(slots=True)
class _Frame:
    """Something open: emphasis or a link with what stands in it so far."""

    opener: Token | None
    items: list[Inline] = field(default_factory=list)
    flat: bool = False


@dataclass
class InlineReader:
    """Reads the inline content of the blocks of one record.

    Attributes:
        source: For places.
        forum: Whose sessions a link without a forum means.
        chinese: The record is in Chinese: a line end between its characters is no space.
    """

    source: Source
    forum: str
    chinese: bool
    faults: list[Fault] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)

    def read(self, raw: Raw, tokens: list[Token] | None = None) -> tuple[Inline, ...]:
        """Read a block's text.

        Args:
            raw: The text without time, label and marks.
            tokens: Its inline tokens, where they are known already.
        """
        tokens = inlines(raw.text) if tokens is None else tokens
        self._look(raw, tokens)
        stack = [_Frame(None)]
        for position, token in enumerate(tokens):
            if token.nesting > 0:
                self._open(stack, token, raw)
            elif token.nesting < 0:
                self._close(stack, raw)
            else:
                self._single(stack[-1].items, tokens, position, raw)
        while len(stack) > 1:
            self._close(stack, raw)
        return trimmed(stack[0].items)

    def _open(self, stack: list[_Frame], token: Token, raw: Raw) -> None:
        flat = len(stack) > _DEEPEST
        if flat:
            message, remedy = "emphasis stands within emphasis too often", "take some of it away"
            self._fault(raw, 0, "deep-emphasis", message, remedy)
        stack.append(_Frame(token, flat=flat))

    def _close(self, stack: list[_Frame], raw: Raw) -> None:
        frame = stack.pop()
        into = stack[-1].items
        opener = frame.opener
        if opener is None or frame.flat:
            _extend(into, frame.items)
        elif opener.type == "link_open":
            self._link(into, opener, frame.items, raw)
        elif frame.items:
            into.append(Emphasis(opener.type == "strong_open", tuple(frame.items)))

    def _link(self, into: list[Inline], opener: Token, items: list[Inline], raw: Raw) -> None:
        offset = int(opener.meta.get(AT, 0))
        href = str(opener.attrGet("href") or "")
        if opener.markup == "autolink":
            message = "an address in <> is not allowed"
            self._fault(raw, offset, "autolink", message, f"write [words]({href})")
            _extend(into, items)
            return
        if opener.attrGet("title"):
            message, remedy = "a link has no title", "delete what stands in quotation marks after the address"
            self._fault(raw, offset, "link-title", message, remedy)
        if not items:
            self._fault(raw, offset, "empty-link", "the link has no words", "write them between the brackets")
            items = [Text(href)] if href else []
        try:
            kind, target = read_link(href)
        except LinkError as error:
            self._fault(raw, offset, "link-target", str(error), f"a link leads to {KINDS}")
            _extend(into, items)
            return
        into.append(RecordLink(kind, target, tuple(items)))
        if kind in _REFERENCE_KINDS:
            forum, _, session = target.rpartition("/")
            in_forum = (forum or self.forum) if kind is LinkTarget.SESSION else ""
            place = self.source.place(raw.spot(offset))
            self.references.append(Reference(_REFERENCE_KINDS[kind], session, place, in_forum))

    def _single(self, items: list[Inline], tokens: list[Token], position: int, raw: Raw) -> None:
        token = tokens[position]
        if token.type == "code_inline":
            items.append(Code(token.content))
        elif token.type == "hardbreak":
            items.append(LineBreak())
        elif token.type == "softbreak":
            _extend(items, [Text(self._joint(tokens, position))])
        elif token.type == "image":
            message = "a picture stands within text"
            remedy = "put it on a line of its own, with empty lines around it"
            self._fault(raw, int(token.meta.get(AT, 0)), "image-inside", message, remedy)
            _extend(items, [Text(alt_text(token))])
        elif token.content:
            _extend(items, [Text(token.content)])

    def _joint(self, tokens: list[Token], position: int) -> str:
        """Return what a line end in the source is worth: a space, or in Chinese nothing."""
        behind = (tokens[number].content.rstrip() for number in range(position - 1, -1, -1))
        ahead = (tokens[number].content.lstrip() for number in range(position + 1, len(tokens)))
        sides = [next(filter(None, behind), "")[-1:], next(filter(None, ahead), "")[:1]]
        wide = [bool(side) and is_wide(side) and not _HANGUL.match(side) for side in sides]
        return "" if (any(wide) if self.chinese else all(wide)) else " "

    def look_for_hidden(self, raw: Raw) -> None:
        """Tell of characters that no file may hold, and that are written as references."""
        for offset, code in hidden_references(raw.text):
            self._fault(raw, offset, "control-character", hidden_message(code), REMEDY)

    def _look(self, raw: Raw, tokens: list[Token]) -> None:
        """Tell of what other kinds of Markdown know and records do not."""
        self.look_for_hidden(raw)
        if _DEFINITION.match(raw.text):
            remedy = "write [words](address) where the link shall stand"
            self._fault(raw, 0, "link-definition", "a definition of a link is not allowed", remedy)
        elif any("[^" in token.content for token in tokens if token.type == "text"):
            for found in _FOOTNOTE.finditer(raw.text):
                remedy = r"say it in the text, or write \[ where the sign itself is meant"
                self._fault(raw, found.start(), "footnote", "a record has no footnotes", remedy)
        if any("<!" in token.content or "<-" in token.content for token in tokens if token.type == "text"):
            self.faults.extend(reviews_within(raw, self.source))
        if "#" in raw.text and (unspaced := _NO_SPACE_HEADING.search(raw.text)):
            remedy = r"write a space after the signs, or \# where the sign itself is meant"
            message = "this would be a heading if a space followed the #"
            self._fault(raw, unspaced.start(), "heading-space", message, remedy)

    def _fault(self, raw: Raw, offset: int, code: str, message: str, remedy: str) -> None:
        self.faults.append(self.source.fault(raw.spot(offset), code, message, remedy))


def trimmed(items: list[Inline]) -> tuple[Inline, ...]:
    """Return content without white space and breaks at its ends."""
    items = list(items)
    while items and (isinstance(items[0], LineBreak) or items[0] == Text("")):
        items.pop(0)
    while items and (isinstance(items[-1], LineBreak) or items[-1] == Text("")):
        items.pop()
    if items and isinstance(items[0], Text):
        items[0] = Text(items[0].text.lstrip())
    if items and isinstance(items[-1], Text):
        items[-1] = Text(items[-1].text.rstrip())
    return tuple(item for item in items if item != Text(""))


def alt_text(image: Token) -> str:
    """Return the description of a picture as plain text."""
    breaks = {"softbreak", "hardbreak"}
    parts = [" " if token.type in breaks else token.content for token in image.children or []]
    return "".join(parts).strip()


def _extend(items: list[Inline], more: list[Inline]) -> None:
    """Add content, joining text with the text before it."""
    for item in more:
        last = items[-1] if items else None
        if isinstance(item, Text) and isinstance(last, Text):
            items[-1] = Text(last.text + item.text)
        elif item != Text(""):
            items.append(item)

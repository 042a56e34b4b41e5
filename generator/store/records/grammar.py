"""The Markdown of records: CommonMark with tables, where Chinese can be stressed and nothing is rewritten.

Raw HTML is text. Indented code is off, so that a paragraph may be indented. What records may not hold (rules,
code blocks, link definitions ...) is still recognised, so that it can be named in a fault.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, image, link
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

AT: Final = "at"
"""Key of a token's `meta`: the offset in its block at which the token's source begins."""

Rule = Callable[[StateInline, bool], bool]


class _RecordMarkdown(MarkdownIt):
    """The parser of records; link targets stay as written, for our own rules judge them."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the parser's own name
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the parser's own name
        return url


def _make() -> MarkdownIt:
    markdown = _RecordMarkdown("commonmark", {"html": False})
    markdown.enable("table")
    markdown.disable(["code", "reference", "html_block", "html_inline"])
    markdown.inline.ruler.at("emphasis", _stress)
    for name, rule in (("link", link), ("image", image), ("autolink", autolink)):
        markdown.inline.ruler.at(name, _placed(rule))
    markdown.core.ruler.disable("inline")
    return markdown


def blocks(body: str) -> list[Token]:
    """Return the block tokens of a body; the content of `inline` tokens is not parsed."""
    return _MARKDOWN.parse(body, {})


def inlines(text: str) -> list[Token]:
    """Return the inline tokens of the content of a block."""
    if not _MARKDOWN.inline.terminator_re.search(text):  # no sign that means anything: what most blocks are
        return [Token("text", "", 0, content=text)] if text else []
    tokens: list[Token] = []
    _MARKDOWN.inline.parse(text, _MARKDOWN, {}, tokens)
    return tokens


def is_wide(character: str) -> bool:
    """Whether a character is of East Asian script or its punctuation (Unicode UAX #11)."""
    return unicodedata.east_asian_width(character) in "WF"


def _placed(rule: Rule) -> Rule:
    """Let a rule note where its first token begins."""

    def place(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own form
        start, count = state.pos, len(state.tokens)
        done = rule(state, silent)
        if done and not silent:
            opened = next((token for token in state.tokens[count:] if token.type != "text"), None)
            if opened:
                opened.meta[AT] = start
        return done

    return place


def _stress(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own form
    """Read a run of `*` or `_`.

    CommonMark's rule of flanking leaves the stars standing in 他说**“好”**了, where no space parts words. As
    https://github.com/tats-u/markdown-cjk-friendly proposes, a neighbour of East Asian script is enough.
    """
    start = state.pos
    marker = state.src[start]
    if silent or marker not in "_*":
        return False
    end = start
    while end < state.posMax and state.src[end] == marker:
        end += 1
    before = state.src[start - 1] if start else " "
    after = state.src[end] if end < state.posMax else " "
    left = _flanking(outer=before, inner=after)
    right = _flanking(outer=after, inner=before)
    if marker == "_":
        left, right = left and (not right or _is_sign(before)), right and (not left or _is_sign(after))
    for _ in range(end - start):
        token = state.push("text", "", 0)
        token.content = marker
        number = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(marker), end - start, number, -1, left, right))
    state.pos = end
    return True


def _flanking(*, outer: str, inner: str) -> bool:
    if inner.isspace():
        return False
    return (
        not (_is_sign(inner) and not is_wide(inner)) or outer.isspace() or _is_sign(outer) or is_wide(outer)
    )


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


_MARKDOWN: Final = _make()

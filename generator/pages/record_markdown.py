"""A record as the Markdown that the engine sees."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model.identifiers import Mark, TermId
from generator.model.record import (
    Block,
    Figure,
    Heading,
    Inline,
    Paragraph,
    Record,
    Table,
    Turn,
)
from generator.model.record_text import is_held_back
from generator.pages.edition import Edition
from generator.pages.engine_markdown import (
    attributes,
    escape_text,
    inline_markdown,
    open_tag,
    table_markdown,
)
from generator.pages.moments import moment_tag
from generator.pages.record_links import record_anchor
from generator.pages.record_turns import Voices, turn_line
from generator.pages.slides import picture, slide_figure
from generator.pages.subject import Subject
from generator.pages.translated import Translated

_LIST_TAGS = {"bullet": "ul", "number": "ol", "quote": "blockquote"}


@dataclass(frozen=True, slots=True)
class _Writing:
    edition: Edition
    subject: Subject
    record: Record
    aliases: Mapping[Mark, tuple[Mark, ...]]
    voices: Voices
    lang: str
    explained: Collection[TermId]
    translated: Translated | None = None
    missing: bool = False

    def at(self, block: Block) -> _Writing:
        """Return how a block is written: what a translation lacks is in the language of its source."""
        if self.translated is None or block.marks[0] not in self.translated.missing:
            return self
        return replace(self, lang=self.translated.lang.value, missing=True)

    def sign(self, block: Block) -> str:
        """Return what is said at a block of a translation that is behind its source; mostly empty."""
        if is_held_back(block):
            return ""
        return self.translated.sign(self.edition, block.marks[0]) if self.translated else ""

    def turn(self, turn: Turn) -> str:
        """Return who begins to speak."""
        return turn_line(self.edition, self.subject, self.voices, turn, foreign=bool(self.lang))

    def words(self, content: Sequence[Inline]) -> str:
        """Return the words of a text with its links."""
        return inline_markdown(
            content, lambda link: record_anchor(self.edition, self.subject, link, self.explained)
        )

    def classes(self, name: str) -> list[str]:
        """Return the classes of a block."""
        return [name, "fp-missing"] if self.missing else [name]


def record_markdown(
    edition: Edition,
    subject: Subject,
    record: Record,
    translated: Translated | None = None,
    explained: Collection[TermId] = (),
) -> str:
    """Write the blocks of a record.

    Args:
        edition: Whose page it is for.
        subject: What it is the record of.
        record: In the script of the edition, or in another language that is shown in its place.
        translated: What is to be said of its paragraphs, where it is a translation.
        explained: The terms whose definitions stand after the record.

    Returns:
        Markdown blocks, parted by empty lines, to stand in an element with `markdown="1"`.
    """
    writing = _Writing(
        edition,
        subject,
        record,
        _aliases(record),
        Voices.of(edition, subject),
        record.language.value if record.language is not edition.language else "",
        explained,
        translated,
    )
    return "\n\n".join(_blocks(writing))


def _aliases(record: Record) -> dict[Mark, tuple[Mark, ...]]:
    """Return, for each mark, the marks that are no more and lead to it, through any number of steps."""
    found: dict[Mark, list[Mark]] = {}
    for old in record.head.gone:
        target = old
        for _ in record.head.gone:
            target = record.head.gone.get(target, target)
        found.setdefault(target, []).append(old)
    return {mark: tuple(sorted(olds)) for mark, olds in found.items()}


def _blocks(writing: _Writing) -> Iterator[str]:
    slides = [slide for slide in writing.subject.slides if slide.at]
    for item, group in itertools.groupby(
        writing.record.blocks, lambda block: block.item if isinstance(block, Paragraph) else ""
    ):
        if item:
            yield _list(writing, item, [block for block in group if isinstance(block, Paragraph)])
            continue
        for block in group:
            time = None if isinstance(block, Table) else block.time
            while time and slides and slides[0].at and slides[0].at <= time.at:
                yield slide_figure(writing.edition, writing.subject, slides.pop(0))
            yield from _block(writing.at(block), block)
    for slide in slides:
        yield slide_figure(writing.edition, writing.subject, slide)


def _block(writing: _Writing, block: Block) -> Iterator[str]:
    sign = "" if isinstance(block, Paragraph) else writing.sign(block)
    if sign:
        yield f"{open_tag('p', classes=['fp-small'], markdown='span')}{sign}</p>"
    if is_held_back(block):
        if isinstance(block, Paragraph) and block.turn:
            yield writing.turn(block.turn)
        yield _held_back(writing, block)
    elif isinstance(block, Heading):
        words = writing.words(block.content)
        extra = _extra_ids(writing, block.marks)
        level = "#" * (block.level + 1)
        words += _mark(writing, block)
        yield f"{level} {extra}{words} {_attributes(writing, block, 'fp-chapter')}"
    elif isinstance(block, Figure):
        yield _figure(writing, block)
    elif isinstance(block, Table):
        yield _table(writing, block)
    else:
        if block.turn:
            yield writing.turn(block.turn)
        yield f"{_paragraph(writing, block)}\n{_attributes(writing, block, 'fp-p')}"


def _held_back(writing: _Writing, block: Block, tag: str = "p") -> str:
    """Write the line in the place of what readers may not see yet, under its names."""
    language = writing.edition.language.value  # the line is the page's, whatever language is around it
    opening = open_tag(tag, id=block.marks[0], classes=["fp-cut"], markdown="span", lang=language)
    words = escape_text(writing.edition.words("paragraph.held_back"))
    return f"{opening}{_extra_ids(writing, block.marks)}{words}</{tag}>"


def _attributes(writing: _Writing, block: Block, name: str) -> str:
    others = {"lang": writing.lang} if writing.lang else {}
    return attributes(id=block.marks[0], classes=writing.classes(name), **others)


def _paragraph(writing: _Writing, block: Paragraph) -> str:
    words = writing.words(block.content)
    time = moment_tag(writing.edition, writing.subject, block.time) if block.time else ""
    return f"{_extra_ids(writing, block.marks)}{writing.sign(block)}{time}{words}{_mark(writing, block)}"


def _mark(writing: _Writing, block: Heading | Paragraph) -> str:
    if block.temporary:
        return ""
    tag = open_tag(
        "a",
        classes=["fp-mark"],
        href=f"#{block.marks[0]}",
        aria_label=writing.edition.words("paragraph.mark_label"),
        lang=writing.edition.language.value,
    )
    return f"{tag}¶</a>"


def _extra_ids(writing: _Writing, marks: Sequence[Mark]) -> str:
    """Return empty elements for the other names of a block, so that every link ever given leads to it."""
    others = [*marks[1:], *(old for mark in marks for old in writing.aliases.get(mark, ()))]
    return "".join(f"{open_tag('span', id=mark)}</span>" for mark in others)


def _list(writing: _Writing, item: str, blocks: Sequence[Paragraph]) -> str:
    tag = _LIST_TAGS[item]
    inner = "p" if item == "quote" else "li"
    lines = [_item(writing.at(block), inner, block) for block in blocks]
    body = "\n".join(lines)
    return f"{open_tag(tag, classes=['fp-items'], markdown='1')}\n{body}\n</{tag}>"


def _item(writing: _Writing, tag: str, block: Paragraph) -> str:
    if block.held_back:
        return _held_back(writing, block, tag)
    others = {"lang": writing.lang} if writing.lang else {}
    opening = open_tag(tag, id=block.marks[0], classes=writing.classes("fp-p"), markdown="span", **others)
    return f"{opening}{_paragraph(writing, block)}</{tag}>"


def _figure(writing: _Writing, block: Figure) -> str:
    others = {"lang": writing.lang} if writing.missing else {}
    opening = open_tag("figure", id=block.marks[0], classes=writing.classes("fp-slide"), **others)
    return f"{opening}{picture(writing.edition, writing.subject, block.image, block.alt)}</figure>"


def _table(writing: _Writing, block: Table) -> str:
    def cells(row: Sequence[Sequence[Inline]]) -> list[str]:
        return [writing.words(cell) for cell in row]

    others = {"lang": writing.lang} if writing.lang else {}
    classes = writing.classes("fp-table")
    opening = open_tag("div", id=block.marks[0], classes=classes, tabindex="0", markdown="1", **others)
    return f"{opening}\n\n{table_markdown(cells(block.head), [cells(row) for row in block.rows])}\n\n</div>"

"""What a page says of a translation, paragraph by paragraph: what has changed since, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from generator.addresses import host_address, session_address
from generator.model.identifiers import HOST, Mark
from generator.model.language import Language
from generator.model.record import Block, Record
from generator.pages.edition import Edition
from generator.pages.engine_markdown import escape_text, open_tag
from generator.pages.record_script import in_script
from generator.pages.said import Said
from generator.store.records.translation import TranslationState, state_of


@dataclass(frozen=True, slots=True)
class Translated:
    """How a shown translation stands to its source.

    Attributes:
        record: As it is shown, with what is missing put in at its place, as the source has it.
        source: The language that it was translated from.
        stale: Paragraphs whose source has changed since, by their first mark, with the address of the source
            paragraph; empty where no page shows it.
        missing: Paragraphs that were put in, likewise.
        lang: The language of those.
        foreign: Whether that is not the page's.
        page: The edition that the addresses lead to; None where none shows the source.
    """

    record: Record
    source: Language
    stale: Mapping[Mark, str]
    missing: Mapping[Mark, str]
    lang: Language
    foreign: bool
    page: Language | None

    def sign(self, edition: Edition, mark: Mark) -> str:
        """Return the sign at a paragraph, for the beginning of its Markdown; empty where none is due."""
        kind = "stale" if mark in self.stale else "missing"
        href = (self.stale if kind == "stale" else self.missing).get(mark)
        if href is None:
            return ""
        words = edition.words(f"translation.{kind}", language=source_words(edition, self.source))
        tag = "a" if href else "span"
        link = {"href": href, "hreflang": self.page.value} if href and self.page else {}
        opening = open_tag(tag, classes=["fp-stale"], lang=edition.language.value, **link)
        return f"{opening}{escape_text(words)}</{tag}>"


def as_translated(
    edition: Edition, written: Record, shown: Record, on_page: Callable[[Language], Record | None]
) -> Translated | None:
    """Return what is to be said of a translation, or None of what is none.

    Args:
        edition: Whose page it is for.
        written: The translation as written.
        shown: The same, perhaps in the other script.
        on_page: Returns the record, as written, that the edition of a language shows; None for none.
    """
    found = state_of(edition.held, written)
    if found is None:
        return None
    source, state = found
    page = next(
        (
            one
            for one in source.language.sources()
            if one in edition.addresses.languages and on_page(one) is source
        ),
        None,
    )

    def href(mark: Mark) -> str:
        if page is None:
            return ""
        here = host_address(source.forum)
        if source.session != HOST:
            here = session_address(source.forum, source.session)
        return edition.addresses.relative((edition.language, here), (page, here), mark)

    stale: dict[Mark, str] = {}
    for pair in state.stale:
        stale.setdefault(pair.translation.marks[0], href(pair.mark))
    # A source that nobody may read yet is not read here either.
    put_in = _put_in(edition, source, written, state) if on_page(source.language) is source else {}
    readable = source.language in edition.language.sources()
    return Translated(
        record=replace(shown, blocks=_together(source, shown, state, put_in)),
        source=source.language,
        stale=stale,
        missing={block.marks[0]: href(old) for old, block in put_in.items()},
        lang=edition.language if readable else source.language,
        foreign=not readable,
        page=page,
    )


def translation_notices(edition: Edition, translated: Translated | None) -> list[Said]:
    """Return what a reader must know before reading a translation that is behind its source."""
    if translated is None:
        return []
    language = source_words(edition, translated.source)
    counts = {"stale": len(translated.stale), "missing": len(translated.missing)}
    return [
        Said(edition.words(f"translation.{kind}_notice", count=number, language=language), edition.language)
        for kind, number in counts.items()
        if number
    ]


def source_words(edition: Edition, language: Language) -> str:
    """Return the name of a language as a sentence has it, whatever the script."""
    return edition.words(f"tongue.{language.partition('-')[0]}")


def _put_in(edition: Edition, source: Record, written: Record, state: TranslationState) -> dict[Mark, Block]:
    """Return what is missing, by its mark, as it can stand on the page.

    A name that the translation says is gone leads elsewhere there, and names nothing else.
    """
    readable = source
    if source.language.other_script is edition.language:
        readable = in_script(source, edition.language, edition.script)
    missing = {block.marks[0] for block in state.missing}
    found: dict[Mark, Block] = {}
    for block in readable.blocks:
        marks = tuple(mark for mark in block.marks if mark not in written.head.gone)
        if block.marks[0] in missing and marks:
            found[block.marks[0]] = replace(block, marks=marks)
    return found


def _together(
    source: Record, shown: Record, state: TranslationState, put_in: Mapping[Mark, Block]
) -> tuple[Block, ...]:
    """Return the blocks of a translation, each missing one after what stands before it in the source."""
    own = {pair.mark: pair.translation.marks[0] for pair in state.pairs}
    following: dict[Mark | None, list[Block]] = {}
    before: Mark | None = None
    for block in source.blocks:
        before = own.get(block.marks[0], before)
        if block.marks[0] in put_in:
            following.setdefault(before, []).append(put_in[block.marks[0]])
    blocks = list(following.get(None, ()))
    for block in shown.blocks:
        blocks += [block, *following.get(block.marks[0], ())]
    return tuple(blocks)

"""Whether a translation still says what its source says, paragraph by paragraph."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.identifiers import Digest, Mark
from generator.model.proceedings import Proceedings
from generator.model.record import Block, Record, Table
from generator.model.record_text import block_text, is_held_back, plain_text

_LENGTH = 12
"""Hexadecimal digits that are kept: by chance, one change in 2^48 would go unseen."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph of the source and the paragraph that translates it.

    Attributes:
        source: Of the source.
        translation: Of the translation; carries one of the source's marks at least.
    """

    source: Block
    translation: Block

    @property
    def mark(self) -> Mark:
        """The mark by which the source paragraph goes, and which its digest stands under."""
        return self.source.marks[0]


@dataclass(frozen=True, slots=True)
class TranslationState:
    """How a translation stands to its source. Headings, tables and figures count as paragraphs do.

    What has no mark of its own yet is in none of these: which paragraph it translates is not known.

    Attributes:
        pairs: What is translated, in the order of the source.
        missing: Paragraphs of the source whose marks the translation does not have, in the source's order.
        extra: Paragraphs of the translation whose marks the source does not have, in the translation's order.
        stale: Those of `pairs` whose source has other words than it was translated from.
        unconfirmed: Those of `pairs` of which nobody has said what they were translated from.
    """

    pairs: tuple[Pair, ...]
    missing: tuple[Block, ...]
    extra: tuple[Block, ...]
    stale: tuple[Pair, ...]
    unconfirmed: tuple[Pair, ...]


def paragraph_digest(block: Block) -> Digest:
    """Return the digest of a paragraph's words, by which a later change is seen.

    The words are the text that readers see: of a paragraph or heading its text with that of links, emphasis
    and code; of a figure its description; of a table its cells, each ended by U+001F and each row by U+001E.
    Left out are the label of the turn, the time, the marks, where links lead, how words are stressed, the
    picture's name, and whether it is a heading, an item or a quotation. Every run of white space (a wanted
    break too) counts as one space, at the ends as none.

    Returns:
        The first 12 hexadecimal digits of the SHA-256 of these words in UTF-8.
    """
    if isinstance(block, Table):
        rows = [[_normal(plain_text(cell)) for cell in row] for row in (block.head, *block.rows)]
        words = "".join("".join(f"{cell}\x1f" for cell in row) + "\x1e" for row in rows)
    else:
        words = _normal(block_text(block))
    return Digest(hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH])


def translation_source(held: Proceedings, translation: Record) -> Record | None:
    """Return the record that a translation was made from.

    Returns:
        The record in the language that its head names or, where Chinese is written in the other script only,
        that one; None where the record is no translation, or its source is not there.
    """
    named = translation.head.translated_from
    for language in named.sources() if named else ():
        source = held.records.get((translation.forum, translation.session, language))
        if source and language is not translation.language:
            return source
    return None


def translation_state(
    source: Record, translation: Record, confirmed: Mapping[Mark, Digest]
) -> TranslationState:
    """Compare a translation with its source.

    Args:
        source: What it was made from (`translation_source`).
        translation: The translation, in any script: only marks are looked at.
        confirmed: What its paragraphs were made from (`Proceedings.confirmed`). Of the marks of a paragraph
            the first that has a digest counts.
    """
    theirs = {mark: block for block in translation.blocks if not block.temporary for mark in block.marks}
    pairs: list[Pair] = []
    missing: list[Block] = []
    for block in source.blocks:
        if block.temporary:
            continue
        other = next((theirs[mark] for mark in block.marks if mark in theirs), None)
        if other is None:
            missing.append(block)
        else:
            pairs.append(Pair(block, other))
    ours = {mark for block in source.blocks if not block.temporary for mark in block.marks}
    digests = [
        next((confirmed[mark] for mark in pair.source.marks if mark in confirmed), None) for pair in pairs
    ]
    told = list(zip(pairs, digests, strict=True))
    return TranslationState(
        pairs=tuple(pairs),
        missing=tuple(missing),
        extra=tuple(one for one in translation.blocks if not one.temporary and not ours & set(one.marks)),
        stale=tuple(pair for pair, digest in told if digest and _has_changed(pair.source, digest)),
        unconfirmed=tuple(pair for pair, digest in told if digest is None),
    )


def state_of(held: Proceedings, translation: Record) -> tuple[Record, TranslationState] | None:
    """Return the source of a translation and how the translation stands to it; None where there is none."""
    source = translation_source(held, translation)
    if source is None:
        return None
    confirmed = held.confirmed.get((translation.forum, translation.session, translation.language), {})
    return source, translation_state(source, translation, confirmed)


def _has_changed(source: Block, digest: Digest) -> bool:
    """Whether a block has other words than it had; of what is held back from readers nobody can tell."""
    return not is_held_back(source) and digest != paragraph_digest(source)


def _normal(words: str) -> str:
    return " ".join(words.split())

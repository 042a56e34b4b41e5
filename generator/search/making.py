"""The index of a language: from what is published to the files below `search/`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import PurePosixPath

from generator.pages.edition import Edition
from generator.search.entries import Entry, entries
from generator.search.inverted import folded_lines, inverted
from generator.search.names import names
from generator.search.parts import parts, tokens_of
from generator.search.segments import Segment, placed_in
from generator.search.tables import characters_file, names_file, sessions_file, text_file

Files = Mapping[PurePosixPath, bytes]
_NAME = 12


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a language's index is made from.

    Attributes:
        edition: The language's view.
        entries: All that is found, in order.
        texts: What is looked up of each.
        digests: Of each text.
    """

    edition: Edition
    entries: tuple[Entry, ...]
    texts: tuple[str, ...]
    digests: tuple[str, ...]

    def segment(self, numbers: Iterable[int] | None = None) -> tuple[Segment, Files]:
        """Return an index of the texts, and its files.

        Args:
            numbers: Of the entries whose texts are wanted, ascending; all if None.
        """
        wanted = range(len(self.texts)) if numbers is None else list(numbers)
        return segment_of([self.texts[one] for one in wanted], [self.digests[one] for one in wanted])

    def tables(self, segments: Sequence[Segment], index: Files) -> Files:
        """Return the files that stand beside the parts of the index.

        Args:
            segments: Of the index.
            index: Its parts.
        """
        texts = [text_file(one) for one in self.entries]
        tokens = frozenset(chain.from_iterable(map(tokens_of, index.values())))
        rows = {one.address: number for number, one in enumerate(self.entries)}
        placed = placed_in(segments, self.digests)
        keys = [key for key, _ in texts]
        found = {
            PurePosixPath("sessions.json"): sessions_file(self.edition, self.entries, keys, segments, placed),
            PurePosixPath("names.json"): names_file(names(self.edition, rows, tokens)),
            PurePosixPath("characters.json"): characters_file(tokens),
        }
        return found | {PurePosixPath("text", f"{key}.json"): content for key, content in texts}


def segment_of(texts: Sequence[str], digests: Sequence[str]) -> tuple[Segment, Files]:
    """Return an index of some texts, and its files.

    Args:
        texts: What is looked up.
        digests: Of each text.
    """
    index = inverted([folded_lines(text) for text in texts])
    made = list(parts(index))
    name = hashlib.sha256(b"".join(part for _, part in made)).hexdigest()[:_NAME]
    segment = Segment(name, tuple(digests), index.counts, tuple(token for token, _ in made))
    return segment, dict(zip(segment.parts(), (part for _, part in made), strict=True))


def prepare(edition: Edition, found: Iterable[Entry] | None = None) -> Prepared:
    """Return what the index of an edition is made from.

    Args:
        edition: The language's view.
        found: All that its readers may find, where that is known.
    """
    found = tuple(entries(edition) if found is None else found)
    texts = tuple("\n".join(passage.text for passage in entry.passages) for entry in found)
    return Prepared(edition, found, texts, tuple(hashlib.sha256(text.encode()).hexdigest() for text in texts))

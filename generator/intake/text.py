"""Text that knows where in the recording each of its characters was heard."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """A part of a text, and what is to stand there instead.

    Attributes:
        start: Where it begins, in characters of the text.
        end: Where it ends; equal to `start` where something is put in.
        words: What is to stand there; empty where something is left out.
    """

    start: int
    end: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    r"""Words with their origins; every step takes one and returns one. A recogniser's line break is `\n`.

    Attributes:
        words: The text as it reads now.
        origins: For each character its index in the recording, never decreasing. A character that was put in
            has that of its neighbour before it.
    """

    words: str
    origins: array[int]

    def __post_init__(self) -> None:
        """Hold both parts to one length.

        Raises:
            ValueError: They differ.
        """
        if len(self.words) != len(self.origins):
            message = f"{len(self.words)} characters with {len(self.origins)} origins"
            raise ValueError(message)

    @classmethod
    def of(cls, words: str, start: int = 0) -> Text:
        """Return words that stand in a recording as they are, from an index on."""
        return cls(words, array("q", range(start, start + len(words))))

    @classmethod
    def joined(cls, parts: Iterable[Text]) -> Text:
        """Return texts one after the other."""
        kept = list(parts)
        origins = array("q")
        for part in kept:
            origins.extend(part.origins)
        return cls("".join(part.words for part in kept), origins)

    def __len__(self) -> int:
        """The number of characters."""
        return len(self.words)

    def part(self, start: int, end: int) -> Text:
        """Return a part, by characters of the text."""
        return Text(self.words[start:end], self.origins[start:end])

    def heard(self, start: int, end: int) -> Text:
        """Return what was heard in a part of the recording, by indices of the recording."""
        return self.part(self.at(start), self.at(end))

    def at(self, origin: int) -> int:
        """Return where in the text the recording's index is, or the first after it that is left."""
        return bisect_left(self.origins, origin)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the part of the recording that a part of the text stands on, from and to (not included).

        An empty part stands on nothing: both are then the same.
        """
        if start >= end:
            at = self.origins[start] if start < len(self) else (self.origins[-1] + 1 if len(self) else 0)
            return at, at
        return self.origins[start], self.origins[end - 1] + 1

    def edited(self, edits: Iterable[Edit]) -> Text:
        """Return the text with parts of it rewritten.

        Args:
            edits: In any order; none may overlap another.

        Raises:
            ValueError: Two overlap, or one is outside the text.
        """
        words: list[str] = []
        origins = array("q")
        done = 0
        for edit in sorted(edits, key=lambda one: (one.start, one.end)):
            if not done <= edit.start <= edit.end <= len(self):
                message = f"edit of {edit.start} to {edit.end} after {done} in {len(self)} characters"
                raise ValueError(message)
            words += (self.words[done : edit.start], edit.words)
            origins.extend(self.origins[done : edit.start])
            origins.extend(self._origins_of(edit))
            done = edit.end
        words.append(self.words[done:])
        origins.extend(self.origins[done:])
        return Text("".join(words), origins)

    def _origins_of(self, edit: Edit) -> array[int]:
        if edit.start == edit.end:
            near = self.origins[edit.start - 1] if edit.start else (self.origins[0] if len(self) else 0)
            return array("q", [near] * len(edit.words))
        last = edit.end - 1
        return array("q", (self.origins[min(edit.start + number, last)] for number in range(len(edit.words))))

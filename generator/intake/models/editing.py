"""A step that has paragraphs lightly rewritten, and tells what was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from generator.intake.division import Division
from generator.intake.done import Done, DoneKind
from generator.intake.models.guarded import Guarded
from generator.intake.models.protocols import Editor
from generator.intake.models.rewriting import Rewritten, is_light, rewritten
from generator.intake.step import Known, Stepped
from generator.intake.text import Edit, Text
from generator.intake.wording.blocks import blocks_of
from generator.intake.wording.paragraphs import Part

REASON: Final = "model"
LONGEST: Final = 2000
"""Characters of a paragraph above which no model is asked: an answer would be cut."""

_AROUND: Final = 4
"""Characters on both sides of what changed that a review mark repeats, so that the place is found."""

Counting = Callable[[int, int], None]
"""Is told how many paragraphs are done, and how many there are."""


class EditingStep:
    """Asks a model for each paragraph of sessions and of what the host says.

    Attributes:
        asked: How many paragraphs it was asked for.
        refused: For how many its answer was not used, being empty or another text; those stay as they are.
    """

    def __init__(self, editor: Editor, count: Counting | None = None) -> None:
        self._editor = editor
        self._count = count
        self.asked = 0
        self.refused = 0

    def __call__(self, text: Text, known: Known, division: Division) -> Stepped:
        """Rewrite paragraphs lightly.

        Returns:
            The text, and what reads otherwise (`model`): changed, or trimmed where nothing stands there now;
            and again as marked where a number, a name, a negation or a hedge is another, for a person to look
            at. Where only signs of punctuation changed, nothing is told.

        Raises:
            ModelError: The model cannot do it. Nothing of it is used then.
        """
        guarded = Guarded(known)
        edits: list[Edit] = []
        done: list[Done] = []
        parts = _paragraphs(text, known, division)
        for number, (start, end) in enumerate(parts):
            if self._count:
                self._count(number, len(parts))
            before = text.words[start:end]
            after = self._edited(before)
            for part in rewritten(before, after):
                start_of, end_of = start + part.old[0], start + part.old[1]
                edits.append(Edit(start_of, end_of, after[slice(*part.new)]))
                done += _told(text.span(start_of, end_of), part, before, after, guarded)
        if self._count:
            self._count(len(parts), len(parts))
        return text.edited(edits), tuple(done)

    def _edited(self, before: str) -> str:
        """Return what is to stand for a paragraph: the model's answer, or the paragraph as it is."""
        if len(before) <= LONGEST:
            self.asked += 1
            after = self._editor.edit(before).strip()
            if is_light(before, after):
                return after
            self.refused += 1
        return before


def _paragraphs(text: Text, known: Known, division: Division) -> list[Part]:
    """Return the paragraphs of drafts as they would be now, without the spaces that end them."""
    stretches = [((one.start, one.end), one.turns, True) for one in division.sessions]
    stretches += [(stretch, (), False) for stretch in division.host]
    blocks = [
        block
        for stretch, turns, chapters in sorted(stretches, key=lambda one: one[0])
        for block in blocks_of(text, stretch, turns, known, chapters=chapters)
    ]
    parts = []
    for block in blocks:
        words = text.words[block.start : block.end]
        if words.strip():
            begin = block.start + len(words) - len(words.lstrip())
            parts.append((begin, begin + len(words.strip())))
    return parts


def _told(
    span: tuple[int, int], part: Rewritten, before: str, after: str, guarded: Guarded
) -> Iterator[Done]:
    old, new = before[slice(*part.old)], after[slice(*part.new)]
    if _letters(old) != _letters(new):
        kind = DoneKind.CHANGED if _letters(new) else DoneKind.TRIMMED
        yield Done(*span, kind, REASON, old, new)
    if guarded.changed(before, part.old, after, part.new):
        note = f"{_around(before, part.old)} → {_around(after, part.new)}"
        yield Done(*span, DoneKind.MARKED, REASON, note)


def _around(words: str, part: Part) -> str:
    return words[max(0, part[0] - _AROUND) : part[1] + _AROUND].strip()


def _letters(words: str) -> str:
    return "".join(sign for sign in words if sign.isalnum() or sign in "%.").strip(".")

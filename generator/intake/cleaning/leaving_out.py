"""Leaving words out of a text so that what stands around them still reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from generator.intake.done import Done, DoneKind
from generator.intake.step import Stepped
from generator.intake.text import Edit, Text

_CLOSING = frozenset("。．.！!？?，,、；;：:…~～♪♫♬・·-—–")
_BLANKS = " \t\u3000"
_BRACKETS = {"(": ")", "（": ")", "[": "]", "【": "】", "「": "」", "《": "》", "<": ">", "*": "*"}


class Reason(StrEnum):
    """Why words are left out, by the word for it in the report."""

    HALLUCINATION = "hallucination"
    CREDIT = "credit"
    SOUND = "sound"
    GARBAGE = "garbage"
    LOOP = "loop"
    STUTTER = "stutter"
    SEAM = "seam"
    DUPLICATE = "duplicate"

    @property
    def was_said(self) -> bool:
        """Whether it is a second hearing of words; what nobody said leaves a pause in its place."""
        return self in {Reason.LOOP, Reason.STUTTER, Reason.SEAM, Reason.DUPLICATE}


@dataclass(frozen=True, slots=True, order=True)
class Drop:
    """Words to be left out.

    Attributes:
        start: Where in the text they begin.
        end: Where they end; not included.
        reason: Why.
    """

    start: int
    end: int
    reason: Reason


def leave_out(text: Text, drops: Iterable[Drop]) -> Stepped:
    """Leave words out of a text.

    The signs that close them go with them, as do brackets around them; of a line with nothing left, the
    line break goes too. Between words that were apart a blank is left.

    Args:
        text: The text.
        drops: In any order; they may overlap.

    Returns:
        The text without them, and what was done.
    """
    kept = without_overlaps(_widened(text.words, drop) for drop in drops if drop.start < drop.end)
    whole = _whole_lines(text.words, kept)
    edits = _edits(text.words, whole)
    return text.edited(edits), tuple(done for drop in whole for done in _dones(text, drop))


def without_overlaps(drops: Iterable[Drop]) -> list[Drop]:
    """Put overlapping drops together, in order; the first says why, of several first the longest."""
    kept: list[Drop] = []
    for drop in sorted(drops, key=lambda one: (one.start, -one.end, one.reason)):
        if kept and drop.start < kept[-1].end:
            last = kept[-1]
            kept[-1] = Drop(last.start, max(last.end, drop.end), last.reason)
        else:
            kept.append(drop)
    return kept


def solid_before(words: str, at: int, least: int) -> int:
    """Return where the letters end that stand before a place, in its line and from `least` on."""
    while at > least and words[at - 1] != "\n" and not words[at - 1].isalnum():
        at -= 1
    return at


def solid_after(words: str, at: int, most: int) -> int:
    """Return where the letters begin that stand behind a place, in its line and up to `most`."""
    while at < most and words[at] != "\n" and not words[at].isalnum():
        at += 1
    return at


def _dones(text: Text, drop: Drop) -> Iterator[Done]:
    """Tell of each piece that is still one in the recording: what was left out before is not told again."""
    origins = text.origins[drop.start : drop.end]
    breaks = (at for at in range(1, len(origins)) if origins[at] > origins[at - 1] + 1)
    for start, end in pairwise([0, *breaks, len(origins)]):
        yield Done(origins[start], origins[end - 1] + 1, DoneKind.DROPPED, drop.reason)


def _widened(words: str, drop: Drop) -> Drop:
    start, end = drop.start, drop.end
    closing = _BRACKETS.get(words[start - 1]) if start else None
    if closing and words[end : end + 1] in {closing, "\uff09" if closing == ")" else closing}:
        start, end = start - 1, end + 1
    if not drop.reason.was_said or not start or words[start - 1] in _CLOSING or words[start - 1].isspace():
        while end < len(words) and words[end] in _CLOSING:
            end += 1
    return Drop(start, end, drop.reason)


def _whole_lines(words: str, drops: list[Drop]) -> list[Drop]:
    """Widen drops that leave no letters of a line to the line with its break."""
    found: list[Drop] = []
    from_line_start = False
    for number, drop in enumerate(drops):
        before = found[-1].end if found else 0
        after = drops[number + 1].start if number + 1 < len(drops) else len(words)
        start = solid_before(words, drop.start, before)
        end = solid_after(words, drop.end, after)
        begins = not start or words[start - 1] == "\n"
        from_line_start = begins or (from_line_start and start == before)
        blanks = len(words[drop.end : end]) - len(words[drop.end : end].lstrip(_BLANKS))
        if not from_line_start:
            found.append(_within_line(words, drop, blanks, before))
        elif end < after and words[end] == "\n":
            found.append(Drop(start, end + 1, drop.reason))
        elif begins and end == len(words) and start > before:
            found.append(Drop(start - 1, end, drop.reason))
        else:
            found.append(Drop(start, drop.end + blanks, drop.reason))
    return found


def _within_line(words: str, drop: Drop, blanks: int, before: int) -> Drop:
    """Leave one blank where there were two, and none at the end of a line."""
    start, end = drop.start, drop.end + blanks
    if start == before or words[start - 1] not in _BLANKS:
        return drop
    if words[end : end + 1] in {"", "\n"}:
        return Drop(start - 1, end, drop.reason)
    return Drop(start, end, drop.reason)


def _edits(words: str, drops: list[Drop]) -> Iterator[Edit]:
    """Leave drops out, those without anything between them as one."""
    first = 0
    for number, drop in enumerate(drops):
        if number + 1 < len(drops) and drops[number + 1].start == drop.end:
            yield Edit(drop.start, drop.end)
            continue
        apart = not all(one.reason.was_said for one in drops[first : number + 1])
        yield Edit(drop.start, drop.end, _between(words, drops[first].start, drop.end, apart=apart))
        first = number + 1


def _between(words: str, start: int, end: int, *, apart: bool) -> str:
    """What stands where words were left out: nothing, or the pause between what was apart."""
    before, after = words[start - 1 : start], words[end : end + 1]
    if not before or not after or before.isspace() or after.isspace():
        return ""
    return " " if apart or (_in_word(before) and _in_word(after)) else ""


def _in_word(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()

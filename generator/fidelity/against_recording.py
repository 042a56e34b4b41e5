"""A paragraph held against what was heard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.fidelity.alongside import LEAST
from generator.fidelity.amount import ORDINAL, Amount
from generator.fidelity.finding import Finding
from generator.fidelity.held import Said
from generator.fidelity.number_rules import judge_amount
from generator.fidelity.reader import within
from generator.fidelity.recording import Part
from generator.model.fidelity import FindingKind

ADDED: Final = {
    "negation": "denies what the recording does not deny",
    "possible": "is less sure than what was said",
    "certain": "is surer than what was said",
    "extent": "goes less far than what was said",
    "nearly": "is less than what was said",
    "most": "is said of most, and was not",
    "all": "is said of all, and was not",
    "always": "is said of every time, and was not",
    "sometimes": "is said of some times, and was not",
    "hope": "is hoped for, and was not said so",
    "plan": "is planned, and was not said so",
    "chase": "is pursued, and was not said so",
    "reach": "is reached, and was not said so",
    "surpass": "is surpassed, and was not said so",
    "superlative": "is the utmost, and was not said so",
    "sole": "is said of nothing else, and was not",
    "first": "came first, and was not said so",
    "up": "goes up, and was not said so",
    "down": "goes down, and was not said so",
    "above": "is above, and was not said so",
    "below": "is below, and was not said so",
    "second": "came second, and was not said so",
    "often": "is said of many times, and was not",
    "some": "is said of a part, and was not",
    "forbid": "is forbidden, and was not",
    "beyond": "is said of more besides, and was not",
    "done": "is done already, and was not said so",
}
"""What a word claims that has nothing of its kind in the recording, by list."""
LOST: Final = {
    "negation": "was denied in the recording",
    "possible": "was said to be possible only",
    "extent": "was said of a part, or to a degree only",
    "nearly": "was said to be nearly so",
    "hope": "was hoped for",
    "plan": "was planned",
    "chase": "was being pursued",
    "sometimes": "was said of some times",
    "most": "was said of most",
}
"""What a word of the recording holds back that the record says outright, by list."""
ORDER: Final = frozenset({"up", "down", "above", "below", "first", "before", "after", "superlative"})
_COUNTED: Final = 2
_EXPECTED: Final = 40
"""Characters from where a word is to be expected in the recording within which it answers."""
_MARGIN: Final = 12
_BEFORE: Final = 10
_BEHIND: Final = 6
_FIRM: Final = 4
_SAID_BY_THE_WAY: Final = frozenset({"possible", "extent", "hope"})
"""What people often say without meaning it: more must agree before it counts."""


def hold_numbers(said: Said) -> Iterator[Finding]:
    """Find the numbers of a paragraph that were not said, or were said otherwise."""
    heard = said.heard
    core, near = within(heard.amounts, said.parts), within(heard.amounts, said.near)
    for amount in said.reader.numbers.read(said.text):
        judged = judge_amount(amount, core)
        if judged is None and said.whole and not amount.is_small_count:
            judged = judge_amount(amount, within(heard.amounts, said.expected(amount.start)))
        if judged is None or (_is_counting(amount) and _is_counted(amount, near)):
            continue
        at_hand = judge_amount(amount, near) is None
        place = judged.other
        line = heard.text.line_of(place.start if place else said.parts[0][0])
        there = heard.text.around(place.start, place.end) if place else ""
        message = f"‘{amount.words}’ {judged.why}"
        if at_hand:
            message = f"‘{amount.words}’ was said near the lines that this paragraph names, not in them"
        yield Finding(FindingKind.NUMBER, said.block, amount.start, amount.words, message, line, there)


def _is_counting(amount: Amount) -> bool:
    return amount.is_small_count or amount.unit.dimension == ORDINAL


def _is_counted(amount: Amount, pool: Sequence[Amount]) -> bool:
    """Whether a small number or an ordinal may count what was said: two sides, a third point."""
    value = amount.values[0][1]
    if value <= _COUNTED:
        return True
    return any(one.values[0][0] == value for one in pool)


def hold_names(said: Said) -> Iterator[Finding]:
    """Find names that were not said, in no form and in nothing that sounds like them."""
    names, heard = said.reader.names, said.heard
    said_near = {entity for one in within(heard.mentions, said.near) for entity in one.entities}
    covered = []
    for one in names.mentions(said.text):
        covered.append((one.start, one.end))
        if one.entities & said_near or one.entities & said.known:
            continue
        if (
            names.sounds_within(one.entities, said.near_words)
            or one.words.casefold() in said.near_words.casefold()
        ):
            continue
        message = f"‘{one.words}’ was not said here, in any form that is known"
        yield Finding(
            FindingKind.NAME, said.block, one.start, one.words, message, heard.text.line_of(said.parts[0][0])
        )
    yield from _hold_latin(said, covered)


def _hold_latin(said: Said, covered: Sequence[Part]) -> Iterator[Finding]:
    """Find words of Latin letters in a Chinese text that were not said, nor anything spelt like them."""
    words = said.near_words
    low = re.sub(r"[\s.\-]", "", words).casefold()
    english = said.laid.scale > 1
    for found in re.finditer(r"[A-Za-z][A-Za-z0-9.+’'\-]*[A-Za-z0-9+]", said.text):
        if english and not _is_capital(found, said.text):
            continue
        if any(start < found.end() and found.start() < end for start, end in covered):
            continue
        plain = re.sub(r"[.\-]", "", found[0]).casefold()
        if (
            plain in low
            or said.reader.names.is_spelt_like(found[0], words)
            or said.reader.names.is_generic(found[0])
        ):
            continue
        message = f"‘{found[0]}’ was not said here, nor anything spelt like it"
        yield Finding(
            FindingKind.NAME,
            said.block,
            found.start(),
            found[0],
            message,
            said.heard.text.line_of(said.parts[0][0]),
        )


def _is_capital(found: re.Match[str], text: str) -> bool:
    """Whether a word of an English text is written as a name, not only at the beginning of a sentence."""
    if any(character.isupper() or character.isdigit() for character in found[0][1:]):
        return True
    before = text[: found.start()].rstrip(' “‘"(')
    return found[0][0].isupper() and bool(before) and before[-1] not in ".!?:;"


def hold_added(said: Said) -> Iterator[Finding]:
    """Find words that make a statement stronger or weaker, or turn it, and that nobody said."""
    laid, scale = said.laid, said.laid.scale
    for kind, why in ADDED.items():
        there = [cue for cue in said.reader.cues.find(laid.said, kind) if cue.near]
        for cue in said.reader.cues.find(said.text, kind):
            if not cue.strict:
                continue
            expected = laid.in_said(cue.start)
            far, margin = (_EXPECTED // 2, _MARGIN // 2) if said.whole else (_EXPECTED, _MARGIN)
            if any(abs(one.start - expected) <= far * scale for one in there):
                continue
            place = laid.said_of(cue.start, cue.end)
            if place and any(
                place[0] - margin * scale <= one.start < place[1] + margin * scale for one in there
            ):
                continue
            line, heard = said.shown(int(expected))
            yield Finding(_kind(kind), said.block, cue.start, cue.words, f"‘{cue.words}’ {why}", line, heard)


def hold_lost(said: Said) -> Iterator[Finding]:
    """Find what the recording holds back or denies of something, and the paragraph says of it outright."""
    laid, scale = said.laid, said.laid.scale
    for kind, why in LOST.items():
        mine = [cue for cue in said.reader.cues.find(said.text, kind) if cue.near]
        for cue in said.reader.cues.find(laid.said, kind):
            if not cue.strict:
                continue
            firm = kind in _SAID_BY_THE_WAY and not said.whole
            before, behind = (_BEFORE // 2, _BEHIND // 2) if said.whole else (_BEFORE, _BEHIND)
            place = laid.written_of(cue.start, cue.end, _FIRM if firm else LEAST)
            if place is None or any(
                place[0] - before * scale <= one.start < place[1] + behind * scale for one in mine
            ):
                continue
            line, heard = said.shown(cue.start)
            words = said.text[place[0] : place[1]]
            yield Finding(_kind(kind), said.block, place[0], words, f"‘{words}’ {why}", line, heard)


def _kind(kind: str) -> FindingKind:
    if kind == "negation":
        return FindingKind.NEGATION
    return FindingKind.ORDER if kind in ORDER else FindingKind.DEGREE

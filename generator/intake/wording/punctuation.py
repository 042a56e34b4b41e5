"""Punctuation from what the recogniser left: breaths, spaces and signs, and from the words themselves."""

from __future__ import annotations

import re

from generator.intake.division import Division
from generator.intake.known_names import names_of
from generator.intake.step import Known, Stepped
from generator.intake.text import Edit, Text
from generator.intake.wording.cuts import Cut
from generator.intake.wording.joints import Joint, JointKind, joints_of, lines_of
from generator.intake.wording.judging import Judge, Run, latin
from generator.intake.wording.long_clauses import LONG, LongWords, long_cuts
from generator.intake.wording.places import borders_of
from generator.intake.wording.sentences import Ending, stops_of
from generator.intake.wording.tokens import Tokens, tokens_of
from generator.intake.wording.typography import set_signs
from generator.intake.wording.word_joints import ClauseWords, word_joints
from generator.intake.wording.words import alternation

_AGAIN = re.compile(r"([\u4e00-\u9fff]{4,12})(?=\1)")
"""A clause that ends with the words that the next one begins with."""
_SENTENCE_ENDS = frozenset("。？！.?!")


def punctuate(text: Text, known: Known, division: Division) -> Stepped:
    """Set signs of punctuation as CLREQ has them, and take away line breaks and typed spaces.

    A sentence ends where words and breaths say so, where a turn, a session or the host begins, and where the
    recogniser has it; a full stop at the end of a chunk is none. No letter or figure changes, and nothing is
    set within a word or name. What is set is in no report.

    Returns:
        The text, and nothing that was done.
    """
    words = text.words
    lines = lines_of(words, chunked=known.heard.chunked)
    joints = joints_of(words, lines)
    tokens = tokens_of(
        words, [(one.start, one.end) for one in joints if not one.sign and not latin(words, one)]
    )
    borders = _forced(joints, borders_of(text, division), words)
    said_again = (found.end() for found in _AGAIN.finditer(words))
    greeted = (found.end() for found in _greetings(known).finditer(words))
    places = sorted({*said_again, *greeted})
    doubled = [Joint(place, place, JointKind.WORD) for place in places if tokens.at_edge(place)]
    joints = sorted(
        [
            *borders,
            *joints,
            *doubled,
            *word_joints(sorted([*borders, *joints], key=_place), tokens, ClauseWords.of(known)),
        ],
        key=_place,
    )
    names = _within_names(tokens, known)
    edits = _signed(joints, frozenset(borders), tokens, Judge(tokens, known, names))
    edits = _with_stops(_with_short_clauses(edits, tokens, known, names), tokens, known)
    return set_signs(text.edited(edits)), ()


def _signed(joints: list[Joint], forced: frozenset[Joint], tokens: Tokens, judge: Judge) -> list[Edit]:
    """Return what is to stand at each joint."""
    words = tokens.words
    edits: list[Edit] = []
    run = Run(0, 0)
    for number, joint in enumerate(joints):
        if edits and joint.start < edits[-1].end:
            continue
        following = joints[number + 1] if number + 1 < len(joints) else None
        last = joint.end == len(words)
        sign = (
            judge.sign(joint, following, run, forced=joint in forced or last)
            if run.clause < joint.start
            else ""
        )
        if sign.strip() or joint.end > joint.start:
            edits.append(Edit(joint.start, joint.end, sign))
        run = _next(run, joint, sign)
    if words and run.clause < len(words):
        end = Joint(len(words), len(words), JointKind.STOP)
        edits.append(Edit(len(words), len(words), judge.sign(end, None, run, forced=True)))
    return edits


def _with_short_clauses(edits: list[Edit], tokens: Tokens, known: Known, names: frozenset[int]) -> list[Edit]:
    """Put commas into clauses that are too long to read."""
    cuts_of = LongWords.of(known)
    found: list[Edit] = []
    open_ones: list[Edit] = []  # where nothing stands within the clause
    start = 0
    for edit in (*edits, Edit(len(tokens.words), len(tokens.words), ".")):
        if not edit.words.strip():
            open_ones.append(edit)
            continue
        if edit.start - start > LONG:
            cuts = long_cuts(start, edit.start, tokens, cuts_of, names)
            found += _cut_at(open_ones, cuts)
        else:
            found += open_ones
        found.append(edit)
        open_ones = []
        start = edit.end
    return found[:-1]


def _cut_at(open_ones: list[Edit], cuts: list[int]) -> list[Edit]:
    """Return the edits of a clause with commas at its cuts, in the breath before, where there is one."""
    at = dict.fromkeys(cuts)
    breaths = {edit.end: edit for edit in open_ones}
    found = [Edit(one.start, one.end, "，") if one.end in at else one for one in open_ones]
    found += [Edit(place, place, "，") for place in cuts if place not in breaths]
    return sorted(found, key=lambda edit: edit.start)


def _with_stops(edits: list[Edit], tokens: Tokens, known: Known) -> list[Edit]:
    """Make full stops of commas where a sentence would be too long, at the places that are good for it."""
    ending = Ending(tokens, known)
    signs = [edit for edit in edits if edit.words.strip()]
    stops: set[int] = set()
    commas: list[Cut] = []
    start = clause = 0
    for edit in signs:
        if edit.words == "，":
            commas.append(Cut(edit.start, ending.gain(clause, edit.start - 1, edit.end)))
        elif edit.words.strip()[-1] in _SENTENCE_ENDS or edit.words == "……":
            stops.update(stops_of(start, edit.start, commas))
            commas, start = [], edit.end
        clause = edit.end
    return [
        Edit(one.start, one.end, "。") if one.start in stops and one.words == "，" else one for one in edits
    ]


def _greetings(known: Known) -> re.Pattern[str]:
    """Return a pattern of greetings and thanks that another follows."""
    one = alternation(known.settings.words("text", "greetings")).pattern
    return re.compile(f"{one}(?={one})")


def _place(joint: Joint) -> tuple[int, int]:
    return joint.start, joint.end


def _forced(joints: list[Joint], borders: frozenset[int], words: str) -> list[Joint]:
    """Return the joints that a border falls into, and new ones for borders between words; joined ones go."""
    found: list[Joint] = []
    left: list[Joint] = []
    places = sorted(place for place in borders if 0 < place < len(words))
    number = 0
    for joint in joints:
        while number < len(places) and places[number] < joint.start:
            found.append(Joint(places[number], places[number], JointKind.STOP))
            number += 1
        taken = False
        while number < len(places) and places[number] <= joint.end:
            taken, number = True, number + 1
        (found if taken else left).append(joint)
    found += [Joint(place, place, JointKind.STOP) for place in places[number:]]
    joints[:] = left
    return found


def _next(run: Run, joint: Joint, sign: str) -> Run:
    if (sign.strip() and sign.strip() in _SENTENCE_ENDS) or sign == "……":
        return Run(joint.end, joint.end)
    if sign.strip():
        return Run(run.sentence, joint.end, sign == "、")
    if run.clause >= joint.start:  # nothing was said yet
        return Run(joint.end if run.sentence == run.clause else run.sentence, joint.end, run.item)
    return run


def _within_names(tokens: Tokens, known: Known) -> frozenset[int]:
    """Return the places of all characters of names but the first, read over the recogniser's breaks."""
    found = alternation(names_of(known)).finditer(tokens.read)
    return frozenset(tokens.places[at] for name in found for at in range(name.start() + 1, name.end()))

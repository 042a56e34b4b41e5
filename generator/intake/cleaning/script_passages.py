"""Passages of a text that are in the other Chinese script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import opencc

from generator.model.language import Language

# The Unified Ideographs that both scripts are written with today.
_FIRST, _LAST = 0x4E00, 0x9FFF
# Simplified texts have these too, whatever else they stand for in Traditional ones: 乾坤, 夥同, 著名.
_ALSO_IN_HANS = frozenset("乾吒夥徵拚捱摺榘菸薹袷醣麴麽著瞭藉餘")
# Each character that speaks against a script costs one. So much costs a change of script: least where a line
# begins, most in the middle of words.
_AT_LINE, _AT_SIGN, _AT_LETTER = 0.45, 1.2, 2.0


@cache
def only_in(language: Language) -> frozenset[str]:
    """Return the ideographs that only one of the two scripts is written with.

    By OpenCC's characters; those of GB 2312 and of Big5 that modern texts of the other script have, too, are
    common to both.
    """
    every = [chr(code) for code in range(_FIRST, _LAST + 1)]
    changed = (
        opencc.OpenCC("t2s" if language is Language.HANT else "s2t").convert("\n".join(every)).split("\n")
    )
    found = (one for one, other in zip(every, changed, strict=True) if one != other)
    if language is Language.HANT:
        return frozenset(found) - _ALSO_IN_HANS
    return frozenset(one for one in found if not _in_big5(one))


def _in_big5(character: str) -> bool:
    try:
        character.encode("big5")
    except UnicodeEncodeError:
        return False
    return True


@cache
def evidence(language: Language) -> re.Pattern[str]:
    """Return what finds the characters that only one script is written with."""
    return re.compile(f"[{''.join(sorted(only_in(language)))}]")


def main_script(words: str) -> Language:
    """Return the script that more characters speak for; Simplified where none does."""
    hant, hans = (len(evidence(one).findall(words)) for one in (Language.HANT, Language.HANS))
    return Language.HANT if hant > hans else Language.HANS


def other_passages(words: str, other: Language) -> Iterator[tuple[int, int]]:
    """Find passages in the script that is not the main one.

    The cheapest account of all characters that belong to one script alone: a line that has some of the
    other script and none of the main one is a passage, one in the midst of the main script is none.

    Args:
        words: The text.
        other: The script that is not the main one.

    Yields:
        From and to (not included): whole lines where the script changes between lines.
    """
    strange = only_in(other)
    if evidence(other).search(words) is None:
        return
    pattern = re.compile(f"{evidence(Language.HANT).pattern}|{evidence(Language.HANS).pattern}")
    places = [match.start() for match in pattern.finditer(words)]
    inside = _accounted(words, places, [words[at] in strange for at in places])
    start = -1
    for number, is_other in enumerate(inside):
        if is_other and start < 0:
            start = _border(words, places[number - 1] + 1 if number else 0, places[number], last=True)
        if start >= 0 and not is_other:
            yield start, _border(words, places[number - 1] + 1, places[number], last=False)
            start = -1
    if start >= 0:
        yield start, _border(words, places[-1] + 1, len(words), last=False)


def _accounted(words: str, places: list[int], strange: list[bool]) -> list[bool]:
    """For each place whether it is in a passage: the cheapest way through (Viterbi's algorithm)."""
    main, other = 0.0, 0.0
    from_other: list[tuple[bool, bool]] = []
    before = 0
    for at, is_strange in zip(places, strange, strict=True):
        change = _change(words, before, at)
        main_from, other_from = other + change < main, other <= main + change
        from_other.append((main_from, other_from))
        main, other = (
            (other + change if main_from else main) + is_strange,
            (other if other_from else main + change) + (not is_strange),
        )
        before = at
    inside = other < main
    found = []
    for main_from, other_from in reversed(from_other):
        found.append(inside)
        inside = other_from if inside else main_from
    return found[::-1]


def _change(words: str, before: int, at: int) -> float:
    if not before or words.find("\n", before, at) >= 0:
        return _AT_LINE
    return _AT_LETTER if words[before:at].isalnum() else _AT_SIGN


def _border(words: str, start: int, end: int, *, last: bool) -> int:
    """Find where between two characters the script changes: the passage is no longer than it must be."""
    part = words[start:end]
    if "\n" in part:
        return start + (part.rindex("\n") + 1 if last else part.index("\n"))
    if not start:
        return start
    signs = [number for number, sign in enumerate(part) if not sign.isalnum()]
    if signs:
        return start + (signs[-1] + 1 if last else signs[0])
    return end if last else start

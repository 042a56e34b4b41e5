"""Chapters that speakers themselves announce: better none than silly ones."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from generator.intake.step import Known
from generator.intake.wording.paragraphs import Part, sentences_of
from generator.intake.wording.tokens import tokens_of

_PART: Final = r"第[一二三四五六七八九](?:个)?(?:大)?部分"
_ABOUT: Final = r"(?:的)?(?:是)?(?:关于)?"
_SHORTEST, _LONGEST = 4, 18
_APART: Final = 400
"""Characters between chapters, at least."""
_FEWEST: Final = 2
_NAMES_SOMETHING: Final = frozenset({"n", "vn", "nz", "eng", "l", "j", "an", "nt", "i"})


def chapters_of(words: str, part: Part, known: Known) -> dict[int, str]:
    """Return where chapters begin, and what they are called in the speaker's words.

    A speaker says clearly that something begins (首先介绍…, 接下来看一下…, 第二部分是…) and what it is. Fewer
    than two such places make no chapters.

    Args:
        words: The text.
        part: A session, or what one person says.
        known: Lists of words.
    """
    pattern = _pattern(known)
    never = frozenset(known.settings.words("text", "no_heading"))
    found: dict[int, str] = {}
    last = -_APART
    for start, end in sentences_of(words, *part):
        announced = pattern.match(words, start, end)
        if not announced or start - last < _APART:
            continue
        heading = announced["what"].strip("“”《》 ")
        if len(heading) >= _SHORTEST and _names_something(heading, never):
            found[start] = heading
            last = start
    return found if len(found) >= _FEWEST else {}


def announcing(known: Known) -> re.Pattern[str]:
    """Return a pattern of the words by which a speaker says that something begins."""
    openers, helpers, verbs = (
        _any(known, key) for key in ("chapter_openers", "chapter_helpers", "chapter_verbs")
    )
    helping = rf"(?:(?:{helpers})，?){{0,8}}"
    says = rf"(?:(?:然后|好的|好|那么|那)，?)?(?:{openers})，?{helping}(?:{verbs}){_ABOUT}"
    part = (
        rf"(?:那|那么|然后|接下来|下面|我们看|来到)?，?{_PART}(?:呢)?，?{helping}(?:就是|是|{verbs}){_ABOUT}"
    )
    return re.compile(rf"(?:{part}|{says})")


def _pattern(known: Known) -> re.Pattern[str]:
    leads = rf"，?(?:(?:{_any(known, 'chapter_leads')})，?){{0,4}}"
    what = rf"(?P<what>[^，。？！、：；]{{{_SHORTEST},{_LONGEST}}})[，。]"
    return re.compile(f"{announcing(known).pattern}{leads}{what}")


def _any(known: Known, key: str) -> str:
    words = known.settings.words("text", key)
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def _names_something(heading: str, never: frozenset[str]) -> bool:
    tokens = tokens_of(heading)
    edges = [place for place, begins in enumerate(tokens.starts) if begins]
    said = {heading[start:end] for start, end in pairwise(edges)}
    return not said & never and tokens.kinds[len(heading) - 1] in _NAMES_SOMETHING

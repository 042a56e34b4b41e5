"""How long a text is, in round numbers: how much there is to read, and for how long."""

from __future__ import annotations

import re

from generator.language.ideographs import IDEOGRAPH
from generator.model.record import Figure, Record
from generator.model.record_text import block_text, is_held_back
from generator.pages.edition import Edition

_WORD = re.compile(rf"(?:(?!{IDEOGRAPH.pattern})[^\W_])+(?:['’.,-](?:(?!{IDEOGRAPH.pattern})[^\W_])+)*")
_IDEOGRAPHS_A_MINUTE = 400
_WORDS_A_MINUTE = 230
"""Silent reading of non-fiction: some 238 English words a minute (Brysbaert 2019,
doi:10.1016/j.jml.2019.104047); for Chinese the usual rule of thumb is 400 to 500 characters."""


def length_words(edition: Edition, record: Record) -> str:
    """Return how long a record is and how long it takes to read, for its page.

    Args:
        edition: Whose page it is.
        record: As the page shows it.

    Returns:
        A clause such as “About 2,300 words, 10 minutes’ reading”; numbers as the language writes them. Of a
        Chinese record characters are counted, a word in letters as one, as word processors do.
    """
    shown = [one for one in record.blocks if not isinstance(one, Figure) and not is_held_back(one)]
    text = "\n".join(block_text(one) for one in shown)
    ideographs = sum(1 for _ in IDEOGRAPH.finditer(text))
    others = sum(1 for _ in _WORD.finditer(text))
    minutes = round(ideographs / _IDEOGRAPHS_A_MINUTE + others / _WORDS_A_MINUTE)
    unit = "characters" if record.language.is_chinese else "words"
    return edition.words(
        "length.sentence",
        amount=edition.words(f"length.{unit}", count=_rounded(ideographs + others)),
        time=edition.words("length.minutes", count=max(1, minutes)),
    )


def _rounded(number: int) -> int:
    """Return a number with two figures that count; the last of a small one is a nought."""
    step: int = 10 ** max(1, len(str(number)) - 2)
    return max(step, (number + step // 2) // step * step)

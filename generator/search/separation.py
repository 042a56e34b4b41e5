"""How text is cut into what is looked up: the same rule for the index and, in the browser, for queries.

The rule, which `tests/search/separation.json` shows by examples and `templates/search/` follows:

1. Each code point by itself: decomposed (NFKD), without marks (category M), in lower case.
2. Each ideograph as the one that stands for all its forms (`folded.txt`): so neither script matters.
3. An ideograph is a token together with the ideograph behind it; the last of a run is one alone. Tokens and
   ideographs are thus one for one, a word of n is found as n - 1 tokens that follow each other, and a
   single one by what tokens begin with.
4. A run of letters is a token, and a run of decimal digits. All else parts them. Digits, and letters up to
   two, end in `_`: a word is found by its beginning too, and `ai` begins too much.

A query is cut alike, but the last ideograph of a run is left out where another stands before it: in the index
it has whatever follows it there, and the token before it says as much. The tokens keep their places: where
all stand in a text at these distances, the query stands there word for word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import cache
from importlib.resources import files
from itertools import pairwise

from generator.language.ideographs import IDEOGRAPH, IDEOGRAPHS

_TABLE = "folded.txt"
_HAN = IDEOGRAPH.pattern[1:-1]
WORD = re.compile(rf"\d+|[^\W\d_{_HAN}]+")
"""A run of letters, or of digits, in a folded text."""
_RUN = re.compile(f"{IDEOGRAPHS.pattern}|{WORD.pattern}")
_FIRST_HAN = "\u3007"
_PAIR = 2
_SHORT = 2


def separated(text: str) -> list[str]:
    """Return the tokens of a text, in order."""
    tokens: list[str] = []
    for run in _RUN.findall(text.translate(folding)):
        if run[0] >= _FIRST_HAN and IDEOGRAPH.match(run):
            tokens += map("".join, pairwise(run))
            tokens.append(run[-1])
        else:
            tokens.append(word_token(run))
    return tokens


def word_token(run: str) -> str:
    """Return the token of a run of letters or digits."""
    return f"{run}_" if len(run) <= _SHORT or run.isdecimal() else run


def separated_query(text: str) -> list[tuple[str, int]]:
    """Return the tokens by which a text is asked for, each with how many tokens after the first it stands."""
    tokens = separated(text)
    ends = {number for number in range(1, len(tokens)) if _ends_run(tokens[number - 1], tokens[number])}
    return [(token, number) for number, token in enumerate(tokens) if number not in ends]


def _ends_run(before: str, token: str) -> bool:
    """Whether a token is the last ideograph of a run, which the token before it holds as well."""
    return len(before) == _PAIR and before[1] == token and IDEOGRAPH.match(before) is not None


def folded(text: str) -> str:
    """Return a text in the form in which it is compared: runs of letters, digits, ideographs, spaces between.

    What is not part of a token becomes a space; there is one space at most, and none at the ends.
    """
    return " ".join(text.translate(folding).split())


def forms_of(characters: Collection[str]) -> dict[str, str]:
    """Return all forms of some ideographs: each other form, with the one that stands for it.

    Args:
        characters: Ideographs as they stand in tokens.

    Returns:
        By code point: what a browser must know to ask for them in any form.
    """
    wanted = set(characters)
    return dict(sorted((form, main) for form, main in _forms().items() if main in wanted))


@cache
def _forms() -> dict[str, str]:
    lines = files("generator.search").joinpath(_TABLE).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {form: main for main, others in rows for form in others}


class _Folding(dict[int, str]):
    """Steps 1 and 2 for each code point, worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        plain = (
            one for one in unicodedata.normalize("NFKD", chr(point)) if unicodedata.category(one)[0] != "M"
        )
        lower = "".join(plain).lower()
        marked = (one for one in lower if unicodedata.category(one)[0] != "M")
        found = "".join(_forms().get(one, one) if _counts(one) else " " for one in marked)
        self[point] = found
        return found


def _unmarked(text: str) -> str:
    return "".join(one for one in text if unicodedata.category(one)[0] != "M")


def _counts(character: str) -> bool:
    return unicodedata.category(character)[0] in {"L", "N"}


folding = _Folding()
"""For `str.translate`: what is not part of a token becomes a space."""

"""Words by which a statement is weaker or stronger, turned round, or of another order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.fidelity.settings import Settings, pattern_of

_LIKE = "_like"
_NEAR = "_near"
_NOT = "_not"


@dataclass(frozen=True, slots=True)
class Cue:
    """Such a word where it stands.

    Attributes:
        kind: The list it is of, such as `negation`.
        start: Where it begins in its text.
        end: Where it ends.
        words: As it is written.
        strict: It is asked after; else it only answers for another one.
        near: It answers in a text of the same language.
        like: It answers in a translation.
    """

    kind: str
    start: int
    end: int
    words: str
    strict: bool
    near: bool = True
    like: bool = True


@dataclass(frozen=True, slots=True)
class _Words:
    """A list, with what answers for its words and what only looks like them."""

    pattern: re.Pattern[str]
    strict: frozenset[str]
    like: frozenset[str]
    near: frozenset[str]
    others: frozenset[str]


class Cues:
    """Finds the words of all lists of `words.yml`."""

    def __init__(self, settings: Settings) -> None:
        """Prepare the patterns."""
        lists = settings.lists("words")
        self.kinds = tuple(sorted(key for key in lists if not key.endswith((_LIKE, _NEAR, _NOT))))
        self._kinds: dict[str, _Words] = {}
        for kind in self.kinds:
            strict, like, near, others = (lists.get(kind + key, ()) for key in ("", _LIKE, _NEAR, _NOT))
            every = {*strict, *like, *near}
            none = _folded(word for word in others if word not in every)
            self._kinds[kind] = _Words(
                pattern_of([*every, *others]), _folded(strict), _folded(like), _folded(near), none
            )

    def find(self, text: str, kind: str) -> Iterator[Cue]:
        """Yield the words of one list in a text, in order."""
        words = self._kinds[kind]
        text = text.replace("'", "’")
        for found in words.pattern.finditer(text):
            word = found[0].lower()
            if word in words.others or _is_month(found, text):
                continue
            strict = word in words.strict
            holds = any(one in word for one in words.strict if not one.isascii())
            near, like = strict or holds or word in words.near, strict or holds or word in words.like
            yield Cue(kind, found.start(), found.end(), found[0], strict, near, like)

    def all(self, text: str) -> dict[str, tuple[Cue, ...]]:
        """Return the words of all lists in a text, by list."""
        return {kind: tuple(self.find(text, kind)) for kind in self.kinds}


def _is_month(found: re.Match[str], text: str) -> bool:
    """Whether `May` stands within a sentence, or before a figure: then it is the month."""
    if found[0] != "May":
        return False
    before = text[: found.start()].rstrip(" “‘")
    return bool(before and before[-1] not in ".!?:;") or text[found.end() + 1 : found.end() + 2].isdigit()


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower().replace("'", "’") for word in words)

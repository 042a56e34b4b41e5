"""What a model is to the intake: a function of words. Whatever keeps to it may take part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

Tagger = Callable[[Sequence[int]], Sequence[int]]
"""Takes the numbers of tokens, returns for each the number of the sign behind it."""


class Punctuator(Protocol):
    """Sets signs of punctuation."""

    def punctuate(self, words: str) -> str:
        """Return words with signs of punctuation.

        Args:
            words: What was said without a pause of its own, without signs between clauses. Spaces stand
                between Latin words only.

        Returns:
            The same letters with signs between them; an answer with other letters is not used.

        Raises:
            ModelError: The model cannot do it at all.
        """
        ...


class Editor(Protocol):
    """Rewrites a paragraph lightly."""

    def edit(self, paragraph: str) -> str:
        """Return a paragraph as it should read.

        Args:
            paragraph: One paragraph, punctuated, as plain text.

        Returns:
            One paragraph; one that is empty or has hardly anything of the old one is not used.

        Raises:
            ModelError: The model cannot do it at all.
        """
        ...

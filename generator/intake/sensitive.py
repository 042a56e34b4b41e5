"""Words of the review list: what a machine may have misheard, and must not say unseen."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from generator.intake.division import Division
from generator.intake.done import Done, DoneKind
from generator.intake.step import Known, Stepped
from generator.intake.text import Text
from generator.language.review_words import ReviewWords
from generator.model.record import SENSITIVE

_LIST = "review"


def mark_sensitive(text: Text, known: Known, _division: Division) -> Stepped:
    """Mark words of the review list, in what was heard as in what is written now.

    A name that was put right may have been a listed one before, and one that is listed may have come of what
    was put right; a person looks at both. What was left out is not marked.

    Args:
        text: What is to stand in the drafts.
        known: The recording, and the list.

    Returns:
        The same text, and the marks.
    """
    words = ReviewWords.of(known.settings.files.get(_LIST, {}))
    if not words.words:
        return text, ()
    found: dict[tuple[int, int], str] = {}
    heard = _without_breaks(known.heard.text) if known.heard.chunked else known.heard.text
    for start, end, said in (*_said(heard, words), *_said(text, words)):
        if text.at(start) < text.at(end):
            found.setdefault((start, end), said)
    return text, tuple(
        Done(start, end, DoneKind.MARKED, SENSITIVE, heard=said)
        for (start, end), said in sorted(found.items())
    )


def _said(text: Text, words: ReviewWords) -> Iterator[tuple[int, int, str]]:
    for start, end in words.spans(text.words):
        yield *text.span(start, end), text.words[start:end]


def _without_breaks(text: Text) -> Text:
    r"""Return the text without the line breaks that stand within words of ideographs."""
    words = text.words
    kept = [
        place
        for place, word in enumerate(words)
        if word != "\n" or words[place - 1 : place].isascii() or words[place + 1 : place + 2].isascii()
    ]
    return Text("".join(words[place] for place in kept), array("q", (text.origins[at] for at in kept)))

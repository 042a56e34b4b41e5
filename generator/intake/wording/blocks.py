"""A session's text cut into the blocks of a record: headings, paragraphs with their speakers, pictures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.intake.division import FoundTurn
from generator.intake.heard import Picture
from generator.intake.step import Known
from generator.intake.text import Text
from generator.intake.wording.chapters import chapters_of
from generator.intake.wording.paragraphs import Part, paragraphs_of, sentences_of


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """A block of a draft.

    Attributes:
        start: Where it begins, in characters of the text; a heading and a picture begin and end there.
        end: Where it ends.
        heading: Of a chapter, what it is called.
        picture: The picture that stands here.
        turn: Who begins to speak with it.
    """

    start: int
    end: int
    heading: str = ""
    picture: Picture | None = None
    turn: FoundTurn | None = None


def blocks_of(
    text: Text, stretch: tuple[int, int], turns: Sequence[FoundTurn], known: Known, *, chapters: bool = True
) -> list[DraftBlock]:
    """Cut a part of the recording into blocks, in order.

    Args:
        text: What is left of the recording, punctuated.
        stretch: Which part, by indices of the recording.
        turns: Who speaks where in it.
        known: Pictures, and lists of words.
        chapters: Propose chapters.
    """
    found: list[DraftBlock] = []
    pictures = _pictures(text, stretch, known)
    for turn, part in _parts(text, stretch, turns):
        headings = chapters_of(text.words, part, known) if chapters else {}
        within = [one for one in pictures if part[0] <= one[0] < part[1]]
        places = _at_sentences(text.words, part, within)
        cuts = [*headings, *(place for place, _ in places)]
        paragraphs = paragraphs_of(text.words, part, cuts, known)
        found += _woven(paragraphs, headings, places, turn)
    taken = {block.picture for block in found}
    end = text.at(stretch[1])
    found += [DraftBlock(end, end, picture=one) for _, one in pictures if one not in taken]
    return found


def _parts(
    text: Text, stretch: tuple[int, int], turns: Sequence[FoundTurn]
) -> Iterable[tuple[FoundTurn | None, Part]]:
    """Return the parts of a stretch by who speaks; what is left empty is none."""
    start, end = text.at(stretch[0]), text.at(stretch[1])
    inside = sorted(
        (turn for turn in turns if stretch[0] <= turn.start < stretch[1]), key=lambda turn: turn.start
    )
    places: list[tuple[FoundTurn | None, int]] = [
        (None, start),
        *((turn, text.at(turn.start)) for turn in inside),
    ]
    for number, (turn, place) in enumerate(places):
        until = places[number + 1][1] if number + 1 < len(places) else end
        if text.words[place:until].strip():
            yield turn, (place, until)


def _pictures(text: Text, stretch: tuple[int, int], known: Known) -> list[tuple[int, Picture]]:
    return [(text.at(one.index), one) for one in known.heard.pictures if stretch[0] <= one.index < stretch[1]]


def _at_sentences(words: str, part: Part, pictures: list[tuple[int, Picture]]) -> list[tuple[int, Picture]]:
    """Move pictures to the nearer end of the sentence that they stand in."""
    if not pictures:
        return []
    edges = [part[0], *(end for _, end in sentences_of(words, *part))]
    found = []
    for place, picture in pictures:
        number = bisect_left(edges, place)
        after = edges[min(number, len(edges) - 1)]
        before = edges[max(0, number - 1)]
        found.append((before if place - before < after - place else after, picture))
    return sorted(found, key=lambda one: (one[0], one[1].index))


def _woven(
    paragraphs: list[Part],
    headings: dict[int, str],
    places: list[tuple[int, Picture]],
    turn: FoundTurn | None,
) -> list[DraftBlock]:
    found: list[DraftBlock] = []
    waiting = list(reversed(places))
    for number, (start, end) in enumerate(paragraphs):
        while waiting and waiting[-1][0] <= start:
            found.append(DraftBlock(start, start, picture=waiting.pop()[1]))
        if start in headings:
            found.append(DraftBlock(start, start, heading=headings[start]))
        found.append(DraftBlock(start, end, turn=turn if number == 0 else None))
    end = paragraphs[-1][1] if paragraphs else 0
    found += [DraftBlock(end, end, picture=picture) for _, picture in reversed(waiting)]
    return found

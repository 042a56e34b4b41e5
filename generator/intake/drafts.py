"""Draft records: what an editor reads against the recording, with a source for each paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.intake.division import Division, FoundSession, FoundTurn, Stretch
from generator.intake.done import Done, DoneKind
from generator.intake.heard import Picture
from generator.intake.hosted import hosted_in, leading_to
from generator.intake.step import Known
from generator.intake.text import Text
from generator.intake.wording.blocks import DraftBlock, blocks_of
from generator.intake.wording.escaping import as_note, escaped
from generator.model.dates import Timecode
from generator.model.identifiers import HOST, PersonId, RecordingId, SessionId
from generator.model.language import Language
from generator.model.recording import Position
from generator.model.session import RecordState, Session, SessionKind
from generator.store.records.links import LinkError, read_link
from generator.store.records.marking import mark_session
from generator.store.records.speakers import Speakers

_HEAD: Final = "---\nform: edited\nwritten_by: machine\nchecked: []\n---\n"
_MARK: Final = re.compile(r" \^([a-z][a-z0-9]{3})\Z")
_PICTURE: Final = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_LABEL_LIKE: Final = re.compile(r"([^：:\n]{1,60})[：:]")
_GAP: Final = 100
"""Characters of the recording that were left out, above which a paragraph stands on two spans."""
_TO_AND_FRO: Final = frozenset({SessionKind.PANEL, SessionKind.QA})
"""Where nobody announces what he is going to say."""
_UNKNOWN: Final = {Language.HANS: "未知", Language.HANT: "未知", Language.EN: "Unknown"}
_SHOWN: Final = {Language.HANS: "图", Language.HANT: "圖", Language.EN: "Picture"}


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A file that the intake proposes.

    Attributes:
        path: Folders and name, within the forum's folder: `("records", "lin-wan.zh-Hans.md")`.
        text: What is to stand in it.
    """

    path: tuple[str, ...]
    text: str


def draft_records(
    text: Text, known: Known, division: Division, done: Sequence[Done]
) -> tuple[DraftFile, ...]:
    """Write the records of all sessions that were found, and the host's.

    Args:
        text: What is left of the recording, with punctuation.
        known: The forum, its people, pictures and times.
        division: What is where.
        done: What steps did; what they marked for a person to look at becomes review marks.

    Returns:
        For each session a record and its sources, in the order of the recording; last the host's. A session
        of which no words are left has none. The same in gives the same out, marks included.
    """
    writer = _Writer(text, known, done)
    files: list[DraftFile] = []
    parts: dict[SessionId, list[FoundSession]] = {}
    for found in division.sessions:
        if _state(found.id, known) is not RecordState.HOST:
            parts.setdefault(found.id, []).append(found)
    for session, found_parts in parts.items():
        blocks = [
            block
            for part in found_parts
            for block in blocks_of(
                text, (part.start, part.end), part.turns, known, chapters=part.kind not in _TO_AND_FRO
            )
        ]
        files += writer.files(session, blocks)
    files += writer.files(SessionId(HOST), list(_host_blocks(text, known, division)))
    return tuple(files)


def _host_blocks(text: Text, known: Known, division: Division) -> Iterator[DraftBlock]:
    """Return what the host says, under the names of the sessions that it is or leads to."""
    titled: set[SessionId] = set()
    hosted = hosted_in(division, known.forum)
    stretches = {
        stretch: (hosted.get(stretch, ()), leading_to(stretch, division, known.forum))
        for stretch in division.host
    }
    for one in division.sessions:
        if _state(one.id, known) is RecordState.HOST:
            stretches[one.start, one.end] = ((), known.forum.session(one.id))
    for stretch, (own, following) in sorted(stretches.items(), key=lambda item: item[0]):
        blocks = blocks_of(text, stretch, (), known, chapters=False)
        headings = _host_chapters(text, known, blocks, own, following)
        for number, block in enumerate(blocks):
            for session in headings.get(number, ()):
                if session.id not in titled:
                    titled.add(session.id)
                    title = session.title.nearest(known.forum.language, known.forum.language)[1]
                    heading = f"[{escaped(title)}](session:{session.id})"
                    yield DraftBlock(block.start, block.start, heading=heading)
            yield block


def _host_chapters(
    text: Text, known: Known, blocks: Sequence[DraftBlock], own: Sequence[Session], following: Session | None
) -> Mapping[int, Sequence[Session]]:
    """Say which sessions begin with which block: the host's own first, then the one that is led to."""
    last = len(blocks) - 1
    found: dict[int, list[Session]] = defaultdict(list)
    for number, session in enumerate(own):
        found[min(number, last)].append(session)
    if following and not own:
        found[0].append(following)
    elif following and last >= len(own):
        people = (known.held.people.get(one.person) for one in following.people)
        forms = [form for person in people if person for form in person.all_forms]
        after = range(len(own), last + 1)
        named = (
            number
            for number in after
            if any(form in text.words[blocks[number].start : blocks[number].end] for form in forms)
        )
        found[next(named, last)].append(following)
    return found


def _state(session: SessionId, known: Known) -> RecordState | None:
    held = known.forum.session(session)
    return held.record if held else None


class _Writer:
    """Writes the files of one forum."""

    def __init__(self, text: Text, known: Known, done: Sequence[Done]) -> None:
        self._text = text
        self._known = known
        self._language = known.forum.language
        self._to_look_at = sorted(one for one in done if one.kind is DoneKind.MARKED)
        self._looked_starts = [one.start for one in self._to_look_at]
        self._longest_look = max((one.end - one.start for one in self._to_look_at), default=0)
        self._cues = [cue for cue in known.heard.cues if cue.start is not None]
        self._cue_places = [cue.index for cue in self._cues]

    def files(self, session: SessionId, blocks: Sequence[DraftBlock]) -> Iterator[DraftFile]:
        """Write a record and its sources; nothing where there are no words."""
        if not any(block.end > block.start for block in blocks):
            return
        speakers = self._speakers(session)
        times = _Times()
        lines = [self._line(block, speakers, times, host=session == HOST) for block in blocks]
        body = "\n\n".join(lines)
        seed = f"{self._known.forum.id}/{session}"
        record = mark_session({self._language: f"{_HEAD}{body}\n"}, frozenset(), seed)[self._language]
        yield DraftFile(("records", f"{session}.{self._language}.md"), record)
        marked = [line for line in record[len(_HEAD) :].split("\n") if line]
        sources = []
        for block, line in zip(blocks, marked, strict=True):
            mark, spans = _MARK.search(line), self._spans(block)
            if mark and spans:
                sources.append(f"{mark[1]}: [{', '.join(spans)}]\n")
        yield DraftFile(("records", f"{session}.sources.yml"), "".join(sources))

    def _line(self, block: DraftBlock, speakers: Speakers, times: _Times, *, host: bool) -> str:
        if block.heading:
            return f"## {block.heading if host else escaped(block.heading)}"
        if block.picture:
            return self._shown(block.picture)
        words = self._text.words[block.start : block.end]
        label, reviews = self._label(block.turn, speakers)
        if not label:
            words = _no_label(words, speakers)
        reviews += self._reviews(block)
        time = self._time(block, times)
        return " ".join([f"{time}{label}{escaped(words)}", *dict.fromkeys(reviews)])

    def _label(self, turn: FoundTurn | None, speakers: Speakers) -> tuple[str, list[str]]:
        """Return a turn's label with its colon, and a review mark where it is not sure."""
        if turn is None:
            return "", []
        colon = ": " if self._language is Language.EN else "："
        name = self._name(turn.person, speakers) if turn.person else ""
        if name and turn.sure:
            return f"{name}{colon}", []
        person = self._known.held.people.get(turn.person) if turn.person else None
        who = person.names.nearest(self._language, self._language)[1] if person else ""
        return f"{name or _UNKNOWN[self._language]}{colon}", [_review("speaker", who)]

    def _name(self, person: PersonId, speakers: Speakers) -> str:
        """Return a form of the name that means this person alone in the session; empty where none does."""
        held = self._known.held.people.get(person)
        if held is None:
            return ""
        first = held.names.nearest(self._language, self._language)[1]
        labels = [form for key, form in speakers.shown.items() if speakers.people[key] == (person,)]
        return first if speakers.find(first) == (person,) else (labels[0] if labels else "")

    def _speakers(self, session: SessionId) -> Speakers:
        forum = self._known.forum
        held = forum.session(session)
        sessions = forum.sessions if session == HOST else ((held,) if held else ())
        appearances = [*(one for other in sessions for one in other.people), *forum.people]
        return Speakers.of(appearances, self._known.held.people)

    def _reviews(self, block: DraftBlock) -> list[str]:
        first, last = self._text.span(block.start, block.end)
        number = bisect_left(self._looked_starts, first - self._longest_look)
        found = []
        while number < len(self._to_look_at) and self._to_look_at[number].start < last:
            one = self._to_look_at[number]
            if one.end > first:
                found.append(_review(one.reason, one.heard or self._text.heard(one.start, one.end).words))
            number += 1
        return found

    def _time(self, block: DraftBlock, times: _Times) -> str:
        number = bisect_right(self._cue_places, self._text.origins[block.start]) - 1
        if number < 0:
            return ""
        cue = self._cues[number]
        file = self._known.heard.file_of(cue.index)
        if file is not self._known.heard.file_of(self._text.origins[block.start]):
            return ""
        seconds = (cue.start or 0) // 1000
        if not times.goes_on(file.recording, seconds):
            return ""
        name = f"{file.recording} " if len(self._known.forum.recordings) > 1 else ""
        return f"[{name}{Timecode(seconds)}] "

    def _shown(self, picture: Picture) -> str:
        """Write a picture: a link where it is on the web, else its name, for a person to fetch it."""
        words = escaped(picture.alt) or _SHOWN[self._language]
        if _is_link(picture.source):
            return f"[{words}]({picture.source})"
        return f"{words} {_review('picture', picture.source)}"

    def _spans(self, block: DraftBlock) -> list[str]:
        """Return the spans that a block stands on, as YAML; none for a heading."""
        if block.heading:
            return []
        if block.picture:
            file = self._known.heard.file_of(block.picture.index)
            found = _PICTURE.match(file.raw, block.picture.index - file.base)
            size = len(found[0]) if found else 1
            return list(self._written([(block.picture.index, block.picture.index + size)]))
        origins = self._text.origins
        spans: list[Stretch] = []
        begin = block.start
        for place in range(block.start + 1, block.end):
            if origins[place] - origins[place - 1] > _GAP:
                spans.append(self._text.span(begin, place))
                begin = place
        spans.append(self._text.span(begin, block.end))
        return list(self._written(spans))

    def _written(self, spans: Iterable[Stretch]) -> Iterator[str]:
        for start, end in spans:
            for file in self._known.heard.files:
                first, last = max(start, file.base), min(end, file.end)
                if first < last:
                    yield _span(file.recording, file.position(first), file.position(last))


class _Times:
    """The times that stand in a record already: they never go back within a recording."""

    def __init__(self) -> None:
        self._last: dict[RecordingId, int] = {}

    def goes_on(self, recording: RecordingId, seconds: int) -> bool:
        """Whether a time may follow; it then is the last."""
        if seconds < self._last.get(recording, 0):
            return False
        self._last[recording] = seconds
        return True


def _span(recording: RecordingId, start: Position, end: Position) -> str:
    return f"{{recording: {recording}, from: [{start[0]}, {start[1]}], to: [{end[0]}, {end[1]}]}}"


def _review(reason: str, note: str) -> str:
    plain = "-".join(re.findall(r"[a-z]+", reason.lower())) or "unsure"
    said = as_note(note)
    return f"<!-- review: {plain}: {said} -->" if said else f"<!-- review: {plain} -->"


def _is_link(address: str) -> bool:
    """Whether a record may link to an address as it is."""
    try:
        read_link(address)
    except LinkError:
        return False
    return not set("()") & set(address)


def _no_label(words: str, speakers: Speakers) -> str:
    """Return words that begin with no name and colon: nobody begins to speak here."""
    found = _LABEL_LIKE.match(words)
    name = found[1].strip(" *") if found else ""
    if found and (speakers.find(name) or speakers.near(name) or name in {"观众", "觀眾", "未知"}):
        return f"{found[1]}，{words[found.end() :]}"
    return words

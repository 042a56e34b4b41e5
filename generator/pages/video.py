"""The recordings of a page: where they are, what plays them, and from which moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.dates import Timecode
from generator.model.identifiers import RecordingId
from generator.model.record import Record, RecordingTime, Table
from generator.model.record_text import is_held_back
from generator.model.recording import Recording
from generator.model.session import Heard
from generator.pages.media import recording_host, recording_of, recording_url
from generator.pages.players import Player, PlayerKind, player_of
from generator.pages.subject import Subject


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a recording that a page is about, with the link to its beginning.

    Attributes:
        href: Where it can be heard, from its beginning.
        host: Who has it, such as `www.bilibili.com`.
        recording: The recording's id.
        at: Where it begins, in seconds.
        time: The same as players write it.
        to: Where it ends, in seconds; None where that is not known.
        length: How long it is, as players write it; empty where that is not known.
        sound: Whether there is only something to hear.
    """

    href: str
    host: str
    recording: str
    at: int
    time: str
    to: int | None
    length: str
    sound: bool


@dataclass(frozen=True, slots=True)
class Plays:
    """A recording that plays within the page.

    Attributes:
        recording: Its id.
        host: Who has it.
        player: What plays it; templates/script/80-video.js knows its kinds.
    """

    recording: str
    host: str
    player: Player


@dataclass(frozen=True, slots=True)
class Video:
    """All that is to be heard and seen of a page's subject.

    Attributes:
        stretches: Its parts; at least one.
        plays: What plays within the page, in the order in which it is first needed.
    """

    stretches: tuple[Stretch, ...]
    plays: tuple[Plays, ...]

    @property
    def hosts(self) -> tuple[str, ...]:
        """Who has the recordings, each once."""
        return tuple(dict.fromkeys(one.host for one in self.stretches))


def page_video(subject: Subject, heard: Sequence[Heard], record: Record | None) -> Video | None:
    """Return the recordings of a page; None where none can be heard anywhere.

    Args:
        subject: What the page is about.
        heard: The parts of recordings that hold it; without any, the recordings of the record's moments do.
        record: What was said, as the page shows it; its moments may be of other recordings too.
    """
    forum = subject.forum
    named = {one.id: one for one in forum.recordings if recording_url(one)}
    stretches = [_stretch(named[one.recording], one) for one in heard if one.recording in named]
    moments: dict[str, Recording] = {}
    for time in _times(record):
        found = recording_of(forum, subject.recording, time)
        if found and found.id in named and found.id not in moments:
            moments[found.id] = found
            if not heard:
                stretches.append(_stretch(found, Heard(recording=found.id, from_=time.at)))
    needed = dict.fromkeys([*(one.recording for one in stretches), *moments])
    plays = [
        Plays(name, recording_host(named[RecordingId(name)]), player)
        for name in needed
        if (player := player_of(named[RecordingId(name)]))
    ]
    return Video(tuple(stretches), tuple(plays)) if stretches else None


def page_players(video: Video | None) -> tuple[Player, ...]:
    """Return what a page has to be allowed for its recordings."""
    return tuple(one.player for one in video.plays) if video else ()


def _times(record: Record | None) -> Iterator[RecordingTime]:
    for block in record.blocks if record else ():
        if not isinstance(block, Table) and block.time and not is_held_back(block):
            yield block.time


def _stretch(recording: Recording, heard: Heard) -> Stretch:
    begin = heard.from_ or Timecode(0)
    player = player_of(recording)
    return Stretch(
        href=recording_url(recording, heard.from_),
        host=recording_host(recording),
        recording=recording.id,
        at=begin.seconds,
        time=begin.short,
        to=heard.to.seconds if heard.to else None,
        length=Timecode(heard.to.seconds - begin.seconds).short if heard.to else "",
        sound=player is not None and player.kind is PlayerKind.AUDIO,
    )

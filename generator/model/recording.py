"""What a record stands on: recordings, and spans of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from generator.model.about import About
from generator.model.dates import ClockTime
from generator.model.identifiers import Mark, RecordingId, Sha256, WebAddress


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A raw transcript as a recogniser left it, or the media it was made from; never published."""

    id: Annotated[RecordingId, About("A short name within the forum.", "a")]
    sha256: Annotated[Sha256 | None, About("Digest of the transcript file, in hexadecimal.")] = None
    bilibili: Annotated[str | None, About("Id of the video at Bilibili.", "BV1xx411c7mD")] = None
    page: Annotated[int | None, About("Which part of that video, from 1.")] = None
    youtube: Annotated[str | None, About("Id of the video at YouTube.")] = None
    url: Annotated[
        WebAddress | None,
        About("Where the recording can be heard; a file of sound or video plays within the page."),
    ] = None
    starts: Annotated[ClockTime | None, About("The clock of the recording's first moment.", '"09:28"')] = None


Position = tuple[int, int]
"""Line of the recording from 1, and character in the line from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A part of a recording."""

    recording: Annotated[RecordingId, About("Which recording of the forum.", "a")]
    from_: Annotated[Position, About("Line (from 1) and character (from 0) where it begins.", "[905, 0]")]
    to: Annotated[Position, About("Line and character where it ends; not included.", "[921, 0]")]


@dataclass(frozen=True, slots=True)
class ParagraphSources:
    """The spans that the paragraph of a mark stands on."""

    mark: Mark
    spans: tuple[Span, ...]

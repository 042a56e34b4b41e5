"""Moments of a recording, as a record shows them."""

from __future__ import annotations

from generator.model.record import RecordingTime
from generator.pages.edition import Edition
from generator.pages.engine_markdown import open_tag
from generator.pages.media import recording_of, recording_url
from generator.pages.subject import Subject


def moment_tag(edition: Edition, subject: Subject, time: RecordingTime) -> str:
    """Write a moment: a link to where it can be heard, or its time alone where it cannot."""
    recording = recording_of(subject.forum, subject.recording, time)
    url = recording_url(recording, time.at) if recording else ""
    if recording is None or not url:
        return f"{open_tag('span', classes=['fp-time'])}{time.at.short}</span>"
    tag = open_tag(
        "a",
        classes=["fp-time"],
        href=url,
        aria_label=edition.words("session.play_from", time=time.at.short),
        lang=edition.language.value,
        data_recording=recording.id,
        data_at=str(time.at.seconds),
    )
    return f"{tag}{time.at.short}</a>"

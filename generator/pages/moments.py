"""Moments of a recording, as a record shows them."""

from __future__ import annotations

from generator.model.record import RecordingTime
from generator.pages.edition import Edition
from generator.pages.engine_markdown import open_tag
from generator.pages.media import moment_url
from generator.pages.subject import Subject


def moment_tag(edition: Edition, subject: Subject, time: RecordingTime) -> str:
    """Write a moment: a link to where it can be heard, or its time alone where it cannot."""
    url = moment_url(subject.forum, subject.recording, time)
    if not url:
        return f"{open_tag('span', classes=['fp-time'])}{time.at.short}</span>"
    label = edition.words("session.play_from", time=time.at.short)
    tag = open_tag("a", classes=["fp-time"], href=url, aria_label=label, lang=edition.language.value)
    return f"{tag}{time.at.short}</a>"

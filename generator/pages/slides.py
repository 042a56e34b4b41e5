"""Slides and other pictures of a record."""

from __future__ import annotations

from generator.addresses import forum_image
from generator.model.record import RecordingTime
from generator.model.session import Slide
from generator.pages.edition import Edition
from generator.pages.engine_markdown import Anchor, anchor_tag, open_tag
from generator.pages.media import moment_url
from generator.pages.subject import Subject


def slide_figure(edition: Edition, subject: Subject, slide: Slide) -> str:
    """Write a slide with its time and rights, as a block of HTML."""
    source = edition.addresses.relative_file(
        (edition.language, subject.here), forum_image(subject.forum.id, slide.image)
    )
    alt = edition.say(slide.alt, subject.forum.language)
    lang = {"lang": alt.lang} if alt.lang else {}
    opening = open_tag("a", href=source)
    picture = open_tag("img", src=source, alt=alt.text, loading="lazy", **lang)
    parts = []
    if slide.at:
        url = moment_url(subject.forum, subject.recording, RecordingTime(slide.at))
        time = slide.at.short
        parts.append(f"{anchor_tag(Anchor(url, classes=('fp-time',)))}{time}</a>" if url else time)
    if slide.rights:
        parts.append(edition.say(slide.rights, subject.forum.language).__html__())
    caption = f"<figcaption>{' '.join(parts)}</figcaption>" if parts else ""
    # A slide may stand within a record in another language; its words are in the page's.
    figure = open_tag("figure", classes=["fp-slide"], lang=edition.language.value)
    return f"{figure}{opening}{picture}</a>{caption}</figure>"

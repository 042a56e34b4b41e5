"""Slides and other pictures of a record: where they were shown, and large for who asks."""

from __future__ import annotations

from collections.abc import Sequence

from generator.addresses import forum_image
from generator.model.identifiers import ForumId
from generator.model.record import Figure, Record, RecordingTime
from generator.model.session import Slide
from generator.pages.edition import Edition
from generator.pages.engine_markdown import open_tag
from generator.pages.moments import moment_tag
from generator.pages.subject import Subject


def slide_figure(edition: Edition, subject: Subject, slide: Slide) -> str:
    """Write a slide with its time and rights, as a block of HTML."""
    alt = edition.say(slide.alt, subject.forum.language)
    parts = []
    if slide.at:
        parts.append(moment_tag(edition, subject, RecordingTime(slide.at)))
    if slide.rights:
        parts.append(edition.say(slide.rights, subject.forum.language).__html__())
    caption = f"<figcaption>{' '.join(parts)}</figcaption>" if parts else ""
    # A slide may stand within a record in another language; its words are in the page's.
    figure = open_tag("figure", classes=["fp-slide"], lang=edition.language.value)
    return f"{figure}{picture(edition, subject, slide.image, alt.text, alt.lang)}{caption}</figure>"


def has_pictures(record: Record | None, slides: Sequence[Slide]) -> bool:
    """Whether a page shows a slide, or a picture of its record."""
    return bool(slides) or any(isinstance(block, Figure) for block in (record.blocks if record else ()))


def picture(edition: Edition, subject: Subject, name: str, alt: str, lang: str = "") -> str:
    """Write a picture of a forum as a link to itself, which a script may open on the page.

    Its size is said, so that nothing moves when it comes; it comes when the reader is near.

    Args:
        edition: Whose page it is for.
        subject: What the page is about.
        name: The picture's file.
        alt: What it shows, for who cannot see it.
        lang: The language of that, where it is not the page's.
    """
    forum: ForumId = subject.forum.id
    source = edition.addresses.relative_file((edition.language, subject.here), forum_image(forum, name))
    size = edition.held.pictures.get((forum, name))
    others = {"width": str(size.width), "height": str(size.height)} if size else {}
    if lang:
        others["lang"] = lang
    image = open_tag("img", src=source, alt=alt, loading="lazy", decoding="async", **others)
    return f"{open_tag('a', classes=['fp-picture'], href=source)}{image}</a>"

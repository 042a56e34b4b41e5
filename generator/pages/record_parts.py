"""The record with all that stands around it on a page: chapters, marks, about this text, corrections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from markupsafe import Markup

from generator.addresses import ABOUT, CORRECTIONS
from generator.model.identifiers import Mark, TermId
from generator.model.record import Block, Heading, Table
from generator.model.record_text import paragraph_of, plain_text
from generator.pages.beside import beside_languages
from generator.pages.edition import Edition
from generator.pages.frame import SideItem
from generator.pages.reading_length import length_words
from generator.pages.record_choice import Choice
from generator.pages.record_markdown import record_markdown
from generator.pages.said import Said
from generator.pages.subject import Subject
from generator.pages.terms_explained import explained_terms
from generator.pages.when import date_words


def record_values(
    edition: Edition, subject: Subject, choice: Choice | None, terms: Sequence[TermId] = ()
) -> dict[str, object]:
    """Return what the template `record.md` needs.

    Args:
        edition: Whose page it is for.
        subject: What it is the record of.
        choice: The record as the edition shows it, or None where none is published.
        terms: What is explained after the record.
    """
    return {
        "page_lang": edition.language.value,
        "chapters": chapter_items(choice),
        "has_record": choice is not None,
        "record_lang": choice.record.language.value if choice and choice.foreign else "",
        "record": _markdown(edition, subject, choice, terms),
        "length": length_words(edition, choice.text) if choice else "",
        "terms": explained_terms(edition, terms, subject.here),
        "about_text": _about_text(edition, choice) if choice else [],
        "corrections": _corrections(edition, choice) if choice else [],
        "about_href": edition.link(subject.here, ABOUT),
        "corrections_href": edition.link(subject.here, CORRECTIONS),
        "edit_href": _edit_href(edition, subject, choice),
        "beside": beside_languages(edition, subject, choice),
    }


def chapter_items(choice: Choice | None) -> list[SideItem]:
    """Return the chapters of a record, each with its time."""
    if choice is None:
        return []
    blocks = choice.text.blocks
    put_in = choice.translated.missing if choice.translated else {}
    return [
        SideItem(
            _chapter_title(choice, block, put_in),
            f"#{block.marks[0]}",
            time=_chapter_time(block, blocks[number + 1 : number + 2]),
            level=block.level - 1,
        )
        for number, block in enumerate(blocks)
        if isinstance(block, Heading) and not block.held_back
    ]


def _chapter_title(choice: Choice, heading: Heading, put_in: Mapping[Mark, str]) -> Said:
    words = plain_text(heading.content)
    if choice.translated and heading.marks[0] in put_in:
        return Said(words, choice.translated.lang, choice.translated.foreign)
    return Said(words, choice.record.language, choice.foreign)


def fallback_notice(edition: Edition, choice: Choice | None) -> Said | None:
    """Return what is said over a record in another language than the page, or None."""
    if choice is None or not choice.foreign:
        return None
    text = edition.words("state.fallback", language=edition.words(f"language.name.{choice.record.language}"))
    return Said(text, edition.language)


def _markdown(edition: Edition, subject: Subject, choice: Choice | None, terms: Sequence[TermId]) -> Markup:
    if choice is None:
        return Markup()
    text = record_markdown(edition, subject, choice.text, choice.translated, frozenset(terms))
    # The record is Markdown that is escaped already; the template must pass it on as it is.
    return Markup(text)  # noqa: S704


def _chapter_time(heading: Heading, following: Sequence[Block]) -> str:
    """Return when a chapter begins: its own time, or that of what it begins with."""
    for block in (heading, *following):
        if not isinstance(block, Table) and block.time:
            return block.time.at.short
    return ""


def _about_text(edition: Edition, choice: Choice) -> list[str]:
    """Return what the sentence in the head of the page does not say."""
    words = edition.words
    head = choice.record.head
    lines = [words(f"about.forms_{head.form}")]
    if head.translated_from:
        language = words(f"language.name.{head.translated_from}")
        lines.append(words(f"state.translated.{head.written_by}", language=language))
    if choice.converted:
        lines.append(words("state.converted", language=words(f"language.name.{choice.written}")))
    return lines


def _corrections(edition: Edition, choice: Choice) -> list[dict[str, object]]:
    record = choice.record
    return [
        {
            "machine": str(one.on),
            "date": date_words(one.on, edition.language),
            "what": Said(one.what, record.language, choice.foreign),
            "paragraph": paragraph_of(record, one.at) if one.at else None,
        }
        for one in record.head.corrections
    ]


def _edit_href(edition: Edition, subject: Subject, choice: Choice | None) -> str:
    repository = edition.site.repository
    if not repository or not choice:
        return ""
    path = f"content/forums/{subject.forum.id}/records/{subject.name}.{choice.written}.md"
    return f"{repository.url.rstrip('/')}/edit/{quote(repository.branch)}/{path}"

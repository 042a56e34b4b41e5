"""What the menu of a paragraph needs of its page: what stands after a quotation."""

from __future__ import annotations

from dataclasses import dataclass

from generator.addresses import CORRECTIONS
from generator.model.record import RecordForm
from generator.model.session import Role
from generator.pages.edition import Edition
from generator.pages.record_choice import Choice
from generator.pages.said import Said
from generator.pages.subject import Subject


@dataclass(frozen=True, slots=True)
class MarkMenu:
    """The menu of a page's paragraphs.

    Attributes:
        source: Title, forum and date, as they stand after a quotation.
        speaker: Who speaks where the text does not say it: the only speaker; empty where there are several.
        kind: What else a text is than the words that were spoken, such as a translation; empty for those.
        summary: Whether it is a summary, which is not put into quotation marks: nobody said these words.
        how_to_correct: Where it is said how to propose a correction; empty where the site has no way.
    """

    source: str
    speaker: str
    kind: str
    summary: bool
    how_to_correct: str


def mark_menu(
    edition: Edition, subject: Subject, choice: Choice | None, title: Said, date: str
) -> MarkMenu | None:
    """Return the menu of a page's paragraphs, or None where there is no record.

    Args:
        edition: Whose page it is.
        subject: What it is the record of.
        choice: The record as the edition shows it.
        title: Of the session, or of the host's words.
        date: When it was said, in words.
    """
    if choice is None:
        return None
    words = edition.words
    forum = edition.say(subject.forum.title, subject.forum.language).text
    head = choice.record.head
    summary = head.form is RecordForm.SUMMARY
    kinds = [words("mark.summary")] if summary else []
    if head.translated_from:
        kinds.append(words("mark.translated"))
    return MarkMenu(
        source=words("mark.source", title=title.text, forum=forum, date=date),
        speaker=_only_speaker(edition, subject),
        kind=words("list.comma").join(kinds),
        summary=summary,
        how_to_correct=edition.link(subject.here, CORRECTIONS, "how") if edition.site.contact else "",
    )


def _only_speaker(edition: Edition, subject: Subject) -> str:
    speaking = [one.person for one in subject.people if Role.SPEAKER in one.roles]
    return edition.name(speaking[0]).text if len(speaking) == 1 else ""

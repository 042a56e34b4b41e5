"""Which other languages of a record can stand beside the page's own, paragraph by paragraph.

The page names them with their final addresses; the script fetches one when a reader asks for it, and pairs
the paragraphs by their marks. A language stands beside another only if somebody wrote a record in each: the
two scripts of Chinese say the same words, and a page that shows another's record has nothing beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.model.identifiers import SessionId
from generator.model.language import Language
from generator.pages.edition import Edition
from generator.pages.record_choice import Choice, written_record
from generator.pages.subject import Subject
from generator.pages.translated import source_words

_SAYINGS = ("loading", "shown", "failed", "offline", "missing", "only", "joined")
"""What the script says of a language: `beside.<name>` of the words."""


@dataclass(frozen=True, slots=True)
class BesideLanguage:
    """Another language of a record.

    Attributes:
        lang: Its tag, as `?with=` in the address has it.
        href: The page of the same record in that language.
        label: What the link to both is called.
        sayings: What the script says: while it is fetched, when it is there or fails, and of paragraphs that
            one of the two does not have; by the names of the words.
    """

    lang: str
    href: str
    label: str
    sayings: tuple[tuple[str, str], ...]


def beside_languages(edition: Edition, subject: Subject, choice: Choice | None) -> list[BesideLanguage]:
    """Return the languages that can stand beside a record on its page, in the order of the site's.

    Args:
        edition: Whose page it is.
        subject: What it is the record of.
        choice: The record as the edition shows it; None where none is published.
    """
    if choice is None or choice.foreign:
        return []
    own = edition.language
    return [
        _beside(edition, subject, other)
        for other in edition.addresses.languages
        if other not in own.sources() and _has_own(edition, subject, other)
    ]


def _has_own(edition: Edition, subject: Subject, other: Language) -> bool:
    """Whether the page in another language shows a record in that language."""
    record = written_record(replace(edition, language=other), subject.forum, SessionId(subject.name))
    return record is not None and record.language in other.sources()


def _beside(edition: Edition, subject: Subject, other: Language) -> BesideLanguage:
    name = source_words(edition, other)
    return BesideLanguage(
        lang=other.value,
        href=edition.addresses.relative((edition.language, subject.here), (other, subject.here)),
        label=edition.words(f"beside.with.{other}"),
        sayings=tuple((key, edition.words(f"beside.{key}", language=name)) for key in _SAYINGS),
    )

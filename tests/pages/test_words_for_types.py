"""Whatever the model may hold, each language has a word for it."""

from __future__ import annotations

from enum import StrEnum

import pytest

from generator.language.words import load_words
from generator.model.forum import SourceKind
from generator.model.language import Language
from generator.model.link import LinkKind
from generator.model.record import CheckRole, RecordForm, Writer
from generator.model.session import Attendance, Role, SessionKind, SessionStatus
from tests.pages.shown import ROOT

WORDED: tuple[tuple[str, type[StrEnum]], ...] = (
    ("kind.", SessionKind),
    ("status.", SessionStatus),
    ("role.", Role),
    ("checker.", CheckRole),
    ("link.", LinkKind),
    ("source.", SourceKind),
    ("language.name.", Language),
    ("state.translated.", Writer),
    ("about.forms_", RecordForm),
    ("cite.form.", RecordForm),
    ("cite.translated.", Writer),
    *((f"state.made.{form}.", Writer) for form in RecordForm),
)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("prefix", "kind"), WORDED, ids=lambda value: getattr(value, "__name__", value))
def test_every_value_of_a_type_has_a_word(language: Language, prefix: str, kind: type[StrEnum]) -> None:
    words = load_words(ROOT / "site_config" / "words")[language]
    unsaid = {"status.held"}  # that a session was held goes without saying
    assert [f"{prefix}{one}" for one in kind if f"{prefix}{one}" not in words] in ([], sorted(unsaid))


@pytest.mark.parametrize("language", Language)
def test_those_who_were_not_in_the_room_have_a_word(language: Language) -> None:
    words = load_words(ROOT / "site_config" / "words")[language]
    assert all(f"attended.{one}" in words for one in Attendance if one is not Attendance.HERE)

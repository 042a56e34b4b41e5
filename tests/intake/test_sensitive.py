from __future__ import annotations

from dataclasses import replace

from generator.intake.done import DoneKind
from generator.intake.sensitive import mark_sensitive
from generator.intake.settings import Settings
from generator.intake.text import Edit
from tests.intake.wording.marsh import Marsh

WORDS = "潮水退到第三块板\n市里的总理解我们的难处\n"


def marked(marsh: Marsh, *edits: Edit) -> list[tuple[str, str, int]]:
    text, done = mark_sensitive(marsh.text.edited(edits), marsh.known, marsh.division)
    assert text == marsh.text.edited(edits)
    assert all((one.kind, one.reason) == (DoneKind.MARKED, "sensitive") for one in done)
    return [(one.heard, marsh.words[one.start : one.end], one.start) for one in done]


def test_listed_words_are_marked_where_they_stand() -> None:
    assert marked(Marsh(WORDS + "后来总统说了话\n")) == [("总统", "总统", len(WORDS) + 2)]


def test_words_that_only_hold_a_listed_one_are_not() -> None:
    assert marked(Marsh(WORDS)) == []


def test_what_was_put_right_is_looked_at_before_and_after() -> None:
    marsh = Marsh("我们请总统上台\n再请钟同上台\n")
    place = marsh.words.index("钟同")
    assert marked(marsh, Edit(3, 5, "钟同"), Edit(place, place + 2, "总统")) == [
        ("总统", "总统", 3),
        ("总统", "钟同", place),
    ]


def test_what_was_left_out_is_not_marked() -> None:
    assert marked(Marsh("我们请总统上台\n"), Edit(3, 5)) == []


def test_a_word_that_a_chunk_ends_in_is_one_and_a_breath_parts_words() -> None:
    assert marked(Marsh("一位前总\n统说了话\n", chunked=True)) == [("总统", "总\n统", 3)]
    assert marked(Marsh("都归老总\n统计在册\n")) == []
    assert marked(Marsh("the Prime\nMinister\n", chunked=True)) == []


def test_without_a_list_nothing_is_marked() -> None:
    marsh = Marsh("总统\n")
    known = replace(marsh.known, settings=Settings())
    assert mark_sensitive(marsh.text, known, marsh.division) == (marsh.text, ())

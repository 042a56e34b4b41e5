"""Review marks: read where they stand, of the right block, and no broken one goes by as words."""

from __future__ import annotations

import pytest

from generator.model.record_text import block_text
from generator.store.records.marking import add_marks
from generator.store.records.translation import paragraph_digest
from tests.store.records.record_panel import read, told


def reviews(body: str) -> list[tuple[str, list[tuple[str, str, int, int]]]]:
    """Return the words of each block with its review marks; nothing may be wrong."""
    parsed = read(body)
    assert told(parsed.faults) == []
    return [
        (block_text(block), [(one.reason, one.note, one.line, one.column) for one in block.reviews])
        for block in parsed.blocks
    ]


@pytest.mark.parametrize(
    ("body", "words", "found"),
    [
        ("好。<!-- review: garbled: 两个词？ --> ^p9x1", "好。", [("garbled", "两个词？", 1, 3)]),
        ("Well. <!-- review: garbled -->\n^p9x1", "Well.", [("garbled", "", 1, 7)]),
        ("Well.\n<!-- review:turn:a: b --> ^p9x1", "Well.", [("turn", "a: b", 2, 1)]),
        (
            "Well. <!-- review: a --> <!-- review: b-c: see ^w1b2 here --> ^p9x1",
            "Well.",
            [("a", "", 1, 7), ("b-c", "see ^w1b2 here", 1, 26)],
        ),
        ("<!-- review: turn -->\n闻朔屿：好。 ^p9x1", "好。", [("turn", "", 1, 1)]),
        (
            "<!-- review: a --> <!-- review: b -->\n<!-- review: c -->\n\n[00:12] 好。<!-- review: d -->",
            "好。",
            [("a", "", 1, 1), ("b", "", 1, 20), ("c", "", 2, 1), ("d", "", 4, 11)],
        ),
        ("## 题 <!-- review: name --> ^p9x1", "题", [("name", "", 1, 6)]),
        ("![岸](a.png) <!-- review: place --> ^p9x1", "岸", [("place", "", 1, 13)]),
        ("- 一 <!-- review: a --> ^p9x1", "一", [("a", "", 1, 5)]),
        ("> <!-- review: a -->\n>\n> 一 ^p9x1", "一", [("a", "", 1, 3)]),
        (
            "<!-- review: a -->\n\n| 一 |\n|---|\n| 二 |\n\n<!-- review: b --> ^p9x1",
            "一\n二",
            [("a", "", 1, 1), ("b", "", 7, 1)],
        ),
    ],
)
def test_review_marks_are_of_their_block(
    body: str, words: str, found: list[tuple[str, str, int, int]]
) -> None:
    assert reviews(body) == [(words, found)]


def test_those_on_lines_of_their_own_are_of_what_follows() -> None:
    body = "一。 ^p9x1\n\n<!-- review: a -->\n\n二。 ^w1b2\n\n三。<!-- review: b --> ^k1a1"
    assert [(words, [one[0] for one in found]) for words, found in reviews(body)] == [
        ("一。", []),
        ("二。", ["a"]),
        ("三。", ["b"]),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "一 `<!-- review: a -->` 二 ^p9x1",
        "一 \\<!-- review: a --> ^p9x1",
        "一 <!-- 二 --> ^p9x1",
        "一 <- reviewed ^p9x1",
    ],
)
def test_words_stay_words(body: str) -> None:
    parsed = read(body)
    assert told(parsed.faults) == []
    assert not parsed.blocks[0].reviews
    assert "<" in block_text(parsed.blocks[0])


@pytest.mark.parametrize(
    ("body", "code", "column"),
    [
        ("好。<!-- review: Garbled --> ^p9x1", "review-form", 3),
        ("好。<!-- review garbled --> ^p9x1", "review-form", 3),
        ("好。<!-- review： garbled --> ^p9x1", "review-form", 3),
        ("好。<!-- review: garbled：x --> ^p9x1", "review-form", 3),
        ("好。<!- review: garbled -> ^p9x1", "review-form", 3),
        ("好。<!-- REVIEW: garbled --> ^p9x1", "review-form", 3),
        ("好。<!-- review: garbled: 一\n二 --> ^p9x1", "review-form", 3),
        ("好。<!-- review: garbled ^p9x1", "review-form", 3),
        ("一<!-- review: a -->二 ^p9x1", "review-place", 2),
        ("<!-- review: a -->一 ^p9x1", "review-place", 1),
        ("一 ^p9x1 <!-- review: a -->", "review-place", 9),
        ("一 ^p9x1 <!-- review: a --> ^w1b2", "review-place", 9),
        ("| 一 |\n|---|\n| 二 <!-- review: a --> |\n\n^p9x1", "review-place", 5),
    ],
)
def test_broken_ones_are_told(body: str, code: str, column: int) -> None:
    line = 3 if body.startswith("|") else 1
    assert told(read(body).faults) == [(code, line, column)]


def test_one_with_nothing_after_it_is_told() -> None:
    assert told(read("一。 ^p9x1\n\n<!-- review: a -->\n").faults) == [("review-place", 3, 1)]


def test_marks_go_after_them_and_do_not_hang_on_them() -> None:
    head = "---\nform: edited\n---\n"
    with_review = "<!-- review: a -->\n\n一。<!-- review: b: c -->\r\n\n## 二 <!-- review: d -->\n"
    text = add_marks(head + with_review, frozenset(), "seed")
    marks = [block.marks[0] for block in read(text[len(head) :]).blocks]
    assert text == head + with_review.replace("c -->", f"c --> ^{marks[0]}").replace(
        "d -->", f"d --> ^{marks[1]}"
    )
    plain = add_marks(f"{head}一。\n\n## 二\n", frozenset(), "seed")
    assert [block.marks[0] for block in read(plain[len(head) :]).blocks] == marks


def test_a_translation_is_not_behind_for_a_review_mark() -> None:
    with_review, without = read("一。<!-- review: a --> ^p9x1").blocks + read("一。 ^p9x1").blocks
    assert paragraph_digest(with_review) == paragraph_digest(without)


def test_many_are_read_in_time() -> None:
    body = "一。" + "<!-- review: a: " * 2_000 + "<!-- review: b -->" * 500 + " ^p9x1"
    assert len(read(body).blocks[0].reviews) == 500

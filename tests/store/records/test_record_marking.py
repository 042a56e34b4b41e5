from __future__ import annotations

import re

import pytest

from generator.model.identifiers import Mark, is_mark
from generator.model.language import Language
from generator.store.records.alignment import Unit, align
from generator.store.records.marking import add_marks, mark_session
from generator.store.records.split import FrontMatterError
from tests.store.records.record_panel import read

HEAD = "---\nform: edited\nwritten_by: person\n---\n"
NONE: frozenset[Mark] = frozenset()
NEW = re.compile(r"\^[a-z][a-z0-9]{3}")


def marked(body: str, used: frozenset[Mark] = NONE) -> str:
    """Mark a body and write M for every new mark."""
    text = add_marks(HEAD + body, used, "harbour-2025/panel/zh-Hans")
    assert text.startswith(HEAD)
    old = set(NEW.findall(body))
    return NEW.sub(lambda found: found[0] if found[0] in old else "M", text[len(HEAD) :])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## 一\n\n二\n", "## 一 M\n\n二 M\n"),
        ("一\r\n\r\n二\r\n", "一 M\r\n\r\n二 M\r\n"),
        ("一\r\r二", "一 M\r\r二 M"),
        ("一   \n\n二\t\n", "一 M   \n\n二 M\t\n"),
        ("一\n二\n\n三 ^a1b2\n", "一\n二 M\n\n三 ^a1b2\n"),
        ("- 一\n- 二 ^a1b2\n- 三\n", "- 一 M\n- 二 ^a1b2\n- 三 M\n"),
        ("> 一\n> 二\n>\n> 三\n", "> 一\n> 二 M\n>\n> 三 M\n"),
        ("![图](a.png)\n", "![图](a.png) M\n"),
        ("| a |\n|---|\n| b |\n", "| a |\n|---|\n| b |\n\nM\n"),
        ("| a |\n|---|\n## 一\n", "| a |\n|---|\n\nM\n\n## 一 M\n"),
        ("| a |\n|---|\n\n^a1b2\n", "| a |\n|---|\n\n^a1b2\n"),
        ("## 一 ##\n", "## 一 M ##\n"),
        ("一 ^abc\n\n二 ^P1A2\n", "一 ^abc\n\n二 ^P1A2\n"),
        ("一\n*\n", "一\n*\nM\n"),
        ("一\\\n", "一\\ M\n"),
        ("", ""),
    ],
)
def test_where_marks_are_put(body: str, expected: str) -> None:
    assert marked(body) == expected


def test_line_ends_of_the_file_are_used() -> None:
    text = add_marks("---\r\n---\r\n| a |\r\n|---|\r\n## 一 ^a1b2\r\n", NONE, "s")
    assert "\n" not in text.replace("\r\n", "")
    assert read(text[10:]).faults == ()


def test_marks_are_marks_and_each_is_given_once() -> None:
    body = "".join("一\n\n" for _ in range(400))
    marks = NEW.findall(add_marks(HEAD + body, NONE, "s"))
    assert len(set(marks)) == 400
    assert all(is_mark(mark[1:]) for mark in marks)


def test_a_mark_that_is_used_or_gone_is_not_given() -> None:
    (first,) = NEW.findall(add_marks(HEAD + "一\n", NONE, "s"))
    (second,) = NEW.findall(add_marks(HEAD + "一\n", frozenset({Mark(first[1:])}), "s"))
    assert first != second
    inside = NEW.findall(add_marks(f"{HEAD}一\n\n二 {first}\n", NONE, "s"))
    assert len(set(inside)) == 2


def test_marks_depend_on_seed_and_words_alone() -> None:
    one = add_marks(HEAD + "一\n\n二\n", NONE, "s")
    assert one == add_marks(HEAD + "一\n\n二\n", NONE, "s")
    assert one != add_marks(HEAD + "一\n\n二\n", NONE, "t")
    assert NEW.findall(one)[0] in add_marks(HEAD + "零\n\n一\n", NONE, "s")


def test_a_text_without_front_matter_is_refused() -> None:
    with pytest.raises(FrontMatterError):
        add_marks("一\n", NONE, "s")


def session(**bodies: str) -> dict[str, list[str]]:
    """Mark a session; return the marks of each language in order."""
    names = {"hans": Language.HANS, "hant": Language.HANT, "en": Language.EN}
    texts = {names[name]: HEAD + body for name, body in bodies.items()}
    done = mark_session(texts, frozenset({Mark("g1n2")}), "harbour-2025/panel")
    assert list(done) == [language for language in Language if language in texts]
    for name, body in bodies.items():
        assert [block.marks for block in read(body).blocks if not block.temporary] == [
            block.marks
            for block, old in zip(read(done[names[name]][len(HEAD) :]).blocks, read(body).blocks, strict=True)
            if not old.temporary
        ]
    return {
        name: [block.marks[0] for block in read(done[names[name]][len(HEAD) :]).blocks] for name in bodies
    }


def test_new_paragraphs_in_step_get_the_same_marks() -> None:
    found = session(
        hans="## 一 ^h1a1\n\n新\n\n二 ^p1a1\n\n新二\n\n- 新三\n",
        en="## One ^h1a1\n\nNew\n\nTwo ^p1a1\n\nNew two\n\n- New three\n",
        hant="## 一 ^h1a1\n\n新\n\n二 ^p1a1\n\n新二\n\n- 新三\n",
    )
    assert found["hans"] == found["en"] == found["hant"]
    assert len(set(found["hans"])) == 5


def test_a_translation_takes_the_marks_that_are_there() -> None:
    found = session(hans="## 一 ^h1a1\n\n二 ^p1a1\n\n三 ^p1b2\n", en="## One\n\nTwo\n\nThree\n")
    assert found["en"] == ["h1a1", "p1a1", "p1b2"]
    back = session(hans="一 ^p1a1\n\n新\n", en="One ^p1a1\n\nNew ^p1b2\n")
    assert back["hans"] == ["p1a1", "p1b2"]


@pytest.mark.parametrize(
    ("hans", "en"),
    [
        ("甲 ^a1a1\n\n新\n\n新\n\n乙 ^b1b1\n", "A ^a1a1\n\nNew\n\nB ^b1b1\n"),
        ("甲 ^a1a1\n\n新\n\n乙 ^b1b1\n", "A ^a1a1\n\n- New\n\nB ^b1b1\n"),
        ("甲 ^a1a1\n\n新\n\n乙 ^b1b1\n", "A ^a1a1\n\n## New\n\nB ^b1b1\n"),
        ("[00:01:00] 新\n", "[00:02:00] New\n"),
    ],
)
def test_where_languages_are_out_of_step_each_has_its_own(hans: str, en: str) -> None:
    found = session(hans=hans, en=en)
    own = {mark for mark in found["hans"] if mark not in {"a1a1", "b1b1"}}
    assert own
    assert own.isdisjoint(found["en"])


def test_a_gap_out_of_step_does_not_disturb_the_next() -> None:
    found = session(hans="新\n\n新\n\n甲 ^a1a1\n\n尾\n", en="New\n\nA ^a1a1\n\nTail\n")
    assert found["hans"][-1] == found["en"][-1]
    assert set(found["hans"][:2]).isdisjoint(found["en"])


def test_a_mark_that_stands_elsewhere_is_not_given_again() -> None:
    found = session(hans="甲 ^a1a1\n\n乙 ^b1b1\n", en="One ^b1b1\n\nNew\n")
    assert len(set(found["en"])) == 2


def unit(*marks: str, kind: str = "p") -> Unit:
    return Unit(kind, tuple(Mark(mark) for mark in marks))


def test_every_block_is_in_just_one_group() -> None:
    languages = [
        [unit("a1"), unit(), unit("b1", "c1"), unit(kind="h")],
        [unit("c1"), unit(kind="h"), unit("a1")],
        [unit(), unit("b1"), unit("a1"), unit(kind="h")],
    ]
    groups = align(languages)
    nodes = [node for group in groups for node in group]
    assert sorted(nodes) == [
        (row, number) for row, units in enumerate(languages) for number in range(len(units))
    ]
    assert all(len({row for row, _ in group}) == len(group) for group in groups)
    assert groups == sorted(groups)


def test_three_languages_with_two_names_are_not_joined() -> None:
    groups = align([[unit("a1")], [unit("b1")], [unit()]])
    assert sorted(map(len, groups)) == [1, 2]

from __future__ import annotations

import pytest

from generator.model.fault import Severity
from generator.model.identifiers import PersonId
from generator.model.record import Paragraph, Turn
from generator.model.record_text import block_text
from generator.store.records.speakers import Speakers
from tests.store.records.record_panel import PEOPLE, appears, read, told

WEN = PersonId("wen-shuoyu")


@pytest.mark.parametrize(
    ("body", "turn"),
    [
        ("闻朔屿：你好", Turn(WEN, "闻朔屿")),
        ("闻朔屿:你好", Turn(WEN, "闻朔屿")),
        ("闻 朔屿 ： 你好", Turn(WEN, "闻 朔屿")),
        ("**闻朔屿**：你好", Turn(WEN, "闻朔屿")),
        ("**闻朔屿：**你好", Turn(WEN, "闻朔屿")),
        ("闻朔屿：\n你好", Turn(WEN, "闻朔屿")),
        ("Wen Shuoyu: 你好", Turn(WEN, "Wen Shuoyu")),
        ("WEN shuoyu: 你好", Turn(WEN, "WEN shuoyu")),
        ("**Dr. Wen:** 你好", Turn(WEN, "Dr. Wen")),
        ("[00:01:00]闻朔屿：你好", Turn(WEN, "闻朔屿")),
        ("> 闻朔屿：你好", Turn(WEN, "闻朔屿")),
        ("简渡（数鸟）：你好", Turn(PersonId("jian-du-birds"), "简渡（数鸟）")),
        ("简渡(画图)：你好", Turn(PersonId("jian-du-maps"), "简渡(画图)")),
        ("观众：你好", Turn(None, "观众", "audience")),
        ("觀眾：你好", Turn(None, "觀眾", "audience")),
        ("Audience: 你好", Turn(None, "Audience", "audience")),
        ("未知：你好", Turn(None, "未知", "unknown")),
        ("unknown: 你好", Turn(None, "unknown", "unknown")),
    ],
)
def test_labels_open_turns(body: str, turn: Turn) -> None:
    parsed = read(f"{body} ^p7k2")
    assert parsed.faults == ()
    (block,) = parsed.blocks
    assert isinstance(block, Paragraph)
    assert (block.turn, block_text(block)) == (turn, "你好")


@pytest.mark.parametrize(
    "text",
    [
        "第一：……",
        "他说：闻朔屿：好",
        "闻朔屿 你好",
        "时间：10:30",
        "Note: this",
        "https://tideland.example/",
        "闻朔屿、骆平绛：我们",
        "Yu Am: short words are near to many",
        "闻朔：x，这个人名差两个字吗：不",
    ],
)
def test_other_words_before_a_colon_are_text(text: str) -> None:
    (block,) = read(f"{text} ^p7k2").blocks
    assert isinstance(block, Paragraph)
    assert (block.turn, block_text(block)) == (None, text)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("骆平降", "骆平绛"),
        ("平骆绛", "骆平绛"),
        ("骆绛", "骆平绛"),
        ("骆平平绛", "骆平绛"),
        ("干安", "于安"),
        ("Luo Pingjang", "Luo Pingjiang"),
        ("luo pingjiagn", "Luo Pingjiang"),
    ],
)
def test_a_label_one_edit_away_is_a_warning(label: str, name: str) -> None:
    parsed = read(f"[00:01:00] {label}：你好 ^p7k2")
    assert told(parsed.faults) == [("near-label", 1, 12)]
    assert parsed.faults[0].severity is Severity.WARNING
    assert name in parsed.faults[0].remedy
    assert block_text(parsed.blocks[0]) == f"{label}：你好"


def test_a_name_that_two_share_is_a_fault() -> None:
    parsed = read("简渡：你好 ^p7k2")
    assert told(parsed.faults) == [("ambiguous-label", 1, 1)]
    assert "jian-du-birds" in parsed.faults[0].message
    assert "label:" in parsed.faults[0].remedy


def test_a_label_of_ones_own_wins_over_anothers_name() -> None:
    speakers = Speakers.of([appears("jian-du-birds"), appears("jian-du-maps", "简渡")], PEOPLE)
    assert speakers.find("简渡") == ("jian-du-maps",)
    assert speakers.find("jian  DU") == ("jian-du-birds", "jian-du-maps")


def test_one_who_appears_twice_is_one() -> None:
    assert Speakers.of([appears("yu-an"), appears("yu-an")], PEOPLE).find("于安") == ("yu-an",)


def test_one_who_is_not_known_is_left_out() -> None:
    assert Speakers.of([appears("nobody")], PEOPLE).people == {}


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("闻朔屿：一\n骆平绛：二 ^p7k2", (2, 1)),
        ("闻朔屿：一\n  观众: 二 ^p7k2", (2, 3)),
        ("一\n[00:01:00] 二 ^p7k2", (2, 1)),
        ("> 一\n> 骆平绛：二 ^p7k2", (2, 3)),
    ],
)
def test_a_turn_within_a_paragraph_is_told(body: str, place: tuple[int, int]) -> None:
    assert told(read(body).faults) == [("turn-inside", *place)]


def test_a_label_without_words_is_told() -> None:
    assert told(read("闻朔屿： ^p7k2\n\n你好 ^p9x1").faults) == [("empty-turn", 1, 1)]

"""The script changes, the words and the names stay."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language.exceptions import NO_EXCEPTIONS, Phrase, ScriptExceptions
from generator.language.script import ScriptConverter, Standard
from generator.model.language import Language

HANS, HANT = Language.HANS, Language.HANT
PAIRS = [
    (simplified, traditional.split("|"))
    for simplified, traditional in (
        line.split("\t")
        for line in (Path(__file__).parent / "hant.tsv").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    )
]


def test_the_list_is_whole() -> None:
    assert len(PAIRS) == 208


@pytest.mark.parametrize(("simplified", "right"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_known_traps_come_right_without_any_name(
    nameless: ScriptConverter, simplified: str, right: list[str]
) -> None:
    assert nameless.convert(simplified, HANS, HANT) in right


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        # What looks like a surname and a title across the border of two words.
        ("剩余总额与剩余总量", "剩餘總額與剩餘總量"),
        ("旅游总局和旅游导览", "旅遊總局和旅遊導覽"),
        ("示范工程与规范总则", "示範工程與規範總則"),
        ("由于老师的支持，对于先生们", "由於老師的支持，對於先生們"),
        ("服务于老师，不亚于院士，倾向于主任", "服務於老師，不亞於院士，傾向於主任"),
        ("毕业于老师所在的学校", "畢業於老師所在的學校"),
        ("老百姓于是说", "老百姓於是說"),
        ("余部长达十章", "餘部長達十章"),
        ("每周会长", "每週會長"),
        # And the surnames themselves.
        ("有请余总、游总和岳总", "有請余總、游總和岳總"),
        ("向于老师请教", "向于老師請教"),
        ("这位于工程师", "這位于工程師"),
        ("感谢于总监", "感謝于總監"),
        ("和周会长谈", "和周會長談"),
        ("钟律师与分钟", "鍾律師與分鐘"),
        ("请胡同学上台", "請胡同學上臺"),
        ("我姓游，她姓朴", "我姓游，她姓朴"),
    ],
)
def test_a_surname_counts_before_a_title_and_nowhere_else(
    nameless: ScriptConverter, simplified: str, traditional: str
) -> None:
    assert nameless.convert(simplified, HANS, HANT) == traditional


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("我系统地讲相关系统", "我系統地講相關系統"),
        ("联系统一战线", "聯繫統一戰線"),
        ("函数里的变量，函数里程碑", "函數裡的變量，函數里程碑"),
        ("要回复用户，来回复制", "要回覆用戶，來回複製"),
        ("下采样与松耦合", "下採樣與鬆耦合"),
        ("能干宝宝", "能幹寶寶"),
    ],
)
def test_phrases_that_are_cut_in_the_wrong_place(
    nameless: ScriptConverter, simplified: str, traditional: str
) -> None:
    assert nameless.convert(simplified, HANS, HANT) == traditional


def test_names_stand_as_they_are_given(shipped_exceptions: ScriptExceptions) -> None:
    names = {"钟远": "鐘遠", "钟远山": "鍾遠山", "云深智能": "云深智能", "余凯": "余凱", "于海洋": "于海洋"}
    converter = ScriptConverter(names, shipped_exceptions)
    for simplified, traditional in {
        "钟远与钟远山": "鐘遠與鍾遠山",
        "云深智能发布了云计算平台": "云深智能發佈了雲計算平臺",
        "创始人余凯，剩余凯旋": "創始人余凱，剩餘凱旋",
        "院长于海洋说": "院長于海洋說",
        "它位于海洋": "它位於海洋",
    }.items():
        assert converter.convert(simplified, HANS, HANT) == traditional
        assert converter.convert(traditional, HANT, HANS) == simplified


def test_a_name_that_is_a_word_counts_only_where_it_stands_as_a_name(
    shipped_exceptions: ScriptExceptions,
) -> None:
    converter = ScriptConverter({"余力": "余力"}, shipped_exceptions)
    assert converter.convert("余力：不遗余力。", HANS, HANT) == "余力：不遺餘力。"
    assert converter.convert("余力老师还有余力", HANS, HANT) == "余力老師還有餘力"
    assert converter.convert("嘉宾（余力、何山）", HANS, HANT) == "嘉賓（余力、何山）"


def test_a_name_goes_before_a_phrase_and_the_longest_wins() -> None:
    exceptions = ScriptExceptions(
        surnames={},
        titles={},
        phrases={"云深": Phrase("雲深"), "云深处": Phrase("雲深處")},
        back={},
        words=frozenset(),
    )
    converter = ScriptConverter({"云深": "云深"}, exceptions)
    assert converter.convert("云深和云深处", HANS, HANT) == "云深和雲深處"


def test_a_name_of_one_character_and_a_name_without_ideographs_are_left_alone() -> None:
    converter = ScriptConverter({"云": "云", "Ann": "Anna"}, NO_EXCEPTIONS)
    assert converter.convert("云端的Ann", HANS, HANT) == "雲端的Ann"


def test_forms_of_other_lengths_do_not_shift_what_follows() -> None:
    converter = ScriptConverter({"松果": "松果科技股份", "长城研究院": "長研"}, NO_EXCEPTIONS)
    assert converter.convert("松果与长城研究院的发布", HANS, HANT) == "松果科技股份與長研的發佈"


def test_two_names_with_one_traditional_form_leave_the_way_back_to_the_converter() -> None:
    converter = ScriptConverter({"乾光": "乾光", "干光": "乾光"}, NO_EXCEPTIONS)
    assert converter.convert("乾光", HANT, HANS) == "干光"


def test_parts_keep_their_borders_and_share_their_context(nameless: ScriptConverter) -> None:
    parts = ["谢谢于", "老师，头", "发和", "", "一只", "猫"]
    assert nameless.convert_parts(parts, HANS, HANT) == ["謝謝于", "老師，頭", "髮和", "", "一隻", "貓"]


def test_a_name_across_a_border_is_divided_as_it_was() -> None:
    converter = ScriptConverter({"钱锺山": "錢鍾山", "松果": "松果科技"}, NO_EXCEPTIONS)
    assert converter.convert_parts(["问钱", "锺", "山的松", "果"], HANS, HANT) == [
        "問錢",
        "鍾",
        "山的松",
        "果",
    ]


def test_kept_parts_come_back_untouched_and_part_words(nameless: ScriptConverter) -> None:
    parts = ["系统见", "https://example.org/后台?q=发布", "头", "`干净`", "发", " ^p7k2"]
    assert nameless.convert_parts(parts, HANS, HANT, kept={1, 3, 5}) == [
        "系統見",
        "https://example.org/后台?q=发布",
        "頭",
        "`干净`",
        "發",
        " ^p7k2",
    ]


PLAIN = ScriptConverter({"于老": "于老"})


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.text(alphabet="头发后面于老师余总干净系统里。，a1 \ue000\ue001\uf8ff😀𠮷\n", max_size=8),
        max_size=6,
    )
)
def test_no_character_of_a_text_is_taken_for_a_placeholder(parts: list[str]) -> None:
    converted = PLAIN.convert_parts(parts, HANS, HANT)
    assert [len(part) for part in converted] == [len(part) for part in parts]
    assert "".join(converted) == PLAIN.convert("".join(parts), HANS, HANT)
    untouched = "。，a1 \ue000\ue001\uf8ff😀\n"
    assert [[c for c in part if c in untouched] for part in converted] == [
        [c for c in part if c in untouched] for part in parts
    ]


@pytest.mark.parametrize("text", ["p7k2", "[00:12:31]", "https://example.org/a?b=c#d", "GPT-4o — “x” …", ""])
def test_what_has_no_ideographs_does_not_change(nameless: ScriptConverter, text: str) -> None:
    assert nameless.convert(text, HANS, HANT) == text
    assert nameless.convert(text, HANT, HANS) == text


@pytest.mark.parametrize(
    "text",
    [
        "我们今天发布的模型有一千亿参数，后训练只用了几周。",
        "他说：“不要着急，着眼长远。”乾隆年间的一只猫跑进了后台。",
        "复杂的系统里，面向后端的回调函数占用的内存并不多。",
        "感谢于老师和范总，下面有请余院士。",
    ],
)
def test_there_and_back_again(nameless: ScriptConverter, text: str) -> None:
    assert nameless.convert(nameless.convert(text, HANS, HANT), HANT, HANS) == text


def test_hong_kong_writes_otherwise() -> None:
    text = "这里的群众为了台湾"
    assert ScriptConverter({}).convert(text, HANS, HANT) == "這裡的群眾為了臺灣"
    assert ScriptConverter({}, standard=Standard.HONG_KONG).convert(text, HANS, HANT) == "這裏的羣眾為了台灣"


def test_one_language_needs_no_conversion_and_english_has_none(nameless: ScriptConverter) -> None:
    assert nameless.convert("于是", HANS, HANS) == "于是"
    assert nameless.convert("text", Language.EN, Language.EN) == "text"
    with pytest.raises(ValueError, match="from zh-Hans to en"):
        nameless.convert("于是", HANS, Language.EN)


def test_its_rules_are_the_same_text_in_every_process() -> None:
    """What is kept under them would be worked out anew each time, and nobody would notice."""
    code = (
        "from pathlib import Path\n"
        "from generator.language.exceptions import load_exceptions\n"
        "from generator.language.script import ScriptConverter\n"
        "exceptions = load_exceptions(Path('site_config/script_exceptions.yml'))\n"
        "print(ScriptConverter({'b': 'c', 'a': 'd'}, exceptions).rules)"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
    assert "'于是'" in told.pop()

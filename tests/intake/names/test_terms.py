from __future__ import annotations

import pytest

from tests.intake.names.recorder import put_right, reads


@pytest.mark.parametrize(
    ("heard", "right"),
    [
        ("我们埋了四十二块沉机板", "我们埋了四十二块沉积板"),
        ("巨身智能走到滩上", "具身智能走到滩上"),
        ("在端测跑一个模型", "在端侧跑一个模型"),
        ("这就是新制生产力", "这就是新质生产力"),
        ("用巢网云来算", "用潮网云来算"),
        ("先做鱼测模型", "先做淤测模型"),
    ],
)
def test_a_term_is_put_right_by_its_sound(heard: str, right: str) -> None:
    assert reads(heard) == right


def test_ordinary_words_are_left_alone() -> None:
    words = [
        "它生成的图像很清楚",
        "把它的机器搬走",
        "模型逐词生成时把结果存起来",
        "由人据录音写下",
        "做了一次评测机构来看过",
        "这个技术长什么样子",
        "指能在本机运行",
        "他们今天推力很大",
        "大家流行这样结构",
        "简直落实不了会员",
        "避免脏数据和低质数据",
        "看重一个人的学习力",
        "这是书生万象的数据",
    ]
    assert reads("\n".join(words)).split("\n") == words


def test_what_recurs_adds_up() -> None:
    once = "我们的样芳很小"
    assert reads("\n".join([once] * 4)).count("样方") == 4


def test_of_a_long_name_only_the_misheard_word_is_told() -> None:
    _, done = put_right("读的是滩涂地李检索语言")
    assert [(one.heard, one.written) for one in done] == [("地李", "地理")]


def test_what_a_name_is_called_is_told_with_it() -> None:
    _, done = put_right("先做鱼测模型\n再做鱼测小模型\n都是鱼测平台")
    assert {one.heard for one in done} == {"鱼测模型", "鱼测小模型", "鱼测平台"}
    assert {one.written for one in done} == {"淤测模型", "淤测小模型", "淤测平台"}


def test_nothing_is_put_right_across_a_line() -> None:
    assert reads("在端\n测跑") == "在端\n测跑"


def test_an_ordinary_word_in_two_compounds_of_a_term_is_the_term() -> None:
    heard = ["我们组织语调公司", "把语调数据归好", "再做语调库"]
    assert reads("\n".join(heard)) == "我们组织语料公司\n把语料数据归好\n再做语料库"
    alone = [*heard, "说话要注意语调"]
    assert reads("\n".join(alone)).split("\n") == alone
    assert reads("把语调数据归好\n把语调数据写好") == "把语调数据归好\n把语调数据写好"


def test_what_is_named_often_is_meant_where_a_product_is_named() -> None:
    often = ["先做淤测模型", "再做淤测小模型", "淤测模型很快"]
    heard = ["这些都基于预测平台", "今天已经使用预测数字人"]
    right = ["这些都基于淤测平台", "今天已经使用淤测数字人"]
    assert reads("\n".join([*often, *heard])).split("\n") == [*often, *right]
    assert reads("\n".join(heard)).split("\n") == heard
    ordinary = [*often, "他们在预测平台的高度", "大家预测大模型会更快", "基于余额平台", "我们预测数字人会来"]
    assert reads("\n".join(ordinary)).split("\n") == ordinary


def test_a_term_said_all_the_time_may_begin_otherwise() -> None:
    often = ["这是多模态的数据"] * 10
    heard = ["它一定是动模态的", "他要动模态这个东西"]
    right = ["它一定是多模态的", "他要多模态这个东西"]
    assert reads("\n".join([*often, *heard])).split("\n") == [*often, *right]
    stays = [*often, "它一定是动模态的", *["这是单模态的", "它是跨模态的", "做全模态的"] * 2]
    assert reads("\n".join(stays)).split("\n") == stays
    assert reads("\n".join(heard)).split("\n") == heard


def test_a_word_that_reaches_into_what_a_name_is_called_is_none() -> None:
    assert reads("我们的样放大模型") == "我们的样方大模型"
    assert reads("我们的样放大以后看") == "我们的样放大以后看"


def test_a_congress_is_known_by_its_name_without_the_year() -> None:
    assert reads("欢迎大家来到朝间带观察者会议") == "欢迎大家来到潮间带观察者会议"


def test_a_measure_of_a_model_is_heard_as_one_and_what_is_a_word_stays() -> None:
    assert reads("这是一个万语级的模型") == "这是一个万亿级的模型"
    assert reads("训练一个迁移模型") == "训练一个迁移模型"

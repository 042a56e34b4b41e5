from __future__ import annotations

import pytest

from tests.intake.names.recorder import reads

HEARD = ["我们的超员已经发布", "整个超员大模型很快", "用这个超员来画图", "超员是开源的"]


@pytest.mark.parametrize("title", ["潮元大模型的研发之路", "潮元（TIDE）怎样看滩涂", "说潮，潮元平台一年"])
def test_the_product_of_a_title_is_what_its_session_says_all_the_time(title: str) -> None:
    assert reads("\n".join(HEARD), title=title) == "\n".join(HEARD).replace("超员", "潮元")


def test_what_is_no_word_is_the_product_too() -> None:
    heard = "我们讲朝媛\n朝媛很快\n用朝媛画图\n朝媛开源了"
    assert reads(heard, title="潮元大模型的研发之路") == heard.replace("朝媛", "潮元")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (HEARD, "滩涂上的一年"),
        (HEARD, "关于潮元大模型"),
        (HEARD[:3], "潮元大模型的研发之路"),
        ([*HEARD[:1], "这车超员了", "又超员了", "还超员"], "潮元大模型的研发之路"),
        (["我们的语言大模型", "语言很难", "用语言说", "语言是文字"], "语音大模型的研发"),
        (["我们的巢湖大模型", "巢湖很大", "看巢湖", "到巢湖去"], "潮元大模型的研发之路"),
    ],
)
def test_ordinary_words_stay(words: list[str], title: str) -> None:
    assert reads("\n".join(words), title=title).split("\n") == words

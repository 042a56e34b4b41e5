from __future__ import annotations

from generator.intake.names.words import Dictionary, Edges, ideographs, plain_words, shared_beginnings


def test_a_dictionary_learns_and_knows_how_often_a_word_is_met() -> None:
    dictionary = Dictionary()
    assert "潮网云" not in dictionary
    dictionary.learn(["潮网云"])
    assert "潮网云" in dictionary
    assert dictionary.cut("用潮网云算") == ["用", "潮网云", "算"]
    assert dictionary.frequency("我们") > dictionary.frequency("盐沼") >= 0
    assert dictionary.frequency("潮往") == 0


def test_edges_are_where_words_begin_and_end() -> None:
    edges = Edges.of("我们观察滩涂", Dictionary())
    assert edges.within(0, 2)
    assert edges.within(0, 4)
    assert not edges.within(1, 3)
    assert edges.words(1, 3) == [(0, 2), (2, 4)]


def test_what_several_terms_begin_with_is_a_term() -> None:
    words = ["淤测模型", "淤测数据", "生态", "泥滩模型"]
    assert shared_beginnings(words, Dictionary()) == {"淤测"}


def test_small_things() -> None:
    assert ideographs("盐沼")
    assert not ideographs("盐沼A")
    assert not ideographs("")
    assert plain_words("我们观察") == ["我们", "观察"]

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.wording.punctuation import punctuate
from tests.intake.wording.marsh import Marsh


def punctuated(words: str, *, chunked: bool = False) -> str:
    marsh = Marsh(words, chunked=chunked)
    return punctuate(marsh.text, marsh.known, marsh.division)[0].words


def letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", words)


@pytest.mark.parametrize(
    ("heard", "reads"),
    [
        ("大家好\n今天我来说说盐沼\n", "大家好！今天我来说说盐沼。"),
        ("谢谢大家", "谢谢大家！"),
        ("谢谢大家谢谢", "谢谢大家！谢谢！"),
        ("我们用热烈的掌声有请守望人", "我们用热烈的掌声有请守望人。"),
        ("这是沉积板最好的位置好 谢谢大家", "这是沉积板最好的位置，好。谢谢大家！"),
        ("这是盐沼的\n沉积板", "这是盐沼的沉积板。"),
        ("我们在\n旧盐仓量泥", "我们在旧盐仓量泥。"),
        ("这块板还在吗\n它还在", "这块板还在吗？它还在。"),
        ("什么叫水尺呢\n就是一根木头", "什么叫水尺呢？就是一根木头。"),
        ("盐沼 水尺 木板等都有", "盐沼、水尺、木板等都有。"),
        ("我们用Tide Staff 记水位", "我们用Tide Staff记水位。"),
        (
            "Please take your seats\nThe watch will begin soon\n",
            "Please take your seats. The watch will begin soon.",
        ),
        ("Thank you. Yes. Is it so? We go on, then: now", "Thank you. Yes. Is it so? We go on, then: now."),
        ("我们叫它Tide Staff. 就是水尺", "我们叫它Tide Staff。就是水尺。"),
        ("潮水,涨了;鸟走了?", "潮水，涨了；鸟走了？"),
        ("厚3.5毫米,记在12:30", "厚3.5毫米，记在12:30。"),
        ("守望人(旧盐仓)来了", "守望人（旧盐仓）来了。"),
    ],
)
def test_breaths_spaces_and_words_become_signs(heard: str, reads: str) -> None:
    assert punctuated(heard) == reads


@pytest.mark.parametrize(
    ("heard", "reads"),
    [
        (
            "我们在旧盐仓里看到的其实是这么一个\n更加古老的水尺",
            "我们在旧盐仓里看到的其实是这么一个更加古老的水尺。",
        ),
        ("守望人今天清早在滩上找到一种，木头做的水尺", "守望人今天清早在滩上找到一种木头做的水尺。"),
        ("我们去年清早在滩上找到的是这个\n但是它坏了", "我们去年清早在滩上找到的是这个，但是它坏了。"),
        ("这根旧的水尺是在2003 年7月份钉在旧堤外面的", "这根旧的水尺是在2003年7月份钉在旧堤外面的。"),
        ("这根水尺旁边的木板我们也可以，用绳子绑起来", "这根水尺旁边的木板我们也可以用绳子绑起来。"),
        ("这根水尺旁边的木板我们也可以，那我们去", "这根水尺旁边的木板我们也可以，那我们去。"),
        ("这一片盐沼里一共有120\n根旧的水尺和木板", "这一片盐沼里一共有120根旧的水尺和木板。"),
    ],
)
def test_a_breath_after_a_word_that_a_thing_follows_is_no_comma(heard: str, reads: str) -> None:
    assert punctuated(heard) == reads


@pytest.mark.parametrize(
    ("heard", "reads"),
    [
        ("大家做到了非常非常好的这样一根新的水尺", "大家做到了非常非常好的这样一根新的水尺。"),
        ("从盐沼这边来看我们的水尺今年应该换一下", "从盐沼这边来看，我们的水尺今年应该换一下。"),
        ("我们再来看一看今天滩上的水尺和昨天的读数", "我们再来看一看今天滩上的水尺和昨天的读数。"),
        ("除了旧盐仓和滩上的水尺以外\n我们也需要木板", "除了旧盐仓和滩上的水尺以外，我们也需要木板。"),
        ("就主要是在滩上做一些观察对\n那这个大家都知道", "就主要是在滩上做一些观察，对，那这个大家都知道。"),
        (
            "无论在滩上的各位是不是\n看过水尺\n我们都会教大家",
            "无论在滩上的各位是不是看过水尺，我们都会教大家。",
        ),
        (
            "我们在滩上做的事大家觉得有意思是不是\n那我们去",
            "我们在滩上做的事大家觉得有意思是不是？那我们去。",
        ),
        (
            "这都是我们每一年要在盐沼里面去做的那也是看到了很多的鸟",
            "这都是我们每一年要在盐沼里面去做的，那也是看到了很多的鸟。",
        ),
        ("我们每天清早都在旧盐仓外面看到那都不怕人的鸟", "我们每天清早都在旧盐仓外面看到那都不怕人的鸟。"),
        ("泥沙的厚度可以很快地转换成\n潮水的读数", "泥沙的厚度可以很快地转换成潮水的读数。"),
    ],
)
def test_words_close_a_clause_where_they_mean_it(heard: str, reads: str) -> None:
    assert punctuated(heard) == reads


@pytest.mark.parametrize(
    ("heard", "reads"),
    [
        (
            "这根水尺会随着潮水的涨落而变好，那就说明它还能用",
            "这根水尺会随着潮水的涨落而变好，那就说明它还能用。",
        ),
        (
            "我们在滩上把这些事一点一点做好，那就说明大家都在",
            "我们在滩上把这些事一点一点做好，那就说明大家都在。",
        ),
        ("让这些水尺能够真的越做越好，当然大家都知道", "让这些水尺能够真的越做越好，当然大家都知道。"),
        ("以上就是我对水尺的一些介绍好，那我们去看看滩", "以上就是我对水尺的一些介绍，好，那我们去看看滩。"),
        (
            "一根水尺要五十块钱，对我来说五十和五百都可以接受",
            "一根水尺要五十块钱，对我来说五十和五百都可以接受。",
        ),
        (
            "一根水尺要五十块钱，对我觉得五十和五百都可以接受",
            "一根水尺要五十块钱，对，我觉得五十和五百都可以接受。",
        ),
        ("一根水尺要五十块钱，对但是客观来说都可以接受", "一根水尺要五十块钱，对，但是客观来说都可以接受。"),
        (
            "它们俩的读数是比较高的，好 最后在结束之前我们看看滩",
            "它们俩的读数是比较高的，好，最后在结束之前我们看看滩。",
        ),
    ],
)
def test_an_answer_is_one_only_where_no_verb_or_frame_takes_it(heard: str, reads: str) -> None:
    assert punctuated(heard) == reads


@pytest.mark.parametrize(
    ("heard", "reads"),
    [
        ("但是这里面是不是有一些水尺已经坏掉了", "但是这里面是不是有一些水尺已经坏掉了。"),
        ("我们在滩上对水尺的观察是不是训练得还不够多", "我们在滩上对水尺的观察是不是训练得还不够多。"),
        ("我们在滩上的这些水尺都还很好是不是\n那我们去", "我们在滩上的这些水尺都还很好是不是？那我们去。"),
        (
            "所以我们在滩上是按照第一步先生成读数再写进本子里",
            "所以我们在滩上是按照第一步先生成读数再写进本子里。",
        ),
    ],
)
def test_a_word_within_a_clause_closes_none(heard: str, reads: str) -> None:
    assert punctuated(heard) == reads


def test_no_sentence_is_endless_nor_tiny() -> None:
    said = "我们每天清早沿着旧堤走到滩上，看一看潮水退到什么地方，然后把水尺的读数记下来，"
    reads = punctuated(said * 12)
    sizes = [len(one) for one in re.split("[。？！]", reads) if one]
    assert max(sizes) < 120
    assert min(sizes) > 8


def test_a_line_without_a_breath_is_cut_by_its_words() -> None:
    heard = (
        "那一年的潮水涨得特别高所以我们把水尺往上挪了一截但是第二年潮水又退下去了"
        "那么这根水尺到底应该钉在哪里呢我们问了很多守望人"
    )
    signs = [sign for sign in punctuated(heard, chunked=True) if not sign.isalnum()]
    assert len(signs) >= 4
    assert "呢？我们" in punctuated(heard, chunked=True)


def test_a_picture_between_the_halves_of_a_sentence_does_not_part_them() -> None:
    line = "守望人把水尺钉在盐沼的边上，每天清早沿着旧堤走一圈，看一看潮水退到了什么地方"
    heard = f"{line}，再把读数写进本子，本子就放在\n\n\n\n旧盐仓里，{line}\n" * 3
    assert "放在旧盐仓里" in punctuated(heard, chunked=True)


def test_a_stop_at_the_end_of_a_chunk_ends_no_sentence() -> None:
    line = (
        "守望人把水尺钉在盐沼的边上，每天清早沿着旧堤走一圈，看一看潮水退到了什么地方，"
        "再把读数写进本子，本子就放在"
    )
    heard = f"{line}。\n\n" + f"旧盐仓里，{line}。\n\n" * 8 + "旧盐仓里"
    assert "。旧盐仓" not in punctuated(heard)
    assert "放在旧盐仓里" in punctuated(heard)


def test_a_turn_begins_a_sentence() -> None:
    marsh = Marsh("水尺还在\n那就好", turns=((0, "", True), (5, "", True)))
    assert punctuate(marsh.text, marsh.known, marsh.division)[0].words == "水尺还在。那就好。"


def test_nothing_is_set_within_a_name() -> None:
    marsh = Marsh("这里是江湾\n守望会的地方")
    assert marsh.known.held.organisations
    name = max(
        (
            text
            for one in marsh.known.held.organisations.values()
            for _, text in one.name.texts
            if not text.isascii()
        ),
        key=len,
    )
    heard = f"这里是{name[:2]}\n{name[2:]}的地方"
    assert name in punctuated(heard)


def test_figures_never_join() -> None:
    assert re.search(r"2023\D+2024", punctuated("始于2023\n2024年又来"))


@given(st.text("我们的潮水在盐沼所以吗呢大家好AB12 \n，。,.?!", max_size=120))
def test_no_letter_changes_and_positions_stay(words: str) -> None:
    marsh = Marsh(words)
    for known in (marsh.known, replace(marsh.known, heard=replace(marsh.known.heard, chunked=True))):
        text, done = punctuate(marsh.text, known, marsh.division)
        assert letters(text.words) == letters(words)
        assert done == ()
        for place, sign in enumerate(text.words):
            if sign.isalnum():
                assert words[text.origins[place]] == sign
        assert "\n" not in text.words


@given(st.text("我们的潮水在盐沼所以吗呢大家好 \n", max_size=120))
def test_a_second_run_changes_nothing_of_the_letters_and_ends_with_a_sign(words: str) -> None:
    reads = punctuated(words)
    assert not letters(words) or reads[-1] in "。？！"
    assert not re.search(r"[，。？！、]{2}", reads)

from __future__ import annotations

import pytest

from tests.intake.names.recorder import put_right, reads


@pytest.mark.parametrize(
    ("heard", "right"),
    [
        ("用siltgpt来看", "用SiltGPT来看"),
        ("用Mudscobe来看", "用Mudscope来看"),
        ("这个sild GPT很好", "这个SiltGPT很好"),
        ("这个silt gpt很好", "这个SiltGPT很好"),
        ("叫做希尔GPT的", "叫做希尔GPT的"),
        ("叫做西GPT的东西", "叫做西GPT的东西"),
        ("读EBB4的数", "读Ebb-4的数"),
        ("用open AI的", "用OpenAI的"),
        ("比如说拉玛三很大\n拉玛三很快", "比如说Llama 3很大\nLlama 3很快"),
        ("拆GPT出来以后", "ChatGPT出来以后"),
        ("这个AIJC时代", "这个AIGC时代"),
    ],
)
def test_names_in_latin_letters(heard: str, right: str) -> None:
    assert reads(heard) == right


def test_what_is_right_in_latin_letters_stays() -> None:
    words = [
        "做了很多agents和tokens",
        "这个API和APP都要",
        "Ebb-5是另一个",
        "Ebb-4V也是另一个",
        "the family of large models that we use in our work",
        "large language models are trained on the Conference papers of many years",
        "gaming the leaderboards",
        "这个language model很大",
        "一个open system",
        "这个Sorry我说错了",
        "FLM团队的模型",
        "BPU和SLM",
    ]
    assert reads("\n".join(words)).split("\n") == words


def test_a_part_of_a_name_is_told_by_the_whole() -> None:
    often = ["用DeepSpeed算", "在DeepSpeed上", "讲DeepSpeed的"]
    heard = [*often, "叫做Deep Spid的", "这个Spid很快", "两个SpidSpid", "用Spid up这个词"]
    right = [*often, "叫做DeepSpeed的", "这个Speed很快", "两个SpeedSpeed", "用Spid up这个词"]
    assert reads("\n".join(heard)).split("\n") == right
    assert "这个Spid很快" in reads("这个Spid很快\n用DeepSpeed算")


def test_two_words_are_a_name_that_is_said_often() -> None:
    often = ["用OpenAI的", "问OpenAI", "看OpenAI", "讲Scaling Law", "按Scaling Law", "这个Scaling Law"]
    often += ["做Chatbot", "这个Chatbot", "叫Chatbot的"]
    heard = ["跟open i比", "跟open i合作", "是open i做的", *["符合skin law的"] * 3, *["问Chad Ball吧"] * 2]
    right = ["跟OpenAI比", "跟OpenAI合作", "是OpenAI做的", *["符合Scaling Law的"] * 3, *["问Chatbot吧"] * 2]
    assert reads("\n".join([*often, *heard])).split("\n") == [*often, *right]
    assert reads("\n".join(heard)).split("\n") == heard


def test_words_beside_a_name_that_is_said_often_stay() -> None:
    words = ["用OpenAI的", "问OpenAI", "看OpenAI", "讲Scaling Law", "按Scaling Law", "这个Scaling Law"]
    words += [*["都scaling up"] * 3, *["叫open it的"] * 3, "叫Chart Board的", *["Open Air音乐会"] * 3]
    assert reads("\n".join(words)).split("\n") == words


def test_a_version_is_heard_with_other_letters_where_that_recurs() -> None:
    assert reads("读GB4的\n是GB4") == "读GPT-4的\n是GPT-4"
    words = ["读GB4的", "这个GB200很大", "那个GB200也是", "有GB6", "又GB6"]
    assert reads("\n".join(words)).split("\n") == words
    _, done = put_right("用siltgpt2.4B的")
    assert [(one.heard, one.written) for one in done] == [("siltgpt", "SiltGPT")]


def test_an_abbreviation_is_told_by_the_words_it_stands_for() -> None:
    assert reads("叫RIG就叫Retrieval Augmented Generation的") == "叫RAG就叫Retrieval Augmented Generation的"
    words = ["叫RIG的东西", "叫RIG就叫Really Internal Gears的", "用RIG\n和Retrieval Augmented Generation"]
    assert [reads(one) for one in words] == words


def test_common_english_words_are_no_names() -> None:
    words = ["这个Result很好", "叫做Transfer的", "按Reset以后", "用Internal的", "Until现在", "这个Pass很快"]
    assert reads("\n".join(words)).split("\n") == words


def test_a_family_that_is_named_often_tells_of_a_version_heard_once() -> None:
    often = ["用GPT的", "问GPT吧", "看GPT的"]
    assert reads("\n".join([*often, "是GB4的"])).endswith("是GPT-4的")
    words = [*often, "内存有16GB4条", "这个GB200很大"]
    assert reads("\n".join(words)).split("\n") == words
    assert reads("只有GB4的") == "只有GB4的"


def test_a_short_name_that_is_another_by_its_vowels_is_right_only_where_it_recurs() -> None:
    assert reads("训练一下LARA就好") == "训练一下LARA就好"
    assert reads("训练一下LARA就好\n这个LARA很大") == "训练一下LoRA就好\n这个LoRA很大"
    assert reads("训练一下LAMA就好") == "训练一下Llama就好"


OFTEN = [*["讲Scaling Law"] * 3, *["符合skin law的"] * 5]
RIGHT = ["讲Scaling Law"] * 3 + ["符合Scaling Law的"] * 5


@pytest.mark.parametrize(
    ("heard", "right"),
    [
        ("其实skin skin law能不能", "其实Scaling Law能不能"),
        ("比较狭义的思skin law的", "比较狭义的Scaling Law的"),
        ("没有意思skin law的", "没有意思Scaling Law的"),
        ("广义的词skin law的", "广义的词Scaling Law的"),
        ("对skin load的定义", "对Scaling Law的定义"),
        ("这个skin roll公式", "这个Scaling Law公式"),
        ("这个skin care公式", "这个skin care公式"),
        ("这个skin problem很大", "这个skin problem很大"),
        ("这个skin load test很大", "这个skin load test很大"),
        ("讲Scaling Scaling Law的", "讲Scaling Scaling Law的"),
    ],
)
def test_a_name_begun_twice_or_ended_otherwise_is_told_by_the_many_places(heard: str, right: str) -> None:
    assert reads("\n".join([*OFTEN, heard])).split("\n") == [*RIGHT, right]


def test_one_place_tells_nothing_of_another() -> None:
    words = [*["讲Scaling Law"] * 3, "对skin load的定义"]
    assert reads("\n".join(words)).split("\n") == words

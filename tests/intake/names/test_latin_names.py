from __future__ import annotations

import pytest

from tests.intake.names.recorder import reads


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

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.intake.wording.cuts import Cut
from generator.intake.wording.sentences import Ending, stops_of
from generator.intake.wording.tokens import tokens_of
from tests.intake.wording.marsh import Marsh

KNOWN = Marsh("").known


def gain(before: str, after: str) -> float:
    words = f"{before}{after}"
    return Ending(tokens_of(words), KNOWN).gain(0, len(before) - 1, len(before))


def test_a_sentence_ends_where_something_speaks_for_it_and_no_part_is_tiny() -> None:
    commas = [Cut(8, 2.0), Cut(30, 2.0), Cut(45, -4.0), Cut(60, 2.0)]
    assert stops_of(0, 90, commas) == [30, 60]
    assert stops_of(0, 18, [Cut(8, 3.0)]) == []
    assert stops_of(0, 50, [Cut(25, 0.0)]) == []


def test_an_endless_sentence_ends_somewhere() -> None:
    commas = [Cut(place, -4.0) for place in range(20, 400, 20)]
    edges = [0, *stops_of(0, 400, commas), 400]
    assert all(end - start <= 200 for start, end in pairwise(edges))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("潮水已经退到旧堤外面", "但是水尺还在水里"),
        ("我们换掉了所有的钉子", "所以今年不用再换"),
        ("这块板是旧的", "那么新的在哪里"),
        ("我们在滩上换掉了所有的钉子", "所以今年不用再换"),
        ("我们在滩上看到了很多鸟", "这一点让大家很高兴"),
        ("我们把读过的本子都放在水尺的下面", "但是水尺还在水里"),
        ("我们根据水尺的读数换掉了木板", "所以今年不用再换"),
        ("这些旧的水尺都是很重要的", "所以今年不用再换"),
    ],
)
def test_words_that_begin_something_speak_for_an_end(before: str, after: str) -> None:
    assert gain(before, after) > 0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("如果潮水退到旧堤外面", "那么水尺就露出来"),
        ("但是如果潮水退了", "我们就去看滩"),
        ("在我们量泥沙的时候", "我们看到很多鸟"),
        ("我们今天看到一个", "更加旧的盐仓"),
        ("我们要面向整个", "在滩上工作的渔民"),
        ("守望人带回来了", "这种木头做的水尺"),
        ("而这种旧的水尺", "如果坏了就要换"),
        ("我们在滩上做了三年的观察", "这样一个工作要大家来做"),
        ("水尺的读数大家现在基本上", "我们都会看"),
        ("水尺的读数每天", "都会写进本子里"),
        ("其实在这里面是会有很大的", "LOSS一个是水尺的读数"),
        ("我们在滩上要用大量的", "比如说大家都看到的水尺"),
        ("水尺的读数已经达到了", "GPT一样的水平"),
        ("我们在滩上量了三年才找到最老的", "都是旧盐仓外面的木板"),
        ("终于做成了最长的一根水尺下面", "我从三个方面来讲"),
        ("那根据刚才在滩上的读数", "首先我们要换水尺"),
        ("大家都读过一篇文章叫quality", "all you need"),
        ("这种水尺不但要少", "而全面，就是要都有"),
    ],
)
def test_what_waits_or_goes_on_ends_no_sentence(before: str, after: str) -> None:
    assert gain(before, after) < 0

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.wording.long_clauses import LongWords, long_cuts
from generator.intake.wording.tokens import tokens_of
from tests.intake.wording.marsh import Marsh

WORDS = LongWords.of(Marsh("").known)


def cut(words: str) -> list[str]:
    edges = [0, *long_cuts(0, len(words), tokens_of(words), WORDS), len(words)]
    return [words[start:end] for start, end in pairwise(edges)]


@pytest.mark.parametrize(
    "clauses",
    [
        ["渔民每天清早沿着旧堤走到滩上的水尺", "我们在本子里记下潮水的高度"],
        ["这一片滩的泥沙在过去几年里变得更加厚了", "现在大家都在研究新的办法"],
        ["我们做了面向渔民的潮水预报和培训", "面向学生的盐沼观察和讲解"],
        ["每一根水尺的读数都可以发到仓里的屏幕上", "在那里大家可以看到一年的变化"],
    ],
)
def test_a_long_clause_is_cut_where_somebody_begins_anew(clauses: list[str]) -> None:
    assert cut("".join(clauses)) == clauses


@pytest.mark.parametrize(
    "words",
    [
        "渔民把水尺上面每天清早的读数和风向记在旧盐仓的本子里面",  # 把…记: one verb after its thing
        "我们让旧盐仓里的每一位渔民学习怎样修理被潮水冲坏的水尺",
        "这是旧盐仓的渔民在滩上一点一点地量出来的泥沙厚度",
        "潮水预报系统数据采集服务平台建设方案专家委员会成员名单",  # nothing but things
        "我们在过去的几年里面陆陆续续地换掉了被潮水冲坏的水尺",  # 了 and its thing
        "水位",
    ],
)
def test_what_belongs_together_is_not_cut(words: str) -> None:
    assert cut(words) == [words]


def test_no_name_is_cut() -> None:
    words = "渔民每天清早沿着旧堤走到滩上的水尺我们在本子里记下潮水的高度"
    never = frozenset(range(1, len(words)))
    assert long_cuts(0, len(words), tokens_of(words), WORDS, never) == []


@given(st.text("我们的潮水在盐沼把了看到大家这个系统AB1", max_size=150))
def test_places_lie_between_words(words: str) -> None:
    tokens = tokens_of(words)
    found = long_cuts(0, len(words), tokens, WORDS)
    assert found == sorted(set(found))
    assert all(0 < place < len(words) and tokens.at_edge(place) for place in found)
    # What neither begins nor ends a clause does not.
    assert not any(words[place:].startswith(("的", "了")) or words[place - 1] in "在把" for place in found)

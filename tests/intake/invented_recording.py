"""A recording of a forum that never was, as a recogniser leaves one: a breath a line, no punctuation."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

WHO = (
    "守滩的人",
    "记录员",
    "我们几个",
    "站里的同事",
    "隔壁村的老师傅",
    "新来的学生",
    "船上的伙计",
    "接手的人",
)
WHEN = (
    "退潮以后",
    "天还没亮",
    "第三年春天",
    "台风过去那晚",
    "每个月初一",
    "收工之前",
    "雨停的时候",
    "那年冬天",
)
DID = (
    "把水尺擦干净",
    "量了四十二块板的高低",
    "在本子上写下风向",
    "数了滩上的鸟",
    "换掉了生锈的钉子",
    "又走了一遍旧路",
)
THEN = (
    "才知道数字对不上",
    "结果比去年低了一点",
    "谁也没有说话",
    "就把那一页留着",
    "这件事到今天还在做",
    "大家都记得",
)


def talk(lines: int, seed: int) -> Iterator[str]:
    """Yield lines of a talk, none of which is said twice."""
    every = [(who, when, did, then) for who in WHO for when in WHEN for did in DID for then in THEN]
    random.Random(seed).shuffle(every)  # noqa: S311 - the same talk each time
    for who, when, did, then in every[: lines // 2]:
        yield f"{when}{who}{did}"
        yield then


def recording(lines: int = 60) -> str:
    """Return two talks of some lines each, with the host before, between and after them."""
    said: Sequence[str] = (
        "请不吝点赞 订阅 转发 打赏支持明镜与点点栏目",
        "各位来宾大家上午好",
        "欢迎来到芦汐观察夜的现场",
        "我是今天的主持人穆苇白",
        "首先让我们用热烈的掌声有请舒鹤汀老师",
        "她带来的题目是一块板十一年",
        "掌声有请",
        "谢谢主持人 大家好 我是舒贺婷",
        *talk(lines, 1),
        "我的分享就到这里 谢谢大家",
        "感谢舒鹤汀老师的精彩分享",
        "接下来有请滩鸟报的编辑闻朔屿老师",
        "他分享的主题是滩鸟的账本",
        "有请闻老师",
        "大家上午好 我是闻朔屿",
        *talk(lines, 2),
        "以上就是我的分享 谢谢各位",
        "感谢闻朔屿老师的精彩分享",
        "今天的活动到此结束 感谢大家的到来",
    )
    return "\n".join(said) + "\n"

"""An invented panel in which people take short turns, break in and go on without being called."""

from __future__ import annotations

from itertools import cycle

from tests.intake.turns.stage import JIANG, LU, SU, WEN, M, Said

_SPOKEN = {
    SU: (
        "然后芦苇的话就是说要先割一遍",
        "就是说泥的话其实不是问题",
        "然后水鸟的话就是说会自己回来",
        "这个盐度的话就是说每年都量",
        "就是说种子的话我们也在收",
        "然后滩面的话就是说会慢慢抬高",
    ),
    LU: (
        "一定程度上闸门是可以再低一点的",
        "可能核心还是要看谁来关这个闸",
        "所以本质上它应该是一笔维修的账",
        "我觉得一定程度上还是得看潮位",
        "可能钢板核心是不能生锈的",
        "所以一定程度上这是一件本质的事",
    ),
    WEN: (
        "对吧比如说风一大它就倒了嘛",
        "包括这些水鸟对吧都认得路嘛",
        "比如说那边的站对吧它是空的嘛",
        "包括我在岸边的小屋对吧它漏雨嘛",
        "比如说冬天对吧谁都不来嘛",
        "包括那些记录对吧都还在嘛",
    ),
    JIANG: (
        "其实没有人真正特别在意螃蟹",
        "但其实它们非常特别也非常少",
        "其实真正的变化都在泥里面",
        "但是没有人非常认真地去数",
        "其实我们特别想再数一次",
        "但真正难的其实都在夜里",
    ),
}
_ASKED = {
    SU: "那想请教一下苏老师，您觉得芦苇该不该割呢，",
    LU: "好的，那我们请陆总，您怎么看这件事情，",
    WEN: "接下来问一下闻站长，您那边看到了什么，",
    JIANG: "那江老师您怎么看，",
}


def lively(rounds: int = 4) -> tuple[Said, ...]:
    """What is said: each is asked by name, asked once more without it, and somebody else adds something."""
    sentences = {who: cycle(said) for who, said in _SPOKEN.items()}

    def speak(who: str, start: str, size: int) -> Said:
        return who, start + "".join(f"{next(sentences[who])}，" for _ in range(size))

    said: list[Said] = [(M, "大家下午好，欢迎各位嘉宾来到圆桌，我是今天的主持人方临溪，")]
    people = (SU, LU, WEN, JIANG)
    for turn in range(rounds):
        for number, who in enumerate(people):
            asked = _ASKED[who] if turn or number else _ASKED[who].removeprefix("那")
            said[-1:] = [(M, said[-1][1] + asked)] if said[-1][0] == M else [said[-1], (M, "明白，" + asked)]
            said.append(speak(who, "对，我觉得可以这么说，", 4 + number))
            said.append((M, "理解，那您的意思是不是还要等一年呢，"))
            said.append(speak(who, "嗯，是这样的，", 3))
            if (turn + number) % 2:
                other = people[(number + 2) % 4]
                said.append(speak(other, "我补充一下，", 5))
    said.append((M, "好的，时间关系，我们今天的圆桌就到这里，谢谢各位嘉宾"))
    return tuple(said)

"""A made-up congress of any size, always the same: what benchmarks build.

Each sentence is put together from words by a small grammar, so that hardly two are the same; a record has
some 4,500 characters, as a talk of twenty minutes. A glossary of a hundred terms is said throughout, a third
of the records are in English too, and every paragraph says where in the recording it was heard.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FORUM = 20
"""Sessions of a forum."""
SEED = 7
TERMS = 100
TOPICS = 40
CHAPTERS = 5
PARAGRAPHS = 8
SENTENCES = 4
_SAYS_A_TERM = 0.15
_LINKS_A_TERM = 0.01
"""Shares of sentences."""
ENGLISH = 3
"""Every so-manieth record is there in English too."""

_WHO = (
    "我们 他们 当年的同事 海边的渔民 实验室的人 两位研究员 镇上的老师 负责记录的人 后来的学生 那一届的志愿者"
)
_WHEN = "第一年 后来 去年秋天 涨潮以前 每到大潮 换了仪器以后 开会的前一天 台风过后 最早的时候 到了第三次"
_DID = "量过 记下 改掉 比较 重做 怀疑 公布 找回 丢掉 解释 检查 抄写 讨论 画出 估计 忽略"
_HOW = "一遍又一遍地 很小心地 用同一把尺子 按老办法 分成两组 在夜里 当着大家的面 没有告诉别人 差一点没"
_WHAT = "读数 曲线 本子 标记 地图 误差 结果 样本 名单 图纸 旧报告 数据表 照片 平均值 异常的那几天 两边的差"
_WHY = (
    "因为谁也说不清它是怎样来的",
    "不然第二年就没有东西可比",
    "这样别人才查得到",
    "可是风向忘了写",
    "这件事到今天还在争",
    "所以后来的人都照着做",
    "其实原因很简单",
    "为的是让新来的人看得懂",
)
_TERM_HEADS = (
    "潮位 盐度 泥沙 浮标 水准 断面 海草 滩面 风暴 岸线 沉积 渗流 波高 藻华 湿地 航标 回声 遥感 水样 底栖"
)
_TERM_TAILS = "基线 指数 校正 模型 阈值"
_SURNAMES = "林陈黄郑吴许蔡沈苏叶卢曾廖江童施傅余范游"
_GIVEN = "潮汐海岸沙洲鸥鹭帆樯礁岛港湾汀渚涛澜苇荻泽泊渔舟灯塔星月"
_EN_WHO = "We They Fishermen Colleagues Students Researchers Teachers Volunteers"
_EN_DID = "measured noted compared doubted copied published recovered explained"
_EN_WHAT = "readings curves notebooks maps errors reports lists samples"
_EN_WHY = (
    "because nobody could say where it came from",
    "so that others could check it",
    "though the wind had been forgotten",
    "and the reason was a simple one",
    "which is disputed to this day",
)


@dataclass(frozen=True)
class Size:
    """How much there is.

    Attributes:
        sessions: Of all forums.
    """

    sessions: int

    @property
    def people(self) -> int:
        """Most speak once, some twice."""
        return max(2, self.sessions * 4 // 5)

    @property
    def organisations(self) -> int:
        """One for ten sessions."""
        return max(2, self.sessions // 10)


def make_project(project: Path, sessions: int, languages: Sequence[str] = ()) -> None:
    """Write a project with the shipped templates and settings.

    Args:
        project: Its folder, which is not there yet.
        sessions: How many.
        languages: Of the site, the first at its root; those of the shipped settings if empty.
    """
    for name in ("templates", "site_config"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    if languages:
        place = project / "site_config" / "site.yml"
        lines = place.read_text("utf-8").splitlines()
        lines = [one for one in lines if not one.startswith("languages:")]
        place.write_text("\n".join([*lines, f"languages: [{', '.join(languages)}]", ""]), "utf-8")
    for name, text in content(sessions):
        place = project / "content" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")


def content(sessions: int, *, bare: bool = False) -> Iterator[tuple[str, str]]:
    """Yield the files of the content: path and text. JSON is YAML too.

    Args:
        sessions: How many.
        bare: Records in Simplified Chinese only, and nothing that belongs to them.
    """
    size = Size(sessions)
    yield (
        "events.yml",
        _json([{"id": "congress", "title": {"zh-Hans": "海岸大会", "en": "The Congress of the Shore"}}]),
    )
    yield "topics.yml", _json([_topic(number) for number in range(TOPICS)])
    yield "glossary.yml", _json([_term(number) for number in range(TERMS)])
    yield "organisations.yml", _json([_organisation(number) for number in range(size.organisations)])
    for number in range(size.people):
        yield f"people/{person_id(number)}.yml", _json(_person(number))
    for start in range(0, sessions, FORUM):
        forum = forum_id(start)
        numbers = range(start, min(start + FORUM, sessions))
        yield f"forums/{forum}/forum.yml", _json(_forum(start, numbers, size))
        for number in numbers:
            below = f"forums/{forum}/records/{session_id(number)}"
            yield f"{below}.zh-Hans.md", _record(number, size, _chinese)
            if bare:
                continue
            if number % ENGLISH == 0:
                yield f"{below}.en.md", _record(number, size, _english)
            yield f"{below}.sources.yml", _sources()


def person_id(number: int) -> str:
    """Return the id of a person."""
    return f"person-{number}"


def session_id(number: int) -> str:
    """Return the id of a session."""
    return f"talk-{number}"


def forum_id(session: int) -> str:
    """Return the id of the forum that a session is in."""
    return f"forum-{session // FORUM}"


def speakers(number: int, size: Size) -> tuple[int, ...]:
    """Return who speaks in a session: every fifth is a conversation of two."""
    first = number % size.people
    return (first, (number * 7 + 3) % size.people) if number % 5 == 0 and size.people > FORUM else (first,)


def chinese_name(number: int) -> str:
    """Return the name of a person, which nobody else has."""
    surname, given = divmod(number, len(_GIVEN) ** 2)
    first, second = divmod(given, len(_GIVEN))
    return _SURNAMES[(surname + number) % len(_SURNAMES)] + _GIVEN[first] + _GIVEN[second]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _drawn(*names: object) -> Random:
    return Random(repr((SEED, *names)))  # noqa: S311 - a fixed seed is wanted


def _topic(number: int) -> dict[str, Any]:
    topic: dict[str, Any] = {
        "id": f"topic-{number}",
        "title": {"zh-Hans": f"专题{number}", "en": f"Topic {number}"},
    }
    if number % 4:
        topic["broader"] = f"topic-{number - number % 4}"
    return topic


def _term_words(number: int) -> tuple[str, str]:
    head, tail = divmod(number, len(_TERM_TAILS.split()))
    return _TERM_HEADS.split()[head] + _TERM_TAILS.split()[tail], f"shore measure {number}"


def _term(number: int) -> dict[str, Any]:
    chinese, english = _term_words(number)
    draw = _drawn("term", number)
    return {
        "id": f"term-{number}",
        "term": {"zh-Hans": chinese, "en": english},
        "definition": {"zh-Hans": _chinese_sentence(draw), "en": _english_sentence(draw)},
        "topic": f"topic-{number % TOPICS}",
        "see": [f"term-{(number + 1) % TERMS}"],
    }


def _organisation(number: int) -> dict[str, Any]:
    name = {"zh-Hans": f"第{number}海岸研究所", "en": f"Institute {number} of the Shore"}
    return {"id": f"institute-{number}", "name": name, "kind": "institute"}


def _person(number: int) -> dict[str, Any]:
    draw = _drawn("person", number)
    return {
        "names": {"zh-Hans": chinese_name(number), "en": f"Speaker {number} Lin"},
        "sort": f"lin {number:05d}",
        "bio": {"zh-Hans": _chinese_sentence(draw), "en": _english_sentence(draw)},
    }


def _forum(start: int, numbers: range, size: Size) -> dict[str, Any]:
    number = start // FORUM
    return {
        "title": {"zh-Hans": f"第{number}分论坛", "en": f"Forum {number}"},
        "event": "congress",
        "language": "zh-Hans",
        "date": f"2025-{1 + number % 12:02d}-{1 + number % 28:02d}",
        "publish_unchecked": True,
        "topics": [f"topic-{number % TOPICS}"],
        "recordings": [{"id": "a", "url": f"https://media.example/{number}.mp4"}],
        "sessions": [_session(one, start, size) for one in numbers],
    }


def _session(number: int, start: int, size: Size) -> dict[str, Any]:
    draw = _drawn("session", number)
    minutes = 8 * 60 + (number - start) * 25
    who = [
        {
            "person": person_id(one),
            "roles": ["speaker"],
            "affiliations": [{"organisation": f"institute-{one % size.organisations}"}],
        }
        for one in speakers(number, size)
    ]
    return {
        "id": session_id(number),
        "kind": "talk",
        "title": {
            "zh-Hans": f"{_one(draw, _WHEN)}的{_one(draw, _WHAT)}（{number}）",
            "en": f"Talk {number}",
        },
        "start": f"{minutes // 60:02d}:{minutes % 60:02d}",
        "people": who,
        "abstract": {"zh-Hans": _chinese_sentence(draw), "en": _english_sentence(draw)},
        "topics": [f"topic-{draw.randrange(TOPICS)}"],
        "heard": [{"recording": "a"}],
        "record": "published",
    }


def _record(number: int, size: Size, language: Any) -> str:
    draw = _drawn("record", number, language.__name__)
    names, colon, sentence, chapter = language(draw, number, size)
    blocks = ["---\nform: edited\nwritten_by: machine\nchecked: []\n---"]
    for one in range(CHAPTERS):
        blocks.append(f"## {chapter(one)} ^c{one}h1")
        for paragraph in range(PARAGRAPHS):
            text = "".join(sentence() for _ in range(SENTENCES)).strip()
            at = one * PARAGRAPHS + paragraph
            turn = f"[00:{at:02d}:10] {names[one % len(names)]}{colon}" if paragraph == 0 else ""
            blocks.append(f"{turn}{text} ^p{one}{paragraph}a")
    return "\n\n".join(blocks) + "\n"


def _chinese(draw: Random, number: int, size: Size) -> tuple[Any, ...]:
    names = [chinese_name(one) for one in speakers(number, size)]

    def sentence() -> str:
        text = _chinese_sentence(draw)
        term = draw.randrange(TERMS)
        words = _term_words(term)[0]
        if draw.random() < _SAYS_A_TERM:
            return f"说到{words}，{text}"
        return f"[{words}](term:term-{term})另说。{text}" if draw.random() < _LINKS_A_TERM else text

    return names, "：", sentence, lambda one: f"第{one + 1}节，{_one(draw, _WHAT)}"


def _english(draw: Random, number: int, size: Size) -> tuple[Any, ...]:
    names = [f"Speaker {one} Lin" for one in speakers(number, size)]

    def sentence() -> str:
        text = _english_sentence(draw)
        words = _term_words(draw.randrange(TERMS))[1]
        return f"As for {words}: {text} " if draw.random() < _SAYS_A_TERM else f"{text} "

    return names, ": ", sentence, lambda one: f"Part {one + 1}, {_one(draw, _EN_WHAT)}"


def _one(draw: Random, words: str) -> str:
    return draw.choice(words.split())


def _chinese_sentence(draw: Random) -> str:
    first = f"{_one(draw, _WHEN)}，{_one(draw, _WHO)}{_one(draw, _HOW)}{_one(draw, _DID)}{_one(draw, _WHAT)}"
    more = draw.choice(("，" + draw.choice(_WHY), f"，一共{draw.randint(2, 999)}次", ""))
    return f"{first}{more}。"


def _english_sentence(draw: Random) -> str:
    count = draw.randint(2, 999)
    first = f"{_one(draw, _EN_WHO)} {_one(draw, _EN_DID)} {_one(draw, _EN_WHAT)}"
    return f"{first} {count} times, {draw.choice(_EN_WHY)}."


def _sources() -> str:
    lines = []
    for one in range(CHAPTERS):
        for paragraph in range(PARAGRAPHS):
            first = 1 + 20 * (one * PARAGRAPHS + paragraph)
            lines.append(f"p{one}{paragraph}a: [{{recording: a, from: [{first}, 0], to: [{first + 20}, 0]}}]")
    return "\n".join(lines) + "\n"

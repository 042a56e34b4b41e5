from __future__ import annotations

import pytest
from markdown_it.token import Token

from generator.model.dates import Timecode
from generator.model.identifiers import ImagePath, Mark, PersonId, RecordingId
from generator.model.language import Language
from generator.model.record import (
    Code,
    Emphasis,
    Figure,
    Heading,
    LineBreak,
    LinkTarget,
    Paragraph,
    RecordingTime,
    RecordLink,
    Table,
    Text,
    Turn,
)
from generator.model.record_text import block_text
from generator.store.records.grammar import _MARKDOWN, inlines
from tests.store.records.record_panel import read, told

PANEL = """
## 数给谁看 ^p1h1

[00:06:12] 闻朔屿：欢迎各位。**“数字”**和*标记*，见[术语](term:tide)。 ^p1a1

他又说了一句 `x < y`。\\
第二行。 ^p1b2 ^p1b3

[00:07:30] 观众：公开吗？ ^p1c3

- 三块。 ^l1a1
- 两块。 ^l1b2

1. 先量。 ^l2a1
2. 再写。 ^l2b2

> 没有量到，也是一次测量。 ^q1a1

![三个滩带](plates.png) ^f1g1

| 滩带 | 板数 |
| --- | ---: |
| 高滩 | **9** |

^t1b1

### 后来 ^p1h2
"""


def paragraph(*content: Text, mark: str, line: int, item: str) -> Paragraph:
    return Paragraph((Mark(mark),), content, line, item=item)


def test_a_panel_is_read() -> None:
    parsed = read(PANEL)
    assert parsed.faults == ()
    assert parsed.blocks == (
        Heading((Mark("p1h1"),), 2, (Text("数给谁看"),), 2),
        Paragraph(
            (Mark("p1a1"),),
            (
                Text("欢迎各位。"),
                Emphasis(strong=True, content=(Text("“数字”"),)),
                Text("和"),
                Emphasis(strong=False, content=(Text("标记"),)),
                Text("，见"),
                RecordLink(LinkTarget.TERM, "tide", (Text("术语"),)),
                Text("。"),
            ),
            4,
            time=RecordingTime(Timecode(372)),
            turn=Turn(PersonId("wen-shuoyu"), "闻朔屿"),
        ),
        Paragraph(
            (Mark("p1b2"), Mark("p1b3")),
            (Text("他又说了一句 "), Code("x < y"), Text("。"), LineBreak(), Text("第二行。")),
            6,
        ),
        Paragraph(
            (Mark("p1c3"),),
            (Text("公开吗？"),),
            9,
            time=RecordingTime(Timecode(450)),
            turn=Turn(None, "观众", "audience"),
        ),
        paragraph(Text("三块。"), mark="l1a1", line=11, item="bullet"),
        paragraph(Text("两块。"), mark="l1b2", line=12, item="bullet"),
        paragraph(Text("先量。"), mark="l2a1", line=14, item="number"),
        paragraph(Text("再写。"), mark="l2b2", line=15, item="number"),
        paragraph(Text("没有量到，也是一次测量。"), mark="q1a1", line=17, item="quote"),
        Figure((Mark("f1g1"),), ImagePath("plates.png"), "三个滩带", 19),
        Table(
            (Mark("t1b1"),),
            ((Text("滩带"),), (Text("板数"),)),
            (((Text("高滩"),), (Emphasis(strong=True, content=(Text("9"),)),)),),
            21,
        ),
        Heading((Mark("p1h2"),), 3, (Text("后来"),), 27),
    )
    assert [(one.kind, one.target, one.place.line, one.place.column) for one in parsed.references] == [
        ("TermId", "tide", 4, 36)
    ]


def test_line_ends_of_every_kind_give_the_same_blocks() -> None:
    assert read(PANEL.replace("\n", "\r\n")) == read(PANEL) == read(PANEL.replace("\n", "\r"))


def test_the_body_begins_where_the_head_ends() -> None:
    marked = read("一 ^a1b2\n\n<x>y ^abc").faults
    assert told(marked) == [("mark-form", 3, 6)]


@pytest.mark.parametrize(
    ("language", "body", "text"),
    [
        (Language.HANS, "第一行\n第二行", "第一行第二行"),
        (Language.HANS, "用了\nMiniX\n和 Y，\nZ", "用了MiniX和 Y，Z"),
        (Language.HANS, "one\ntwo", "one two"),
        (Language.HANT, "**第一行**\n*第二行*", "第一行第二行"),
        (Language.EN, "one\ntwo", "one two"),
        (Language.EN, "by 简渡\nand others", "by 简渡 and others"),
        (Language.EN, "第一\n第二", "第一第二"),
        (Language.EN, "한국\n사람", "한국 사람"),
    ],
)
def test_a_line_end_is_a_space_where_the_script_has_spaces(language: Language, body: str, text: str) -> None:
    assert block_text(read(body, language).blocks[0]) == text


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<b onclick="x">',
        "<!-- x -->",
        "{{ 7*7 }} {% raw %}",
        '{: #x onclick="y" }',
        '文字{ .c #i style="x" }',
        "[TOC]",
        "a | b",
        "x^2^ ~~y~~ ==z==",
        ":smile: $a$",
        "[x][y] [z]",
        "第一：……",
        "10:30 开始",
        "注意: 这里",
        "https://tideland.example/a",
        "#标签",
        "[2024] 年",
        "10 ^ 3",
        "!!! note",
    ],
)
def test_what_is_no_markdown_of_records_is_text(text: str) -> None:
    parsed = read(f"{text} ^p7k2")
    assert parsed.faults == ()
    assert block_text(parsed.blocks[0]) == text


def test_escapes_and_entities_are_read_as_commonmark_has_them() -> None:
    parsed = read(r"\*x\* \^p7k2 &lt;b&gt; \[00:00:01\] &#2; ^p9x1")
    assert block_text(parsed.blocks[0]) == "*x* ^p7k2 <b> [00:00:01] \ufffd"
    assert parsed.faults == ()


@pytest.mark.parametrize("body", ["    缩进的一段", "\t缩进的一段", "　　缩进的一段", "缩进的一段　　"])
def test_an_indented_paragraph_is_a_paragraph(body: str) -> None:
    (block,) = read(f"{body} ^p7k2").blocks
    assert isinstance(block, Paragraph)
    assert block_text(block) == "缩进的一段"


@pytest.mark.parametrize(
    ("body", "strong"),
    [
        ("他说**“你好”**了", "“你好”"),
        ("这是**重点。**然后", "重点。"),
        ("这是**(A)**的", "(A)"),
        ("它叫**《潮》**吗", "《潮》"),
        ("a **b** c", "b"),
    ],
)
def test_chinese_is_stressed_where_no_space_stands(body: str, strong: str) -> None:
    (block,) = read(body).blocks
    assert isinstance(block, Paragraph)
    assert Emphasis(strong=True, content=(Text(strong),)) in block.content


@pytest.mark.parametrize("body", ["2 * 3 * 4", "snake_case_name", "** x **", "*"])
def test_stars_and_lines_that_stress_nothing_stay(body: str) -> None:
    text = f"文 {body} 字"
    assert block_text(read(text).blocks[0]) == text


@pytest.mark.parametrize(
    ("href", "kind", "target"),
    [
        ("person:wen-shuoyu", LinkTarget.PERSON, "wen-shuoyu"),
        ("session:launch", LinkTarget.SESSION, "launch"),
        ("session:salt-2025/launch", LinkTarget.SESSION, "salt-2025/launch"),
        ("term:tide", LinkTarget.TERM, "tide"),
        ("forum:salt-2025", LinkTarget.FORUM, "salt-2025"),
        ("https://tideland.example/a?b=c&d#e", LinkTarget.WEB, "https://tideland.example/a?b=c&d#e"),
        ("http://潮.example/路", LinkTarget.WEB, "http://潮.example/路"),
        ("mailto:a@tideland.example", LinkTarget.WEB, "mailto:a@tideland.example"),
    ],
)
def test_links_lead_to_what_they_may(href: str, kind: LinkTarget, target: str) -> None:
    parsed = read(f"见[这里]({href}) ^p7k2")
    assert parsed.faults == ()
    assert parsed.blocks[0] == Paragraph(
        (Mark("p7k2"),), (Text("见"), RecordLink(kind, target, (Text("这里"),))), 1
    )


def test_references_tell_forum_and_place() -> None:
    parsed = read("一\n二[甲](session:launch)，[乙](session:salt-2025/opening)和![x](a.png)")
    assert [
        (one.kind, one.target, one.forum, one.place.line, one.place.column) for one in parsed.references
    ] == [
        ("SessionId", "launch", "harbour-2025", 2, 2),
        ("SessionId", "opening", "salt-2025", 2, 22),
    ]


@pytest.mark.parametrize(
    ("recordings", "heard", "body", "expected"),
    [
        (("a",), None, "[12:31] 一", RecordingTime(Timecode(751))),
        (("a",), "a", "[00:12:31] 一", RecordingTime(Timecode(751))),
        (("a", "b"), None, "[b 00:12:31] 一", RecordingTime(Timecode(751), RecordingId("b"))),
        (("a", "b"), "b", "[00:12:31] 一", RecordingTime(Timecode(751), RecordingId("b"))),
        (None, None, "[x 00:12:31] 一", RecordingTime(Timecode(751), RecordingId("x"))),
        (("a",), None, "## [00:12:31] 一", RecordingTime(Timecode(751))),
        (("a",), None, "[00:12:31] ![图](a.png)", RecordingTime(Timecode(751))),
        (("a",), None, "[00:12:31](https://tideland.example/) 一", None),
    ],
)
def test_times(
    recordings: tuple[str, ...] | None, heard: str | None, body: str, expected: RecordingTime | None
) -> None:
    parsed = read(f"{body} ^p7k2", recordings=recordings, heard=heard)
    assert parsed.faults == ()
    (block,) = parsed.blocks
    assert not isinstance(block, Table)
    assert block.time == expected


def test_recordings_run_side_by_side() -> None:
    assert read("[a 00:10:00] 一 ^a1b1\n\n[b 00:01:00] 二 ^a1b2", recordings=("a", "b")).faults == ()


@pytest.mark.parametrize(
    ("body", "mark"),
    [
        ("| a |\n|---|\n| b |\n^t3b1\n", "t3b1"),
        ("| a |\n|---|\n| b |\n\n^t3b1\n", "t3b1"),
        ("![图](a.png)\n^t3b1\n", "t3b1"),
        ("![图](a.png)\n\n^t3b1\n", "t3b1"),
        ("一\n^t3b1\n", "t3b1"),
        ("## 一 ^t3b1 ##\n", "t3b1"),
    ],
)
def test_where_a_mark_may_stand(body: str, mark: str) -> None:
    parsed = read(body)
    assert parsed.faults == ()
    assert [block.marks for block in parsed.blocks] == [(mark,)]


def test_an_unmarked_block_has_a_name_for_this_build() -> None:
    first = read("## 甲\n\n一\n\n一\n\n| a |\n|---|\n\n![图](a.png)")
    assert told(first.faults, unmarked=True) == [
        ("unmarked", 1, 4),
        ("unmarked", 3, 1),
        ("unmarked", 5, 1),
        ("unmarked", 7, 1),
        ("unmarked", 10, 1),
    ]
    assert all(block.temporary for block in first.blocks)
    assert len({block.marks for block in first.blocks}) == len(first.blocks)
    assert all("proceedings mark" in fault.remedy for fault in first.faults)
    moved = read("新\n\n一\n\n## 甲\n\n一")
    assert moved.blocks[1].marks == first.blocks[1].marks
    assert moved.blocks[3].marks == first.blocks[2].marks
    assert read("一", Language.HANT).blocks[0].marks != moved.blocks[1].marks


@pytest.mark.parametrize(
    "text", ["潮来了，去了；9.5 米（约）", "", "a: b", "一*二", "一\n二", "a < b", "x\\y"]
)
def test_a_text_without_signs_is_what_the_parser_makes_of_it(text: str) -> None:
    tokens: list[Token] = []
    _MARKDOWN.inline.parse(text, _MARKDOWN, {}, tokens)
    assert inlines(text) == tokens

from __future__ import annotations

import json

import pytest

from generator.intake.heard import Heard
from generator.intake.reading import LONGEST_LINE, read_recording
from generator.intake.recording_error import RecordingError
from generator.model.identifiers import RecordingId


def read(text: str, name: str = "a.txt") -> Heard:
    return read_recording([(RecordingId("a"), name, text.encode())])


def at(heard: Heard, index: int) -> str:
    """What stands in the file where a cue, picture or title points to, up to the line's end."""
    raw = heard.files[0].raw
    return raw[index:].split("\n", 1)[0]


def stands(heard: Heard) -> bool:
    """Whether each character of the text stands in the file where it says."""
    raw = heard.files[0].raw + "\n"
    origins = list(heard.text.origins)
    ascending = origins == sorted(origins)
    return ascending and all(
        raw[origin] == word for word, origin in zip(heard.text.words, origins, strict=True)
    )


def cues(heard: Heard) -> list[tuple[str, int | None, str]]:
    return [(at(heard, cue.index), cue.start, cue.speaker) for cue in heard.cues]


def test_plain_text_is_all_words() -> None:
    heard = read("各位来宾\r\n\r\n 潮位站\n谢谢")
    assert heard.text.words == "各位来宾\n\n 潮位站\n谢谢\n"
    assert stands(heard)
    assert not heard.chunked
    assert heard.files[0].position(heard.text.origins[7]) == (3, 1)


def test_what_nobody_sees_is_no_word() -> None:
    heard = read("潮\u200b位\ufeff站")
    assert heard.text.words == "潮位站\n"
    assert list(heard.text.origins) == [0, 2, 4, 5]


def test_lines_that_nobody_says_in_a_breath_are_chunks() -> None:
    assert read("潮位" * 100 + "\n" + "尺子" * 200 + "\n").chunked


SRT = """1
00:00:01,500 --> 00:00:04,000
各位来宾
<i>上午好</i>

2
00:01:02,000 --> 00:01:04,000
7

3
00:01:05,000 --> 00:01:06,000
[SPEAKER_01]: 潮位站
"""


def test_subtitles_keep_words_and_times() -> None:
    heard = read(SRT, "a.bin")
    assert heard.text.words == "各位来宾\n上午好\n7\n潮位站\n"
    assert stands(heard)
    assert cues(heard) == [
        ("各位来宾", 1500, ""),
        ("7", 62_000, ""),
        ("[SPEAKER_01]: 潮位站", 65_000, ""),
        ("潮位站", None, "SPEAKER_01"),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (SRT + "\n4\n00:00:bad --> 00:01:08,000\n尺子\n", 15),
        ("潮位\n" + SRT, 1),
        ("1\n00:00:01,000 -->\n尺子\n", 2),
    ],
)
def test_broken_subtitles_name_the_line(text: str, line: int) -> None:
    with pytest.raises(RecordingError) as error:
        read(text, "a.srt")
    assert error.value.name == f"a.srt:{line}"


VTT = """WEBVTT - 潮汐周
Kind: captions

STYLE
::cue { color: white }

NOTE 不是说的话

intro
00:01.000 --> 00:04.000 align:start
<v.loud 苇白>各位来宾</v> &amp; <c>朋友</c>

01:00:05.000 --> 01:00:06.000
- 潮位站
"""


def test_webvtt_keeps_voices_and_reads_entities() -> None:
    heard = read(VTT)
    assert heard.text.words == "各位来宾 & 朋友\n- 潮位站\n"
    assert stands(heard)
    assert [cue[1:] for cue in cues(heard)] == [(1000, ""), (None, "苇白"), (3_605_000, "")]


def test_a_broken_cue_names_the_line() -> None:
    with pytest.raises(RecordingError, match=r"a\.vtt:3: these times"):
        read("WEBVTT\n\n00:01 --> 00:02\n潮位\n", "a.vtt")


OPENAI = {
    "text": " 各位来宾 潮位站",
    "segments": [
        {"id": 0, "start": 1.5, "end": 4.0, "text": " 各位来宾", "tokens": [1, 2]},
        {"id": 1, "start": 62, "end": 64.0, "text": ' 潮位\n站 🌊"', "speaker": "SPEAKER_00"},
        {"id": 2, "start": 70, "end": 71.0, "text": "  "},
    ],
    "language": "zh",
}
FASTER = [
    {
        "start": 0.0,
        "end": 9.0,
        "text": "各位来宾今天来读潮位",
        "words": [
            {"word": "各位", "start": 0.1, "end": 1.0},
            {"word": "来宾", "start": 2.0, "end": 3.0},
            {"word": "今天", "start": 6.0, "end": 6.5},
            {"word": "来读潮位", "start": 6.6, "end": 9.0},
        ],
    },
    {"words": [{"word": " 尺子", "start": 9.5}, {"word": "呢", "start": 10.0}], "start": 9.5},
]
CPP = {
    "systeminfo": "AVX = 1",
    "transcription": [
        {
            "timestamps": {"from": "00:00:01,500", "to": "00:00:04,000"},
            "offsets": {"from": 1500, "to": 4000},
            "text": " 各位来宾",
        }
    ],
}


@pytest.mark.parametrize("ascii_only", [True, False])
def test_json_of_openai_whisper(ascii_only: bool) -> None:  # noqa: FBT001 - parametrised
    heard = read(json.dumps(OPENAI, ensure_ascii=ascii_only, indent=1))
    assert heard.text.words == '各位来宾\n潮位\n站 🌊"\n'
    starts = [(cue.start, cue.speaker) for cue in heard.cues]
    assert starts == [(1500, ""), (62_000, "SPEAKER_00")]
    raw = heard.files[0].raw
    place = heard.text.origins[heard.text.words.index("🌊")]
    assert raw.startswith("\\ud83c\\udf0a" if ascii_only else "🌊", place)
    assert heard.text.span(0, 1)[0] == raw.index('"segments"') + raw[raw.index('"segments"') :].index(
        json.dumps("各", ensure_ascii=ascii_only)[1:-1]
    )


def test_json_of_faster_whisper_says_when_words_of_a_long_segment_were_said() -> None:
    heard = read(json.dumps(FASTER, ensure_ascii=False))
    assert heard.text.words == "各位来宾今天来读潮位\n尺子呢\n"
    assert [(at(heard, cue.index)[:2], cue.start) for cue in heard.cues] == [
        ("各位", 0),
        ("今天", 6000),
        ("尺子", 9500),
    ]
    assert read(json.dumps({"segments": FASTER}, ensure_ascii=False)).text.words == heard.text.words


def test_json_of_whisper_cpp() -> None:
    heard = read(json.dumps(CPP, ensure_ascii=False))
    assert heard.text.words == "各位来宾\n"
    assert [cue.start for cue in heard.cues] == [1500]


def test_broken_json_names_the_line() -> None:
    with pytest.raises(RecordingError, match="broken JSON") as error:
        read('{"segments": [\n  {"text": "潮位",\n  }\n]}')
    assert error.value.name == "a.txt:3"


@pytest.mark.parametrize("text", ['{"words": 3}', "[1, 2]", "[" * 5000, '{"a":' * 5000])
def test_other_json_is_refused(text: str) -> None:
    with pytest.raises(RecordingError):
        read(text, "a.json")


@pytest.mark.parametrize(
    "text",
    [
        "发言人1 00:12\n各位来宾\n\n发言人2 01:02:03\n潮位站\n尺子\n",
        "潮\n2025年5月10日 10:00\n关键词：潮\n\n发言人1  00:12\n各位来宾\n发言人2  01:02:03\n潮位站\n尺子\n",
        "00:12 发言人1\n各位来宾\n01:02:03 发言人2\n潮位站\n尺子\n",
        "发言人1(00:12)：各位来宾\n发言人2(01:02:03)：潮位站\n尺子\n",
        "[00:00:12] 发言人1：各位来宾\n[01:02:03] 发言人2：潮位站\n尺子\n",
        "[00:12.000 --> 00:14] 发言人1: 各位来宾\n[01:02:03.000 --> 01:02:04.000] 发言人2: 潮位站\n尺子\n",
    ],
)
def test_stamps_of_meeting_tools(text: str) -> None:
    heard = read(text)
    assert heard.text.words == "各位来宾\n潮位站\n尺子\n"
    assert stands(heard)
    assert cues(heard) == [("各位来宾", 12_000, "发言人1"), ("潮位站", 3_723_000, "发言人2")]


def test_a_clock_on_the_wall_begins_with_the_recording() -> None:
    heard = read("闻朔屿 2025-05-10 23:59:50\n各位来宾\n穆苇白 2025-05-11 00:00:20\n潮位站\n")
    assert cues(heard) == [("各位来宾", 0, "闻朔屿"), ("潮位站", 30_000, "穆苇白")]


def test_a_time_that_is_spoken_is_no_stamp() -> None:
    text = "今天的会\n从10:30 开始\n" + "我们来读潮位\n" * 40
    heard = read(text)
    assert heard.text.words == text
    assert heard.cues == ()


def chunk(words: str) -> str:
    return f"{words}，水面还在涨。\n\n"


MARKDOWN = (
    "# 潮汐周 2025\n\n\n# 上午 - P1：读尺子的人：闻朔屿\n\n"
    + chunk("我们先看第一张图")
    + "\n\n![潮位图](img/one_1.png)\n\n"
    + chunk("这里是3。5米")
    + "".join(chunk(f"第{number}天") for number in range(8))
)


def test_markdown_keeps_headings_and_pictures_by_place() -> None:
    heard = read(MARKDOWN)
    assert heard.chunked
    assert [(title.level, title.words, at(heard, title.index)[:2]) for title in heard.titles] == [
        (1, "潮汐周 2025", "# "),
        (1, "上午 - P1：读尺子的人：闻朔屿", "# "),
    ]
    assert [(picture.source, picture.alt) for picture in heard.pictures] == [("img/one_1.png", "潮位图")]
    assert heard.text.words.startswith("我们先看第一张图，水面还在涨\n这里是3。5米，水面还在涨\n第0天")
    assert stands(heard)
    before, after = (heard.text.words.index(words) for words in ("我们先看", "这里是"))
    assert heard.text.origins[before] < heard.pictures[0].index < heard.text.origins[after]


def test_markdown_that_was_written_keeps_its_full_stops() -> None:
    heard = read(
        "---\ntitle: x\n---\n# 潮位\n\n尺子**很**长。它在水里。看[这里](https://example.org)。\n\n- 三次\n",
        "a.md",
    )
    assert not heard.chunked
    assert heard.text.words == "尺子很长。它在水里。看这里。\n三次\n"
    assert stands(heard)


def chunks(*paragraphs: str) -> str:
    every = ["水位是3。5米", "退到1。2米", "涨了0。4米", *(["潮水又涨了"] * 12), *paragraphs]
    return "# 潮位\n\n" + "".join(f"{one}。\n\n" for one in every)


def test_a_decimal_that_a_chunk_ends_in_is_one() -> None:
    heard = read(chunks("最后只有0", "75米，我们记下了"))
    assert heard.chunked
    assert "最后只有0。75米，我们记下了\n" in heard.text.words
    assert stands(heard)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("那一年是2", "2024年的时候"),
        ("一共有3", "5月才完"),
        ("我们有20个", "5块板"),
        ("比如说1。5", "3块板"),
        ("最后只有0", "# 一\n\n75米"),
        ("最后只有0", "![](a.png)\n\n75米"),
    ],
)
def test_other_numbers_at_the_edge_of_a_chunk_are_two(before: str, after: str) -> None:
    words = read(chunks(before, after)).text.words
    assert f"{before}\n" in words


def test_without_decimals_in_it_a_recording_has_none_at_its_edges() -> None:
    every = [*(["潮水又涨了"] * 12), "最后只有0", "75米"]
    assert "最后只有0\n75米" in read("# 潮位\n\n" + "".join(f"{one}。\n\n" for one in every)).text.words


def test_files_follow_each_other() -> None:
    first, second = "各位来宾", "1\n00:00:01,000 --> 00:00:02,000\n潮位站\n"
    heard = read_recording(
        [(RecordingId("a"), "a.txt", first.encode()), (RecordingId("b"), "b.srt", second.encode("utf-16"))]
    )
    assert heard.text.words == "各位来宾\n潮位站\n"
    assert heard.files[1].base == len(first) + 1
    place = heard.text.origins[heard.text.words.index("潮")]
    assert heard.file_of(place).recording == "b"
    assert heard.file_of(place).position(place) == (3, 0)
    assert heard.cues[0].index == place


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("……\n\n，。\n", "a.txt"),
        ('{"segments": []}', "a.json"),
        ("WEBVTT\n", "a.vtt"),
        ("# 只有标题\n", "a.md"),
    ],
)
def test_nothing_said_is_refused(text: str, name: str) -> None:
    with pytest.raises(RecordingError, match=r"nothing is said|no segments"):
        read(text, name)


def test_a_line_that_nobody_says_is_refused() -> None:
    with pytest.raises(RecordingError) as error:
        read("各位\n" + "啊" * (LONGEST_LINE + 1))
    assert error.value.name == "a.txt:2"

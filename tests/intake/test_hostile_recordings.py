"""Files that are no recordings, or hardly: each is read or refused in a moment, and in little memory."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import random
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from contextlib import suppress

import pytest

from generator.intake.encoding import decode
from generator.intake.formats.gathering import MOST_SAID
from generator.intake.reading import LONGEST_LINE, MOST_LINES, read_recording
from generator.intake.recording_error import RecordingError
from generator.model.identifiers import RecordingId
from tests.intake.invented_recording import recording

WORDS = recording()
SRT = "".join(
    f"{number}\n00:02:{number % 60:02},000 --> 00:02:{number % 60:02},900\n{line}\n\n"
    for number, line in enumerate(WORDS.splitlines(), 1)
)
VTT = "WEBVTT\n\n" + SRT.replace(",", ".")
JSON = json.dumps({"segments": [{"start": 1.0, "end": 2.0, "text": line} for line in WORDS.splitlines()]})
MIDDLE = SRT.index("-->", len(SRT) // 2)
MIDDLE_OF_VTT = VTT.index("-->", len(VTT) // 2)
TIMES = "1\n00:00:01,000 --> 00:00:02,000\n"


def read(data: bytes | str, name: str = "a.txt") -> str:
    given = data.encode() if isinstance(data, str) else data
    return read_recording([(RecordingId("a"), name, given)]).text.words


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_says_the_same(encoding: str, end: str) -> None:
    assert read(WORDS.replace("\n", end).encode(encoding)) == WORDS


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n" * 9, "the file is empty"),
        (b"\xff\xfe", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "this is a picture"),
        (gzip.compress(WORDS.encode()), "this is a packed file"),
        (bz2.compress(WORDS.encode()), "no text"),
        (lzma.compress(WORDS.encode()), "no text"),
        (zlib.compress(WORDS.encode()), "no text"),
        (b"\0\0\0\x20ftypisom" + bytes(range(256)) * 40, "no text"),
        (random.Random(7).randbytes(40_000), "no text"),  # noqa: S311 - the same bytes each time
        (WORDS[:300].encode() + b"\0" + WORDS[300:].encode(), "no text"),
        (WORDS.encode() * 100 + b"\0\n", "no text"),
        (WORDS.encode("utf-16-le") + b"a", "no text"),
        (WORDS.encode("utf-16") + b"a", "is not"),
        (WORDS.encode() + WORDS.encode("gb18030"), "line 138 is not UTF-8"),
        (WORDS.encode()[:-2], "line 137 is not UTF-8"),
        ("。，！\n" * 30, "nothing is said"),
        ("<!DOCTYPE html>\n<p>" + WORDS, "this is a web page"),
        ('<?xml version="1.0"?><tt><p>' + WORDS, "this is a web page or XML"),
        (
            "[Script Info]\nDialogue: 0,0:00:01.00,0:00:02.00,,,0,0,0,," + WORDS,
            "this is subtitles of Advanced",
        ),
        ("start\tend\ttext\n0\t900\t" + WORDS, "this is a table"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes | str, reason: str) -> None:
    with pytest.raises(RecordingError, match=reason):
        read(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (SRT[: MIDDLE + 6], r"a\.txt:\d+: these times cannot be read"),
        (SRT[:MIDDLE] + "->" + SRT[MIDDLE + 3 :], r"a\.txt:\d+: these times cannot be read"),
        (SRT[: MIDDLE - 9] + "xx" + SRT[MIDDLE - 7 :], r"a\.txt:\d+: these times cannot be read"),
        (SRT[: MIDDLE - 1], r"a\.txt:\d+: these times cannot be read"),
        (SRT[: MIDDLE - 9], r"a\.txt:\d+: these times cannot be read"),
        (VTT[: MIDDLE_OF_VTT + 5], r"a\.txt:\d+: these times cannot be read"),
        (VTT[: MIDDLE_OF_VTT - 1], r"a\.txt:\d+: these times cannot be read"),
        (VTT[: MIDDLE_OF_VTT - 9], r"a\.txt:\d+: these times cannot be read"),
        (VTT[:MIDDLE_OF_VTT] + "=>" + VTT[MIDDLE_OF_VTT + 3 :], r"a\.txt:\d+: these times cannot be read"),
        (JSON[: len(JSON) // 2], "broken JSON"),
        (JSON.replace('"end"', "'end'", 1), "broken JSON"),
        (JSON + JSON, "broken JSON"),
        ('{"segments":' + "[" * 90_000 + "]" * 90_000 + "}", "this is no JSON of a recogniser"),
        ('{"segments": [{"start": ' + "9" * 5_000 + "}]}", "this is no JSON of a recogniser"),
        ('{"segments": {}}', "no segments"),
        ('{"segments": [{"start": "x", "text": 5}]}', "nothing is said"),
    ],
)
def test_what_is_broken_in_the_middle_is_refused_with_its_line(data: str, reason: str) -> None:
    with pytest.raises(RecordingError, match=reason):
        read(data)


def test_the_number_of_a_subtitle_that_was_cut_off_is_not_said() -> None:
    whole = TIMES + "七\n\n"
    assert read(whole + "2\n", "a.srt") == read(whole, "a.srt") == "七\n"
    assert read(whole + TIMES + "2\n", "a.srt") == "七\n2\n"


def test_half_of_a_surrogate_pair_is_no_word() -> None:
    assert read('{"segments": [{"start": 0, "text": "潮\\ud800位"}]}') == "潮位\n"


def test_what_content_may_not_hold_is_no_word() -> None:
    assert read(WORDS + "潮\u202e\u2066位\x1b[31m站\u2029\x07\n") == WORDS + "潮位[31m站\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("潮" * (LONGEST_LINE + 1), "nobody says in one"),
        ('{"segments": [{"text": "' + "潮" * (MOST_SAID + 1) + '"}]}', "characters are said"),
        (("潮" * 1000 + "\n") * (MOST_SAID // 1000), "characters are said"),
        ("\n" * (MOST_LINES + 1) + WORDS, "more than 1,000,000 lines"),
    ],
)
def test_what_is_too_much_is_refused(data: str, reason: str) -> None:
    with pytest.raises(RecordingError, match=reason):
        read(data)


def test_files_that_are_too_much_together_are_refused() -> None:
    half = (("潮" * 999 + "\n") * (MOST_SAID // 1900)).encode()
    with pytest.raises(RecordingError, match=r"b\.txt: with what is before it"):
        read_recording([(RecordingId("a"), "a.txt", half), (RecordingId("b"), "b.txt", half)])


@pytest.mark.parametrize(
    "data",
    [
        "# a\n" + "<!--" * 50_000,
        "# a\n![a](" + " " * 200_000 + "x",
        "# a\n" + "![a](" * 50_000,
        "# a\n" + "[" * 200_000,
        "# a" + "\t" * 200_000 + "x",
        "# " + "# " * 100_000 + "x",
        "#" + " #" * 100_000,
        "- " * 100_000 + "x",
        TIMES + "<a" * 100_000 + "{\\" * 100_000,
        TIMES + "0:00" * 50_000,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<" * 200_000 + "&a" * 100_000,
        "发言人1 00:12\n" + " " * 200_000 + "x\n" + "[00:" * 60_000,
        '{"text": "' + "\\\\" * 100_000 + 'a"}',
        '{"text": "' + "潮" * 200_000,
    ],
    ids=range(14),
)
def test_what_repeats_its_signs_is_read_in_a_moment(data: str) -> None:
    begun = time.process_time()
    with suppress(RecordingError):
        read(data)
    assert time.process_time() - begun < 2  # Seconds; what is quadratic needs minutes.


def memory_of(code: str) -> tuple[int, str]:
    """Megabytes that a process of its own needed at the most, and what it said."""
    told = "import resource, sys; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    called = [sys.executable, "-c", f"{code}\n{told}"]
    out = subprocess.run(called, capture_output=True, text=True, check=True).stdout.splitlines()
    return int(out[-1]) // (1024**2 if sys.platform == "darwin" else 1024), out[0]


def test_a_line_of_60_megabytes_needs_little_memory() -> None:
    most, said = memory_of(
        "from generator.intake.reading import read_recording\n"
        "data = '潮水'.encode() * 10_000_000\n"
        "for data in (data, b'{\"text\": \"' + data + b'\"}'):\n"
        "    try:\n"
        "        read_recording([('a', 'a.txt', data)])\n"
        "    except Exception as error:\n"
        "        print(type(error).__name__)\n"
    )
    assert said == "RecordingError"
    assert most < 800  # The bytes, and some copies of the text.


def test_refusals_say_what_to_do() -> None:
    said: list[Callable[[], object]] = [lambda: decode("a.txt", b"\0\1\2"), lambda: read(SRT[: MIDDLE + 6])]
    for call in said:
        with pytest.raises(RecordingError) as error:
            call()
        assert error.value.remedy

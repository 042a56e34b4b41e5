from __future__ import annotations

import pytest

from generator.intake.encoding import LARGEST, check_size, decode
from generator.intake.recording_error import RecordingError

SPOKEN = "各位来宾，我们今天来说潮位的读法，这是大家都会的事。\n"
SPOKEN += "尺子是自己刻的，一天要去看三次，然后把数字写在本子上。\n"
TRADITIONAL = "各位來賓，我們今天來說潮位的讀法，這是大家都會的事。\n"
TRADITIONAL += "尺子是自己刻的，一天要去看三次，然後把數字寫在本子上。\n"


@pytest.mark.parametrize("text", [SPOKEN, TRADITIONAL, "潮位 3 米\n", "Tide tables, 1 to 9.\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_what_was_written_is_read(text: str, encoding: str) -> None:
    assert decode("a.txt", text.encode(encoding)) == text


def test_both_marks_of_utf_16_are_known() -> None:
    assert decode("a.txt", b"\xfe\xff" + SPOKEN.encode("utf-16-be")) == SPOKEN
    assert decode("a.txt", b"\xff\xfe" + SPOKEN.encode("utf-16-le")) == SPOKEN


def test_line_ends_of_other_systems_become_one() -> None:
    assert decode("a.txt", "一\r\n二\r三\n".encode()) == "一\n二\n三\n"


@pytest.mark.parametrize("encoding", ["big5", "euc_kr", "shift_jis", "cp1252"])
def test_other_encodings_are_refused_with_the_line(encoding: str) -> None:
    texts = {
        "big5": TRADITIONAL,
        "euc_kr": "안녕하세요 여러분 오늘은 바다의 높이를 이야기합니다\n" * 3,
        "shift_jis": "みなさん、きょうは潮のはなしをします。\n海の高さを毎日測ります。\n",
        "cp1252": "ligne\nÀ marée haute, l’été dernier, où étiez-vous ?\n",
    }
    with pytest.raises(RecordingError, match="is not UTF-8") as error:
        decode("a.txt", texts[encoding].encode(encoding))
    assert error.value.remedy == "save it as UTF-8 text"


def test_a_byte_that_is_not_utf_8_is_found() -> None:
    broken = SPOKEN.encode() + b"\xff\n"
    with pytest.raises(RecordingError, match="line 3 is not UTF-8"):
        decode("a.txt", broken)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\r\n", "empty"),
        (b"\xff\xfe", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"PK\x03\x04rest of a document", "packed file"),
        (b"%PDF-1.7", "PDF"),
        (b"ID3\x04\x00\x00", "sound"),
        (bytes(range(256)) * 40, "no text"),
        (b"\x01\x02\x03\x04words", "no text"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "UTF-32"),
        (b"\xff\xfea", "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(RecordingError, match=reason):
        decode("a.txt", data)


def test_what_is_too_large_is_refused_by_its_size_alone() -> None:
    check_size("a.txt", LARGEST)
    with pytest.raises(RecordingError, match="100 MB are too much"):
        check_size("a.txt", 100 * 1024 * 1024)

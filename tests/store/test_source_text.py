from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest

from generator.model.fault import Place
from generator.store.source_text import LIMIT, decode_source, read_source

TEXT = "名字: 周靖人\n第二行: 你好\n"


def test_utf_8_is_read_with_its_line_ends() -> None:
    data = TEXT.replace("\n", "\r\n").encode()
    assert decode_source(data, "a.yml") == (TEXT.replace("\n", "\r\n"), ())


@pytest.mark.parametrize(
    ("data", "code", "says", "place"),
    [
        (codecs.BOM_UTF8 + TEXT.encode(), "bom", "byte order mark", Place("a.yml", 1, 1)),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "encoding", "UTF-16", Place("a.yml", 1, 1)),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "encoding", "UTF-16", Place("a.yml", 1, 1)),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "encoding", "UTF-32", Place("a.yml", 1, 1)),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "encoding", "UTF-32", Place("a.yml", 1, 1)),
        ("names: 周\n".encode("gb18030"), "encoding", "UTF-8", Place("a.yml", 1, 8)),
        (
            "a: 1\n名: \xe9\n".encode().replace(b"\xc3\xa9", b"\xe9"),
            "encoding",
            "UTF-8",
            Place("a.yml", 2, 4),
        ),
        (b"a: \xed\xa0\x80\n", "encoding", "UTF-8", Place("a.yml", 1, 4)),  # a surrogate, written out
        (b"a: 1\nb: x\x00y\n", "control-character", "U+0000", Place("a.yml", 2, 5)),
        ("名: \u202eevil\n".encode(), "control-character", "U+202E", Place("a.yml", 1, 4)),
        ("a: \u2066x\u2069\n".encode(), "control-character", "U+2066", Place("a.yml", 1, 4)),
        ("a: b\u2028c\n".encode(), "control-character", "U+2028", Place("a.yml", 1, 5)),
        ("a: b\x85c\n".encode(), "control-character", "U+0085", Place("a.yml", 1, 5)),
        (b"a: \x1b[31mred\n", "control-character", "U+001B", Place("a.yml", 1, 4)),
        ("a\ufeffb\n".encode(), "control-character", "U+FEFF", Place("a.yml", 1, 2)),
        ("names: 周\u200b靖\n".encode(), "control-character", "U+200B", Place("a.yml", 1, 9)),
        ("a: x\u00ady\n".encode(), "control-character", "U+00AD", Place("a.yml", 1, 5)),
        ("a: \u200fx\n".encode(), "control-character", "U+200F", Place("a.yml", 1, 4)),
        ("a: \u3164\n".encode(), "control-character", "U+3164", Place("a.yml", 1, 4)),
        ("a: x\U000e0041\n".encode(), "control-character", "U+E0041", Place("a.yml", 1, 5)),
        ("a: 周\u200d靖\n".encode(), "control-character", "U+200D", Place("a.yml", 1, 5)),
        ("a: x\u200c\n".encode(), "control-character", "U+200C", Place("a.yml", 1, 5)),
        ("a: x\ufdd0\n".encode(), "control-character", "U+FDD0", Place("a.yml", 1, 5)),
    ],
)
def test_what_is_refused_and_where(data: bytes, code: str, says: str, place: Place) -> None:
    text, faults = decode_source(data, "a.yml")
    assert text == ""
    assert faults[0].place == place
    assert faults[0].code == code
    assert says in faults[0].message
    assert faults[0].remedy


def test_every_hidden_character_is_named() -> None:
    _, faults = decode_source(b"\x01\n\x02 \x03\n", "a.yml")
    assert [(fault.place.line, fault.place.column) for fault in faults] == [(1, 1), (2, 1), (2, 3)]


def test_a_file_of_nothing_else_is_told_in_a_moment() -> None:
    _, faults = decode_source(b"\x01\n" * 1_000_000, "a.yml")
    assert len(faults) == 100


@pytest.mark.parametrize(
    "text", ["می\u200cخواهم", "क्\u200dष", "👩\u200d🔬", "葛\U000e0100", "☺\ufe0f", "שלום", "مرحبا"]
)
def test_what_is_joined_is_text(text: str) -> None:
    assert decode_source(f"a: {text}\n".encode(), "a.yml") == (f"a: {text}\n", ())


def test_neither_a_link_nor_a_pipe_is_read(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("a: 1\n", "utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "there")
    os.mkfifo(tmp_path / "pipe")
    assert read_source(tmp_path / "link", "link")[1][0].code == "unreadable"
    assert read_source(tmp_path / "pipe", "pipe") == ("", ())


def test_characters_beyond_the_basic_plane_and_variants_are_text() -> None:
    text = "𠮷 👩‍🔬 葛󠄀 á ’ —\n"
    assert decode_source(text.encode(), "a.yml") == (text, ())


def test_what_is_too_large_is_not_read(tmp_path: Path) -> None:
    place = tmp_path / "a.yml"
    place.write_bytes(b"#" * LIMIT)
    assert read_source(place, "a.yml")[1] == ()
    place.write_bytes(b"#" * (LIMIT + 1))
    assert read_source(place, "a.yml")[1][0].code == "too-large"


def test_what_cannot_be_read_is_a_fault_without_a_path_of_the_machine(tmp_path: Path) -> None:
    text, faults = read_source(tmp_path / "gone.yml", "content/gone.yml")
    assert text == ""
    assert faults[0].code == "unreadable"
    assert str(tmp_path) not in str(faults[0])

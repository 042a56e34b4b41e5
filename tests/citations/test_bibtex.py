"""Entries for BibTeX and biblatex."""

from __future__ import annotations

import re

import pytest

from generator.citations.bibtex import bibtex, escaped
from generator.citations.work import Part, Work, plain
from generator.model.dates import PartialDate
from generator.model.name_parts import NameParts
from tests.citations.cited import BERG, LIN, LIN_EN, OUYANG, SHEN, TARN, chinese, english

NASTY = r"50% of {AI & \TeX}: $x_1^2 ~ #3 } {{"


def fields(work: Work) -> dict[str, str]:
    """Read an entry as BibTeX does: a value ends where its braces are in balance."""
    entry = plain(bibtex(work))
    head = re.match(r"@inproceedings\{([^,{}\s]+)", entry)
    assert head
    found, at = {"": head[1]}, head.end()
    while begun := re.compile(r",\s*(\w+) = ").match(entry, at):
        at = begun.end()
        if entry[at] != "{":
            value = re.compile(r"\w+").match(entry, at)
            assert value
            found[begun[1]], at = value[0], value.end()
            continue
        start, depth = at, 0
        while True:
            depth += {"{": 1, "}": -1}.get(entry[at], 0)
            at += 1
            if not depth:
                break
        found[begun[1]] = entry[start + 1 : at - 1]
    assert entry[at:] == "\n}"
    return found


def test_a_panel() -> None:
    assert fields(chinese(authors=(OUYANG, LIN), chairs=(SHEN,))) == {
        "": "shore-2025-plates",
        "title": "{一块板}",
        "author": "{欧阳小青} and {林晚}",
        "booktitle": "{滩上的观测}",
        "eventtitle": "潮间带会议2025",
        "venue": "芦汐",
        "eventdate": "2025-10-18",
        "year": "2025",
        "month": "oct",
        "langid": "chinese",
        "note": "会议发言摘要, 机器撰写, 未经核对. 主持: 沈默",
        "url": "https://shore.example/forums/shore-2025/plates/",
    }


def test_names_in_letters_have_family_and_given_names() -> None:
    assert fields(english(authors=(LIN_EN, BERG, TARN)))["author"] == (
        "Lin, Wan and van der Berg, Jan-Pieter and {Tarn}"
    )
    assert fields(english(authors=(NameParts("Bell, Hook and Co"),)))["author"] == "{Bell, Hook and Co}"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2025", {"year": "2025"}),
        ("2025-03", {"year": "2025", "month": "mar"}),
        ("2025-03-09", {"year": "2025", "month": "mar", "eventdate": "2025-03-09"}),
    ],
)
def test_the_date_is_as_precise_as_it_is_known(text: str, parts: dict[str, str]) -> None:
    found = fields(english(date=PartialDate.parse(text)))
    assert {key: found[key] for key in ("year", "month", "eventdate") if key in found} == parts


def test_what_is_not_known_has_no_field() -> None:
    assert not {"author", "eventtitle", "venue"} & set(fields(english(authors=(), event="", place="")))


def test_characters_that_tex_minds_are_escaped_wherever_they_stand() -> None:
    name = NameParts(NASTY)
    found = fields(
        english(title=NASTY, forum=NASTY, event=NASTY, place=NASTY, nature=(NASTY,), authors=(name,))
    )
    wanted = (
        r"50\% of \textbraceleft{}AI \& \textbackslash{}TeX\textbraceright{}: \$x\_1\textasciicircum{}2 "
        r"\textasciitilde{} \#3 \textbraceright{} \textbraceleft{}\textbraceleft{}"
    )
    assert found["title"] == found["booktitle"] == found["author"] == f"{{{wanted}}}"
    assert found["eventtitle"] == found["venue"] == found["note"] == wanted


def test_a_text_of_several_lines_becomes_one() -> None:
    assert escaped("a\n  b") == "a b"


def test_a_script_can_put_in_the_day() -> None:
    pieces = [piece for piece in bibtex(english()) if piece.part is Part.ACCESSED]
    assert [(one.text, one.pattern) for one in pieces] == [("", ",\n  urldate = {{date}}")]


def test_the_translated_title_stands_behind_the_title() -> None:
    assert fields(english(title="一块板", translated="One Plate"))["title"] == "{一块板 [One Plate]}"

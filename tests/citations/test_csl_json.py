"""CSL-JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.citations.csl_json import csl_json
from generator.citations.work import Part, Work, plain
from generator.model.dates import PartialDate
from tests.citations.cited import BERG, HANS, LIN, OUYANG, SHEN, TARN, chinese, english


def item(work: Work) -> dict[str, Any]:
    (found,) = json.loads(plain(csl_json(work)))
    assert isinstance(found, dict)
    return found


def test_a_panel() -> None:
    assert item(chinese(authors=(OUYANG, LIN), chairs=(SHEN,))) == {
        "id": "shore-2025-plates",
        "type": "speech",
        "title": "一块板",
        "author": [{"family": "欧阳", "given": "小青"}, {"family": "林", "given": "晚"}],
        "chair": [{"family": "沈", "given": "默"}],
        "genre": "会议发言摘要, 机器撰写, 未经核对",
        "container-title": "滩上的观测",
        "event-title": "潮间带会议2025",
        "event-place": "芦汐",
        "issued": {"date-parts": [[2025, 10, 18]]},
        "language": "zh-Hans",
        "URL": "https://shore.example/forums/shore-2025/plates/",
    }


def test_names_that_are_not_taken_apart_are_literal() -> None:
    assert item(english(authors=(BERG, TARN)))["author"] == [
        {"family": "Berg", "given": "Jan-Pieter", "non-dropping-particle": "van der"},
        {"literal": "Tarn"},
    ]


@pytest.mark.parametrize("parts", [[2025], [2025, 3], [2025, 3, 9]])
def test_the_date_is_as_precise_as_it_is_known(parts: list[int]) -> None:
    assert item(english(date=PartialDate(*parts)))["issued"] == {"date-parts": [parts]}


def test_what_is_not_known_is_left_out() -> None:
    assert not {"author", "chair", "event-title", "event-place"} & set(
        item(english(authors=(), event="", place=""))
    )


def test_every_character_is_kept() -> None:
    nasty = 'a "b" \\ {c}\n<d> \u2028'
    found = item(english(title=nasty, translated=nasty, forum=nasty, key=nasty, url=nasty))
    assert found["title"] == f"{nasty} [{nasty}]"
    assert found["container-title"] == found["id"] == found["URL"] == nasty


def test_the_language_is_that_of_the_text() -> None:
    assert item(english(language=HANS))["language"] == "zh-Hans"


def test_a_script_can_put_in_the_day() -> None:
    pieces = [
        piece.pattern.replace("{parts}", "2026, 1, 2") if piece.part is Part.ACCESSED else piece.text
        for piece in csl_json(english())
    ]
    assert json.loads("".join(pieces))[0]["accessed"] == {"date-parts": [[2026, 1, 2]]}

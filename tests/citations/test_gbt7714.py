"""GB/T 7714-2015."""

from __future__ import annotations

import pytest

from generator.citations.gbt7714 import gbt7714
from generator.citations.work import Part, plain
from generator.model.dates import PartialDate
from tests.citations.cited import (
    BERG,
    EN,
    HANS,
    HANT,
    LIN,
    LIN_EN,
    OUYANG,
    OUYANG_EN,
    SHEN,
    SHEN_EN,
    SHU,
    TARN,
    YU,
    chinese,
    english,
)

ADDRESS = "https://shore.example/forums/shore-2025/plates/"


def test_a_session_in_chinese() -> None:
    assert plain(gbt7714(chinese())) == (
        "欧阳小青. 一块板: 会议发言摘要, 机器撰写, 未经核对[C/OL]"
        f"//滩上的观测, 潮间带会议2025, 芦汐, 2025-10-18[引用日期]. {ADDRESS}."
    )


def test_a_session_in_english_has_the_same_form() -> None:
    assert plain(gbt7714(english(event="", place=""))) == (
        "OUYANG X Q. One Plate: Summary of a conference session, written by a machine, unchecked[C/OL]"
        "//Long Watches, 2025-10-18[date of access]. https://shore.example/en/forums/shore-2025/plates/."
    )


@pytest.mark.parametrize(
    ("authors", "written"),
    [
        ((LIN, OUYANG), "林晚, 欧阳小青. 一块板: "),
        ((LIN, OUYANG, SHU), "林晚, 欧阳小青, 舒鹤汀. 一块板: "),
        ((LIN, OUYANG, SHU, YU), "林晚, 欧阳小青, 舒鹤汀, 等. 一块板: "),
        ((LIN, BERG), "林晚, VAN DER BERG J P. 一块板: "),
        ((TARN,), "TARN. 一块板: "),
        ((), "一块板: "),
    ],
)
def test_up_to_three_authors_are_named_with_the_family_name_first(authors: object, written: str) -> None:
    assert plain(gbt7714(chinese(authors=authors))).startswith(written)


def test_more_authors_are_et_al_in_english() -> None:
    cited = plain(gbt7714(english(authors=(LIN_EN, OUYANG_EN, BERG, TARN))))
    assert cited.startswith("LIN W, OUYANG X Q, VAN DER BERG J P, et al. One Plate")


def test_who_led_the_session_stands_after_its_title() -> None:
    assert "未经核对[C/OL]. 沈默, 主持//滩上的观测" in plain(gbt7714(chinese(chairs=(SHEN,))))
    assert "unchecked[C/OL]. SHEN M, Moderator//Long" in plain(gbt7714(english(chairs=(SHEN_EN,))))


@pytest.mark.parametrize("text", ["2025", "2025-10", "2025-10-18"])
def test_the_date_is_as_precise_as_it_is_known(text: str) -> None:
    assert f"芦汐, {text}[引用日期]. " in plain(gbt7714(chinese(date=PartialDate.parse(text))))


def test_the_title_stands_in_the_language_of_the_text() -> None:
    work = english(language=HANS, title="一块板", title_language=HANS, translated="One Plate")
    assert plain(gbt7714(work)).startswith("OUYANG X Q. 一块板: Summary")


@pytest.mark.parametrize("page", [HANS, HANT, EN])
def test_a_script_finds_the_address_and_the_place_of_the_date(page: object) -> None:
    pieces = {piece.part: piece for piece in gbt7714(chinese(page=page))}
    assert pieces[Part.URL].text == ADDRESS
    assert pieces[Part.ACCESSED].pattern.format(date="2026-01-02") == "[2026-01-02]"

"""APA style, 7th edition."""

from __future__ import annotations

import pytest

from generator.citations.apa import apa
from generator.citations.work import Part, plain
from generator.model.dates import PartialDate
from generator.model.name_parts import NameParts
from tests.citations.cited import (
    BERG,
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
    chinese,
    english,
    people,
)

ADDRESS = "https://shore.example/en/forums/shore-2025/plates/"
NATURE = "[Summary of a conference session, written by a machine, unchecked]"


def test_a_session_in_english() -> None:
    assert plain(apa(english())) == (
        f"Ouyang, X. (2025, October 18). One Plate {NATURE}."
        f" Long Watches, Tideland Meeting 2025, Luxi. {ADDRESS}"
    )


def test_a_session_in_simplified_chinese() -> None:
    assert plain(apa(chinese(authors=(LIN, OUYANG, SHU)))) == (
        "林晚, 欧阳小青, 舒鹤汀. (2025年10月18日). 一块板 [会议发言摘要, 机器撰写, 未经核对]."
        " 滩上的观测, 潮间带会议2025, 芦汐. https://shore.example/forums/shore-2025/plates/"
    )


def test_a_session_in_traditional_chinese_has_its_signs() -> None:
    assert plain(apa(chinese(page=HANT, authors=(LIN, SHU), chairs=(SHEN,)))) == (
        "林晚、舒鹤汀（2025年10月18日）。一块板（沈默，主持）［会议发言摘要，机器撰写，未经核对］。"
        "滩上的观测，潮间带会议2025，芦汐。https://shore.example/forums/shore-2025/plates/"
    )


@pytest.mark.parametrize(
    ("authors", "written"),
    [
        ((LIN_EN, OUYANG_EN), "Lin, W., & Ouyang, X. (2025"),
        ((LIN_EN, BERG, TARN), "Lin, W., van der Berg, J.-P., & Tarn. (2025"),
        ((TARN,), "Tarn. (2025"),
        ((OUYANG,), "欧阳小青. (2025"),
        ((NameParts("Vo Thi Ha", "Vo", "Thi Ha", initials=("T", "H")),), "Vo, T. H. (2025"),
    ],
)
def test_authors(authors: object, written: str) -> None:
    assert plain(apa(english(authors=authors))).startswith(written)


def test_twenty_authors_are_named_and_of_more_the_last_one() -> None:
    assert "N18, A., N19, A., & N20, A. (" in plain(apa(english(authors=people(20))))
    twenty_one = plain(apa(english(authors=people(21))))
    assert "N18, A., N19, A., . . . N21, A. (" in twenty_one
    assert "N20" not in twenty_one


def test_without_an_author_the_title_comes_first() -> None:
    assert plain(apa(english(authors=()))).startswith(f"One Plate {NATURE}. (2025, October 18). Long Watches")
    hant = plain(apa(chinese(page=HANT, authors=())))
    assert hant.startswith("一块板［会议发言摘要，机器撰写，未经核对］（2025年10月18日）。滩上的观测")


def test_who_led_the_session_is_named_with_what_they_did() -> None:
    assert f"One Plate (M. Shen, Moderator) {NATURE}." in plain(apa(english(chairs=(SHEN_EN,))))
    both = plain(apa(english(chairs=(SHEN_EN, BERG))))
    assert "(M. Shen, & J.-P. van der Berg, Moderator)" in both


@pytest.mark.parametrize(
    ("text", "english_words", "chinese_words"),
    [
        ("2025", "2025", "2025年"),
        ("2025-01", "2025, January", "2025年1月"),
        ("2025-12-01", "2025, December 1", "2025年12月1日"),
    ],
)
def test_the_date_is_as_precise_as_it_is_known(text: str, english_words: str, chinese_words: str) -> None:
    date = PartialDate.parse(text)
    assert f"({english_words}). " in plain(apa(english(date=date)))
    assert f"({chinese_words}). " in plain(apa(chinese(date=date)))


def test_a_title_in_another_language_is_followed_by_its_translation() -> None:
    work = english(language=HANS, title="一块板", title_language=HANS, translated="One Plate")
    cited = apa(work)
    assert f"18). 一块板 [One Plate] {NATURE}." in plain(cited)
    assert [piece.text for piece in cited if piece.part is Part.TITLE] == ["一块板"]

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dates import ClockTime, PartialDate, Timecode
from generator.model.identifiers import (
    ImagePath,
    LanguageTag,
    Mark,
    PersonId,
    Sha256,
    WebAddress,
)
from generator.model.language import Language
from generator.model.session import Role, SessionKind
from generator.store.scalars import WrongValueError, nearest, read_scalar, time_zone

RIGHT: tuple[tuple[str, Any, object], ...] = (
    ("true", bool, True),
    ("false", bool, False),
    ("0", int, 0),
    ("1378", int, 1378),
    ("2024-07", PartialDate, PartialDate(2024, 7)),
    ("09:30", ClockTime, ClockTime(570)),
    ("12:31", Timecode, Timecode(751)),
    ("zh-Hant", Language, Language.HANT),
    ("panel", SessionKind, SessionKind.PANEL),
    ("zh-Hans", LanguageTag, "zh-Hans"),
    ("yue", LanguageTag, "yue"),
    ("es-419", LanguageTag, "es-419"),
    ("https://例子.example/路?a=b#c", WebAddress, "https://例子.example/路?a=b#c"),
    ("mailto:a@b.example", WebAddress, "mailto:a@b.example"),
    ("mailto:a@b.example?subject=x&body=y", WebAddress, "mailto:a@b.example?subject=x&body=y"),
    ("https://[2001:db8::1]:8080/a", WebAddress, "https://[2001:db8::1]:8080/a"),
    ("HTTPS://A_b.example./", WebAddress, "HTTPS://A_b.example./"),
    ("slide-7.v2.webp", ImagePath, "slide-7.v2.webp"),
    ("0" * 64, Sha256, "0" * 64),
    ("p7k2", Mark, "p7k2"),
    ("lin-wan", PersonId, "lin-wan"),
)

WRONG: tuple[tuple[str, Any, str], ...] = (
    ("yes", bool, "neither true nor false"),
    ("True", bool, "neither true nor false"),
    ("-1", int, "no whole number"),
    ("01", int, "no whole number"),
    ("1.5", int, "no whole number"),
    ("１２", int, "no whole number"),
    ("9" * 5000, int, "no whole number"),
    ("2024-13", PartialDate, "there is no day 2024-13"),
    ("zh-CN", Language, "is not one of zh-Hans, zh-Hant, en"),
    ("zh_Hans", LanguageTag, "no language tag"),
    ("es-４１９", LanguageTag, "no language tag"),
    ("javascript:alert(1)", WebAddress, "no web address"),
    ("data:text/html,x", WebAddress, "no web address"),
    ("//host/path", WebAddress, "no web address"),
    ("https://", WebAddress, "no web address"),
    ("https://[x", WebAddress, "no web address"),
    ('https://a.example/"onx=1', WebAddress, "no web address"),
    ("https://a.example/<b>", WebAddress, "no web address"),
    ("mailto:nobody", WebAddress, "no web address"),
    ("mailto:a@b.example?subject=x%0Abcc:c@d.example", WebAddress, "no web address"),
    ("https://bank.example@evil.example/", WebAddress, "names a user"),
    ("https://a.example:99999/", WebAddress, "no web address"),
    ("https://a;script-src-elem/x.mp4", WebAddress, "no web address"),
    ("https://*.example/x.mp4", WebAddress, "no web address"),
    ("https://a,b.example/", WebAddress, "no web address"),
    ("https://a%2f.example/", WebAddress, "no web address"),
    ("https://a\u200b.example/", WebAddress, "no web address"),
    ("https://a.example/\u202egpj.exe", WebAddress, "no web address"),
    ("https://аpple.example/", WebAddress, "letters that look like others"),
    ("https://潮аb.example/", WebAddress, "letters that look like others"),
    ("../a.png", ImagePath, "no picture's name"),
    ("a/b.png", ImagePath, "no picture's name"),
    ("a..png", ImagePath, "no picture's name"),
    ("a.svg", ImagePath, "no picture's name"),
    ("0" * 63, Sha256, "64"),
    ("A" * 64, Sha256, "64"),
    ("cite", Mark, "no mark"),
    ("index", PersonId, "reserved"),
)


@pytest.mark.parametrize(("text", "kind", "value"), RIGHT)
def test_what_is_right(text: str, kind: Any, value: object) -> None:
    assert read_scalar(text, kind) == value


@pytest.mark.parametrize(("text", "kind", "says"), WRONG)
def test_what_is_wrong_is_told(text: str, kind: Any, says: str) -> None:
    with pytest.raises(WrongValueError) as caught:
        read_scalar(text, kind)
    assert says in str(caught.value)


@given(st.text(), st.sampled_from(sorted({kind for _, kind, _ in RIGHT}, key=repr)))
def test_any_text_is_a_value_or_told_to_be_none(text: str, kind: Any) -> None:
    told = ""
    value: object = None
    try:
        value = read_scalar(text, kind)
    except WrongValueError as error:
        told = str(error)
    assert (value is None) is bool(told)


@pytest.mark.parametrize(
    ("word", "known", "says"),
    [
        ("speeker", [role.value for role in Role], "did you mean 'speaker'?"),
        ("spaeker", [role.value for role in Role], "did you mean 'speaker'?"),  # letters that changed places
        ("SPEAKER", [role.value for role in Role], "did you mean 'speaker'?"),
        ("audience", [role.value for role in Role], ""),
        ("qq", ["qa"], "did you mean 'qa'?"),
        ("x", [], ""),
    ],
)
def test_the_nearest_right_thing(word: str, known: list[str], says: str) -> None:
    assert nearest(word, known) == says


def test_time_zones() -> None:
    assert time_zone("Asia/Shanghai") == "Asia/Shanghai"
    with pytest.raises(WrongValueError) as caught:
        time_zone("Asia/Shangai")
    assert caught.value.remedy == "did you mean 'Asia/Shanghai'?"

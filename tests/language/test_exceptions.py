from __future__ import annotations

from pathlib import Path

import pytest

from generator.language.exceptions import (
    NO_EXCEPTIONS,
    Neighbours,
    Phrase,
    ScriptExceptions,
    exceptions_from,
    load_exceptions,
)
from generator.language.yaml_text import LanguageFileError


def test_every_field_is_read(tmp_path: Path) -> None:
    path = tmp_path / "exceptions.yml"
    path.write_text(
        """
surnames:
  - {surname: 于, form: 于, only_after: yes, after: 请 谢, not_after: 由 对}
titles:
  - words: 先生 总
    not_before: 额
phrases:
  百炼: 百煉
  干宝: {form: 干寶, not_before: 贝}
back: {乾隆: 乾隆}
words: 余力 游戏
""",
        encoding="utf-8",
    )
    assert load_exceptions(path) == ScriptExceptions(
        surnames={
            "于": Phrase("于", Neighbours(after=("请", "谢"), not_after=("由", "对"), only_after=True))
        },
        titles={"先生": Neighbours(not_before=("额",)), "总": Neighbours(not_before=("额",))},
        phrases={"百炼": Phrase("百煉"), "干宝": Phrase("干寶", Neighbours(not_before=("贝",)))},
        back={"乾隆": Phrase("乾隆")},
        words=frozenset({"余力", "游戏"}),
    )


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "exceptions.yml"
    path.write_text("# nothing yet\n", encoding="utf-8")
    assert load_exceptions(path) == NO_EXCEPTIONS


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ([], "the file must be a mapping"),
        ({"surname": []}, "unknown key surname; known are back, phrases"),
        ({"surnames": {"于": "于"}}, "surnames must be a list"),
        ({"surnames": [{"form": "于"}]}, "surnames: surname must be a text"),
        ({"surnames": [{"surname": "于"}]}, "surnames: 于: form must be a text"),
        ({"surnames": [{"surname": "于", "form": "于"}] * 2}, "surnames: 于 stands here twice"),
        ({"surnames": [{"surname": "于", "form": "于", "only_after": "1"}]}, "only_after must be yes or no"),
        ({"surnames": [{"surname": "于", "form": "于", "before": "x"}]}, "surnames: 于: unknown key before"),
        ({"titles": [{"words": ["先生"]}]}, "titles: words must be words with spaces between them"),
        ({"titles": [{"words": "总 总"}]}, "titles: 总 stands here twice"),
        ({"phrases": {"百炼": ""}}, "phrases: 百炼: form must be a text"),
        ({"phrases": {"百炼": ["百煉"]}}, "phrases: 百炼 must be a mapping"),
    ],
)
def test_what_is_no_exception_is_refused_with_file_and_reason(content: object, reason: str) -> None:
    with pytest.raises(LanguageFileError, match=reason) as caught:
        exceptions_from(content, Path("exceptions.yml"))
    assert caught.value.path == Path("exceptions.yml")
    assert str(caught.value).startswith("exceptions.yml: ")

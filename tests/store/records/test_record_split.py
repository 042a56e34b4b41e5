from __future__ import annotations

import pytest

from generator.store.records.split import FrontMatterError, split_front_matter


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\nform: edited\n---\n## 一\n", ("form: edited\n", "## 一\n", 4)),
        ("---\r\nform: edited\r\n---\r\n正文", ("form: edited\r\n", "正文", 4)),
        ("---\rform: edited\r---\r正文", ("form: edited\r", "正文", 4)),
        ("---  \n---  \n", ("", "", 3)),
        ("---\na: |\n  --- no end\n---", ("a: |\n  --- no end\n", "", 4)),
        ("\ufeff---\na: b\n---\nx", ("a: b\n", "x", 4)),
        ("---\na: b\n---\nx\n---\ny\n", ("a: b\n", "x\n---\ny\n", 4)),
    ],
)
def test_head_body_and_line(text: str, expected: tuple[str, str, int]) -> None:
    assert split_front_matter(text) == expected


@pytest.mark.parametrize("text", ["", "正文", "\n---\na: b\n---\n", "----\na: b\n---\n", "--- a: b\n---\n"])
def test_a_record_without_front_matter_is_told(text: str) -> None:
    with pytest.raises(FrontMatterError, match="begins with front matter") as caught:
        split_front_matter(text)
    assert caught.value.line == 1
    assert "---" in caught.value.remedy


@pytest.mark.parametrize("text", ["---\n", "---\nform: edited\n", "---\na: b\n ---\nx", "---\na: b\n----\nx"])
def test_front_matter_without_an_end_is_told(text: str) -> None:
    with pytest.raises(FrontMatterError, match="does not end"):
        split_front_matter(text)

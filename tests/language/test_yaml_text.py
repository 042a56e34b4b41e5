from __future__ import annotations

from pathlib import Path

import pytest

from generator.language.yaml_text import LanguageFileError, read_yaml_text


def test_scalars_stay_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("a: no\nb: 0123\nc: 2024-07-05\nd: [1, ~]\n", encoding="utf-8")
    assert read_yaml_text(path) == {"a": "no", "b": "0123", "c": "2024-07-05", "d": ["1", "~"]}


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (b"a: 1\nb:\n  c: 2\n  c: 3\n", 4, "the key c stands here twice"),
        (b"a: 1\nb: [\n", 3, "expected"),
        (b"? [a]\n: 1\n", 1, "a key must be plain text"),
        (b"a: \xff\n", 0, "is not UTF-8"),
        (b"a: \x00\n", 0, "is not YAML"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, content: bytes, line: int, reason: str) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(content)
    with pytest.raises(LanguageFileError, match=reason) as caught:
        read_yaml_text(path)
    assert (caught.value.path, caught.value.line) == (path, line)


def test_a_file_that_is_not_there_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(LanguageFileError, match="cannot be read"):
        read_yaml_text(tmp_path / "none.yml")

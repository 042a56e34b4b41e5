from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from generator.intake.pipeline import take_in
from generator.intake.settings import Settings, load_settings
from generator.language.yaml_text import LanguageFileError
from tests.intake.invented_recording import recording
from tests.intake.wording.marsh import Marsh, settings


def test_lists_are_found_by_file_and_key() -> None:
    assert settings().words("noise", "sounds")


@pytest.mark.parametrize(("file", "key"), [("noise", "no_such_list"), ("no_such_file", "sounds")])
def test_a_list_that_is_not_there_is_told_with_its_file(file: str, key: str) -> None:
    with pytest.raises(LanguageFileError, match=rf"{file}\.yml: there is no list '{key}'"):
        settings().words(file, key)


@pytest.mark.parametrize("content", ["- a\n", "a: b\n", "a: [1, {b: c}]\n", "a: ['']\n"])
def test_what_is_no_list_of_words_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "noise.yml").write_text(content, "utf-8")
    with pytest.raises(LanguageFileError, match=r"noise\.yml"):
        load_settings(tmp_path)


@pytest.mark.parametrize("file", sorted(settings().files))
def test_lists_may_be_empty(file: str) -> None:
    marsh = Marsh(recording(6))
    shipped = marsh.known.settings
    emptied = MappingProxyType(dict.fromkeys(shipped.files[file], ()))
    lists = Settings(MappingProxyType({**shipped.files, file: emptied}), shipped.folder)
    assert take_in(replace(marsh.known, settings=lists)).text.words.strip()

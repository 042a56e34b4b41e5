"""`proceedings intake` asks models only where it is told to, and writes nothing where they fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.invented import Program, files_of
from tests.commands.night import FORUM, HOME
from tests.intake.models.answering import Asked, Reply, answering, said


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("URL", "NAME", "KEY"):
        monkeypatch.delenv(f"PROCEEDINGS_MODEL_{name}", raising=False)


def name_model(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("PROCEEDINGS_MODEL_URL", url)
    monkeypatch.setenv("PROCEEDINGS_MODEL_NAME", "heron-7b")
    monkeypatch.setenv("PROCEEDINGS_MODEL_KEY", "sk-heron")


def test_paragraphs_are_edited_and_numbers_marked(
    program: Program, project: Path, given: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(asked: Asked) -> Reply:
        return said(
            asked.paragraph.replace("旧路", "老路").replace("四十二块", "五十二块").replace("42", "52")
        )

    with answering(answer) as found:
        name_model(monkeypatch, found.url)
        told = program("intake", given, "--forum", FORUM, "--edit-with-model")
    assert told.code == 0, told.err
    assert f"a model was asked for {len(found.asked)} paragraphs\n" in told.err
    assert {asked.key for asked in found.asked} == {"Bearer sk-heron"}
    assert all(asked.body["messages"][0]["content"].startswith("You are the copy") for asked in found.asked)
    record = (project / HOME / "records" / "one-plate.zh-Hans.md").read_text("utf-8")
    assert "老路" in record
    assert "旧路" not in record
    assert "<!-- review: model: " in record
    assert "marks to look at: 0" not in told.out


def test_a_named_model_is_not_asked_unless_somebody_says_so(
    program: Program, given: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with answering(lambda _: said("")) as found:
        name_model(monkeypatch, found.url)
        assert program("intake", given, "--forum", FORUM).code == 0
    assert found.asked == []


def test_answers_that_are_not_used_are_counted(
    program: Program, given: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with answering(lambda _: said("I cannot help with that.")) as found:
        name_model(monkeypatch, found.url)
        told = program("intake", given, "--forum", FORUM, "--edit-with-model", "--dry-run")
    number = len(found.asked)
    assert f"asked for {number} paragraphs; {number} answers not used: it was another text\n" in told.err


def test_where_the_model_fails_nothing_is_written(
    program: Program, project: Path, given: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = files_of(project)
    with answering(lambda _: Reply(b"no such key", 401)) as found:
        name_model(monkeypatch, found.url)
        report = tmp_path / "report.json"
        told = program("intake", given, "--forum", FORUM, "--edit-with-model", "--report", report)
    assert told.code == 3
    assert "refuses the key (401: no such key); nothing was written" in told.err
    assert files_of(project) == before
    assert not report.exists()


def test_what_the_environment_lacks_is_named(program: Program, project: Path, given: Path) -> None:
    before = files_of(project)
    told = program("intake", given, "--forum", FORUM, "--edit-with-model")
    assert told.code == 2
    assert "set PROCEEDINGS_MODEL_URL and PROCEEDINGS_MODEL_NAME in the environment" in told.err
    assert files_of(project) == before


def test_a_folder_without_a_model_is_told(
    program: Program, project: Path, given: Path, tmp_path: Path
) -> None:
    before = files_of(project)
    told = program("intake", given, "--forum", FORUM, "--punctuate-with", tmp_path)
    assert told.code == 2
    assert "holds neither model.onnx nor model_quant.onnx" in told.err
    assert files_of(project) == before

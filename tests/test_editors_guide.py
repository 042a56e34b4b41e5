"""docs/editors.md, followed from its first command to its last by somebody who starts with nothing."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from generator.cli import main
from generator.commands.failure import Exit
from tests.building import ROOT, make_project
from tests.intake.invented_recording import recording

GUIDE = (ROOT / "docs" / "editors.md").read_text("utf-8")
FORUM = Path("content/forums/salt-marsh-2025")
RECORD, TRANSLATION = (FORUM / "records" / f"plates.{language}.md" for language in ("zh-Hans", "en"))
HOST, HOST_TRANSLATION = (FORUM / "records" / f"host.{language}.md" for language in ("zh-Hans", "en"))
MARK = re.compile(r"\^[a-z][a-z0-9]{3}\b")


def blocks(kind: str) -> Iterator[str]:
    tokens = MarkdownIt("commonmark").parse(GUIDE)
    return (token.content for token in tokens if token.type == "fence" and token.info == kind)


def calls() -> list[list[str]]:
    """Return the arguments of every call of the program that the guide shows, in its order."""
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    return [shlex.split(line)[3:] for line in lines if line.startswith("python -m generator ")]


class Newcomer:
    """An editor who does what the guide says."""

    def __init__(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._project = project
        self._capsys = capsys

    def call(self, *arguments: str, code: Exit = Exit.DONE) -> str:
        """Call the program, and return all that it says."""
        ended = main([*arguments, "--project", str(self._project)])
        said = self._capsys.readouterr()
        assert ended == code, (arguments, said)
        return said.out + said.err

    def follow(self) -> None:
        """Do all that the guide says, in its order."""
        before = {"intake": bring_recording, "mark": write_record, "confirm": translate}
        for arguments in calls():
            if arguments[0] in before:
                before[arguments[0]](self)
            self.call(*arguments)

    def read(self, path: Path) -> str:
        return (self._project / path).read_text("utf-8")

    def write(self, path: Path, text: str) -> None:
        (self._project / path).write_text(text, "utf-8")

    def change(self, path: Path, old: str, new: str) -> None:
        text = self.read(path)
        assert old in text, (path, old)
        self.write(path, text.replace(old, new, 1))


@pytest.fixture
def newcomer(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Newcomer:
    (tmp_path / "nothing").mkdir()
    monkeypatch.chdir(tmp_path)
    return Newcomer(make_project(tmp_path / "project", tmp_path / "nothing"), capsys)


def front(more: str = "") -> str:
    return f"---\nform: summary\nwritten_by: person\nchecked: []\n{more}---\n\n"


def bring_recording(_: Newcomer) -> None:
    """Part 3: a transcript, of a forum that has no programme yet."""
    Path("day-one.txt").write_text(recording(), "utf-8")  # where the program runs


def write_record(newcomer: Newcomer) -> None:
    """Parts 4 and 7: the record, and what the host says."""
    text = "## 潮位怎么读\n\n尺子是自己刻的，每天读三次。\n\n## 为什么要等\n\n头两年的数字不作数。\n"
    newcomer.write(RECORD, front() + text)
    hosts = next(block for block in blocks("markdown") if "(session:" in block)
    newcomer.write(HOST, front() + hosts.replace("穆苇白：", ""))
    newcomer.change(FORUM / "forum.yml", "record: pending", "record: published")


def translate(newcomer: Newcomer) -> None:
    """Part 9: paragraph by paragraph, each with the mark of the original."""
    marks = MARK.findall(newcomer.read(RECORD))
    assert len(marks) == 4
    said = (
        "## How a tide is read",
        "The staff is cut by hand.",
        "## Why one waits",
        "Two years do not count.",
    )
    text = "\n\n".join(f"{one} {mark}" for one, mark in zip(said, marks, strict=True))
    newcomer.write(TRANSLATION, front("translated_from: zh-Hans\n") + text + "\n")


def complete(newcomer: Newcomer) -> None:
    """Parts 10 and 11: the host's words translated too, and everything checked by the speaker."""
    text = MARK.sub(lambda mark: f"in English {mark[0]}", newcomer.read(HOST))
    newcomer.write(HOST_TRANSLATION, text.replace("checked: []", "checked: []\ntranslated_from: zh-Hans"))
    checked = next(block.strip() for block in blocks("yaml") if block.startswith("checked:"))
    for path in (RECORD, TRANSLATION, HOST, HOST_TRANSLATION):
        newcomer.change(path, "checked: []", checked)


def test_the_guide_leads_to_the_end(newcomer: Newcomer) -> None:
    assert {arguments[0] for arguments in calls()} == {"new", "check", "intake", "mark", "confirm", "status"}
    newcomer.follow()
    assert "0 errors, 0 warnings" in newcomer.call("check")
    assert newcomer.call("status") == shown("salt-marsh-2025: ")
    complete(newcomer)
    newcomer.call("confirm", "salt-marsh-2025/host")
    assert "\n  complete: yes\n" in newcomer.call("status")
    newcomer.call("build", "--strict")


def test_what_check_says_in_the_guide_is_what_it_says(newcomer: Newcomer) -> None:
    misspelt, stale = (shown(f"{FORUM.as_posix()}/{start}").strip() for start in ("forum.yml", "records/"))
    newcomer.follow()
    newcomer.change(RECORD, "每天读三次", "每天读四次")
    assert without_marks(stale) in without_marks(newcomer.call("check")).splitlines()
    newcomer.change(FORUM / "forum.yml", "person: wen-shuoyu", "person: wen-shouyu")
    assert misspelt in newcomer.call("check", code=Exit.WRONG).splitlines()


def shown(start: str) -> str:
    """Return what the guide shows of the program's answers, by how it begins."""
    return next(block for block in blocks("") if block.startswith(start))


def without_marks(text: str) -> str:
    return re.sub(r"--mark [a-z0-9]{4}", "--mark ....", MARK.sub("^....", text))

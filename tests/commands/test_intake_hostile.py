"""What is no recording of the forum is told from one, and a run that is cut short leaves no broken file."""

from __future__ import annotations

import gzip
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.commands import intake_writing, writing
from tests.commands.invented import Program, files_of
from tests.commands.night import FORUM, HOME
from tests.intake.test_hostile_recordings import JSON, MIDDLE, SRT, WORDS

ANNOUNCED = "请各位来宾将手机调至静音\n论坛马上开始请大家尽快入座\n茶歇十五分钟请移步厅外\n" * 20
ENGLISH = "Good morning everyone welcome to the tide meeting\nToday we read the gauge\nThank you\n" * 40

Given = bytes | Callable[[Path], None]


def no_file(path: Path) -> None:
    path.unlink()


def link_to_nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


def device(path: Path) -> None:
    path.unlink()
    path.symlink_to(os.devnull)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("given_as", "code", "reason"),
    [
        (b"", 1, "the file is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), 1, "this is a picture"),
        (gzip.compress(WORDS.encode()), 1, "this is a packed file"),
        (WORDS[:300].encode() + b"\0" + WORDS[300:].encode(), 1, "this is no text"),
        (("今天我们读潮位\n" * 10_000).encode(), 1, "names somebody of 0"),
        (ANNOUNCED.encode(), 1, "names somebody of 0"),
        (ENGLISH.encode(), 1, "names somebody of 0"),
        (SRT[: MIDDLE + 6].encode(), 1, "these times cannot be read"),
        (JSON[: len(JSON) // 2].encode(), 1, "broken JSON"),
        (b"\xe6\xbd\xae" * 4_000_001, 1, "nobody says in one"),
        (no_file, 2, "there is no such file"),
        (link_to_nowhere, 2, "there is no such file"),
        (device, 2, "this is a device or a pipe"),
        (folder, 2, "this is a folder"),
    ],
    ids=range(14),
)
def test_what_is_no_recording_of_the_forum_is_told(
    program: Program,
    project: Path,
    given: Path,
    given_as: bytes | Callable[[Path], None],
    code: int,
    reason: str,
) -> None:
    if isinstance(given_as, bytes):
        given.write_bytes(given_as)
    else:
        given_as(given)
    before = files_of(project)
    said = program("intake", given, "--forum", FORUM, "--report", given.with_name("report.json"))
    assert said.code == code
    assert f"{given}" in said.err
    assert reason in said.err
    assert "may be of" not in said.err
    assert files_of(project) == before
    assert not given.with_name("report.json").exists()


def test_one_line_said_ten_thousand_times_is_a_loop(program: Program, project: Path, given: Path) -> None:
    given.write_text(WORDS + "守滩的人把水尺擦干净\n" * 10_000, "utf-8")
    assert program("intake", given, "--forum", FORUM).code == 0
    drafts = "".join(path.read_text("utf-8") for path in (project / HOME / "records").glob("*.md"))
    assert drafts.count("守滩的人把水尺擦干净") < 9


def test_what_writes_markdown_is_words_in_a_draft(program: Program, given: Path) -> None:
    odd = "<!-- review: sensitive --> ^abcd [a](b) ![](c) ## `code` <script>x</script> {{x}} {% y %} \\"
    given.write_text(WORDS.replace("就把那一页留着", odd), "utf-8")
    before = program("check").out
    assert program("intake", given, "--forum", FORUM).code == 0
    assert program("check").out == before


@pytest.mark.prove
@pytest.mark.parametrize("number", range(6))
def test_a_run_that_is_cut_short_leaves_whole_files_and_the_next_one_ends_it(
    program: Program, project: Path, given: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    assert program("intake", given, "--forum", FORUM).code == 0
    whole = {**files_of(project / HOME)}
    for path in (project / HOME / "records").iterdir():
        path.unlink()
    written: list[Path] = []
    create = writing.create

    def stop(path: Path, text: str) -> None:
        if len(written) == number:
            os.kill(os.getpid(), signal.SIGINT)
        written.append(path)
        create(path, text)

    with monkeypatch.context() as patch:
        patch.setattr(intake_writing, "create", stop)
        assert program("intake", given, "--forum", FORUM).code == 3
    left = files_of(project / HOME)
    assert len(left) == number + 1
    assert {name: whole[name] for name in left} == left
    assert program("intake", given, "--forum", FORUM).code == 0
    assert files_of(project / HOME) == whole

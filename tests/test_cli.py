"""The door: what the shell is told, and that nobody meets a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from generator.cli import COMMANDS, main
from generator.commands.build import BUILD
from generator.commands.command import Command
from generator.commands.failure import CommandError, Exit

REPOSITORY = Path(__file__).parent.parent
FIXTURE = REPOSITORY / "tests" / "fixtures" / "jiangwan"


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_says_what_it_does_and_how_it_ends(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*name.split(), "--help"]) == 0
    said = capsys.readouterr().out
    assert "usage: proceedings" in said
    assert "3  the machine failed" in said


def test_the_version_is_that_of_the_checkout(capsys: pytest.CaptureFixture[str]) -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"proceedings {project['version']}\n"


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ("", "COMMAND"),
        ("bild", "bild"),
        ("build --fast", "--fast"),
        ("build --out x", "--out"),
        ("build --language fr", "'fr' is not one of zh-Hans, zh-Hant, en"),
        ("build --jobs 0", "'0' is no whole number from 1"),
        ("build --engine hugo", "hugo"),
        ("build --site-url example.org", "'example.org' is no address of a site"),
        ("build --site-url https://example.org/?q", "is no address of a site"),
        ("check --format xml", "xml"),
        ("check --site-url https://example.org/", "--site-url belongs to --site"),
        ("check --site nowhere", "nowhere"),
        ("check --content nowhere", "nowhere"),
        ("check --project nowhere", "no mkdocs.yml in this folder"),
        ("serve --port 65536", "'65536' is no port"),
        ("new", "WHAT"),
        ("new person Ada", "cannot be an id"),
        ("new person images", "reserved"),
        ("new person ada --name", "--name"),
        ("new person ada --name en=", "nothing in it"),
        ("new event tide --to 2024-13", "2024-13"),
        ("new event tide --to 2024-12", "--to belongs to --from"),
        ("new session tide --start 25:00", "25:00"),
        ("new session tide --kind lecture", "lecture"),
    ],
)
def test_a_wrong_call_ends_with_2(call: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = call.split()
    if arguments and "--project" not in arguments:
        arguments += ["--project", str(REPOSITORY)]
    assert main(arguments) == Exit.CALL
    said = capsys.readouterr()
    assert says in said.err
    assert "Traceback" not in said.err
    assert said.out == ""


def test_outside_a_project_the_remedy_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == Exit.CALL
    assert "--project" in capsys.readouterr().err


def test_the_nearest_project_above_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "content" / "forums"
    folder.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").touch()
    monkeypatch.chdir(folder)
    assert main(["check"]) == Exit.WRONG
    assert "site_config/site.yml" in capsys.readouterr().out


@pytest.mark.parametrize("order", ["--quiet check", "check --quiet"])
def test_shared_arguments_stand_before_the_command_or_after(
    order: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mkdocs.yml").touch()
    assert main(["--project", str(tmp_path), *order.split()]) == Exit.WRONG
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (CommandError("the tide is out", Exit.WRONG), Exit.WRONG, "the tide is out\n"),
        (KeyboardInterrupt(), Exit.MACHINE, "interrupted\n"),
        (OSError(28, "No space left on device", "a.html"), Exit.MACHINE, "a.html: No space left on device\n"),
        (OSError("odd"), Exit.MACHINE, "odd\n"),
        (MemoryError(), Exit.MACHINE, "there is too little memory\n"),
    ],
)
def test_what_is_foreseen_is_said_in_one_line(
    error: BaseException,
    code: Exit,
    says: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    failing(error, monkeypatch)
    assert main(["build"]) == code
    assert capsys.readouterr().err == says


def test_what_nobody_foresaw_is_called_a_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    failing(ZeroDivisionError("planted"), monkeypatch)
    assert main(["build"]) == Exit.MACHINE
    said = capsys.readouterr().err
    assert "ZeroDivisionError: planted" in said
    assert said.splitlines()[-1].startswith("this is a bug of proceedings")


def test_the_handler_of_signals_is_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    before = signal.getsignal(signal.SIGTERM)
    failing(KeyboardInterrupt(), monkeypatch)
    main(["build"])
    assert signal.getsignal(signal.SIGTERM) is before


def failing(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `build` raise an error."""

    def run(*_: object) -> Exit:
        raise error

    command = Command(BUILD.name, BUILD.summary, BUILD.description, BUILD.configure, run)
    monkeypatch.setattr("generator.cli.command_of", lambda _: command)
    monkeypatch.setattr("generator.cli.COMMANDS", (BUILD.name,))


def test_it_runs_as_a_module_wherever_output_goes() -> None:
    """An output that knows no Chinese gets escapes."""
    content = str(FIXTURE / "content")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check", "--content", content],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, b"")


def test_chinese_faults_on_an_ascii_terminal(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "潮位.yml").touch()
    for style, says in (("text", b"\\u6f6e\\u4f4d.yml"), ("json", b'"content/\\u6f6e\\u4f4d.yml"')):
        done = subprocess.run(
            [sys.executable, "-m", "generator", "check", "--project", str(tmp_path), "--format", style],
            cwd=REPOSITORY,
            env={**os.environ, "PYTHONIOENCODING": "ascii"},
            capture_output=True,
            check=False,
        )
        assert done.returncode == Exit.WRONG
        assert says in done.stdout
        assert b"Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end in another way there")
def test_a_reader_who_goes_away_is_no_fault_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "content").mkdir()
    for number in range(500):
        (tmp_path / "content" / f"{'x' * 200}{number}.yml").touch()
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "check", "--project", str(tmp_path)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    with process.stderr as stream:
        assert b"Traceback" not in stream.read()
    assert process.wait() == Exit.MACHINE


@pytest.mark.skipif(sys.platform == "win32", reason="signals are other there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_build_leaves_nothing_half_made(number: signal.Signals, tmp_path: Path) -> None:
    output, store = tmp_path / "site", tmp_path / "store"
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "--output", str(output), "--store", str(store)],
        cwd=REPOSITORY,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        encoding="utf-8",
        start_new_session=True,
    )
    # The engine is at work when it has begun to write.
    while not any(store.glob("*/site/*")):
        assert process.poll() is None, "the build ended before it was interrupted"
        time.sleep(0.01)
    if number is signal.SIGINT:
        os.killpg(process.pid, number)  # a terminal interrupts the whole group
    else:
        process.send_signal(number)
    _, said = process.communicate()
    assert (process.returncode, said.splitlines()[-1]) == (Exit.MACHINE, "interrupted")
    assert "Traceback" not in said
    assert not output.exists()
    assert [place.name for place in tmp_path.iterdir()] == ["store"]

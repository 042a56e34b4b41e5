"""What is said, where it goes, and what a terminal gets that a file does not."""

from __future__ import annotations

import io

import pytest

from generator.commands.reporter import Format, Reporter
from generator.model.fault import Fault, Place, Severity

FAULTS = (
    Fault(Place("a.yml", 1, 2), "wrong", "mend it", "rule"),
    Fault(Place("b.yml"), "[bold]odd[/bold]", "", "rule", Severity.WARNING),
)


class Stream(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


def reporter(*, terminal: bool = False, quiet: bool = False) -> tuple[Reporter, Stream, Stream]:
    out, err = Stream(terminal=terminal), Stream(terminal=terminal)
    return Reporter(quiet=quiet, out=out, err=err), out, err


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def test_answers_and_messages_go_apart() -> None:
    said, out, err = reporter()
    said.faults(FAULTS)
    said.warn(FAULTS[:1])
    said.summary(FAULTS)
    assert out.getvalue() == (
        "a.yml:1:2: error: wrong (mend it) [rule]\nb.yml: warning: [bold]odd[/bold] [rule]\n"
    )
    assert err.getvalue() == "a.yml:1:2: error: wrong (mend it) [rule]\n1 error, 1 warning\n"


def test_long_lines_are_not_broken() -> None:
    said, out, _ = reporter()
    said.answer("潮" * 500)
    assert out.getvalue() == "潮" * 500 + "\n"


def test_colours_are_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    said, out, _ = reporter(terminal=True)
    said.faults(FAULTS)
    assert "\x1b[31m" in out.getvalue()
    monkeypatch.setenv("NO_COLOR", "1")
    said, out, _ = reporter(terminal=True)
    said.faults(FAULTS)
    assert "\x1b[" not in out.getvalue()
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    said, out, _ = reporter()
    said.faults(FAULTS)
    assert "\x1b[" not in out.getvalue()


def test_progress_is_a_bar_on_a_terminal_and_a_line_elsewhere() -> None:
    for terminal in (True, False):
        said, out, err = reporter(terminal=terminal)
        with said.working("reading"):
            pass
        for done in range(3):
            said.progress("en", done, 2)
            said.progress("zh-Hans", done, 2)
        said.finish()
        assert out.getvalue() == ""
        assert ("━" in err.getvalue()) == terminal
        if not terminal:
            assert err.getvalue() == "en: 2 pages\nzh-Hans: 2 pages\n"


def test_quiet_says_only_what_is_wrong() -> None:
    for terminal in (True, False):
        said, out, err = reporter(terminal=terminal, quiet=True)
        said.say("well")
        said.summary(())
        said.progress("en", 2, 2)
        with said.working("reading"):
            pass
        assert (out.getvalue(), err.getvalue()) == ("", "")
        said.complain("ill")
        said.faults(FAULTS)
        assert "ill" in err.getvalue()
        assert "wrong" in out.getvalue()


def test_annotations_are_escaped() -> None:
    said, out, _ = reporter()
    said.faults([Fault(Place("a:b,c.yml", 3), "100%\nover", "", "rule")], "github")
    assert out.getvalue() == "::error file=a%3Ab%2Cc.yml,line=3::100%25%0Aover [rule]\n"


@pytest.mark.parametrize("style", ["text", "github"])
def test_a_fault_is_one_line_that_a_terminal_and_a_code_host_do_not_obey(style: Format) -> None:
    said, out, _ = reporter()
    bad = "x\n::stop-commands::y\r::error::z\x1b[2J\x9b\u2028\u202egpj.exe\t"
    said.faults([Fault(Place(bad, 1, 1), bad, bad, "rule")], style)
    assert out.getvalue().count("\n") == 1
    assert out.getvalue().isprintable() or out.getvalue()[:-1].isprintable()
    assert "\n::" not in out.getvalue()

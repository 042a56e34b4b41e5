"""`proceedings check`: every fault, for people, programs and code hosts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.commands.failure import Exit
from tests.commands.invented import Program, edit

FORUM = "content/forums/salt-marsh-2025/forum.yml"


def test_sound_content_has_nothing_to_say(program: Program) -> None:
    said = program("check", "--strict")
    assert (said.code, said.out, said.err) == (0, "", "0 errors, 0 warnings\n")


def test_a_fault_in_each_form(program: Program, project: Path) -> None:
    (project / "content" / "a,b: %.yml").touch()
    text = program("check")
    assert text.code == Exit.WRONG
    assert text.out.startswith("content/a,b: %.yml: error: nothing reads a file of this name here (files: ")
    assert text.out.endswith(" [unknown-file]\n")
    assert text.err == "1 error, 0 warnings\n"
    found = json.loads(program("check", "--format", "json").out)
    assert [set(fault) for fault in found] == [
        {"path", "line", "column", "severity", "code", "message", "remedy"}
    ]
    assert found[0]["path"] == "content/a,b: %.yml"
    assert (found[0]["line"], found[0]["severity"]) == (0, "error")
    github = program("check", "--format", "github").out
    assert github.startswith("::error file=content/a%2Cb%3A %25.yml::nothing reads")


def test_places_are_those_of_the_file(program: Program, project: Path) -> None:
    edit(project / FORUM, "language: zh-Hans", "language: zh-Hands")
    found = json.loads(program("check", "--format", "json").out)
    assert [
        (fault["path"], fault["line"], fault["column"]) for fault in found if fault["code"] == "wrong-value"
    ]
    line = f"{FORUM}:{found[0]['line']}:{found[0]['column']}: error: "
    assert program("check").out.startswith(line)
    assert (
        f"::error file={FORUM},line={found[0]['line']},col={found[0]['column']}::"
        in program("check", "--format", "github").out
    )


def test_warnings_count_when_strict(program: Program, project: Path) -> None:
    (project / "content" / "notes.txt").touch()
    assert program("check").code == 0
    strict = program("check", "--strict")
    assert strict.code == Exit.WRONG
    assert strict.err == "0 errors, 1 warning\n"


def test_json_of_nothing_is_an_empty_list(program: Program) -> None:
    assert json.loads(program("check", "--format", "json").out) == []


def test_words_and_exceptions_are_checked(program: Program, project: Path) -> None:
    (project / "site_config" / "words" / "en.yml").write_text("a: 1\na: 2\n", "utf-8")
    (project / "site_config" / "script_exceptions.yml").unlink()
    said = program("check")
    assert said.code == Exit.WRONG
    assert "site_config/words/en.yml:2: error: the key a stands here twice [language-file]" in said.out
    assert "site_config/script_exceptions.yml: error: cannot be read" in said.out


def test_other_content_can_be_checked(program: Program, project: Path, tmp_path: Path) -> None:
    (project / "content").rename(tmp_path / "elsewhere")
    assert program("check").code == Exit.WRONG
    assert program("check", "--content", tmp_path / "elsewhere").code == 0


def test_what_a_terminal_would_obey_is_shown(program: Program, project: Path) -> None:
    (project / "content" / "\x1b[2Jx.yml").touch()
    said = program("check")
    assert "\x1b" not in said.out
    assert "\\x1b[2Jx.yml" in said.out


def test_a_folder_that_is_no_site(program: Program, tmp_path: Path) -> None:
    said = program("check", "--site", tmp_path)
    assert said.code == Exit.WRONG
    assert "is no built site" in said.out


@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_faults_of_a_site_in_each_form(style: str, program: Program, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(
        '<!doctype html>\n<html lang="en">\n<a href="nowhere/">x</a></html>\n', "utf-8"
    )
    said = program("check", "--site", site, "--format", style)
    assert said.code == Exit.WRONG
    place = f"{site.as_posix()}/index.html"
    if style == "json":
        assert (place, 3, "site") in [(one["path"], one["line"], one["code"]) for one in json.loads(said.out)]
    elif style == "github":
        assert f"::error file={place},line=3,col=" in said.out
    else:
        assert f"{place}:3:" in said.out


def test_without_settings_a_site_has_no_address(program: Program, project: Path, tmp_path: Path) -> None:
    (project / "site_config" / "site.yml").unlink()
    said = program("check", "--site", tmp_path)
    assert said.code == Exit.WRONG
    assert "give --site-url" in said.err

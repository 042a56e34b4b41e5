"""`build --shard` and `assemble`: parts of several machines are the site of one, byte for byte."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.commands.failure import Exit
from generator.commands.parts import NAME
from tests.commands.invented import Program, called, edit, files_of, make_project

PARTS = 3
PERSON = "content/people/tarn.yml"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project, its site, and the same in parts, each from a store of its own as on another machine."""
    project = make_project(tmp_path_factory.mktemp("parts") / "project")
    assert called("build", "--project", project).code == 0
    for number in range(1, PARTS + 1):
        said = called(
            "build", "--project", project, "--shard", f"{number}/{PARTS}",
            "--store", project.parent / f"store-{number}", "--jobs", "1",
        )  # fmt: skip
        assert said.code == 0, said.err
        assert f"part {number}/{PARTS} of the site, " in said.err
    return project


@pytest.fixture
def program(project: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(project, capsys)


@pytest.fixture
def parts(project: Path, tmp_path: Path) -> list[Path]:
    """The folders of the parts, for a test to do harm to."""
    shutil.copytree(project / "parts", tmp_path / "parts")
    return [tmp_path / "parts" / f"{number}-of-{PARTS}" for number in range(1, PARTS + 1)]


def test_parts_joined_are_the_site_of_one_machine(
    program: Program, parts: list[Path], tmp_path: Path
) -> None:
    for folder in parts:
        # What carries parts from one machine to another may leave out what begins with a full stop.
        (folder / ".proceedings-site").unlink()
    place = ("--store", tmp_path / "store", "--output", tmp_path / "site")
    for _ in range(2):
        said = program("assemble", *reversed(parts), *place)
        assert said.code == 0, said.err
        assert files_of(tmp_path / "site") == files_of(program.project / "site")
    for folder in parts:
        shutil.rmtree(folder)
    assert files_of(tmp_path / "site") == files_of(program.project / "site")


def test_each_part_holds_a_share_and_no_page_is_in_two(parts: list[Path]) -> None:
    pages = [{path for path in files_of(folder / "site") if path.endswith("/index.html")} for folder in parts]
    whole = set[str]().union(*pages)
    assert sum(map(len, pages)) == len(whole)
    for own in pages:
        assert len(whole) / PARTS / 2 < len(own) < len(whole) / PARTS * 2
        assert {f"en/{path}" for path in own if not path.startswith(("en/", "zh-hant/"))} <= own


@pytest.mark.prove
def test_a_part_of_a_language_that_is_not_that_of_the_root(program: Program, tmp_path: Path) -> None:
    call = ("--language", "en", "--no-search")
    assert program("build", *call, "--store", tmp_path / "a", "--output", tmp_path / "site").code == 0
    for number in (1, 2):
        shard = ("--shard", f"{number}/2", "--store", tmp_path / str(number))
        assert program("build", "--language", "en", *shard, "--output", tmp_path / f"part-{number}").code == 0
    folders = (tmp_path / "part-1", tmp_path / "part-2")
    said = program("assemble", *folders, *call, "--store", tmp_path / "b", "--output", tmp_path / "joined")
    assert said.code == 0, said.err
    assert files_of(tmp_path / "joined") == files_of(tmp_path / "site")


def told(change: Callable[[dict[str, Any]], object]) -> Callable[[list[Path]], object]:
    """What another manifest of the second part would be."""

    def harm(parts: list[Path]) -> None:
        place = parts[1] / NAME
        data = json.loads(place.read_text("utf-8"))
        change(data)
        place.write_text(json.dumps(data), "utf-8")

    return harm


def page_of(part: Path) -> Path:
    return next(path for path in sorted((part / "site" / "people").rglob("index.html")))


def named(data: dict[str, Any], path: str) -> None:
    files = data["files"]
    files[path] = next(iter(files.values()))


@pytest.mark.parametrize(
    ("harm", "code", "says"),
    [
        (lambda parts: parts.pop(), Exit.CALL, "part 3/3 of the site is missing"),
        (lambda parts: (parts.pop(), parts.pop()), Exit.CALL, "parts 2/3, 3/3 of the site are missing"),
        (lambda parts: parts.append(parts[0]), Exit.CALL, "are both part 1/3"),
        (
            lambda parts: parts.append(parts[0].parent),
            Exit.CALL,
            "is no part of a site: there is no part.json",
        ),
        (lambda parts: (parts[1] / NAME).write_text("{"), Exit.CALL, "part.json cannot be read"),
        (lambda parts: (parts[1] / NAME).write_text("[]"), Exit.CALL, "part.json cannot be read"),
        (told(lambda data: data.update(format=2)), Exit.CALL, "by another version of the program"),
        (told(lambda data: data.update(part=[2, 4])), Exit.CALL, "give the parts of one build"),
        (
            told(lambda data: data["made_from"].update(content="x")),
            Exit.CALL,
            "other content than this project",
        ),
        (
            told(lambda data: data["made_from"].update(program="x")),
            Exit.CALL,
            "another version of the program",
        ),
        (told(lambda data: data["made_from"].update(engine="x")), Exit.CALL, "another engine or version"),
        (told(lambda data: data["made_from"].update(address="x")), Exit.CALL, "--site-url"),
        (told(lambda data: named(data, "../../../thesis.txt")), Exit.CALL, "goes up"),
        (told(lambda data: named(data, "/thesis.txt")), Exit.CALL, "must be relative"),
        (told(lambda data: named(data, "404.html")), Exit.WRONG, "404.html"),
        (lambda parts: page_of(parts[1]).write_text("x"), Exit.WRONG, "is not what was built"),
        (lambda parts: page_of(parts[1]).unlink(), Exit.WRONG, "cannot be read"),
    ],
)
def test_what_are_not_the_parts_of_one_site_is_refused(
    program: Program,
    parts: list[Path],
    tmp_path: Path,
    harm: Callable[[list[Path]], object],
    code: Exit,
    says: str,
) -> None:
    harm(parts)
    said = program("assemble", *parts, "--store", tmp_path / "store", "--output", tmp_path / "site")
    assert (said.code, says in said.err) == (code, True), said.err
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ((PERSON, "Builds", "Makes"), "other content"),
        (("site_config/words/en.yml", "nav:", "# other\nnav:"), "other settings, templates or words"),
        (("mkdocs.yml", "plugins: []", "plugins: [] # other"), "other settings, templates or words"),
    ],
)
def test_parts_of_what_has_changed_since_are_refused(
    program: Program, parts: list[Path], tmp_path: Path, change: tuple[str, str, str], says: str
) -> None:
    path, old, new = change
    place = program.project / path
    whole = place.read_bytes()
    try:
        edit(place, old, new)
        said = program("assemble", *parts, "--store", tmp_path / "store", "--output", tmp_path / "site")
    finally:
        place.write_bytes(whole)
    assert said.code == Exit.CALL
    assert says in said.err


@pytest.mark.parametrize("text", ["0/3", "4/3", "3", "3/", "/3", "a/b", "1/0", "-1/3", "1/3/3", "１/3"])
def test_what_is_no_share_is_a_wrong_call(program: Program, text: str) -> None:
    said = program("build", f"--shard={text}")
    assert (said.code, "is no share" in said.err) == (Exit.CALL, True)


def test_a_part_takes_no_place_of_an_editor(program: Program, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "thesis.txt").write_text("years of work")
    said = program("build", "--shard", "1/3", "--output", tmp_path / "own")
    assert said.code == Exit.CALL
    assert files_of(tmp_path / "own") == {"thesis.txt": b"years of work"}

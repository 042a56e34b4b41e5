"""`proceedings build`: a whole site or the old one, the same from what was kept, in all languages or some."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.commands.failure import Exit
from generator.commands.places import STORE_MARKER
from tests.commands.invented import REPOSITORY, Program, edit, files_of, make_project

PERSON = "content/people/tarn.yml"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A project that has been built once; tests that use it leave it as it was."""
    project = make_project(tmp_path_factory.mktemp("built") / "project")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--project", str(project), "--strict"],
        cwd=REPOSITORY,
        check=False,
    )
    assert done.returncode == 0
    before = files_of(project / "content")
    yield project
    assert files_of(project / "content") == before


@pytest.fixture
def program(built: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(built, capsys)


def test_the_invented_forum_is_built_and_holds(program: Program, built: Path) -> None:
    said = program("check", "--site", built / "site")
    assert (said.code, said.out) == (0, "")
    page = (built / "site" / "en" / "people" / "tarn" / "index.html").read_text("utf-8")
    assert "Builds water-level loggers in a garage." in page


@pytest.mark.prove
def test_a_page_that_changes_and_changes_back_is_the_same_as_clean(
    program: Program, built: Path, tmp_path: Path
) -> None:
    before = files_of(built / "site")
    edit(built / PERSON, "Builds", "Makes")
    try:
        changed = program("build")
    finally:
        edit(built / PERSON, "Makes", "Builds")
    after = files_of(built / "site")
    different = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    searched = {name for name in different if name.startswith("en/search/")}
    assert different - searched == {"en/people/tarn/index.html"}
    assert searched
    assert "en: 1 page\n" in changed.err
    assert program("build").code == 0
    assert files_of(built / "site") == before
    clean = program("build", "--clean", "--store", tmp_path / "store", "--output", tmp_path / "site")
    assert clean.code == 0
    assert files_of(tmp_path / "site") == before


@pytest.mark.prove
def test_clean_trusts_nothing_that_was_kept(program: Program, built: Path) -> None:
    before = files_of(built / "site")
    page = built / ".proceedings" / "en" / "site" / "people" / "tarn" / "index.html"
    status = page.stat()
    text = page.read_bytes()
    page.write_bytes(text.replace(b"Builds", b"Bilges"))
    kept = built / ".proceedings" / "en" / "rendered.json"
    # As if the change had been believed: only a clean build can find out.
    kept.write_text(
        kept.read_text("utf-8").replace(str(status.st_mtime_ns), str(page.stat().st_mtime_ns)), "utf-8"
    )
    assert program("build").code == 0
    assert b"Bilges" in files_of(built / "site")["en/people/tarn/index.html"]
    assert program("build", "--clean").code == 0
    assert files_of(built / "site") == before
    # The store was renewed: nothing is rendered again.
    assert re.findall(r"(?m)^[\w-]+: \d+ pages?$", program("build").err) == []


def test_with_a_fault_the_old_site_stays(program: Program, built: Path) -> None:
    before = files_of(built / "site")
    edit(built / PERSON, "names:", "nams:")
    try:
        said = program("build")
    finally:
        edit(built / PERSON, "nams:", "names:")
    assert said.code == Exit.WRONG
    assert f"{PERSON}:2:1: error: the key 'nams' is not known here" in said.err
    assert said.err.endswith("nothing was built; the site is as it was\n")
    assert files_of(built / "site") == before


def test_a_warning_stops_a_strict_build_only(program: Program, built: Path, tmp_path: Path) -> None:
    (built / "content" / "notes.txt").touch()
    try:
        strict = program("build", "--strict", "--output", tmp_path / "site")
        lax = program("build", "--output", tmp_path / "site")
    finally:
        (built / "content" / "notes.txt").unlink()
    assert (strict.code, lax.code) == (Exit.WRONG, Exit.DONE)
    assert "content/notes.txt: warning" in strict.err
    assert "content/notes.txt: warning" in lax.err


@pytest.mark.parametrize("languages", [["en"], ["zh-Hant", "EN"], ["zh-Hans"]])
def test_some_languages_are_a_sound_site_at_their_own_addresses(
    languages: list[str], program: Program, tmp_path: Path
) -> None:
    wanted = [word for language in languages for word in ("--language", language)]
    said = program("build", *wanted, "--store", tmp_path / "store", "--output", tmp_path / "site")
    assert said.code == 0
    assert program("check", "--site", tmp_path / "site").code == 0
    files = files_of(tmp_path / "site")
    prefix = "" if languages == ["zh-Hans"] else "en/"
    page = files[f"{prefix}people/tarn/index.html"].decode()
    named = set(re.findall(r'hreflang="([^"]*)"', page)) - {"x-default"}
    assert {name.casefold() for name in named} == {language.casefold() for language in languages}
    assert ("zh-hant/people/tarn/index.html" in files) == ("zh-Hant" in languages)
    assert ("people/tarn/index.html" in files) == ("zh-Hans" in languages)
    assert "404.html" in files
    root = files["index.html"].decode()
    assert ("url=en/" in root) == ("zh-Hans" not in languages)  # the first of the others


def test_a_language_that_the_site_has_not_is_a_wrong_call(program: Program, built: Path) -> None:
    settings = built / "site_config" / "site.yml"
    edit(settings, "languages: [zh-Hans, en, zh-Hant]", "languages: [zh-Hans, en]")
    try:
        said = program("build", "--language", "zh-Hant")
    finally:
        edit(settings, "languages: [zh-Hans, en]", "languages: [zh-Hans, en, zh-Hant]")
    assert said.code == Exit.CALL
    assert "zh-Hant is not among the languages" in said.err


def test_the_address_can_be_given(program: Program, tmp_path: Path) -> None:
    place = ("--store", tmp_path / "store", "--output", tmp_path / "site")
    said = program("build", "--language", "en", "--site-url", "https://tideland.example/x", *place)
    assert said.code == 0
    assert b'href="https://tideland.example/x/en/"' in files_of(tmp_path / "site")["en/index.html"]
    assert (
        program("check", "--site", tmp_path / "site", "--site-url", "https://tideland.example/x/").code == 0
    )
    assert program("check", "--site", tmp_path / "site", "--site-url", "https://other.example/").code == 1


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("--output content", "give a folder of its own"),
        ("--output content/forums/site", "give a folder of its own"),
        ("--output templates", "give a folder of its own"),
        ("--output .", "give a folder of its own"),
        ("--output own", "holds files that are not a site"),
        ("--store own", "holds files that are not of this program"),
        ("--store content", "give a folder of its own"),
        ("--store mkdocs.yml", "is no folder"),
        ("--store site", "lies in the output"),
        ("--store site/store", "lies in the output"),
    ],
)
def test_nothing_of_an_editor_is_written_over(
    where: str, says: str, program: Program, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(built)
    own = built / "own" / "en" / "docs"
    own.mkdir(parents=True)
    (own / "thesis.md").write_text("Years of work.\n", "utf-8")
    before = files_of(built)
    try:
        said = program("build", *where.split())
        after = files_of(built)
    finally:
        shutil.rmtree(built / "own")
    assert said.code == Exit.CALL
    assert says in said.err
    # Nothing but what was rendered may have changed.
    assert {name for name in before if before[name] != after.get(name)} == set()
    assert {name for name in after if name not in before} == set()


@pytest.mark.parametrize(
    ("path", "old", "new", "says"),
    [
        ("templates/pages/person.md", None, None, "templates/pages/person.md: there is no such template"),
        ("templates/pages/person.md", "{{", "{{ nothing.there }}{{", "templates/pages/person.md"),
        ("templates/pages/person.md", "{%", "{% nonsense %}{%", "templates/pages/person.md"),
        ("mkdocs.yml", "plugins: []", "plugins: [nope]", "nope"),
        ("mkdocs.yml", "plugins: []", "plugins: [", "mkdocs.yml"),
        ("site_config/site.yml", "languages:", "langages:", "site_config/site.yml:"),
        ("site_config/site.yml", None, None, "site_config/site.yml: error: the file cannot be read"),
        ("site_config/words/en.yml", None, None, "en.yml"),
        ("site_config/words/en.yml", "nav:", "navy:", "nav."),
        ("site_config/script_exceptions.yml", None, None, "script_exceptions.yml"),
        ("templates/theme/main.html", "<body", "<body {% if %}", "main.html"),
    ],
)
def test_what_a_maintainer_breaks_is_named(
    path: str, old: str | None, new: str | None, says: str, program: Program, tmp_path: Path
) -> None:
    place = program.project / path
    whole = place.read_bytes()
    try:
        if old is None or new is None:
            place.unlink()
        else:
            assert old in whole.decode()
            place.write_bytes(whole.replace(old.encode(), new.encode(), 1))
        said = program("build", "--output", tmp_path / "site")
    finally:
        place.write_bytes(whole)
    assert said.code == Exit.WRONG
    assert says in said.err
    assert not (tmp_path / "site").exists()


def test_a_site_that_does_not_hold_is_not_published(program: Program, built: Path, tmp_path: Path) -> None:
    place = built / "templates" / "pages" / "person.md"
    whole = place.read_bytes()
    place.write_bytes(whole + b'\n<a href="../nowhere/">nowhere</a>\n')
    try:
        said = program("build", "--output", tmp_path / "site")
    finally:
        place.write_bytes(whole)
    assert said.code == Exit.WRONG
    assert "people/tarn/index.html:" in said.err
    assert "it was not published" in said.err
    assert not (tmp_path / "site").exists()


def test_two_builds_do_not_meet_in_one_store(program: Program, built: Path, tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    with (built / ".proceedings" / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        said = program("build", "--output", tmp_path / "site")
    assert said.code == Exit.CALL
    assert "another command is writing it" in said.err


def test_a_full_disk_ends_with_3_and_the_old_site_stays(built: Path, tmp_path: Path) -> None:
    """No file may grow beyond 4 KB: the machine refuses what is larger, as a full disk does."""
    resource = pytest.importorskip("resource")
    before = files_of(built / "site")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    done = subprocess.run(
        [sys.executable, "-B", "-m", "generator", "build", "--project", str(built), "--store",
         str(tmp_path / "store")],
        cwd=REPOSITORY,
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=limit,
    )  # fmt: skip
    assert done.returncode == Exit.MACHINE
    assert "memo.sqlite: cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert files_of(built / "site") == before


def test_an_engine_that_is_not_installed_is_a_missing_tool(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def missing(_: str) -> str:
        from importlib.metadata import PackageNotFoundError  # noqa: PLC0415 - only here

        raise PackageNotFoundError("zensical")

    monkeypatch.setattr("generator.render.engine.version", missing)
    said = program("build", "--engine", "zensical", "--output", tmp_path / "site")
    assert said.code == Exit.MACHINE
    assert "zensical is not installed" in said.err


def test_the_store_says_what_it_is(built: Path) -> None:
    assert "may be deleted" in (built / ".proceedings" / STORE_MARKER).read_text("utf-8")


def test_quiet_says_nothing_of_what_is_well(program: Program, tmp_path: Path) -> None:
    said = program("build", "--quiet", "--output", tmp_path / "site")
    assert (said.code, said.out, said.err) == (0, "", "")

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

import pytest

from generator.pages.page import SiteFile
from generator.render.errors import PathError
from generator.render.placing import Given, fill, given
from generator.render.publish import MARKER, publishing
from tests.render.harbour import files_of


@pytest.fixture
def store(tmp_path: Path) -> Path:
    for name in ("index.html", "a/index.html", "a/b/index.html", "c/index.html"):
        write(tmp_path / "store" / name, name)
    return tmp_path / "store"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "folder").mkdir()
    return tmp_path / "folder"


def write(where: Path, text: str) -> None:
    where.parent.mkdir(parents=True, exist_ok=True)
    where.write_text(text, "utf-8")


def taken(store: Path, *names: str) -> dict[str, Given]:
    return {name: Given(str(store / name), name, len(name)) for name in names}


def test_a_folder_holds_exactly_what_it_shall(store: Path, folder: Path) -> None:
    write(folder / MARKER, "marker")
    for name in ("gone/deep/index.html", "c", "a/index.html", "d/index.html"):
        write(folder / name, "old")  # c and d are a file and a folder, and shall be the other
    (folder / "link").symlink_to(store)
    files = {**taken(store, "index.html", "a/b/index.html", "c/index.html"), "d": Given(b"own", "", 3)}
    for _ in range(2):
        fill(folder, files)
        assert files_of(folder) == {
            MARKER: b"marker",
            "index.html": b"index.html",
            "a/b/index.html": b"a/b/index.html",
            "c/index.html": b"c/index.html",
            "d": b"own",
        }
        assert sorted(path.name for path in folder.iterdir()) == sorted([MARKER, "index.html", "a", "c", "d"])
    assert (folder / "index.html").samefile(store / "index.html")


def test_what_stands_there_is_not_touched(store: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {**taken(store, "index.html", "a/index.html"), "robots.txt": Given(b"own", "", 3)}
    fill(folder, files)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    for name in ("link", "unlink", "mkdir", "rmdir"):
        monkeypatch.setattr(os, name, refuse)
    fill(folder, files)


def test_a_file_edited_in_place_of_a_link_is_put_right(store: Path, folder: Path) -> None:
    fill(folder, taken(store, "index.html"))
    (folder / "index.html").unlink()
    write(folder / "index.html", "index.htmm")
    fill(folder, taken(store, "index.html"))
    assert (folder / "index.html").read_text() == "index.html"


def test_bytes_are_never_written_into_a_file_that_has_another_name(store: Path, folder: Path) -> None:
    fill(folder, taken(store, "index.html"))
    fill(folder, {"index.html": Given(b"own", "", 3)})
    assert (store / "index.html").read_text() == "index.html"
    os.link(folder / "index.html", store / "other")
    fill(folder, {"index.html": Given(b"own", "", 3)})
    assert not (folder / "index.html").samefile(store / "other")


@pytest.mark.parametrize("refused", [True, False])
def test_where_links_cannot_be_made_files_are_copied(
    store: Path,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    refused: bool,  # noqa: FBT001
) -> None:
    def refuse(_source: str, _place: str) -> None:
        raise OSError(18, "Invalid cross-device link")

    if refused:
        monkeypatch.setattr(os, "link", refuse)
    for text in ("one", "two"):
        write(store / "index.html", text)
        fill(folder, taken(store, "index.html", "a/index.html"), link=refused)
        assert (folder / "index.html").read_text() == text
        assert not (folder / "index.html").samefile(store / "index.html")


def test_files_that_would_be_one_or_leave_the_site_are_refused() -> None:
    for names in (["a/robots.txt", "A/robots.txt"], ["../robots.txt"], ["/robots.txt"], ["a", "a/b"]):
        with pytest.raises(PathError):
            given(SiteFile(PurePosixPath(name), b"") for name in names)
    assert given([SiteFile(PurePosixPath("a"), b"1")]).keys() == {"a"}
    assert given([SiteFile(PurePosixPath("a"), b"1")]) != given([SiteFile(PurePosixPath("a"), b"2")])


def test_the_old_site_becomes_the_next_one(store: Path, tmp_path: Path) -> None:
    output, spare = tmp_path / "site", tmp_path / "spare"
    for number, names in enumerate((["index.html"], ["index.html", "a/index.html"], ["c/index.html"])):
        with publishing(output, spare) as folder:
            assert sorted(files_of(folder)) == [MARKER] + (["index.html"] if number == 2 else [])
            fill(folder, taken(store, *names))
        assert sorted(files_of(output)) == [MARKER, *sorted(names)]
        assert spare.is_dir() == (number > 0)
    with pytest.raises(ValueError, match="broken"), publishing(output, spare) as folder:  # noqa: PT012
        fill(folder, taken(store, "a/b/index.html"))
        raise ValueError("broken")
    assert sorted(files_of(output)) == [MARKER, "c/index.html"]
    assert sorted(files_of(spare)) == [MARKER, "a/b/index.html"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "spare", "store"]


def test_what_is_no_site_is_not_taken_for_a_spare_one(store: Path, tmp_path: Path) -> None:
    output, spare = tmp_path / "site", tmp_path / "spare"
    write(spare / "thesis.txt", "years of work")
    for _ in range(2):
        with publishing(output, spare) as folder:
            fill(folder, taken(store, "index.html"))
    assert files_of(spare) == {"thesis.txt": b"years of work"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "spare", "store"]

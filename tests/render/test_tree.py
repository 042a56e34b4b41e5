from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
import yaml

from generator.model.language import Language
from generator.pages.page import Page, SiteFile
from generator.render.errors import PathError
from generator.render.places import distinct, inside
from generator.render.tree import Tree, write_config, write_files, write_tree
from tests.render.harbour import files_of, forum, page


def stamps(root: Path) -> dict[Path, int]:
    return {place: place.stat().st_ino for place in root.rglob("*") if place.is_file()}


def test_only_what_differs_is_written_and_what_is_no_more_goes(tmp_path: Path) -> None:
    tree = Tree.of(tmp_path, Language.HANT)
    image = tmp_path / "image.svg"
    image.write_bytes(b"<svg/>")
    pages = forum(3)
    write_tree(tree, pages, {PurePosixPath("images/a.svg"): image, PurePosixPath("b.css"): b"p{}"})
    before = stamps(tree.docs)
    assert tree.docs == tmp_path / "zh-Hant" / "docs"
    write_tree(tree, pages, {PurePosixPath("images/a.svg"): image, PurePosixPath("b.css"): b"p{}"})
    assert stamps(tree.docs) == before
    image.write_bytes(b"<svg id='a'/>")
    changed = [page("index.md", "Another"), *pages[1:-1]]
    write_tree(tree, changed, {PurePosixPath("images/a.svg"): image})
    found = files_of(tree.docs)
    assert found["images/a.svg"] == b"<svg id='a'/>"
    assert b"Another" in found["index.md"]
    assert "b.css" not in found
    assert not (tree.docs / "forums/harbour/talk-2").exists()
    assert len(found) == len(changed) + 1


def test_pages_known_to_be_right_need_not_be_made(tmp_path: Path) -> None:
    tree = Tree.of(tmp_path, Language.EN)
    pages = forum(3)
    write_tree(tree, pages, {})
    before = files_of(tree.docs)
    write_tree(tree, pages[:1], {}, untouched=[p.path for p in pages[1:]])
    assert files_of(tree.docs) == before


def test_a_file_may_become_a_folder_and_back(tmp_path: Path) -> None:
    tree = Tree.of(tmp_path, Language.EN)
    for path in ("x.md", "x.md/index.md", "x.md"):
        write_tree(tree, [page(path, "X")], {})
        assert list(files_of(tree.docs)) == [path]


def test_links_in_the_folder_are_not_followed(tmp_path: Path) -> None:
    tree = Tree.of(tmp_path / "work", Language.EN)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.md").write_text("mine")
    tree.docs.mkdir(parents=True)
    (tree.docs / "people").symlink_to(outside)
    (tree.docs / "index.md").symlink_to(outside / "index.md")
    write_tree(tree, [page("people/index.md", "People"), page("index.md", "Home")], {})
    assert (outside / "index.md").read_text() == "mine"
    assert [place.name for place in outside.iterdir()] == ["index.md"]
    assert not (tree.docs / "people").is_symlink()


@pytest.mark.parametrize(
    "path",
    [
        "../x.md",
        "a/../../x.md",
        "/x.md",
        "a\\..\\x.md",
        "c:x.md",
        "a/\0.md",
        "a./x.md",
        "nul/x.md",
        "a/con.md",
        "a\n.md",
    ],
)
def test_a_path_that_could_leave_its_folder_is_refused(tmp_path: Path, path: str) -> None:
    tree = Tree.of(tmp_path, Language.EN)
    with pytest.raises(PathError):
        write_tree(tree, [page(path, "X")], {})
    with pytest.raises(PathError):
        write_tree(tree, [], {PurePosixPath(path): b""})
    with pytest.raises(PathError):
        write_files(tmp_path, [SiteFile(PurePosixPath(path), b"")])
    assert files_of(tmp_path) == {}


@pytest.mark.parametrize("path", [".hidden/index.md", "templates/x/index.md", "a/README.md", "a/index.html"])
def test_a_page_that_engines_would_pass_over_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(PathError, match="no page of this name"):
        write_tree(Tree.of(tmp_path, Language.EN), [page(path, "X")], {})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a/x.md", "a/x.md"),
        ("a/X.md", "a/x.md"),
        ("caf\u00e9.md", "cafe\u0301.md"),
        ("a", "a/b.md"),
        ("A", "a/b.md"),
    ],
)
def test_two_files_that_would_be_one_are_refused(one: str, other: str) -> None:
    for paths in ([one, other], [other, one]):
        with pytest.raises(PathError):
            distinct(map(PurePosixPath, paths))


def test_an_ordinary_path_is_joined(tmp_path: Path) -> None:
    assert (
        inside(tmp_path, PurePosixPath("forums/\u6e2f\u53e3/index.md"))
        == tmp_path / "forums/\u6e2f\u53e3/index.md"
    )


def test_a_missing_asset_is_named(tmp_path: Path) -> None:
    with pytest.raises(PathError, match=r"gone\.svg"):
        write_tree(Tree.of(tmp_path, Language.EN), [], {PurePosixPath("a.svg"): tmp_path / "gone.svg"})


def test_the_configuration_inherits_and_keeps_its_places(tmp_path: Path) -> None:
    tree = Tree.of(tmp_path, Language.HANS)
    write_config(tree, tmp_path / "mkdocs.yml", {"site_name": "港口论坛", "docs_dir": "elsewhere"})
    config = yaml.safe_load(tree.config.read_text("utf-8"))
    assert config == {
        "INHERIT": str(tmp_path / "mkdocs.yml"),
        "site_name": "港口论坛",
        "docs_dir": "docs",
        "site_dir": "site",
    }


def test_site_files_are_new_files_when_they_change(tmp_path: Path) -> None:
    write_files(tmp_path, [SiteFile(PurePosixPath("a/robots.txt"), b"1")])
    other = tmp_path / "other"
    other.hardlink_to(tmp_path / "a/robots.txt")
    write_files(tmp_path, [SiteFile(PurePosixPath("a/robots.txt"), b"2")])
    assert other.read_bytes() == b"1"
    assert (tmp_path / "a/robots.txt").read_bytes() == b"2"


def test_front_matter_is_there_even_when_empty() -> None:
    assert (
        Page(PurePosixPath("a.md"), Language.EN, {}, "---\nx: 1\n---\n")
        .source()
        .startswith("---\n{}\n---\n\n---\n")
    )

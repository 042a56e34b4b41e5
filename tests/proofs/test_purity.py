"""Pages are pure: rendering some of them and keeping the rest gives the bytes of rendering all."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path, PurePosixPath

import pytest

from generator.model.language import Language
from generator.render.engine import Engine
from generator.render.engines import open_engine
from generator.render.tree import Tree
from tests.building import BuiltSite

SEEDS = range(5)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """MkDocs, whose processes stay: what one build leaves behind in them meets the next."""
    with closing(open_engine("mkdocs")) as opened:
        yield opened


@pytest.fixture
def tree(built_site: BuiltSite, tmp_path: Path, language: Language) -> Tree:
    """A tree of the invented forum as the build left it, to be changed."""
    kept = built_site.project / ".proceedings" / language.value
    shutil.copytree(kept, tmp_path / language.value)
    return Tree.of(tmp_path, language)


@pytest.mark.parametrize("language", [Language.EN])
def test_a_third_of_the_pages_rendered_gives_the_bytes_of_all(engine: Engine, tree: Tree) -> None:
    hold(engine, tree, thirds(tree, seed=7)[0])


@pytest.mark.prove
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("seed", SEEDS)
def test_any_third_rendered_gives_the_bytes_of_all(engine: Engine, tree: Tree, seed: int) -> None:
    for third in thirds(tree, seed):
        hold(engine, tree, third)


def thirds(tree: Tree, seed: int) -> Sequence[frozenset[PurePosixPath]]:
    """Return the pages of a tree, dealt out by chance to three hands."""
    pages = sorted(PurePosixPath(path.relative_to(tree.docs)) for path in tree.docs.rglob("*.md"))
    assert len(pages) > 60
    random.Random(seed).shuffle(pages)  # noqa: S311 - a fixed seed, so that a failure comes again
    return [frozenset(pages[start::3]) for start in range(3)]


def hold(engine: Engine, tree: Tree, some: frozenset[PurePosixPath]) -> None:
    """Hold that a site whose pages were made when others were otherwise is the site made at once.

    All pages are rendered while `some` say something else, in text, title and front matter; then these
    alone are put right and rendered again.
    """
    right = {path: (tree.docs / path).read_bytes() for path in some}
    assert engine.build(tree.config, None).faults == ()
    wanted = files_of(tree.site)
    for path, source in right.items():
        other = re.sub(rb"title: (['\"]?)", rb"title: \1Other ", source)
        other = other.replace(b"\n---\n", b"\n---\n\n# Otherwise\n", 1)
        assert other != source
        (tree.docs / path).write_bytes(other)
    assert engine.build(tree.config, None).faults == ()
    before = files_of(tree.site)
    assert {path for path in wanted if before[path] != wanted[path]} >= {output_of(path) for path in some}
    for path, source in right.items():
        (tree.docs / path).write_bytes(source)
    outcome = engine.build(tree.config, some)
    assert (outcome.faults, outcome.pages) == ((), len(some))
    found = files_of(tree.site)
    assert sorted(found) == sorted(wanted)
    assert [path for path in found if found[path] != wanted[path]] == []


def output_of(path: PurePosixPath) -> str:
    """Return the file that is made from a page's source."""
    return path.with_suffix(".html").as_posix()


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }

"""A tree of the invented forum, and what builds it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from generator.model.language import Language
from generator.render.mkdocs_engine import MkDocsEngine
from generator.render.tree import Tree, write_config, write_tree
from tests.render.harbour import BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path, PurePosixPath

    from generator.pages.page import Page


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A base configuration with the stock theme."""
    place = tmp_path / "mkdocs.yml"
    place.write_text(BASE, "utf-8")
    return place


@pytest.fixture
def make_tree(tmp_path: Path, base: Path) -> Callable[..., Tree]:
    """Writes a tree with its configuration."""

    def make(
        pages: list[Page],
        language: Language = Language.EN,
        work: str = "work",
        settings: Mapping[str, object] | None = None,
        assets: Mapping[PurePosixPath, Path | bytes] | None = None,
    ) -> Tree:
        tree = Tree.of(tmp_path / work, language)
        write_tree(tree, pages, assets or {})
        write_config(tree, base, {"site_url": "https://forum.example/", **(settings or {})})
        return tree

    return make


@pytest.fixture(scope="session")
def mkdocs_engine() -> Iterator[MkDocsEngine]:
    """One engine for all tests: its process is kept warm, as it is for `serve`."""
    with closing(MkDocsEngine()) as engine:
        yield engine

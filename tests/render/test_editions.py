from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest

from generator.model.language import Language
from generator.render import kept
from generator.render.editions import render
from generator.render.engine import Engine, Outcome, Progress
from generator.render.engines import ENGINE_NAMES, open_engine
from generator.render.errors import EngineError
from generator.render.tree import Tree, write_tree
from tests.render.harbour import files_of, forum, page

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.render.mkdocs_engine import MkDocsEngine

    MakeTree = Callable[..., Tree]


class Recorder:
    """An engine that writes each page's source as its HTML and remembers what it was asked for."""

    name = "recorder"
    partial = True

    def __init__(self) -> None:
        self.identity = "recorder 1"
        self.asked: list[frozenset[PurePosixPath] | None] = []
        self.die_after: int | None = None
        self.faults: tuple[str, ...] = ()

    def build(
        self, config: Path, only: frozenset[PurePosixPath] | None, progress: Progress | None = None
    ) -> Outcome:
        self.asked.append(only)
        assert progress is None
        tree = Tree(config.parent)
        sources = sorted(only) if only is not None else [PurePosixPath(p) for p in files_of(tree.docs)]
        for number, path in enumerate(sources):
            if number == self.die_after:
                raise EngineError("killed")
            place = tree.site / kept.output_of(path.as_posix())
            place.unlink(missing_ok=True)
            if (tree.docs / path).is_file():
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes((tree.docs / path).read_bytes())
        return Outcome(config, len(sources), self.faults)

    def warm(self, config: Path) -> None:
        """Nothing is slow."""

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def engine() -> Recorder:
    return Recorder()


def _tell(steps: set[tuple[str, int, int]], name: str, done: int, total: int) -> None:
    steps.add((name, done, total))


def paths(*names: str) -> frozenset[PurePosixPath]:
    return frozenset(map(PurePosixPath, names))


def current(tree: Tree) -> bool:
    """Whether the recorder's output is what its sources say now."""
    return files_of(tree.site) == {kept.output_of(name): text for name, text in files_of(tree.docs).items()}


def test_only_what_changed_is_asked_for(make_tree: MakeTree, base: Path, engine: Engine) -> None:
    assert isinstance(engine, Recorder)
    pages = forum(3)
    tree = make_tree(pages)
    for _ in range(2):
        render([tree], engine, inputs=[base])
    assert engine.asked == [None]
    changed = [page("index.md", "New"), *pages[1:-1], page("more/index.md", "More")]
    write_tree(tree, changed, {PurePosixPath("a.svg"): b"<svg/>"})
    render([tree], engine, inputs=[base])
    assert engine.asked[1:] == [paths("index.md", "forums/harbour/talk-2/index.md", "more/index.md", "a.svg")]
    assert current(tree)
    render([tree], engine, inputs=[base], clean=True)
    assert engine.asked[2:] == [None]


def test_whatever_every_page_depends_on_builds_all(
    make_tree: MakeTree, base: Path, engine: Recorder, tmp_path: Path
) -> None:
    theme = tmp_path / "theme"
    theme.mkdir()
    pages = forum(1)
    tree = make_tree(pages)
    inputs = [base, theme]
    render([tree], engine, inputs=inputs)
    base.write_text(base.read_text("utf-8") + "\n", "utf-8")
    render([tree], engine, inputs=inputs)
    (theme / "main.html").write_text("x")
    render([tree], engine, inputs=inputs)
    (theme / "main.html").rename(theme / "other.html")
    render([tree], engine, inputs=inputs)
    make_tree(pages, settings={"site_name": "Other"})
    render([tree], engine, inputs=inputs)
    engine.identity = "recorder 2"
    render([tree], engine, inputs=inputs)
    render([tree], engine, inputs=inputs)
    assert engine.asked == [None] * 6


def test_touched_or_lost_output_is_made_again(make_tree: MakeTree, base: Path, engine: Recorder) -> None:
    tree = make_tree(forum(2), assets={PurePosixPath("a.svg"): b"<svg/>"})
    render([tree], engine, inputs=[base])
    (tree.site / "people/index.html").write_text("edited in place, perhaps through a link")
    (tree.site / "people/ada/index.html").unlink()
    (tree.site / "a.svg").unlink()
    render([tree], engine, inputs=[base])
    assert engine.asked[1:] == [paths("people/index.md", "people/ada/index.md", "a.svg")]
    assert current(tree)
    (tree.site / "not-ours.html").write_text("x")
    render([tree], engine, inputs=[base])
    assert engine.asked[2:] == [None]


@pytest.mark.parametrize("die_after", [0, 1, 2])
def test_what_a_killed_build_wrote_is_not_believed(
    make_tree: MakeTree, base: Path, engine: Recorder, die_after: int
) -> None:
    first = [page("index.md", "One"), page("a/index.md", "One"), page("b/index.md", "One")]
    second = [page("index.md", "Two"), page("a/index.md", "Two"), page("c/index.md", "Two")]
    tree = make_tree(first)
    render([tree], engine, inputs=[base])
    engine.die_after = die_after
    write_tree(tree, second, {})
    with pytest.raises(EngineError, match="killed"):
        render([tree], engine, inputs=[base])
    engine.die_after = None
    # The editor takes the change back: the sources are those of the last build that ended.
    write_tree(tree, first, {})
    render([tree], engine, inputs=[base])
    assert current(tree)


@pytest.mark.parametrize("text", ["", "[]", "{}", "nonsense", '{"key": 1, "sources": 3, "outputs": {}}'])
def test_a_broken_note_builds_all(make_tree: MakeTree, base: Path, engine: Recorder, text: str) -> None:
    tree = make_tree(forum(1))
    render([tree], engine, inputs=[base])
    (tree.root / "rendered.json").write_text(text)
    render([tree], engine, inputs=[base])
    assert engine.asked == [None, None]


def test_a_page_with_a_fault_is_built_again_next_time(
    make_tree: MakeTree, base: Path, engine: Recorder
) -> None:
    tree = make_tree(forum(1))
    render([tree], engine, inputs=[base])
    write_tree(tree, [page("index.md", "New"), *forum(1)[1:]], {})
    engine.faults = ("warning: something",)
    for _ in range(2):
        with pytest.raises(EngineError, match="something"):
            render([tree], engine, inputs=[base])
    engine.faults = ()
    render([tree], engine, inputs=[base])
    assert engine.asked[1:] == [paths("index.md")] * 3


def test_an_engine_that_builds_all_or_nothing(make_tree: MakeTree, base: Path, engine: Recorder) -> None:
    tree = make_tree(forum(1))
    engine.partial = False
    render([tree], engine, inputs=[base])
    render([tree], engine, inputs=[base])
    write_tree(tree, [page("index.md", "New"), *forum(1)[1:]], {})
    render([tree], engine, inputs=[base])
    assert engine.asked == [None, None]


def test_languages_side_by_side_equal_one_after_the_other(
    make_tree: MakeTree, base: Path, mkdocs_engine: MkDocsEngine
) -> None:
    found = []
    for jobs in (1, 3):
        trees = [
            make_tree(forum(4, language), language, settings={"theme": {"language": theme}})
            for language, theme in ((Language.HANS, "zh"), (Language.HANT, "zh-TW"), (Language.EN, "en"))
        ]
        steps: set[tuple[str, int, int]] = set()
        told = partial(_tell, steps)
        outcomes = render(trees, mkdocs_engine, inputs=[base], jobs=jobs, clean=True, progress=told)
        assert [outcome.config for outcome in outcomes] == [tree.config for tree in trees]
        assert {(name, 7, 7) for name in ("zh-Hans", "zh-Hant", "en")} <= steps
        found.append([files_of(tree.site) for tree in trees])
    assert found[0] == found[1]
    assert b'<html lang="zh-TW"' in found[0][1]["index.html"] or b'lang="zh' in found[0][1]["index.html"]


def test_faults_of_all_languages_come_together(
    make_tree: MakeTree, base: Path, mkdocs_engine: MkDocsEngine
) -> None:
    trees = [
        make_tree([*forum(1, language), page("x/index.md", "X", f"[x]({language}.md)")], language)
        for language in (Language.HANS, Language.EN)
    ]
    with pytest.raises(EngineError) as caught:
        render(trees, mkdocs_engine, inputs=[base], jobs=2)
    assert [fault.partition(":")[0] for fault in caught.value.faults] == ["zh-Hans", "en"]
    assert "zh-Hans.md" in str(caught.value)
    assert "en.md" in str(caught.value)


def test_the_same_site_wherever_it_is_built(
    make_tree: MakeTree, base: Path, mkdocs_engine: MkDocsEngine
) -> None:
    one, other = (make_tree(forum(3), work=work) for work in ("here", "far/away"))
    render([one, other], mkdocs_engine, inputs=[base])
    assert files_of(one.site) == files_of(other.site)


@pytest.mark.parametrize("name", ENGINE_NAMES)
def test_every_engine_builds_every_page(make_tree: MakeTree, base: Path, name: str) -> None:
    if name != "mkdocs":
        pytest.importorskip(name, reason="the heirs are an extra")
    tree = make_tree(forum(2))
    with closing(open_engine(name)) as engine:
        render([tree], engine, inputs=[base])
        pages = {path for path in files_of(tree.site) if path.endswith(".html")}
        assert pages == {kept.output_of(p.path.as_posix()) for p in forum(2)} | {"404.html"}
        assert 'id="p1k2"' in (tree.site / "forums/harbour/talk-1/index.html").read_text("utf-8")
        write_tree(tree, forum(1), {})
        render([tree], engine, inputs=[base])
        assert not (tree.site / "forums/harbour/talk-1").exists()
        if name != "zensical":  # it says nothing about a nav entry that is not there
            make_tree(forum(1), settings={"nav": [{"Gone": "gone.md"}]})
            with pytest.raises(EngineError, match=r"gone\.md"):
                render([tree], engine, inputs=[base])
        (tree.root / "mkdocs.yml").write_text("theme: [\n")
        with pytest.raises(EngineError):
            render([tree], engine, inputs=[base])


def test_an_unknown_engine_is_named() -> None:
    with pytest.raises(EngineError, match="choose one of mkdocs, properdocs, zensical"):
        open_engine("hugo")


def test_output_time_tells_an_edit_of_the_same_length(
    make_tree: MakeTree, base: Path, engine: Recorder
) -> None:
    tree = make_tree(forum(1))
    render([tree], engine, inputs=[base])
    place = tree.site / "index.html"
    content = place.read_bytes()
    place.write_bytes(content[::-1])
    os.utime(place, ns=(1, 1))
    render([tree], engine, inputs=[base])
    assert place.read_bytes() == content


def test_a_run_with_nothing_to_do_imports_no_engine(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from generator.render import editions, engines, languages, publish, tree
with_what = engines.open_engine("mkdocs")
with_what.close()
print(sorted({"mkdocs", "markdown", "jinja2", "material"} & sys.modules.keys()))
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "HOME": str(tmp_path)},
    )
    assert done.stdout == "[]\n"

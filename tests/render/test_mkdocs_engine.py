from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest

from generator.model.language import Language
from generator.render.editions import render
from generator.render.errors import EngineError
from generator.render.mkdocs_engine import MkDocsEngine
from generator.render.tree import Tree, write_tree
from tests.render.harbour import files_of, forum, page

if TYPE_CHECKING:
    from collections.abc import Callable

    MakeTree = Callable[..., Tree]

SITEMAPS = ("sitemap.xml", "sitemap.xml.gz")


def test_full_build_equals_mkdocs_own(make_tree: MakeTree, mkdocs_engine: MkDocsEngine) -> None:
    tree = make_tree(forum(), assets={PurePosixPath("images/dot.svg"): b"<svg/>"})
    outcome = mkdocs_engine.build(tree.config, None)
    assert outcome.faults == ()
    assert outcome.pages == 12
    ours = files_of(tree.site)
    shutil.rmtree(tree.site)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-f", str(tree.config)],
        check=True,
        capture_output=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"},
    )
    theirs = files_of(tree.site)
    for name in SITEMAPS:
        assert theirs.pop(name)
    assert ours == theirs


def test_some_pages_give_the_bytes_of_all(make_tree: MakeTree, mkdocs_engine: MkDocsEngine) -> None:
    before = forum(30)
    after = [
        page(p.path.as_posix(), p.meta["title"], p.body.replace("Paragraph", "Changed paragraph"), p.language)  # type: ignore[arg-type]
        for p in before
    ]
    chosen = set(random.Random(7).sample(range(len(before)), len(before) // 3))  # noqa: S311 - a choice, no secret
    chosen |= {0, 1}  # the pages of the nav, which the theme reads on every other page
    mixed = [after[n] if n in chosen else before[n] for n in range(len(before))]

    tree = make_tree(before)
    assert mkdocs_engine.build(tree.config, None).faults == ()
    untouched = {name: (tree.site / name).stat().st_mtime_ns for name in files_of(tree.site)}
    write_tree(tree, mixed, {PurePosixPath("images/new.svg"): b"<svg/>"})
    only = frozenset([*(before[n].path for n in chosen), PurePosixPath("images/new.svg")])
    outcome = mkdocs_engine.build(tree.config, only)
    assert outcome.faults == ()
    assert outcome.pages == len(chosen)

    partly = files_of(tree.site)
    rewritten = {name for name, stamp in untouched.items() if (tree.site / name).stat().st_mtime_ns != stamp}
    assert rewritten == {before[n].path.with_suffix(".html").as_posix() for n in chosen}
    assert mkdocs_engine.build(tree.config, None).faults == ()
    assert files_of(tree.site) == partly


def test_added_and_removed_pages_give_the_bytes_of_all(
    make_tree: MakeTree, mkdocs_engine: MkDocsEngine
) -> None:
    pages = forum(6)
    tree = make_tree(pages[:-1], assets={PurePosixPath("images/old.svg"): b"<svg/>"})
    assert mkdocs_engine.build(tree.config, None).faults == ()
    later = [
        p for p in pages if p.path.parts[0] != "people" or p.path.name != "index.md" or len(p.path.parts) < 3
    ]
    write_tree(tree, later, {})
    only = frozenset({p.path for p in pages[:-1]} ^ {p.path for p in later}) | {
        PurePosixPath("images/old.svg")
    }
    assert mkdocs_engine.build(tree.config, only).faults == ()
    partly = files_of(tree.site)
    assert "people/ada/index.html" not in partly
    assert not (tree.site / "people/ada").exists()
    assert not (tree.site / "images").exists()
    assert mkdocs_engine.build(tree.config, None).faults == ()
    assert files_of(tree.site) == partly


def test_build_does_not_write_through_a_hard_link(
    make_tree: MakeTree, mkdocs_engine: MkDocsEngine, tmp_path: Path
) -> None:
    pages = forum(2)
    tree = make_tree(pages)
    mkdocs_engine.build(tree.config, None)
    published = tmp_path / "published.html"
    os.link(tree.site / "index.html", published)
    old = published.read_bytes()
    write_tree(tree, [page("index.md", "New title"), *pages[1:]], {})
    mkdocs_engine.build(tree.config, frozenset([PurePosixPath("index.md")]))
    assert published.read_bytes() == old
    assert b"New title" in (tree.site / "index.html").read_bytes()


def test_a_warning_is_a_fault_even_though_mkdocs_goes_on(
    make_tree: MakeTree, mkdocs_engine: MkDocsEngine
) -> None:
    tree = make_tree([*forum(2), page("x/index.md", "X", "[gone](missing.md)\n")])
    outcome = mkdocs_engine.build(tree.config, None)
    assert len(outcome.faults) == 1
    assert "x/index.md" in outcome.faults[0]
    assert "missing.md" in outcome.faults[0]
    # The same page by itself says the same, though the engine does not see the other pages.
    assert mkdocs_engine.build(tree.config, frozenset([PurePosixPath("x/index.md")])).faults == outcome.faults


def test_every_broken_page_is_named_with_the_place_in_the_template(
    make_tree: MakeTree, mkdocs_engine: MkDocsEngine, tmp_path: Path
) -> None:
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "main.html").write_text(
        "<p>\n{{ page.meta.numbers.first }}\n{{ 1 // page.meta.n }}</p>", "utf-8"
    )
    pages = [page("index.md", "Home"), page("people/index.md", "People")]
    tree = make_tree(pages, settings={"theme": {"custom_dir": str(theme)}})
    faults = mkdocs_engine.build(tree.config, None).faults
    named = [fault for fault in faults if "main.html:2" in fault]
    # The page for what is not found is made by the same template.
    assert [fault.split(":")[1].strip() for fault in named] == ["404.html", "index.md", "people/index.md"]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"plugins": ["search"]}, "plugins: []"),
        ({"use_directory_urls": False}, "use_directory_urls"),
        ({"theme": {"name": "no-such-theme"}}, "no-such-theme"),
        ({"nav": [{"Gone": "gone.md"}]}, "gone.md"),
    ],
)
def test_a_configuration_that_cannot_be_is_a_fault(
    make_tree: MakeTree, mkdocs_engine: MkDocsEngine, settings: dict[str, object], words: str
) -> None:
    tree = make_tree(forum(1), settings=settings)
    faults = mkdocs_engine.build(tree.config, None).faults
    assert any(words in fault for fault in faults), faults


def test_without_a_nav_every_page_is_built(
    make_tree: MakeTree, base: Path, mkdocs_engine: MkDocsEngine
) -> None:
    text = base.read_text("utf-8")
    base.write_text(text[: text.index("nav:")] + text[text.index("validation:") :], "utf-8")
    tree = make_tree(forum(2))
    assert mkdocs_engine.build(tree.config, frozenset([PurePosixPath("index.md")])).pages == 5


def test_progress_counts_every_page(make_tree: MakeTree, mkdocs_engine: MkDocsEngine) -> None:
    tree = make_tree(forum(2))
    told: list[tuple[str, int, int]] = []
    mkdocs_engine.build(tree.config, None, lambda name, done, total: told.append((name, done, total)))
    assert told == [("en", done, 5) for done in range(6)]


def test_a_killed_engine_is_an_error_and_the_next_build_starts_another(make_tree: MakeTree) -> None:
    tree = make_tree(forum(100))
    engine = MkDocsEngine()
    try:
        engine.build(tree.config, frozenset([PurePosixPath("index.md")]))
        victim = engine._idle[0].process

        def kill(_name: str, done: int, _total: int) -> None:
            if done == 0:
                victim.kill()
                victim.join()

        with pytest.raises(EngineError, match="ended with status -9"):
            engine.build(tree.config, None, kill)
        assert engine.build(tree.config, None).faults == ()
    finally:
        engine.close()
    assert engine._idle == []


def test_compiled_templates_are_kept_and_change_nothing(make_tree: MakeTree, tmp_path: Path) -> None:
    tree = make_tree(forum(2))
    cache = tmp_path / "cache"
    found = []
    for _ in range(2):
        engine = MkDocsEngine(cache)
        assert engine.build(tree.config, None).faults == ()
        engine.close()
        found.append(files_of(tree.site))
    assert found[0] == found[1]
    assert any(cache.iterdir())


def test_closing_ends_a_build_under_way(make_tree: MakeTree) -> None:
    tree = make_tree(forum(100))
    engine = MkDocsEngine()
    begun = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        building = pool.submit(engine.build, tree.config, None, lambda *_: begun.set())
        assert begun.wait(60)
        engine.close()
        with pytest.raises(EngineError, match="ended with status -9"):
            building.result(60)
    assert engine._busy == []


@pytest.mark.parametrize("text", [None, "theme: [\n", "theme: {name: nowhere}\n", "whole"])
def test_an_engine_that_was_warmed_builds_the_same_and_says_the_same(
    make_tree: MakeTree, tmp_path: Path, capfd: pytest.CaptureFixture[str], text: str | None
) -> None:
    tree = make_tree(forum(2))
    other = tree.config if text == "whole" else tmp_path / "other.yml"
    if text not in {None, "whole"}:
        other.write_text(str(text), "utf-8")
    with closing(MkDocsEngine()) as engine:
        engine.warm(other)
        engine.warm(other)
        assert engine.build(tree.config, None).faults == ()
        found = files_of(tree.site)
        assert engine.build(tree.config, None).faults == ()
    with closing(MkDocsEngine()) as engine:
        engine.build(tree.config, None)
    assert files_of(tree.site) == found
    assert capfd.readouterr() == ("", "")


def test_an_engine_that_was_warmed_for_nothing_ends_at_once(make_tree: MakeTree) -> None:
    engine = MkDocsEngine()
    engine.warm(make_tree(forum(1)).config)
    (worker,) = engine._idle
    process = worker.process.pid
    engine.close()
    assert process is not None
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_few_pages_of_all_languages_need_one_process(make_tree: MakeTree, base: Path) -> None:
    trees = [make_tree(forum(3, language), language) for language in Language]
    with closing(MkDocsEngine()) as engine:
        render(trees, engine, inputs=[base], jobs=3)
        for language in Language:
            make_tree([page("index.md", "New", language=language), *forum(3, language)[1:]], language)
    with closing(MkDocsEngine()) as engine:
        outcomes = render(trees, engine, inputs=[base], jobs=3)
        assert [outcome.pages for outcome in outcomes] == [1, 1, 1]
        assert len(engine._idle) == 1

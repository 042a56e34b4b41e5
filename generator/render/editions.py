"""The languages of the site, rendered side by side: what changed and nothing else."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import repeat
from typing import TYPE_CHECKING

from generator.render.engine import Outcome
from generator.render.errors import EngineError
from generator.render.kept import Rendered, digest_of_inputs, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path, PurePosixPath

    from generator.render.engine import Engine, Progress
    from generator.render.tree import Tree

_FEW = 60
"""Pages that one process renders sooner than several."""


def render(  # noqa: PLR0913 - what is rendered, with what, and how
    trees: Sequence[Tree],
    engine: Engine,
    *,
    inputs: Iterable[Path],
    sources: Sequence[Mapping[str, str]] | None = None,
    jobs: int = 1,
    clean: bool = False,
    progress: Progress | None = None,
) -> tuple[Outcome, ...]:
    """Bring ``site`` of each tree up to date with its ``docs``.

    The engine works in processes of its own, so that threads here are enough to run them side by side.

    Args:
        trees: the trees, their ``docs`` and ``mkdocs.yml`` written.
        engine: what renders them.
        inputs: files and folders that every page depends on beside these: base configuration, overrides.
        sources: for each tree, the digests of all files in ``docs`` by their paths; None reads the files.
        jobs: how many are built at the same time.
        clean: build all pages anew, whatever is kept.
        progress: is told how far each is; called from several threads.

    Returns:
        An outcome for each tree, in their order, with its outputs; nobody's has a fault.

    Raises:
        EngineError: the engine failed or warned; it holds the faults of all languages. What was rendered
            without a fault is kept.
    """
    depends = digest_of_inputs(inputs)
    given = repeat(None) if sources is None else sources
    works = [
        _Work.of(tree, key_of(engine.identity, depends, tree), known, clean=clean, partial=engine.partial)
        for tree, known in zip(trees, given, strict=False)
    ]
    # Each process costs as much to start as some dozens of pages.
    few = all(work.only is not None for work in works) and sum(len(work.only or ()) for work in works) <= _FEW
    with ThreadPoolExecutor(max_workers=1 if few else max(1, jobs)) as pool:
        futures = [pool.submit(work.render, engine, progress) for work in works]
        try:
            outcomes = tuple(future.result() for future in futures)
        except BaseException:
            # Ctrl+C, or an engine that died: those that wait are not started, those that run are ended.
            pool.shutdown(wait=False, cancel_futures=True)
            engine.close()
            raise
    faults = tuple(
        f"{tree.root.name}: {text}"
        for tree, outcome in zip(trees, outcomes, strict=True)
        for text in outcome.faults
    )
    if faults:
        count = f"{len(faults)} fault" + ("s" if len(faults) > 1 else "")
        raise EngineError(f"{engine.name} found {count}; the site was not built:", faults)
    return outcomes


@dataclass(frozen=True, slots=True)
class _Work:
    """What is to be done for a tree.

    Attributes:
        tree: the tree.
        rendered: its output.
        only: what has to be rendered; None for everything.
    """

    tree: Tree
    rendered: Rendered
    only: frozenset[PurePosixPath] | None

    @classmethod
    def of(
        cls, tree: Tree, key: str, sources: Mapping[str, str] | None, *, clean: bool, partial: bool
    ) -> _Work:
        """What is to be done, with an engine that can render some pages or not."""
        rendered = Rendered(tree, key, sources)
        only = None if clean else rendered.changed()
        return cls(tree, rendered, None if only and not partial else only)

    def render(self, engine: Engine, progress: Progress | None) -> Outcome:
        """Do it."""
        outcome = Outcome(self.tree.config, 0, ())
        if self.only is None or self.only:
            self.rendered.begin(self.only)
            outcome = engine.build(self.tree.config, self.only, progress)
            if outcome.faults:
                return outcome
            self.rendered.finish(self.only)
        return replace(outcome, outputs=self.rendered.outputs())

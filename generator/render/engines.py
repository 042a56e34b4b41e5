"""The engines by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.errors import EngineError
from generator.render.mkdocs_engine import MkDocsEngine
from generator.render.properdocs_engine import ProperDocsEngine
from generator.render.zensical_engine import ZensicalEngine

if TYPE_CHECKING:
    from pathlib import Path

    from generator.render.engine import Engine

ENGINE_NAMES = ("mkdocs", "properdocs", "zensical")


def open_engine(name: str, *, cache: Path | None = None) -> Engine:
    """An engine by its name; close it when done (``contextlib.closing``).

    Args:
        name: one of ENGINE_NAMES.
        cache: a folder for what the engine may keep between runs (compiled templates); None keeps nothing.

    Raises:
        EngineError: there is no such engine, or it is not installed.
    """
    if name == "mkdocs":
        return MkDocsEngine(cache)
    if name == "properdocs":
        return ProperDocsEngine()
    if name == "zensical":
        return ZensicalEngine()
    raise EngineError(f"there is no engine {name!r}; choose one of {', '.join(ENGINE_NAMES)}")

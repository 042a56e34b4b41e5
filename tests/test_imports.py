"""The import law: rooms import one way (CONTRIBUTING.md, "The rooms")."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "generator"

FLOORS = (
    ("cli", "__main__"),
    ("commands",),
    ("render", "search", "exchange", "intake", "fidelity", "checks"),
    ("pages",),
    ("store", "addresses", "citations", "language"),
    ("model", "memo"),
)
"""From the roof down. A room imports from itself and from floors below; rooms of one floor never meet."""

FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
DYNAMIC = {"import_module", "__import__", "find_spec", "run_module", "run_path"}
"""Calls that import by a name made at run time: no test could see what they reach. The roof may: it may reach
all that lies below it, and loads no command but the one that is called."""

A_ROOM_MAY_START_ITSELF = {("cli", "__main__"), ("__main__", "cli")}


def test_the_house_keeps_its_law() -> None:
    assert list(broken(PACKAGE)) == []


def test_every_floor_that_is_built_was_seen() -> None:
    """Guards the test itself: a law that finds no imports holds of anything."""
    seen = {(room, imported) for _, room, imported, _ in imports(PACKAGE)}
    assert {("cli", "commands"), ("commands", "pages"), ("pages", "language"), ("store", "model")} <= seen
    assert len(seen) > 20


@pytest.mark.parametrize(
    ("where", "line", "says"),
    [
        ("model/person.py", "from generator.store.decode import Decoder", "model may not import store"),
        ("store/load.py", "from generator.language.script import x", "store may not import language"),
        ("language/dates.py", "import generator.store.load as loading", "language may not import store"),
        ("addresses.py", "from generator.store import layout", "addresses may not import store"),
        ("pages/home.py", "from generator.render.tree import Tree", "pages may not import render"),
        ("checks/site/check.py", "from generator.render.tree import Tree", "checks may not import render"),
        ("render/tree.py", "from generator.checks.site import x", "render may not import checks"),
        ("pages/home.py", "from generator import commands", "pages may not import commands"),
        ("commands/build.py", "from generator.cli import main", "commands may not import cli"),
        ("model/a.py", "if TYPE_CHECKING:\n    import generator.pages.page", "model may not import pages"),
        ("model/a.py", "def f():\n    from generator.pages.page import Page", "model may not import pages"),
        ("model/a.py", "from ..store import load", "relative"),
        ("model/a.py", "from . import person", "relative"),
        ("model/a.py", "import generator", "the whole house"),
        ("model/a.py", "importlib.import_module(name)", "import_module"),
        ("model/a.py", "__import__('generator.pages')", "__import__"),
        ("model/a.py", "from generator.attic import x", "'attic' is no room"),
        ("attic/a.py", "x = 1", "'attic' is no room"),
        ("shed.py", "x = 1", "'shed' is no room"),
        ("shed/list.txt", "x = 1", "'shed' is no room"),
    ],
)
def test_a_planted_violation_is_found(tmp_path: Path, where: str, line: str, says: str) -> None:
    place = tmp_path / "generator" / where
    place.parent.mkdir(parents=True)
    place.write_text(
        f"from __future__ import annotations\nfrom typing import TYPE_CHECKING\n{line}\n", "utf-8"
    )
    found = list(broken(tmp_path / "generator"))
    assert len(found) == 1
    assert says in found[0]
    assert found[0].startswith(f"{where}:")


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("cli.py", "from generator.model.language import Language"),
        ("commands/build.py", "from generator.checks.site import check"),
        ("pages/home.py", "from generator.addresses import HOME"),
        ("model/a.py", "from generator.model import person"),
        ("model/a.py", "from generators import x; import yaml"),
    ],
)
def test_what_is_allowed_is_not_found(tmp_path: Path, where: str, line: str) -> None:
    place = tmp_path / "generator" / where
    place.parent.mkdir(parents=True)
    place.write_text(f"{line}\n", "utf-8")
    assert list(broken(tmp_path / "generator")) == []


def broken(package: Path) -> Iterator[str]:
    """Yield every breach of the law, as `file:line: what`."""
    for path in sorted(package.rglob("*")):
        room = room_of(package, path)
        if path.is_file() and room and room not in FLOOR_OF:
            yield f"{path.relative_to(package).as_posix()}:1: '{room}' is no room of the house"
    for where, room, imported, fault in imports(package):
        if fault:
            yield f"{where}: {fault}"
        elif room not in FLOOR_OF or imported == room or (room, imported) in A_ROOM_MAY_START_ITSELF:
            continue
        elif imported not in FLOOR_OF:
            yield f"{where}: '{imported}' is no room of the house"
        elif FLOOR_OF[imported] <= FLOOR_OF[room]:
            yield f"{where}: {room} may not import {imported}"


def imports(package: Path) -> Iterator[tuple[str, str, str, str]]:
    """Yield place, room, imported room and what is wrong with the import itself, for each import of ours."""
    for path in sources(package):
        room = room_of(package, path)
        shown = path.relative_to(package).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"), shown)):
            for imported, fault in imported_rooms(node, package.name):
                if imported == "" and room == "cli" and fault.startswith("import_module"):
                    continue
                yield f"{shown}:{getattr(node, 'lineno', 0)}", room, imported, fault


def imported_rooms(node: ast.AST, package: str) -> Iterator[tuple[str, str]]:
    """Yield the rooms that a node imports, and what is wrong with how it does so."""
    names: list[str] = []
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        if node.level:
            yield "", "imports are absolute here, and this one is relative"
            return
        names = [f"{node.module}.{alias.name}" for alias in node.names]
    elif isinstance(node, ast.Call):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called in DYNAMIC:
            yield "", f"{called} imports what nobody can check"
    for name in names:
        first, _, rest = name.partition(".")
        if first == package:
            yield rest.partition(".")[0], "" if rest else "this imports the whole house; name the room"


def sources(package: Path) -> list[Path]:
    """Return the files of a package, sorted."""
    return sorted(package.rglob("*.py"))


def room_of(package: Path, path: Path) -> str:
    """Return the room that a file belongs to; empty for the package's own `__init__` and Python's cache."""
    name = path.relative_to(package).parts[0].removesuffix(".py")
    return "" if name in {"__init__", "__pycache__"} else name

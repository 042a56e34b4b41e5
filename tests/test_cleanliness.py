"""What stands in the repository belongs to it: nothing of the machine it was made on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.repository import ROOT, tracked_files

LONGEST_MODULE = 400  # lines: more cannot be read in one sitting
LARGEST_FILE = 400_000  # bytes: a clone stays quick

# Written so that they do not match themselves.
MACHINE = re.compile(r"(?<![\w.~*}-])/(?:work|root|opt|mnt|home/\w+|Users/\w+)/\w")
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.npmjs|npmmirror\.|pypi\.tuna|mirrors\.\w+\.\w+|file:///\w"
)
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X])\b")


def texts() -> Iterator[tuple[Path, str]]:
    for path in tracked_files():
        data = path.read_bytes()
        if b"\0" not in data:
            yield path.relative_to(ROOT), data.decode("utf-8")


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRY, UNFINISHED], ids=["machine", "registry", "undone"])
def test_no_file_has_what_does_not_belong(pattern: re.Pattern[str]) -> None:
    found = [
        f"{path}:{number}: {line.strip()[:100]}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (MACHINE, "see " + "/work" + "/notes.md"),
        (MACHINE, "'/home" + "/mo/forum'"),
        (REGISTRY, "--index-url https://" + "pypi." + "org/simple"),
        (UNFINISHED, "# TO" + "DO: later"),
    ],
)
def test_the_patterns_see(pattern: re.Pattern[str], line: str) -> None:
    """Guards the test above: a pattern that matches nothing holds of everything."""
    assert pattern.search(line)


def test_files_are_small() -> None:
    modules = {path.as_posix(): text.count("\n") for path, text in texts() if path.suffix == ".py"}
    assert {path: lines for path, lines in modules.items() if lines > LONGEST_MODULE} == {}
    sizes = {path.relative_to(ROOT).as_posix(): path.stat().st_size for path in tracked_files()}
    assert {path: size for path, size in sizes.items() if size > LARGEST_FILE} == {}


def test_text_files_end_lines_as_promised() -> None:
    """`.gitattributes` promises the same bytes on every system; columns and digests count on it."""
    wrong = [str(path) for path, text in texts() if "\r" in text or (text and not text.endswith("\n"))]
    # The theme's drawings stand inside a line, where a line's end would show.
    assert [name for name in wrong if not name.startswith("templates/theme/partials/icon-")] == []


def test_nothing_that_is_made_is_kept() -> None:
    made = {".venv", ".proceedings", "node_modules", "__pycache__"}
    inside = [path.relative_to(ROOT) for path in tracked_files()]
    assert [path for path in inside if path.parts[0] == "site" or made & set(path.parts)] == []

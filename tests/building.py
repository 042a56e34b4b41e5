"""Projects and sites that several tests look at: made once, however many processes test."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FIXTURE = ROOT / "tests" / "fixtures" / "jiangwan" / "content"
FORUM_URL = "https://proceedings.example/forum/"
"""Where the site of the invented forum believes itself to be: below a folder, as on GitHub Pages."""

_PATIENCE = 300.0  # seconds that a process waits for what another one makes


@dataclass(frozen=True)
class BuiltSite:
    """A built site.

    Attributes:
        project: The folder of its project.
        folder: The folder of the site.
        url: Where it believes itself to be.
    """

    project: Path
    folder: Path
    url: str

    @property
    def pages(self) -> tuple[str, ...]:
        """The addresses of all pages below the site's root, sorted: `en/people/`."""
        found = (path.parent.relative_to(self.folder).as_posix() for path in self.folder.rglob("index.html"))
        return tuple(sorted("" if path == "." else f"{path}/" for path in found))


def make_project(folder: Path, content: Path, url: str = "") -> Path:
    """Make a project of the shipped templates and settings with some content.

    Args:
        folder: Where; it must not exist.
        content: The content to copy.
        url: The address of the site; that of the shipped settings if empty.
    """
    folder.mkdir(parents=True)
    for name in ("templates", "site_config"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(content, folder / "content")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    if url:
        settings = folder / "site_config" / "site.yml"
        text, count = re.subn(r"(?m)^url: .*$", f"url: {url}", settings.read_text("utf-8"))
        assert count == 1, "site_config/site.yml should say its url once"
        settings.write_text(text, "utf-8")
    return folder


def let_fall_behind(project: Path) -> Path:
    """Leave two translations of the invented forum behind their sources, so that what is said of it is built.

    The forum itself is without a fault, for tests that count them. One paragraph was translated from other
    words, and one is not translated.

    Returns:
        The project.
    """
    records = project / "content" / "forums" / "salt-marsh-2025" / "records"
    for name, pattern, new in (
        ("tarn-loggers.en.confirmed.yml", r"(?m)^w1b2: .*$", 'w1b2: "000000000000"'),
        ("holmqvane-gaps.zh-Hans.md", r"(?m)^.* \^h2d4\n\n", ""),
    ):
        text, count = re.subn(pattern, new, (records / name).read_text("utf-8"))
        assert count == 1, f"{name} should hold {pattern} once"
        (records / name).write_text(text, "utf-8", newline="")
    return project


def build_site(project: Path) -> BuiltSite:
    """Build a project as an editor would, with everything that holds of a site checked."""
    call = [sys.executable, "-m", "generator", "build", "--project", str(project)]
    done = subprocess.run(
        [*call, "--output", str(project / "site")],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    settings = (project / "site_config" / "site.yml").read_text("utf-8")
    url = re.search(r"(?m)^url: *(\S+)", settings)
    assert url is not None
    return BuiltSite(project, project / "site", url[1])


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Make a folder once for all processes of a test run.

    Args:
        factory: The run's temporary folders.
        name: Of the folder.
        make: Is given the folder, which does not exist yet, and fills it.

    Returns:
        The folder, whole.
    """
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # that of the worker lies in that of the run
    folder, lock, done = base / name, base / f"{name}.lock", base / f"{name}.done"
    try:
        lock.touch(exist_ok=False)
    except FileExistsError:
        end = time.monotonic() + _PATIENCE
        while not done.exists() and time.monotonic() < end:
            time.sleep(0.1)
    else:
        try:
            make(folder)
        except BaseException as error:
            done.write_text(f"{type(error).__name__}: {error}", "utf-8")
            raise
        # Renamed into its place: a file that is seen is a file that is whole.
        whole = base / f"{name}.whole"
        whole.write_text("", "utf-8")
        whole.replace(done)
    assert done.exists(), f"{name} was not made within {_PATIENCE:.0f} s"
    failure = done.read_text("utf-8")
    assert not failure, f"{name} could not be made: {failure}"
    return folder

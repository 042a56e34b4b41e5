"""What all tests share: the invented forum and the shipped proceedings, as projects and as built sites."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from hypothesis import settings

from tests.building import (
    FIXTURE,
    FORUM_URL,
    ROOT,
    BuiltSite,
    build_site,
    let_fall_behind,
    make_project,
    once,
)
from tests.no_skips import pytest_make_collect_report, pytest_runtest_makereport

# A shell makes what it starts in the background deaf to Ctrl+C, and children inherit that; tests send it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
# How long an example takes says how busy the machine is, not whether the program is right.
settings.register_profile("proceedings", deadline=None, derandomize=True)
settings.load_profile("proceedings")

__all__ = ["pytest_make_collect_report", "pytest_runtest_makereport"]


@pytest.fixture
def fixture_project(tmp_path: Path) -> Path:
    """A project with the invented forum, to be changed at will."""
    return make_project(tmp_path / "project", FIXTURE, FORUM_URL)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of the invented forum; not to be changed."""

    def make(folder: Path) -> None:
        build_site(let_fall_behind(make_project(folder, FIXTURE, FORUM_URL)))

    folder = once(tmp_path_factory, "jiangwan", make)
    return BuiltSite(folder, folder / "site", FORUM_URL)


@pytest.fixture(scope="session")
def shipped_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of the shipped content; not to be changed."""

    def make(folder: Path) -> None:
        site = build_site(make_project(folder, ROOT / "content"))
        (folder / "url").write_text(site.url, "utf-8")

    folder = once(tmp_path_factory, "shipped", make)
    return BuiltSite(folder, folder / "site", (folder / "url").read_text("utf-8"))

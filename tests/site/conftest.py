"""A browser, and the invented forum's site on a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.building import BuiltSite
from tests.site.browsing import Reader, chromium, launch_arguments, reading
from tests.site.serving import serving


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once a process."""
    program = chromium()
    if program is None:
        pytest.skip("there is no Chromium here; install it, or name it in CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=launch_arguments())
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served(built_site: BuiltSite) -> Iterator[str]:
    """The address of the invented forum's site."""
    with serving(built_site.folder) as base:
        yield base


@pytest.fixture
def open_window(browser: Browser, served: str) -> Callable[..., AbstractContextManager[Reader]]:
    """Opens a window on the invented forum's site; takes the settings of `reading`."""
    return partial(reading, browser, served)


@pytest.fixture
def reader(open_window: Callable[..., AbstractContextManager[Reader]]) -> Iterator[Reader]:
    """A reader at a desk."""
    with open_window() as found:
        yield found

"""What a reader does with a site, in a real browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, ViewportSize

DESK = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=390, height=844)
SMALL_PHONE = ViewportSize(width=320, height=640)

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = (
    "--no-sandbox",  # in containers there is no other way
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


def chromium() -> str | None:
    """The browser of this machine: what `CHROMIUM` names, or the first that is found."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)


def launch_arguments() -> list[str]:
    """How it is started: with no traffic of its own."""
    return list(_ARGUMENTS)


@dataclass
class Reader:
    """A reader with a window, and all that the browser noticed.

    Attributes:
        page: The window.
        base: The address of the site.
        requests: Every address that was asked for.
        complaints: Errors and warnings of the console, uncaught errors, and what could not be loaded.
    """

    page: Page
    base: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def visit(self, path: str) -> Response:
        """Go to a page, by its address below the site."""
        response = self.page.goto(self.base + path, wait_until="load")
        assert response is not None
        return response

    def evaluate(self, script: str, *arguments: Any) -> Any:
        """Run script in the page."""
        return self.page.evaluate(script, *arguments)

    def until(self, script: str) -> None:
        """Wait until script says that it is so; Playwright's own way needs `eval`, which pages forbid."""
        for _ in range(200):
            if self.evaluate(script):
                return
            self.page.wait_for_timeout(50)
        pytest.fail(f"never so: {script}")

    @property
    def here(self) -> str:
        """The address of the page below the site."""
        assert self.page.url.startswith(self.base), self.page.url
        return self.page.url.removeprefix(self.base)

    def listen(self) -> None:
        """Begin to notice."""
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"uncaught: {error}"))
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{self.page.url}: {message.type}: {message.text}")

    def _failed(self, request: Request) -> None:
        # Aborted: the reader went on before an icon was there.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"{self.page.url}: {request.failure} for {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= HTTPStatus.BAD_REQUEST:
            self.complaints.append(f"{self.page.url}: {response.status} for {response.url}")


@contextmanager
def reading(browser: Browser, base: str, **settings: Any) -> Iterator[Reader]:
    """Open a window of its own, with nothing kept from others.

    Args:
        browser: The browser.
        base: The address of the site.
        settings: As of Playwright's `new_context`: viewport, color_scheme, java_script_enabled ...
    """
    context = browser.new_context(**{"viewport": DESK, "reduced_motion": "reduce", **settings})
    context.set_default_timeout(10_000)
    try:
        reader = Reader(context.new_page(), base)
        reader.listen()
        yield reader
    finally:
        context.close()

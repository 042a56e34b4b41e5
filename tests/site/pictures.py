"""The pictures of the documentation, taken of the invented forum's site: `make pictures`.

The same site in the same browser with the same fonts gives the same bytes; another browser draws letters
otherwise, so nothing holds a picture against the one that is checked in, only that each can be taken.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, FloatRect, ViewportSize, sync_playwright

from tests.building import FIXTURE, FORUM_URL, ROOT, BuiltSite, build_site, let_fall_behind, make_project
from tests.site.browsing import Reader, chromium, launch_arguments, reading
from tests.site.kinds import KINDS, RECORD
from tests.site.serving import serving

FOLDER = ROOT / "docs" / "pictures"
LARGEST = 120_000
"""Bytes that a picture may have."""

_MARGIN = 12
SALT = KINDS["forum"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of a page.

    Attributes:
        name: Of the file in `docs/pictures/`.
        path: The page, by its address below the site.
        parts: CSS selectors; the first element of each is in the picture, and what lies between them.
        height: Where the picture ends at the latest, counted from its top.
        width: Of the window.
        pointed: What the mouse points at.
    """

    name: str
    path: str
    parts: tuple[str, ...]
    height: int = 640
    width: int = 1100
    pointed: str = ""


PICTURES = (
    Picture("programme.png", f"en/{SALT}", (".fp-head", ".fp-row:has(.fp-programme)"), height=860),
    Picture("session.png", f"en/{RECORD}", (".fp-head",)),
    Picture(
        "paragraph.png",
        f"en/{RECORD}",
        (".fp-record h3", *(f".fp-record .fp-p{part}" for part in ("", " > .fp-time", " > .fp-mark"))),
        pointed=".fp-record .fp-p",
    ),
    Picture("stale.png", f"en/{SALT}tarn-loggers/", ("#w1h1", "#w1b2", ".fp-stale"), height=320),
    Picture("missing.png", f"{SALT}holmqvane-gaps/", ("#h2c3", "#h2d4", ".fp-missing"), height=420),
    Picture("corrections.png", "en/corrections/", (".fp-head", ".fp-index")),
)


@contextmanager
def photographed_site() -> Iterator[BuiltSite]:
    """Build the site that the pictures are of, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        project = make_project(Path(folder) / "project", FIXTURE, FORUM_URL)
        yield build_site(let_fall_behind(project))


def take(reader: Reader, picture: Picture) -> bytes:
    """Take a picture.

    Args:
        reader: With a window on the invented forum's site.
        picture: Which.

    Returns:
        The PNG.
    """
    page = reader.page
    page.set_viewport_size(ViewportSize(width=picture.width, height=900))
    reader.visit(picture.path)
    reader.evaluate("() => document.fonts.ready.then(() => true)")
    if picture.pointed:
        page.locator(picture.pointed).first.hover()
    return page.screenshot(
        clip=_frame(reader, picture), full_page=True, animations="disabled", caret="hide", scale="css"
    )


@contextmanager
def camera(browser: Browser, base: str) -> Iterator[Reader]:
    """Open the window that pictures are taken in: everything that a system may set is set."""
    settings = {"color_scheme": "light", "locale": "en-GB", "timezone_id": "UTC", "device_scale_factor": 1}
    with reading(browser, base, **settings) as reader:
        yield reader


def _frame(reader: Reader, picture: Picture) -> FloatRect:
    """Return the part of the page that the picture shows, in whole pixels."""
    boxes = []
    for part in picture.parts:
        box = reader.page.locator(part).first.bounding_box()
        assert box is not None, f"{picture.name}: {part} is not to be seen on {picture.path}"
        boxes.append(box)
    scrolled = int(reader.evaluate("window.scrollY"))
    left = max(0, int(min(box["x"] for box in boxes)) - _MARGIN)
    top = max(0, int(min(box["y"] for box in boxes)) + scrolled - _MARGIN)
    right = min(picture.width, int(max(box["x"] + box["width"] for box in boxes)) + _MARGIN)
    bottom = int(max(box["y"] + box["height"] for box in boxes)) + scrolled + _MARGIN
    return FloatRect(x=left, y=top, width=right - left, height=min(bottom - top, picture.height))


def main() -> None:
    """Build the invented forum's site, take every picture, and remove those that nobody takes any more."""
    program = chromium()
    if program is None:
        sys.exit("There is no Chromium here; install it, or name it in CHROMIUM.")
    with photographed_site() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=launch_arguments())
        FOLDER.mkdir(exist_ok=True)
        with serving(site.folder) as base, camera(browser, base) as reader:
            taken = {picture.name: take(reader, picture) for picture in PICTURES}
        browser.close()
    for name, content in taken.items():
        (FOLDER / name).write_bytes(content)
    for old in FOLDER.glob("*.png"):
        if old.name not in taken:
            old.unlink()


if __name__ == "__main__":
    main()

"""The pictures of the documentation: what documents show is there, is small, and can be taken anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser

from tests.repository import ROOT, tracked_files
from tests.site.pictures import FOLDER, LARGEST, PICTURES, camera, take

PNG = b"\x89PNG\r\n\x1a\n"
SHORTEST_ALT = 20
"""Letters of a sentence that says what is to be seen."""
NAMES = [picture.name for picture in PICTURES]


def shown() -> Iterator[tuple[Path, str]]:
    """Yield each picture that a document shows, with what it says to those who do not see it."""
    for path in tracked_files():
        if path.suffix != ".md" or {"content", "fixtures", "templates"} & set(path.relative_to(ROOT).parts):
            continue
        for token in MarkdownIt("commonmark").parse(path.read_text("utf-8")):
            for part in token.children or ():
                if part.type == "image":
                    yield (path.parent / str(part.attrs["src"])).resolve(), part.content


def test_every_picture_that_is_shown_is_one_that_is_taken_and_no_other_is_there() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert sorted({path for path, _ in shown()}) == sorted(FOLDER / name for name in NAMES)
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(NAMES)


def test_every_picture_says_what_is_to_be_seen() -> None:
    assert [path.name for path, alt in shown() if len(alt) < SHORTEST_ALT] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_a_small_png(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    assert content.startswith(PNG)
    assert len(content) <= LARGEST


@pytest.mark.browser
def test_every_picture_can_be_taken_anew(browser: Browser, served: str) -> None:
    with camera(browser, served) as reader:
        for picture in PICTURES:
            content = take(reader, picture)
            assert content.startswith(PNG), picture.name
            assert len(content) <= LARGEST, picture.name

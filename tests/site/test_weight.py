"""How much a session's page weighs on the wire."""

from __future__ import annotations

import gzip
import random
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser

from tests.building import ROOT, build_site, make_project, once
from tests.site.browsing import PHONE, reading
from tests.site.serving import PREFIX, serving

pytestmark = [pytest.mark.browser, pytest.mark.prove]

MOST = 120 * 1024
CHARACTERS = 10_000
FORUM = "salt-marsh-2025"
SESSION = "shu-heting-plates"


def long_record(draw: random.Random) -> str:
    """A record of ten thousand characters, drawn one by one: no text of a person is harder to compress."""
    shelf = ROOT / "tests" / "fixtures" / "jiangwan" / "content"
    letters = sorted(
        set(
            re.findall(
                r"[\u4e00-\u9fff]", "".join(path.read_text("utf-8") for path in shelf.rglob("*.zh-Hans.md"))
            )
        )
    )
    parts = ["---\nform: edited\nwritten_by: person\nchecked: []\n---\n"]
    said = number = 0
    while said < CHARACTERS:
        words = "".join(draw.choices(letters, k=170)) + "。"
        said += len(words)
        if number % 12 == 0:
            parts.append(f"## {words[:9]} ^h{number:03}\n\n")
        parts.append(f"[00:{number % 60:02}:07] {words} ^p{number:03}\n\n")
        number += 1
    return "".join(parts)


def make_site(folder: Path) -> None:
    shelf = ROOT / "tests" / "fixtures" / "jiangwan" / "content"
    project = make_project(folder, shelf)
    records = project / "content" / "forums" / FORUM / "records"
    for path in records.glob(f"{SESSION}.*"):
        path.unlink()
    text = long_record(random.Random(7))  # noqa: S311 - a fixed seed is wanted
    (records / f"{SESSION}.zh-Hans.md").write_text(text, "utf-8")
    build_site(project)


def test_a_page_of_ten_thousand_characters_is_at_most_120_kb_with_all_it_asks_for(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = once(tmp_path_factory, "heavy", make_site) / "site"
    with serving(folder) as base, reading(browser, base, viewport=PHONE) as reader:
        for prefix in ("", "en/", "zh-hant/"):
            reader.requests.clear()
            reader.visit(f"{prefix}forums/{FORUM}/{SESSION}/")
            shown = reader.evaluate("document.querySelector('#record').textContent.length")
            assert shown > CHARACTERS
            weights = {}
            for url in dict.fromkeys(reader.requests):
                path = unquote(urlsplit(url).path).removeprefix(PREFIX)
                file = folder / path
                file = file / "index.html" if file.is_dir() else file
                weights[path] = len(gzip.compress(file.read_bytes(), 6, mtime=0))
            assert sum(weights.values()) <= MOST, weights

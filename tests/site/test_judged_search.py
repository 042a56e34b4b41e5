"""What the search answers to queries that readers may ask, and how often it says a word is there."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from tests.building import ROOT, BuiltSite
from tests.site.browsing import Reader, reading
from tests.site.kinds import PREFIXES
from tests.site.serving import serving

pytestmark = [pytest.mark.browser, pytest.mark.prove]

_JUDGED = ROOT / "tests" / "search" / "judged.yml"
_QUERIES = 60
_RIGHT = 57

_WORDS = {
    "zh-Hans": (
        "企业",
        "用户",
        "数据",
        "训练",
        "场景",
        "手机",
        "汽车",
        "医生",
        "直播",
        "志愿者",
        "参数",
        "评测",
    ),
    "zh-Hant": ("企業", "手機", "醫生", "場景"),
    "en": ("privacy", "patient", "volunteer", "accuracy"),
}
_APART = 0.02
_PUBLISHED = "h1, .fp-who b, section.fp-row > p:not([class]), .fp-points li, #record"
_NO_TEXT = "#record :is(.fp-recordhead, .fp-turn, .fp-mark, .fp-t)"

_OPEN = """(base) => { window.searching = new Worker(`${base}assets/search-worker.js`, {type: "module"}); }"""
_ASK = """([place, query, to]) => new Promise((resolve) => {
    searching.onmessage = ({data}) => resolve(data);
    searching.onerror = ({message}) => resolve({failed: message});
    searching.postMessage({id: 1, place, query, chosen: {}, from: 0, to});
})"""


class Searcher:
    """Asks the worker of the pages, on a page of a site."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def open(self, language: str) -> None:
        """Begin to ask the index of a language."""
        self._place = f"{self._reader.base}{PREFIXES[language]}search/"
        self._reader.visit(PREFIXES[language])
        self._reader.evaluate(_OPEN, self._reader.base)

    def ask(self, query: str, to: int = 10) -> dict[str, Any]:
        """Return what is found."""
        found: dict[str, Any] = self._reader.evaluate(_ASK, [self._place, query, to])
        assert "failed" not in found, (query, found)
        return found


@pytest.fixture
def searchers(
    browser: Browser, built_site: BuiltSite, shipped_site: BuiltSite
) -> Iterator[dict[str, Searcher]]:
    with (
        serving(built_site.folder) as fixture,
        serving(shipped_site.folder) as shipped,
        reading(browser, fixture) as one,
        reading(browser, shipped) as other,
    ):
        yield {"fixture": Searcher(one), "shipped": Searcher(other)}


def _fault(judged: dict[str, Any], groups: list[dict[str, Any]]) -> str:
    """Return what is wrong with an answer; empty if nothing is."""
    found = [group["address"].removesuffix("/") for group in groups]
    if "want" not in judged:
        return f"finds {found[:3]}" if found else ""
    if "names" in judged and (not found or found[0] != judged["names"]):
        return f"{judged['names']} is not first: {found[:3]}"
    # Only the pages of what the query names may stand above the session.
    rest = [address for group, address in zip(groups, found, strict=True) if not group["entry"]]
    wanted = [f"forums/{one}" for one in judged["want"]]
    return "" if rest and rest[0] in wanted else f"finds {rest[:3]}"


def test_the_right_session_stands_on_top(searchers: dict[str, Searcher]) -> None:
    queries = yaml.safe_load(_JUDGED.read_text("utf-8"))
    assert sum(map(len, queries.values())) == _QUERIES
    faults = []
    for where, each in queries.items():
        site, language = where.split("/")
        searchers[site].open(language)
        for judged in each:
            fault = _fault(judged, searchers[site].ask(judged["ask"])["groups"])
            if fault:
                faults.append(f"{where} {judged['ask']}: {fault}")
    sys.stdout.write("\n".join((f"{_QUERIES - len(faults)} of {_QUERIES} right", *faults, "")))
    assert _QUERIES - len(faults) >= _RIGHT, "\n".join(faults)


def _published(folder: Path) -> str:
    """The titles, names, abstracts, key points and records of all sessions, as their pages have them."""
    texts = []
    for path in sorted(folder.glob("forums/*/*/index.html")):
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for one in page.select(_NO_TEXT):
            one.decompose()
        texts += [one.get_text() for one in page.select(_PUBLISHED)]
    return "\n".join(texts)


def test_hits_are_counted_as_a_plain_count_does(
    searchers: dict[str, Searcher], shipped_site: BuiltSite
) -> None:
    """What begins with an English word is found with it: forms of it, above all."""
    faults = []
    for language, words in _WORDS.items():
        searchers["shipped"].open(language)
        text = _published(shipped_site.folder / PREFIXES[language])
        for word in words:
            pattern = rf"\b{word}" if word.isascii() else word
            plain = len(re.findall(pattern, text, re.IGNORECASE))
            hits = searchers["shipped"].ask(word)["hits"]
            sys.stdout.write(f"{word}: {hits} hits, {plain} counted\n")
            if not plain or abs(hits - plain) > _APART * plain:
                faults.append(f"{word}: {hits} hits, {plain} counted")
    assert not faults, "\n".join(faults)

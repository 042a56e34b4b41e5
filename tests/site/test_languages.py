"""The way from a page to the same page in another language."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from tests.building import FORUM_URL
from tests.site.browsing import Reader
from tests.site.kinds import KINDS, PREFIXES, RECORD

pytestmark = pytest.mark.browser
OpenWindow = Callable[..., AbstractContextManager[Reader]]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_leads_to_itself_in_every_language(reader: Reader, kind: str) -> None:
    path = KINDS[kind]
    for language, prefix in PREFIXES.items():
        reader.visit(prefix + path)
        assert reader.evaluate("document.documentElement.lang") == language
        links = reader.evaluate(
            """[...document.querySelectorAll(".fp-langs a")]
                .map((link) => [link.lang, link.hreflang, link.href])"""
        )
        assert sorted(links) == sorted(
            [other, other, reader.base + where + path] for other, where in PREFIXES.items()
        )
        current = reader.page.locator(".fp-langs [aria-current]")
        assert current.count() == 1
        assert current.get_attribute("lang") == language
        alternates = reader.evaluate(
            """Object.fromEntries([...document.querySelectorAll("link[rel=alternate][hreflang]")]
                .map((link) => [link.hreflang, link.getAttribute("href")]))"""
        )
        own = {other: FORUM_URL + where + path for other, where in PREFIXES.items()}
        assert alternates == {**own, "x-default": own["zh-Hans"]}
        canonical = reader.page.locator("link[rel=canonical]").get_attribute("href")
        assert canonical == own[language]


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_reader_goes_round_the_languages(open_window: OpenWindow, *, script: bool) -> None:
    with open_window(java_script_enabled=script) as reader:
        reader.visit(RECORD)
        titles = set()
        for language in ("en", "zh-Hant", "zh-Hans"):
            reader.page.locator(f".fp-langs a[lang={language}]").click()
            reader.page.wait_for_url(reader.base + PREFIXES[language] + RECORD)
            assert reader.page.locator("html").get_attribute("lang") == language
            titles.add(reader.page.locator("h1").inner_text())
        assert titles == {"One Plate, Eleven Years", "一塊板，十一年", "一块板，十一年"}
        assert reader.complaints == []


def test_the_reader_stays_at_the_paragraph(reader: Reader) -> None:
    reader.visit(f"{RECORD}#s2b2")
    reader.page.locator(".fp-langs a[lang=en]").click()
    reader.page.wait_for_url(f"{reader.base}en/{RECORD}#s2b2")
    assert "pushed hard" in reader.page.locator(":target").inner_text()
    # A mark that the link got once does not stay when the reader has gone on.
    reader.page.locator("#s1c3 .fp-mark").click()
    reader.page.locator(".fp-langs a[lang=zh-Hant]").click()
    reader.page.wait_for_url(f"{reader.base}zh-hant/{RECORD}#s1c3")
    assert reader.page.locator(":target").inner_text().startswith("16:40")


def test_every_name_of_a_paragraph_leads_to_it(reader: Reader) -> None:
    """A second mark, and marks that are gone, through two steps."""
    for mark in ("s1d5", "s1e5", "s1e6"):
        reader.page.goto(f"{reader.base}en/{RECORD}#{mark}")
        assert reader.evaluate("document.querySelector(':target').closest('.fp-p').id") == "s1d4"
        assert reader.page.locator("#s1d4").is_visible()

"""How to cite: read without script; with it copied, with the day of access, and as that of a paragraph."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import expect

from tests.site.browsing import PHONE, Reader
from tests.site.kinds import KINDS
from tests.site.tools import axe_violations

pytestmark = pytest.mark.browser
OpenWindow = Callable[..., AbstractContextManager[Reader]]

PANEL = f"en/{KINDS['panel']}"
KEY = "salt-marsh-2025-panel-who-counts"
_CITE = "(mark) => document.dispatchEvent(new CustomEvent('fp:cite', {detail: {mark}}))"
_KEEP_COPIES = """() => {
    window.copies = [];
    navigator.clipboard.writeText = async (text) => { window.copies.push(text); };
}"""
_OLD_BROWSER = """() => {
    Object.defineProperty(navigator, "clipboard", {value: undefined});
    window.copies = [];
    document.execCommand = (what) => {
        if (what !== "copy") return false;
        window.copies.push(document.activeElement.value);
        return true;
    };
}"""


def citations(reader: Reader) -> dict[str, str]:
    """Return each citation as it is copied, by its name."""
    found: dict[str, str] = reader.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("#cite .fp-cite")]
            .map((one) => [one.previousElementSibling.textContent, one.textContent]))"""
    )
    return found


def mark_of(reader: Reader) -> str:
    """Return the name of a paragraph of the page."""
    found: str = reader.evaluate("() => document.querySelector('.fp-record .fp-p[id]').id")
    return found


def test_without_script_every_citation_can_be_read_and_none_claims_a_day(open_window: OpenWindow) -> None:
    with open_window(java_script_enabled=False) as reader:
        reader.visit(PANEL)
        section = reader.page.locator("#cite")
        assert "2025-10-19[date of access]. http" in section.inner_text()
        section.get_by_text("BibTeX").click()
        expect(section.locator("pre").first).to_be_visible()
        assert "urldate" not in section.inner_text()
        assert section.locator("button:visible").count() == 0


def test_the_day_of_access_is_that_of_the_reader(open_window: OpenWindow) -> None:
    for zone, day in (("Pacific/Auckland", [2026, 1, 2]), ("America/New_York", [2026, 1, 1])):
        with open_window(timezone_id=zone) as reader:
            reader.page.clock.install(time="2026-01-01T20:00:00Z")
            reader.visit(PANEL)
            found = citations(reader)
            date = "-".join(f"{part:02d}" for part in day)
            assert f"2025-10-19[{date}]. http" in found["GB/T 7714-2015"]
            assert f",\n  urldate = {{{date}}}\n}}" in found["BibTeX"]
            assert json.loads(found["CSL-JSON"])[0]["accessed"] == {"date-parts": [day]}
            assert str(day[0]) not in found["APA 7"]


@pytest.mark.parametrize("browser_of", [_KEEP_COPIES, _OLD_BROWSER], ids=["new", "old"])
def test_a_citation_is_copied_whole_and_it_is_said_aloud(reader: Reader, browser_of: str) -> None:
    reader.visit(PANEL)
    reader.evaluate(browser_of)
    reader.page.locator("#cite summary").filter(has_text="BibTeX").press("Enter")
    for name in ("APA 7", "BibTeX"):
        button = reader.page.get_by_role("button", name=f"Copy {name}", exact=True)
        button.press("Enter")
        expect(reader.page.get_by_role("status")).to_have_text(f"{name}: copied")
        assert button.locator("xpath=..").inner_text().split("\n") == ["Copy", "copied"]
        expect(button).to_be_focused()
    found = citations(reader)
    assert reader.evaluate("() => window.copies") == [found["APA 7"], found["BibTeX"]]
    assert reader.complaints == []


def test_a_browser_that_copies_nothing_is_not_said_to_have_copied(reader: Reader) -> None:
    reader.visit(PANEL)
    reader.evaluate(
        """() => {
            navigator.clipboard.writeText = () => Promise.reject(new Error());
            document.execCommand = () => false;
        }"""
    )
    reader.page.get_by_role("button", name="Copy APA 7", exact=True).click()
    expect(reader.page.get_by_role("status")).to_have_text("APA 7: not copied; select the text instead")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_paragraph_is_cited_and_the_whole_page_again(open_window: OpenWindow, scheme: str) -> None:
    with open_window(viewport=PHONE, color_scheme=scheme) as reader:
        reader.visit(PANEL)
        mark, whole = mark_of(reader), citations(reader)
        reader.evaluate(_CITE, mark)
        heading = reader.page.locator("#cite h2")
        expect(heading).to_be_focused()
        expect(heading).to_be_in_viewport()
        address = reader.page.locator("link[rel=canonical]").get_attribute("href")
        found = citations(reader)
        assert all(f"{address}#{mark}" in text for text in found.values())
        assert found["BibTeX"].startswith(f"@inproceedings{{{KEY}:{mark},\n")
        assert json.loads(found["CSL-JSON"])[0]["id"] == f"{KEY}:{mark}"
        expect(reader.page.get_by_role("status")).to_have_text("These citations lead to one paragraph.")

        for summary in reader.page.locator("#cite summary").all():
            summary.click()
        assert axe_violations(reader) == []
        assert reader.evaluate("() => document.documentElement.scrollWidth <= innerWidth")

        reader.page.get_by_role("link", name="To the paragraph").press("Enter")
        assert reader.here == f"{PANEL}#{mark}"
        reader.page.get_by_role("button", name="Cite the whole page").press("Enter")
        expect(heading).to_be_focused()
        assert citations(reader) == whole
        expect(reader.page.get_by_text("These citations lead to one paragraph.")).to_be_hidden()
        assert reader.complaints == []


def test_machines_are_told_what_to_cite(reader: Reader) -> None:
    reader.visit(PANEL)
    links = reader.page.locator("link[rel=cite-as]")
    assert links.get_attribute("href") == reader.page.locator("link[rel=canonical]").get_attribute("href")
    reader.visit("en/")
    assert links.count() == 0

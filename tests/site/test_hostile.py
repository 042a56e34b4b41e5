"""No text runs as script, leaves its element, or is lost: every text of the content tries to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.building import FIXTURE, FORUM_URL, BuiltSite, build_site, make_project, once
from tests.site.browsing import Reader, reading
from tests.site.hostile import QUERY, TEXTS, make_hostile
from tests.site.kinds import EVERY, FORMER, KINDS, PREFIXES
from tests.site.serving import serving

pytestmark = pytest.mark.browser

# What the parser makes of a page, without running any of it: kinds of elements with the names of their
# attributes, and values that would run or load something.
_SURVEY = """async (paths) => {
    const kinds = new Set(), wrong = [];
    const survey = async (path) => {
        const text = await (await fetch(path)).text();
        const page = new DOMParser().parseFromString(text, "text/html");
        for (const element of page.querySelectorAll("*")) {
            kinds.add(element.localName);
            for (const name of element.getAttributeNames()) kinds.add(`${element.localName} ${name}`);
            for (const name of ["href", "src", "action", "style", "srcdoc"]) {
                const value = element.getAttribute(name);
                if (value && (/^\\s*(javascript|data|vbscript):/i.test(value) || value === "x"))
                    wrong.push(`${path}: ${element.outerHTML.slice(0, 200)}`);
            }
            if (element.matches("#evil, .evil")) wrong.push(`${path}: ${element.outerHTML.slice(0, 200)}`);
        }
        if (page.querySelectorAll("main").length !== 1) wrong.push(`${path}: not one main`);
        if (page.body.querySelector("style, link, base, meta")) wrong.push(`${path}: a head within the body`);
    };
    await Promise.all(paths.map(survey));
    return [[...kinds].sort(), wrong];
}"""
# All words but those of citations, which write some signs in ways of their own.
_SHOWN = """() => {
    const copy = document.body.cloneNode(true);
    for (const one of copy.querySelectorAll(".fp-citing")) one.remove();
    return copy.textContent;
}"""
# Whatever may set off a handler, at every element; nothing leads away.
_TOUCH = """() => {
    addEventListener("click", (event) => event.preventDefault(), true);
    const all = [...document.querySelectorAll("*")];
    const mouse = {bubbles: true, cancelable: true};
    for (const type of ["mouseover", "mouseenter", "mousemove", "mousedown", "click", "dblclick", "mouseout"])
        for (const element of all)
            // A link that a script took out of the page would lead away, unseen by the listener above.
            if (element.isConnected) element.dispatchEvent(new MouseEvent(type, mouse));
    for (const type of ["focus", "blur", "load", "error", "toggle", "animationend"])
        for (const element of all) element.dispatchEvent(new Event(type));
    return window.__x;
}"""


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    def make(folder: Any) -> None:
        project = make_project(folder, FIXTURE, FORUM_URL)
        assert make_hostile(project) > 500
        build_site(project)

    folder = once(tmp_path_factory, "hostile", make)
    return BuiltSite(folder, folder / "site", FORUM_URL)


@pytest.fixture(scope="module")
def hostile(browser: Browser, hostile_site: BuiltSite) -> Iterator[Reader]:
    with ExitStack() as stack:
        base = stack.enter_context(serving(hostile_site.folder))
        yield stack.enter_context(reading(browser, base))


def test_no_page_has_an_element_or_attribute_that_the_plain_site_has_not(
    hostile: Reader, reader: Reader, hostile_site: BuiltSite, built_site: BuiltSite
) -> None:
    reader.visit(KINDS["record"])  # a page that may read others
    expected, wrong = reader.evaluate(
        _SURVEY, [reader.base + path for path in (*built_site.pages, "404.html")]
    )
    assert wrong == []
    hostile.visit(KINDS["record"])
    found, wrong = hostile.evaluate(
        _SURVEY, [hostile.base + path for path in (*hostile_site.pages, "404.html")]
    )
    assert wrong == []
    assert set(found) <= set(expected)
    assert not any(name.partition(" ")[2].startswith("on") for name in found)


@pytest.mark.prove
@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_nothing_runs_whatever_the_reader_touches(hostile: Reader, prefix: str) -> None:
    for path in (*KINDS.values(), "no/such/page/"):
        hostile.visit(prefix + path)
        assert hostile.evaluate(_TOUCH) is None, path
        hostile.page.mouse.move(300, 300)
        hostile.page.mouse.wheel(0, 400)
        assert hostile.evaluate("window.__x") is None, path
        hostile.evaluate("localStorage.clear()")  # what was touched is not remembered for the next page
    hostile.page.goto(hostile.base + prefix + FORMER, wait_until="commit")
    hostile.page.wait_for_url(f"{hostile.base}{prefix}people/tarn/")
    assert hostile.evaluate("window.__x") is None
    assert [url for url in hostile.requests if not url.startswith(hostile.base)] == []
    assert [text for text in hostile.complaints if "no/such/page" not in text] == []


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_every_text_is_read_as_it_was_written(hostile: Reader, prefix: str) -> None:
    for kind, path in KINDS.items():
        hostile.visit(prefix + path)
        shown = hostile.evaluate(_SHOWN)
        counts = {text: shown.count(text) for text in TEXTS}
        assert len(set(counts.values())) == 1, f"{prefix}{path}: {counts}"
        assert counts["{{ 7*7 }}"] > 0
        if kind in {"event", "forum", "record", "panel", "person", "organisation", "topic", "term", "home"}:
            assert_whole(hostile, "h1")
            title = hostile.page.title()
            assert [text for text in TEXTS if text not in title] == []


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_every_part_of_a_record_is_read_as_it_was_written(hostile: Reader, prefix: str) -> None:
    hostile.visit(prefix + KINDS["record"])
    for part in (
        ".fp-record .fp-p",
        ".fp-record .fp-chapter",
        ".fp-record td",
        ".fp-record th",
        ".fp-toc li",
    ):
        assert_whole(hostile, part)
    descriptions = hostile.evaluate(
        "[...document.querySelectorAll('.fp-record img:not(.fp-face)')].map((image) => image.alt)"
    )
    assert len(descriptions) >= 2  # of the record's own picture, and of a slide
    for alt in descriptions:
        assert [text for text in TEXTS if text not in alt] == []


def assert_whole(reader: Reader, selector: str) -> None:
    """Every element holds all the texts, as text."""
    found = reader.evaluate(
        "(selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent)",
        selector,
    )
    assert found
    lost = {(words[:40], text) for words in found for text in TEXTS if text not in words}
    assert lost == set()


def test_addresses_elsewhere_stay_as_they_were_written(hostile: Reader) -> None:
    addresses = """[...document.querySelectorAll("main a[rel=external]")]
        .map((link) => link.getAttribute("href"))"""
    for path in (KINDS["person"], KINDS["event"], KINDS["forum"], KINDS["about"]):
        hostile.visit(path)
        assert any(address.endswith(QUERY) for address in hostile.evaluate(addresses)), path


def test_the_pages_touched_are_there(hostile_site: BuiltSite) -> None:
    assert set(EVERY) <= set(hostile_site.pages)

"""Every kind of page on paper: the text, black on white, and from where it came; nothing to press."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from tests.site.browsing import DESK, PHONE, Reader
from tests.site.kinds import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.prove]
OpenWindow = Callable[..., AbstractContextManager[Reader]]

_CONTROLS = """() => [...document.querySelectorAll(`nav, button, input, select, .fp-header, .fp-menu,
        .fp-btn, .fp-video, .fp-now, .fp-screen, .fp-places, .fp-footer a`)]
    .filter((element) => element.checkVisibility({visibilityProperty: true}))
    .map((element) => element.outerHTML.slice(0, 100))"""
_PALE = """() => {
    const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const shown = (element) => element.checkVisibility({visibilityProperty: true});
    const says = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const all = [...document.querySelectorAll("body, body *")].filter(shown);
    const coloured = (element) => {
        const [red, green, blue, alpha = 1] = numbers(getComputedStyle(element).backgroundColor);
        return alpha > 0 && Math.min(red, green, blue) < 255 && !element.matches(".fp-mono--lead");
    };
    return [
        ...all.filter(coloured).map((element) => `ground of ${element.outerHTML.slice(0, 80)}`),
        ...all.filter(says)
            .filter((element) => !element.matches(".fp-mono--lead"))
            .filter((element) => Math.max(...numbers(getComputedStyle(element).color).slice(0, 3)) > 80)
            .map((element) => `letters of ${element.outerHTML.slice(0, 80)}`),
    ];
}"""
_UNDERLINED = """() => [...document.querySelectorAll("main a, main abbr")]
    .filter((link) => link.checkVisibility() && getComputedStyle(link).textDecorationLine !== "none")
    .map((link) => link.outerHTML.slice(0, 100))"""
_LONE = """() => [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")]
    .filter((head) => head.checkVisibility())
    .filter((head) => getComputedStyle(head).breakAfter !== "avoid" && !head.closest(".fp-what"))
    .map((head) => head.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("kind", KINDS)
def test_paper_has_the_text_and_its_address_and_nothing_to_press(open_window: OpenWindow, kind: str) -> None:
    with open_window(color_scheme="dark") as reader:
        reader.visit(f"en/{KINDS[kind]}")
        canonical = reader.page.locator("link[rel=canonical]").get_attribute("href")
        assert canonical
        assert not reader.page.locator(".fp-address").is_visible()
        reader.page.emulate_media(media="print", color_scheme="dark")
        for size in (DESK, PHONE):
            reader.page.set_viewport_size(size)
            assert reader.page.locator("article").is_visible()
            assert reader.page.locator("h1").is_visible()
            assert reader.evaluate(_CONTROLS) == []
            assert reader.evaluate(_PALE) == []
            assert reader.evaluate(_UNDERLINED) == []
            assert reader.evaluate(_LONE) == []
            text = reader.page.locator("body").inner_text()
            for cited in reader.page.locator("#cite").all():  # a citation ends in the address too
                text = text.replace(cited.inner_text(), "")
            assert re.findall(rf"(?<!\S){re.escape(canonical)}(?!\S)", text) == [canonical]


def test_a_choice_of_dark_does_not_go_to_paper_either(open_window: OpenWindow) -> None:
    with open_window(color_scheme="light") as reader:
        reader.visit(KINDS["forum"])
        reader.page.locator(".fp-scheme").click()
        assert reader.evaluate(_PALE) != []
        reader.page.emulate_media(media="print")
        assert reader.evaluate(_PALE) == []


def test_paragraphs_have_their_names_in_the_margin(reader: Reader) -> None:
    reader.visit(KINDS["record"])
    reader.page.emulate_media(media="print")
    names = reader.evaluate(
        """() => [...document.querySelectorAll(".fp-p")].map((paragraph) => {
            const mark = paragraph.querySelector(":scope > .fp-mark");
            const left = mark.getBoundingClientRect().left < paragraph.getBoundingClientRect().left;
            return [left, getComputedStyle(mark, "::after").content, `"#${paragraph.id}"`];
        })"""
    )
    assert len(names) > 5
    assert [name for name in names if not name[0] or name[1] != name[2]] == []


def test_all_of_the_programme_stands_on_the_sheet(reader: Reader) -> None:
    reader.visit(f"en/{KINDS['forum']}")
    lines = "() => [...document.querySelectorAll('.fp-programme li')].map((line) => line.innerText.trim())"
    shown = ["".join(line.split()) for line in reader.evaluate(lines)]
    reader.page.emulate_media(media="print")
    assert ["".join(line.split()) for line in reader.evaluate(lines)] == shown
    # One room under the other: a list breaks between pages where columns would tear.
    lefts = reader.evaluate(
        "() => [...document.querySelectorAll('.fp-room')].map((room) => room.getBoundingClientRect().left)"
    )
    assert len(set(lefts)) == 1


def pages_of(reader: Reader) -> int:
    """How many pages the page makes on paper of A4."""
    return len(re.findall(rb"/Type\s*/Page\b", reader.page.pdf(format="A4")))


def test_short_pages_need_one_sheet(reader: Reader) -> None:
    """A first page left blank, or a footer alone on the last, would make it two."""
    for path in ("forums/tide-tables-2024/", KINDS["person"], KINDS["cancelled"], KINDS["term"]):
        reader.visit(f"en/{path}")
        assert pages_of(reader) == 1, path


def test_a_programme_begins_on_the_first_page(reader: Reader) -> None:
    """Were the days of the forum kept whole, most of the first page would be blank."""
    reader.visit(KINDS["forum"])
    assert pages_of(reader) <= 3

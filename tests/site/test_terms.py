"""A term is explained under the paragraph that says it first: by mouse, keys, touch, and without script."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Locator

from tests.site.browsing import DESK, PHONE, Reader
from tests.site.kinds import PREFIXES, RECORD
from tests.site.tools import axe_violations

pytestmark = pytest.mark.browser
OpenWindow = Callable[..., AbstractContextManager[Reader]]

PLATE = "#s1a1 .fp-term"
DATUM = "#s2c3 .fp-term"
_DEFINITION = "A hard plate laid flat in the mud"


def opened(reader: Reader, path: str = f"en/{RECORD}") -> Locator:
    """Go to the record; return the word that is explained first."""
    reader.visit(path)
    word = reader.page.locator(PLATE)
    assert word.get_attribute("role") == "button"
    assert word.get_attribute("aria-expanded") == "false"
    return word


def gloss_under(reader: Reader, block: str) -> Locator:
    return reader.page.locator(f"{block} + .fp-gloss")


def is_focused(word: Locator) -> bool:
    found: bool = word.evaluate("(element) => element === document.activeElement")
    return found


def test_a_click_opens_the_definition_under_the_paragraph_and_another_closes_it(reader: Reader) -> None:
    word = opened(reader)
    word.click()
    gloss = gloss_under(reader, "#s1a1")
    assert gloss.is_visible()
    assert gloss.inner_text().startswith(f"sediment plate {_DEFINITION}")
    assert word.get_attribute("aria-expanded") == "true"
    assert word.get_attribute("aria-controls") == gloss.get_attribute("id")
    assert reader.here == f"en/{RECORD}"
    # Another may be open beside it.
    reader.page.locator(DATUM).click()
    assert gloss_under(reader, "#s2c3").is_visible()
    assert gloss.is_visible()
    word.click()
    assert gloss.count() == 0
    assert word.get_attribute("aria-expanded") == "false"
    assert word.get_attribute("aria-controls") is None
    # Its link leads to the page of the term.
    gloss_under(reader, "#s2c3").get_by_role("link").click()
    reader.page.wait_for_url("**/glossary/datum/")
    assert reader.complaints == []


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_by_keys_and_escape_leads_back_to_the_word(reader: Reader, key: str) -> None:
    word = opened(reader)
    word.focus()
    top = reader.evaluate("scrollY")
    reader.page.keyboard.press(key)
    gloss = gloss_under(reader, "#s1a1")
    assert gloss.is_visible()
    assert is_focused(word)
    assert reader.evaluate("scrollY") == top  # Space does not turn the page
    reader.page.keyboard.press(key)
    assert gloss.count() == 0
    reader.page.keyboard.press(key)
    gloss.get_by_role("link").focus()
    reader.page.keyboard.press("Escape")
    assert gloss.count() == 0
    assert is_focused(word)
    # Escape somewhere else closes nothing that is not there, and moves no focus.
    reader.page.locator(".fp-brand").focus()
    reader.page.keyboard.press("Escape")
    assert is_focused(reader.page.locator(".fp-brand"))
    assert reader.complaints == []


def test_a_tap_opens_it(open_window: OpenWindow) -> None:
    with open_window(viewport=PHONE, has_touch=True, is_mobile=True) as reader:
        word = opened(reader, f"zh-hant/{RECORD}")
        word.tap()
        gloss = gloss_under(reader, "#s1a1")
        assert gloss.inner_text().startswith("沉積板 平埋在泥裡的一塊硬板")
        word.tap()
        assert gloss.count() == 0


def test_with_a_modifier_it_stays_a_link(reader: Reader) -> None:
    word = opened(reader)
    with reader.page.context.expect_page() as other:
        word.click(modifiers=["Control"])
    assert other.value.url.endswith("/glossary/sediment-plate/")
    with reader.page.context.expect_page() as other:
        word.click(button="middle")
    assert other.value.url.endswith("/glossary/sediment-plate/")
    assert word.get_attribute("aria-expanded") == "false"


def test_what_is_copied_is_the_record_alone(reader: Reader) -> None:
    opened(reader).click()
    copied = reader.evaluate(
        """() => {
            const range = document.createRange();
            range.setStartBefore(document.querySelector("#s1a1"));
            range.setEndAfter(document.querySelector("#s1b2"));
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return getSelection().toString();
        }"""
    )
    assert "sediment plates" in copied
    assert "A plate is a square of plastic" in copied
    assert _DEFINITION not in copied


@pytest.mark.parametrize("block", ["li", "pair", "table"])
def test_in_items_pairs_and_tables_and_in_paragraphs_that_came_later(reader: Reader, block: str) -> None:
    """What other parts of the script put into the record explains its terms too."""
    opened(reader)
    link = reader.page.locator(PLATE).evaluate(
        """(word) => {
            const copy = word.cloneNode(true);
            copy.removeAttribute("role");
            return copy.outerHTML;
        }"""
    )
    html = {
        "li": f'<ul><li class="fp-p" id="new">Like {link}.</li></ul>',
        "pair": f'<div class="fp-pair" id="new"><p class="fp-p">A {link}</p><p class="fp-p">B</p></div>',
        "table": f'<div class="fp-table" id="new"><table><tr><td>{link}</td></tr></table></div>',
    }[block]
    reader.page.locator("#s1b2").evaluate("(p, html) => p.insertAdjacentHTML('afterend', html)", html)
    word = reader.page.locator("#new .fp-term[role=button]")
    word.click()
    place = {"li": "li#new > .fp-gloss", "pair": "#new > .fp-gloss:last-child", "table": "#new + .fp-gloss"}
    assert reader.page.locator(place[block]).is_visible()
    word.click()
    assert reader.page.locator(".fp-gloss").count() == 0


def test_a_definition_that_went_with_its_paragraph_can_be_opened_again(reader: Reader) -> None:
    word = opened(reader)
    word.click()
    reader.evaluate("() => document.querySelector('.fp-gloss').remove()")
    reader.page.locator(f"{PLATE}[aria-expanded=false]").click()
    assert gloss_under(reader, "#s1a1").is_visible()


def test_without_script_the_word_is_a_link_and_all_definitions_stand_after_the_record(
    open_window: OpenWindow,
) -> None:
    with open_window(java_script_enabled=False) as reader:
        reader.visit(f"en/{RECORD}")
        word = reader.page.locator(PLATE)
        assert word.get_attribute("role") is None
        assert reader.page.locator("#g-sediment-plate dd").inner_text().startswith(_DEFINITION)
        word.click()
        reader.page.wait_for_url("**/glossary/sediment-plate/")


def test_paper_has_the_definitions_once(reader: Reader) -> None:
    opened(reader).click()
    reader.page.emulate_media(media="print")
    assert not reader.page.locator(".fp-gloss").is_visible()
    assert reader.page.locator("#g-sediment-plate dd").is_visible()


def test_many_definitions_are_folded_and_open_on_paper_and_for_who_asks(reader: Reader) -> None:
    """The invented forum has few terms: the list is folded here as the page of a long record folds it."""
    reader.visit(f"en/{RECORD}")
    reader.evaluate(
        """() => {
            const list = document.querySelector(".fp-terms dl");
            const details = document.createElement("details");
            list.replaceWith(details);
            details.append(document.createElement("summary"), list);
        }"""
    )
    definition = reader.page.locator("#g-sediment-plate dd")
    assert not definition.is_visible()
    reader.page.locator(PLATE).click()
    assert gloss_under(reader, "#s1a1").inner_text().startswith(f"sediment plate {_DEFINITION}")
    reader.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert definition.is_visible()


@pytest.mark.prove
@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_an_open_definition_is_in_nobody_s_way(open_window: OpenWindow, prefix: str) -> None:
    for size, scheme in ((DESK, "light"), (PHONE, "dark")):
        with open_window(viewport=size, color_scheme=scheme) as reader:
            opened(reader, prefix + RECORD).click()
            # Else the bar at the top may lie over a part of a link.
            reader.evaluate("scrollTo(0, 0)")
            assert axe_violations(reader) == []
            wide = reader.evaluate("document.documentElement.scrollWidth > innerWidth")
            assert not wide

"""Everything can be reached and done by keyboard, and is seen when it is reached.

WCAG 2.2: 2.1.1 Keyboard, 2.4.3 Focus Order, 2.4.7 Focus Visible, 2.4.11 Focus Not Obscured.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from tests.site.browsing import DESK, PHONE, Reader
from tests.site.kinds import KINDS, RECORD

pytestmark = pytest.mark.browser
OpenWindow = Callable[..., AbstractContextManager[Reader]]

_FOCUSED = """() => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const all = [...document.querySelectorAll("*")];
    const [box] = element.getClientRects();
    const style = getComputedStyle(element);
    const x = box.left + Math.min(box.width / 2, 8), y = box.top + box.height / 2;
    const top = document.elementFromPoint(x, y);
    return {
        order: all.indexOf(element),
        what: element.outerHTML.slice(0, 100),
        inside: box.left >= -1 && box.right <= innerWidth + 1
            && box.top >= -1 && box.bottom <= innerHeight + 1,
        covered: !(top && (element.contains(top) || top.contains(element))),
        ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    };
}"""
_REACHABLE = """() => [
        ...document.querySelectorAll("a[href], button, summary, input, select, [tabindex='0']"),
    ].filter((element) => element.checkVisibility({visibilityProperty: true})).length"""


def tab_through(reader: Reader) -> list[dict[str, Any]]:
    """Press Tab from the top of the page until the browser's own window is reached."""
    found: list[dict[str, Any]] = []
    for _ in range(500):
        reader.page.keyboard.press("Tab")
        focused = reader.evaluate(_FOCUSED)
        if focused is None or (found and focused["order"] <= found[0]["order"]):
            return found
        found.append(focused)
    pytest.fail("Tab never leaves the page")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("kind", ["home", "forum", "record", "people"])
def test_tab_goes_everywhere_in_order_and_is_seen(open_window: OpenWindow, kind: str, size: object) -> None:
    with open_window(viewport=size) as reader:
        reader.visit(f"en/{KINDS[kind]}")
        expected = reader.evaluate(_REACHABLE)
        stops = tab_through(reader)
        assert len(stops) == expected
        orders = [stop["order"] for stop in stops]
        assert orders == sorted(orders)
        for flaw in ("inside", "ring"):
            assert [stop["what"] for stop in stops if not stop[flaw]] == [], flaw
        assert [stop["what"] for stop in stops if stop["covered"]] == []


def test_the_first_stop_skips_to_the_text(reader: Reader) -> None:
    reader.visit(RECORD)
    skip = reader.page.locator(".fp-skip")
    assert outside(reader, ".fp-skip")
    reader.page.keyboard.press("Tab")
    assert skip.evaluate("(link) => link === document.activeElement")
    assert not outside(reader, ".fp-skip")
    reader.page.keyboard.press("Enter")
    assert reader.evaluate("document.activeElement.matches('main')")
    reader.page.keyboard.press("Tab")
    assert reader.evaluate("!!document.activeElement.closest('main')")


def outside(reader: Reader, selector: str) -> bool:
    """Whether an element cannot be seen since it is above the window."""
    found: bool = reader.page.locator(selector).evaluate(
        "(element) => element.getBoundingClientRect().bottom <= 0"
    )
    return found


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_of_a_phone_by_keyboard(open_window: OpenWindow, key: str) -> None:
    with open_window(viewport=PHONE) as reader:
        reader.visit(RECORD)
        button, panel = reader.page.locator(".fp-menubutton"), reader.page.locator("#menu")
        assert not panel.is_visible()
        assert button.get_attribute("aria-expanded") == "false"
        assert not reader.page.locator(".fp-menulink").is_visible()
        reader.page.keyboard.press("Tab")
        reader.page.keyboard.press("Tab")
        assert is_focused(reader, ".fp-menubutton")
        reader.page.keyboard.press(key)
        assert panel.is_visible()
        assert button.get_attribute("aria-expanded") == "true"
        assert is_focused(reader, "#menu a >> nth=0")
        reader.page.keyboard.press("Escape")
        assert not panel.is_visible()
        assert button.get_attribute("aria-expanded") == "false"
        assert is_focused(reader, ".fp-menubutton")
        # Opened again and left by Tab, it does not stay in the way.
        reader.page.keyboard.press(key)
        for _ in range(panel.locator("a").count()):
            assert panel.is_visible()
            reader.page.keyboard.press("Tab")
        assert not panel.is_visible()
        assert button.get_attribute("aria-expanded") == "false"
        assert reader.complaints == []


def test_the_menu_leads_on(open_window: OpenWindow) -> None:
    with open_window(viewport=PHONE) as reader:
        reader.visit(RECORD)
        reader.page.locator(".fp-menubutton").press("Enter")
        reader.page.locator("#menu").get_by_role("link", name="人物").press("Enter")
        reader.page.wait_for_url(f"{reader.base}people/")


def test_a_click_beside_the_menu_closes_it(open_window: OpenWindow) -> None:
    with open_window(viewport=PHONE) as reader:
        reader.visit(RECORD)
        reader.page.locator(".fp-menubutton").click()
        assert reader.page.locator("#menu").is_visible()
        reader.page.mouse.click(PHONE["width"] - 5, 500)
        assert not reader.page.locator("#menu").is_visible()


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_colours_by_keyboard(open_window: OpenWindow, system: str) -> None:
    with open_window(color_scheme=system) as reader:
        reader.visit(RECORD)
        button = reader.page.locator(".fp-scheme")
        ground = "() => getComputedStyle(document.body).backgroundColor"
        before = reader.evaluate(ground)
        assert button.get_attribute("aria-pressed") == str(system == "dark").lower()
        button.press("Space")
        after = reader.evaluate(ground)
        assert after != before
        assert button.get_attribute("aria-pressed") == str(system != "dark").lower()
        # The choice goes along to the next page, and is there before anything is painted.
        reader.visit("en/people/")
        assert reader.evaluate(ground) == after
        # The system's own again: the choice is forgotten.
        reader.page.locator(".fp-scheme").press("Enter")
        assert reader.evaluate(ground) == before
        assert reader.evaluate("localStorage.length") == 0


def is_focused(reader: Reader, selector: str) -> bool:
    found: bool = reader.page.locator(selector).evaluate("(element) => element === document.activeElement")
    return found

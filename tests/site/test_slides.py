"""Slides and pictures stand at their moment, move nothing when they come, and open large."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from tests.site.browsing import PHONE, Reader
from tests.site.kinds import RECORD
from tests.site.players import BILIBILI, answer, player_frame
from tests.site.tools import axe_violations

pytestmark = pytest.mark.browser
OpenWindow = Callable[..., AbstractContextManager[Reader]]
PAGE = f"en/{RECORD}"
_ALT = "document.querySelector('.fp-enlarged img').alt"


def test_a_picture_has_its_room_before_it_is_there(reader: Reader) -> None:
    reader.page.route("**/*.png", lambda route: route.abort())
    reader.visit(PAGE)
    sizes = reader.evaluate(
        """[...document.querySelectorAll(".fp-slide img")].map((image) => {
            const {width, height} = image.getBoundingClientRect();
            const kept = image.getAttribute("width") / image.getAttribute("height");
            return [image.loading, image.decoding, height > 100 && Math.abs(width / height - kept) < .03];
        })"""
    )
    assert sizes == [["lazy", "async", True]] * 3


def test_a_picture_opens_large_and_its_neighbours_are_an_arrow_away(reader: Reader) -> None:
    reader.visit(PAGE)
    dialog = reader.page.get_by_role("dialog", name="Picture")
    second = reader.page.locator("a.fp-picture").nth(1)
    second.focus()
    reader.page.keyboard.press("Enter")
    assert dialog.is_visible()
    assert reader.evaluate("document.activeElement.textContent") == "Close"
    told = [(reader.evaluate(_ALT), dialog.locator(".fp-acts span").inner_text())]
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowLeft"):
        reader.page.keyboard.press(key)
        told.append((reader.evaluate(_ALT), dialog.locator(".fp-acts span").inner_text()))
    assert [place for _, place in told] == ["2 of 3", "3 of 3", "3 of 3", "2 of 3", "1 of 3", "1 of 3"]
    assert [alt for alt, _ in told][::2] != [""] * 3
    assert all(alt for alt, _ in told)
    assert dialog.get_by_role("button", name="Previous picture").is_disabled()
    reader.page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert second.evaluate("(one) => one === document.activeElement")
    assert reader.complaints == []


def test_its_moment_leads_out_of_it_to_the_recording(reader: Reader) -> None:
    answer(reader.page)
    reader.visit(PAGE)
    slide = reader.page.locator(".fp-slide:has(figcaption)").first
    slide.locator(".fp-picture").click()
    reader.page.locator(".fp-enlarged .fp-time").click()
    assert not reader.page.locator(".fp-enlarged").is_visible()
    assert "t=1000" in player_frame(reader.page, BILIBILI).url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_in_the_way_of_a_large_picture(open_window: OpenWindow, scheme: str) -> None:
    with open_window(viewport=PHONE, color_scheme=scheme) as reader:
        reader.visit(PAGE)
        reader.page.locator("a.fp-picture").first.click()
        image = reader.page.locator(".fp-enlarged img")
        dimmed = image.evaluate("(one) => getComputedStyle(one).filter") != "none"
        assert dimmed == (scheme == "dark")
        assert axe_violations(reader) == []


def test_without_script_a_picture_is_a_link_to_itself(open_window: OpenWindow) -> None:
    with open_window(java_script_enabled=False) as reader:
        reader.visit(PAGE)
        reader.page.locator("a.fp-picture").first.click()
        assert reader.page.url.endswith("plates.png")

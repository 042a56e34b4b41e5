"""Reading without script, in the dark, and on paper."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from tests.site.browsing import DESK, PHONE, Reader
from tests.site.kinds import KINDS, RECORD

pytestmark = pytest.mark.browser
OpenWindow = Callable[..., AbstractContextManager[Reader]]
GROUND = "() => getComputedStyle(document.body).backgroundColor"
CHROME = (".fp-skip", ".fp-header", ".fp-menu", ".fp-toc", ".fp-path", ".fp-nav")
PAPER, NIGHT, WHITE = "rgb(253, 252, 249)", "rgb(25, 24, 22)", "rgb(255, 255, 255)"


def test_all_of_a_record_is_there_without_script(open_window: OpenWindow) -> None:
    with open_window(java_script_enabled=False) as bare, open_window() as scripted:
        for kind in ("record", "panel", "forum", "person"):
            texts = []
            for reader in (bare, scripted):
                reader.visit(f"en/{KINDS[kind]}")
                # What only script can do comes with script: two languages, copying, the day of access.
                extra = ".fp-view, .fp-acts, [data-pattern]"
                for one in reader.page.locator(extra).all()[::-1]:
                    one.evaluate("(element) => element.remove()")
                texts.append(reader.page.locator("main").inner_text())
            assert texts[0] == texts[1]
            assert len(texts[0]) > 500
        bare.visit(RECORD)
        assert bare.page.locator("#s4d4").is_visible()
        assert not bare.page.locator(".fp-scheme").is_visible()  # it could do nothing


def test_the_menu_without_script_is_at_the_foot_and_a_link_leads_there(open_window: OpenWindow) -> None:
    with open_window(java_script_enabled=False, viewport=PHONE) as reader:
        reader.visit(RECORD)
        assert not reader.page.locator(".fp-menubutton").is_visible()
        reader.page.locator(".fp-menulink").click()
        assert reader.page.url.endswith("#menu")
        link = reader.page.locator("#menu").get_by_role("link", name="词表")
        assert link.is_visible()
        link.click()
        reader.page.wait_for_url(f"{reader.base}glossary/")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
@pytest.mark.parametrize(("scheme", "expected"), [("light", PAPER), ("dark", NIGHT)])
def test_the_page_is_dark_where_the_system_is(
    open_window: OpenWindow, scheme: str, expected: str, *, script: bool
) -> None:
    with open_window(java_script_enabled=script, color_scheme=scheme) as reader:
        for path in (KINDS["home"], RECORD, "nothing/here"):
            reader.visit(path)
            assert reader.evaluate(GROUND) == expected, path


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_shows_the_text_and_nothing_of_the_site(
    open_window: OpenWindow, scheme: str, size: object
) -> None:
    with open_window(color_scheme=scheme, viewport=size) as reader:
        reader.visit(RECORD)
        reader.page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
        for chrome in (*CHROME, ".fp-mark >> nth=0"):
            assert reader.page.locator(chrome).count() == 1, chrome
            assert not reader.page.locator(chrome).is_visible(), chrome
        for text in ("h1", "#s1a1", "#t1b1", "#f1g1", "#s4d4", "#this-text", ".fp-footer"):
            assert reader.page.locator(text).is_visible(), text
        assert reader.evaluate(GROUND) == WHITE
        assert reader.page.locator("#s1a1").evaluate("(p) => getComputedStyle(p).color") == "rgb(0, 0, 0)"


def test_a_choice_of_colours_does_not_go_to_paper(open_window: OpenWindow) -> None:
    with open_window(color_scheme="light") as reader:
        reader.visit(RECORD)
        reader.page.locator(".fp-scheme").click()
        assert reader.evaluate(GROUND) == NIGHT
        reader.page.emulate_media(media="print")
        assert reader.evaluate(GROUND) == WHITE

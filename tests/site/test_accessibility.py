"""The rules of axe-core hold: on one page of each kind and language, in light and dark, on phone and desk."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack

import pytest
from playwright.sync_api import Browser

from tests.building import BuiltSite
from tests.site.browsing import DESK, PHONE, Reader, reading
from tests.site.kinds import KINDS, PREFIXES, RECORD
from tests.site.serving import serving
from tests.site.tools import axe_violations

pytestmark = pytest.mark.browser
OpenWindow = Callable[..., AbstractContextManager[Reader]]
SIZES = {"desk": DESK, "phone": PHONE}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_nothing_is_in_anyone_s_way(open_window: OpenWindow, prefix: str, size: str) -> None:
    with open_window(viewport=SIZES[size]) as reader:
        for path in (*KINDS.values(), "nothing/here/"):
            assert violations(reader, prefix + path) == []


def violations(reader: Reader, path: str) -> list[str]:
    """What is wrong with a page in light and in dark; the rules but those of colours see no difference."""
    reader.page.emulate_media(color_scheme="light")
    reader.visit(path)
    found = axe_violations(reader)
    reader.page.emulate_media(color_scheme="dark")
    return found + axe_violations(reader, colours_alone=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_in_the_way_of_an_open_menu(open_window: OpenWindow, scheme: str) -> None:
    with open_window(viewport=PHONE, color_scheme=scheme) as reader:
        reader.visit(RECORD)
        reader.page.locator(".fp-menubutton").click()
        assert axe_violations(reader) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_paragraph_that_an_address_names_can_be_read(open_window: OpenWindow, scheme: str) -> None:
    with open_window(color_scheme=scheme) as reader:
        reader.visit(f"{RECORD}#s1a1")
        ground = reader.page.locator("#s1a1").evaluate("(p) => getComputedStyle(p).backgroundColor")
        assert ground != "rgba(0, 0, 0, 0)"
        assert axe_violations(reader) == []


def test_a_fault_would_be_found(reader: Reader) -> None:
    """The rules are running: pale words, a picture and a button without words are told of."""
    reader.visit(RECORD)
    reader.evaluate(
        """() => {
            document.querySelector("#s1b2").style.color = "#ccc";
            document.querySelector("#f1g1 img").removeAttribute("alt");
            document.querySelector("main").insertAdjacentHTML("beforeend", "<button></button>");
        }"""
    )
    assert {text.split(": ")[1] for text in axe_violations(reader)} == {
        "color-contrast",
        "image-alt",
        "link-name",  # the picture is a link to itself
        "button-name",
    }
    assert {text.split(": ")[1] for text in axe_violations(reader, colours_alone=True)} == {"color-contrast"}


@pytest.mark.prove
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_nothing_is_in_anyone_s_way_on_any_shipped_page(
    browser: Browser, shipped_site: BuiltSite, prefix: str, size: str
) -> None:
    others = tuple(filter(None, PREFIXES.values()))
    paths = [path for path in shipped_site.pages if path.startswith(prefix)]
    if not prefix:
        paths = [path for path in paths if not path.startswith(others)]
    assert len(paths) > 50
    with ExitStack() as stack:
        base = stack.enter_context(serving(shipped_site.folder))
        reader = stack.enter_context(reading(browser, base, viewport=SIZES[size]))
        assert [text for path in paths for text in violations(reader, path)] == []

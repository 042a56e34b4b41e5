"""What a page loads, and what the browser says of it."""

from __future__ import annotations

import re

import pytest

from tests.building import BuiltSite
from tests.site.browsing import PHONE, SMALL_PHONE, Reader
from tests.site.kinds import EVERY, FORMER, KINDS, PREFIXES

pytestmark = pytest.mark.browser


def test_the_pages_looked_at_are_of_every_kind(built_site: BuiltSite) -> None:
    def kinds(paths: tuple[str, ...]) -> set[str]:
        texts = ((built_site.folder / path / "index.html").read_text("utf-8") for path in paths)
        return {name for text in texts for name in re.findall(r"<body class=\"[^\"]*fp-page--(\w+)", text)}

    assert kinds((*EVERY, FORMER)) == kinds(built_site.pages)


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_nothing_foreign_is_loaded_and_nothing_is_complained_of(reader: Reader, prefix: str) -> None:
    for path in KINDS.values():
        assert reader.visit(prefix + path).ok
        # What is loaded late is loaded now: pictures further down, what a script might add.
        broken = reader.evaluate(
            """async () => {
                const images = [...document.images];
                for (const image of images) image.loading = "eager";
                await Promise.allSettled(images.map((image) => image.decode()));
                return images.filter((image) => !image.naturalWidth).map((image) => image.src);
            }"""
        )
        assert broken == []
    assert reader.complaints == []
    assert [url for url in reader.requests if not url.startswith(reader.base)] == []
    assert reader.page.context.cookies() == []
    assert reader.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_no_page_is_wider_than_a_phone(reader: Reader, prefix: str) -> None:
    for path in KINDS.values():
        reader.visit(prefix + path)
        for size in (SMALL_PHONE, PHONE):
            reader.page.set_viewport_size(size)
            wide = reader.evaluate("document.documentElement.scrollWidth")
            assert wide <= size["width"], f"{prefix}{path} at {size['width']}"
            assert sticking_out(reader) == [], f"{prefix}{path} at {size['width']}"


def sticking_out(reader: Reader) -> list[str]:
    """Text that leaves the window to the right, though nothing there can be scrolled to show it."""
    found: list[str] = reader.evaluate(
        """() => {
            const scrolls = (element) => element
                && (["auto", "scroll"].includes(getComputedStyle(element).overflowX)
                    || scrolls(element.parentElement));
            const hidden = (element) => !element.checkVisibility({visibilityProperty: true})
                || getComputedStyle(element).clipPath !== "none" || element.closest(".fp-menu, .fp-skip");
            const says = (node) => node.nodeType === 3 && node.data.trim();
            return [...document.querySelectorAll("body *")]
                .filter((element) => [...element.childNodes].some(says))
                .filter((element) => !hidden(element) && !scrolls(element.parentElement))
                .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
                .map((element) => element.outerHTML.slice(0, 120));
        }"""
    )
    return found

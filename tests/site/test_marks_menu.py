"""The menu of a paragraph, by keyboard, mouse and touch; it copies what a careful reader would write."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from tests.site.browsing import DESK, PHONE, SMALL_PHONE, Reader
from tests.site.kinds import KINDS, PREFIXES, RECORD
from tests.site.tools import axe_violations

pytestmark = pytest.mark.browser
OpenWindow = Callable[..., AbstractContextManager[Reader]]

COPYING = {"permissions": ["clipboard-read", "clipboard-write"]}
FINGER: dict[str, Any] = {"has_touch": True, "is_mobile": True}
SUMMARY = KINDS["summary"]
_INSIDE = """() => {
    const box = document.querySelector(".fp-markmenu").getBoundingClientRect();
    const header = document.querySelector(".fp-header").getBoundingClientRect();
    return box.left >= 0 && box.right <= innerWidth && box.top >= header.bottom && box.bottom <= innerHeight;
}"""
_SELECT = """([from, to]) => {
    const text = (selector) => document.createTreeWalker(
        document.querySelector(selector), NodeFilter.SHOW_TEXT,
        (node) => node.parentElement.closest(".fp-mark, .fp-time") ? 2 : 1).nextNode();
    getSelection().setBaseAndExtent(text(from), 0, text(to), 7);
}"""


def mark(reader: Reader, name: str) -> Any:
    return reader.page.locator(f"#{name} .fp-mark").first


def is_open(reader: Reader) -> bool:
    found: bool = reader.page.locator(".fp-markmenu").is_visible()
    return found


def focused(reader: Reader) -> str:
    found: str = reader.evaluate("document.activeElement.textContent.trim()")
    return found


def copied(reader: Reader) -> list[str]:
    """The lines of the clipboard, the site's address taken from them."""
    reader.page.wait_for_selector(".fp-told:not([hidden])")
    text: str = reader.evaluate("navigator.clipboard.readText()")
    return text.replace(reader.base, "").splitlines()


def copy(reader: Reader, name: str, what: str = "quote") -> list[str]:
    mark(reader, name).click()
    reader.page.locator(f".fp-markmenu [data-do={what}]").click()
    return copied(reader)


def test_all_of_it_by_keyboard(open_window: OpenWindow) -> None:
    with open_window(**COPYING) as reader:
        reader.visit(f"en/{RECORD}")
        page, keyboard = reader.page, reader.page.keyboard
        mark(reader, "s2b2").focus()
        top = reader.evaluate("scrollY")
        keyboard.press("Enter")
        assert is_open(reader)
        assert mark(reader, "s2b2").get_attribute("aria-expanded") == "true"
        assert focused(reader) == "Copy link"
        # The address names the paragraph, which is marked as its target; nothing has moved.
        assert reader.here.endswith("#s2b2")
        assert reader.evaluate("document.querySelector(':target').id") == "s2b2"
        page.wait_for_timeout(100)
        assert abs(reader.evaluate("scrollY") - top) <= 1
        keyboard.press("ArrowDown")
        assert focused(reader) == "Copy quotation"
        keyboard.press("Home")
        keyboard.press("ArrowUp")
        assert focused(reader) != "Copy link"
        keyboard.press("Escape")
        assert not is_open(reader)
        assert mark(reader, "s2b2").evaluate("(link) => link === document.activeElement")
        # Copied, said, and back where the reader was.
        keyboard.press("Enter")
        keyboard.press("Enter")
        assert copied(reader) == [f"en/{RECORD}#s2b2"]
        reader.until("document.querySelector('[role=status]').textContent === 'Link copied.'")
        assert not is_open(reader)
        assert mark(reader, "s2b2").evaluate("(link) => link === document.activeElement")
        # Tab at its end goes on in the text, at its beginning back to the mark.
        keyboard.press("Enter")
        keyboard.press("Shift+Tab")
        assert not is_open(reader)
        assert mark(reader, "s2b2").evaluate("(link) => link === document.activeElement")
        keyboard.press("Enter")
        keyboard.press("End")
        keyboard.press("Tab")
        assert not is_open(reader)
        assert reader.evaluate("!!document.activeElement.closest('#s2c3')")
        assert reader.complaints == []


@pytest.mark.parametrize("size", [SMALL_PHONE, PHONE], ids=["320", "390"])
def test_a_finger_reaches_it_and_all_of_it_is_in_the_window(open_window: OpenWindow, size: object) -> None:
    with open_window(viewport=size, **FINGER) as reader:
        reader.visit(f"zh-hant/{RECORD}")
        for name in ("c1h1", "s1a1", "l1c3", "s4d4"):
            link = mark(reader, name)
            link.scroll_into_view_if_needed()
            assert link.evaluate(
                """(link) => {
                    const box = link.getBoundingClientRect();
                    const x = box.left + box.width / 2, y = box.top + box.height / 2;
                    return [[0, 0], [-13, 0], [13, 0], [0, -13], [0, 13]]
                        .every(([left, top]) => document.elementFromPoint(x + left, y + top) === link);
                }"""
            ), name
            link.tap()
            assert is_open(reader)
            reader.page.wait_for_timeout(50)
            assert reader.evaluate(_INSIDE), name
            items = "[...document.querySelectorAll('.fp-markmenu > :not([hidden])')]"
            assert reader.evaluate(f"Math.min(...{items}.map((one) => one.offsetHeight))") >= 44
        # At the foot of the window it opens upwards.
        reader.evaluate("scrollTo(0, 0)")
        mark(reader, "s2a1").evaluate(
            "(link) => scrollBy(0, link.getBoundingClientRect().bottom - innerHeight + 20)"
        )
        mark(reader, "s2a1").tap()
        reader.page.wait_for_timeout(50)
        assert reader.evaluate(_INSIDE)
        # A tap elsewhere closes it.
        reader.page.locator("#s1b2").tap(position={"x": 30, "y": 8})
        assert not is_open(reader)


_FORUM = "Long Watches on the Salt Marsh"
QUOTED = {
    "zh-Hans": [
        "“七块板丢了。怎么丢的，大概有这几种：”",
        "——舒鹤汀，《一块板，十一年》，盐沼里的长期观测，2025年10月18日",
    ],
    "zh-Hant": [
        "「七塊板丟了。怎麼丟的，大概有這幾種：」",
        "——舒鶴汀，〈一塊板，十一年〉，鹽沼裡的長期觀測，2025年10月18日",
    ],
    "en": [
        "“Seven plates are lost. As far as we can tell, they went like this:”",
        f"— Shu Heting, “One Plate, Eleven Years”, {_FORUM}, 18 October 2025 (translation)",
    ],
}


@pytest.mark.parametrize("language", PREFIXES)
def test_a_quotation_is_the_words_and_where_they_are_from(open_window: OpenWindow, language: str) -> None:
    with open_window(**COPYING) as reader:
        path = PREFIXES[language] + RECORD
        reader.visit(path)
        assert copy(reader, "s3a1") == [*QUOTED[language], f"{path}#s3a1"]


def test_links_are_words_and_quotations_within_are_set_apart(open_window: OpenWindow) -> None:
    with open_window(**COPYING) as reader:
        reader.visit(f"en/{RECORD}")
        [words, *_] = copy(reader, "s4b2")
        assert (
            "The method stands in chapter three of the handbook, which you will be given at its launch."
            in words
        )
        reader.evaluate("document.querySelector('#s1b2').childNodes[0].before('He said: “No.” ')")
        assert copy(reader, "s1b2")[0].startswith("“He said: ‘No.’ A plate is")


def test_who_spoke_last_is_named_and_nobody_speaks_a_heading(open_window: OpenWindow) -> None:
    with open_window(**COPYING) as reader:
        reader.visit(f"en/{KINDS['panel']}")
        assert copy(reader, "p1d4")[1].startswith("— Dora Jian, “Panel: Who Counts, and for Whom”")
        assert copy(reader, "p3a1")[1].startswith("— Audience, ")
        assert copy(reader, "p2h2")[:1] == ["“Mending a mistake”"]
        assert copied(reader)[1].startswith("— “Panel:")


def test_a_summary_is_nobody_s_words_and_signs_are_not_copied(open_window: OpenWindow) -> None:
    with open_window(**COPYING) as reader:
        reader.visit(f"en/{SUMMARY}")
        # This paragraph is behind its source, which is said at its beginning.
        assert reader.page.locator("#w1b2 .fp-stale").is_visible()
        [words, source, _] = copy(reader, "w1b2")
        assert words[0] not in "“‘"
        assert "since it was translated" not in words
        assert source.endswith("(a summary, not the words spoken, translation)")


def test_words_that_are_selected_are_copied_if_they_are_the_paragraph_s(open_window: OpenWindow) -> None:
    with open_window(**COPYING) as reader:
        reader.visit(f"en/{RECORD}")
        reader.evaluate(_SELECT, ["#s3a1", "#s3a1"])
        mark(reader, "s3a1").focus()
        reader.page.keyboard.press("Enter")
        quote = reader.page.locator("[data-do=quote]")
        assert quote.inner_text() == "Copy selected words"
        quote.click()
        assert copied(reader)[0] == "“Seven p”"
        # From one paragraph into the next they are no words of either.
        reader.evaluate(_SELECT, ["#s2b2", "#s2c3"])
        mark(reader, "s2c3").focus()
        reader.page.keyboard.press("Enter")
        assert quote.inner_text() == "Copy quotation"
        quote.click()
        reader.until("navigator.clipboard.readText().then((text) => text.startsWith('“The third time'))")


def test_a_new_tab_and_no_script_find_a_plain_link(open_window: OpenWindow) -> None:
    with open_window() as reader:
        reader.visit(RECORD)
        context = reader.page.context
        mark(reader, "s1b2").hover(force=True)
        with context.expect_page() as opened:
            mark(reader, "s1b2").click(modifiers=["ControlOrMeta"])
        assert opened.value.url.endswith(f"{RECORD}#s1b2")
        assert not is_open(reader)
        with context.expect_page():
            mark(reader, "s1b2").click(button="middle")
        assert not is_open(reader)
        assert reader.here == RECORD
    with open_window(java_script_enabled=False) as bare:
        bare.visit(RECORD)
        assert not is_open(bare)
        mark(bare, "s1b2").click()
        assert bare.here == f"{RECORD}#s1b2"


def test_citing_is_asked_for_by_an_event_and_correcting_is_a_link(reader: Reader) -> None:
    reader.visit(RECORD)
    reader.evaluate("document.addEventListener('fp:cite', ({detail}) => { window.cited = detail.mark; })")
    mark(reader, "s1b2").click()
    reader.page.locator(".fp-markmenu [data-do=cite]").click()
    assert reader.evaluate("window.cited") == "s1b2"
    assert not is_open(reader)
    assert reader.evaluate("!!document.activeElement.closest('#cite')")


def test_what_cannot_be_copied_is_said(reader: Reader) -> None:
    reader.visit(f"en/{RECORD}")
    reader.evaluate(
        """() => {
            navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
            document.execCommand = () => false;
        }"""
    )
    mark(reader, "s1b2").click()
    reader.page.locator("[data-do=link]").click()
    told = reader.page.locator(".fp-told")
    told.wait_for()
    assert told.inner_text().startswith("Could not be copied.")
    assert reader.here.endswith("#s1b2")


@pytest.mark.prove
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_is_in_the_way_of_the_open_menu(open_window: OpenWindow, scheme: str, size: object) -> None:
    with open_window(viewport=size, color_scheme=scheme) as reader:
        for prefix in PREFIXES.values():
            reader.visit(prefix + RECORD)
            mark(reader, "s3a1").click()
            assert is_open(reader)
            assert axe_violations(reader) == []

"""Two languages side by side: every paragraph beside the same one, at the place where the reader was."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from playwright.sync_api import Route

from tests.site.browsing import DESK, PHONE, SMALL_PHONE, Reader
from tests.site.kinds import KINDS, RECORD
from tests.site.test_loading import sticking_out
from tests.site.tools import axe_violations

pytestmark = pytest.mark.browser
OpenWindow = Callable[..., AbstractContextManager[Reader]]

PANEL = KINDS["panel"]
GAPS = "forums/salt-marsh-2025/holmqvane-gaps/"
_WORDS = """(selector) => Object.fromEntries([...document.querySelectorAll(selector)].map((block) => {
    const copy = block.cloneNode(true);
    for (const one of copy.querySelectorAll(".fp-mark, .fp-time")) one.remove();
    return [block.id, copy.textContent.trim()];
}))"""
_OWN = ".fp-record :is(.fp-p, .fp-chapter, .fp-table)[id]"
_PAIRS = """() => Object.fromEntries([...document.querySelectorAll(".fp-pair")]
    .filter((pair) => !pair.matches(".fp-pair--turn"))
    .map((pair) => [(pair.querySelector(":scope > .fp-first [id]") ?? pair.closest("[id]")).id,
    pair.querySelector(":scope > .fp-second").textContent.trim(),
]))"""
_TOP = "(block) => block.getBoundingClientRect().top"
_DOUBLE_IDS = """() => {
    const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
    return ids.filter((id, at) => ids.indexOf(id) !== at);
}"""


def both(reader: Reader) -> None:
    reader.page.locator(".fp-view a[data-page]").first.click()
    reader.page.wait_for_selector(".fp-pair")


def view(reader: Reader) -> str:
    found: str = reader.page.locator(".fp-view a[aria-current]").inner_text()
    return found


def second(reader: Reader, mark: str) -> Any:
    return reader.page.locator(f".fp-pair:has(#{mark}) > .fp-second").last


def instead(reader: Reader, *changes: tuple[str, str]) -> None:
    """Let the English page say something else, as an editor might have written it."""

    def answer(route: Route) -> None:
        text = route.fetch().text()
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        route.fulfill(body=text, content_type="text/html; charset=utf-8")

    reader.page.route(f"**/en/{RECORD}", answer)


def test_each_paragraph_stands_beside_the_same_one_and_all_goes_back(reader: Reader) -> None:
    reader.visit(f"en/{RECORD}")
    theirs = reader.evaluate(_WORDS, _OWN)
    reader.visit(RECORD)
    ours = reader.evaluate(_WORDS, _OWN)
    before = reader.page.locator("#record").evaluate("(record) => record.innerHTML")
    both(reader)
    assert reader.here == f"{RECORD}?with=en"
    assert view(reader) == "中英对照"
    pairs = reader.evaluate(_PAIRS)
    assert pairs == {mark: theirs[mark] for mark in ours}
    assert len(pairs) > 20
    assert reader.evaluate(_DOUBLE_IDS) == []
    assert set(reader.evaluate("[...document.querySelectorAll('.fp-second')].map((one) => one.lang)")) == {
        "en"
    }
    # One time, one mark, one picture each.
    assert reader.page.locator(".fp-second :is(.fp-mark, .fp-time, img)").count() == 0
    assert reader.page.locator("#f1g1 img").count() == 1
    # Links of the other page lead where they lead there.
    link = second(reader, "s4d4").locator("a")
    assert link.evaluate("(link) => link.href") == f"{reader.base}en/people/jian-du-birds/"
    reader.page.locator(".fp-view a[data-with='']").click()
    assert reader.page.locator("#record").evaluate("(record) => record.innerHTML") == before
    assert reader.here == RECORD
    assert reader.complaints == []


@pytest.mark.parametrize("prefix", ["", "en/", "zh-hant/"])
def test_columns_at_a_desk_and_pairs_on_a_phone(open_window: OpenWindow, prefix: str) -> None:
    boxes = """() => ["first", "second"].map((side) =>
        document.querySelector(`.fp-pair:has(#s1b2) > .fp-${side} > *`).getBoundingClientRect().toJSON())"""
    with open_window() as reader:
        reader.visit(prefix + RECORD)
        both(reader)
        left, right = reader.evaluate(boxes)
        assert abs(left["top"] - right["top"]) <= 2
        assert right["left"] >= left["right"] + 20
        assert not reader.page.locator(".fp-aside").is_visible()
        assert not reader.page.locator(".fp-toc").is_visible()
        assert reader.page.locator(".fp-row--toc").is_visible()
        assert reader.page.locator(".fp-second .fp-turn").first.is_visible()
        for size in (PHONE, SMALL_PHONE):
            reader.page.set_viewport_size(size)
            first, below = reader.evaluate(boxes)
            assert below["top"] >= first["bottom"] - 1
            assert not reader.page.locator(".fp-second .fp-turn").first.is_visible()
            assert reader.evaluate("document.documentElement.scrollWidth") <= size["width"]
            assert sticking_out(reader) == []


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_reader_stays_at_the_paragraph(open_window: OpenWindow, size: object) -> None:
    with open_window(viewport=size) as reader:
        reader.visit(f"{RECORD}#s3a1")
        block = reader.page.locator("#s3a1")
        for name in ("en", "", "en"):
            before = block.evaluate(_TOP)
            link = reader.page.locator(f".fp-view a[data-with='{name}']")
            link.evaluate("(link) => link.click()")
            reader.until(f"document.querySelectorAll('.fp-pair').length {'>' if name else '==='} 0")
            reader.page.wait_for_timeout(100)
            assert abs(block.evaluate(_TOP) - before) <= 2
            assert reader.evaluate("document.querySelector(':target')?.id") == "s3a1"
            assert reader.here == f"{RECORD}{'?with=en' if name else ''}#s3a1"
        # Who clicks sees what was clicked where it was.
        link.scroll_into_view_if_needed()
        before = link.evaluate(_TOP)
        reader.page.locator(".fp-view a[data-with='']").click()
        reader.page.wait_for_timeout(100)
        assert abs(link.evaluate(_TOP) - before) <= 2


def test_back_and_forward_and_by_keyboard(reader: Reader) -> None:
    reader.visit(f"en/{RECORD}")
    reader.page.locator(".fp-view a[data-with=zh-Hans]").focus()
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_selector(".fp-second[lang=zh-Hans]")
    reader.until("document.querySelector('[role=status]').textContent.startsWith('Shown with Chinese')")
    assert reader.evaluate("document.activeElement.dataset.with") == "zh-Hans"
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_selector(".fp-second[lang=zh-Hant]")
    assert reader.page.locator(".fp-second[lang=zh-Hans]").count() == 0
    reader.page.go_back()
    reader.page.wait_for_selector(".fp-second[lang=zh-Hans]")
    assert view(reader) == "With Simplified Chinese"
    reader.page.go_back()
    reader.page.wait_for_selector(".fp-pair", state="detached")
    assert (view(reader), reader.here) == ("English only", f"en/{RECORD}")
    reader.page.go_forward()
    reader.page.wait_for_selector(".fp-second[lang=zh-Hans]")
    assert reader.complaints == []


def test_the_choice_goes_along_to_other_sessions_and_languages(reader: Reader) -> None:
    reader.visit(RECORD)
    both(reader)
    reader.visit(PANEL)
    reader.page.wait_for_selector(".fp-pair")
    assert reader.here == f"{PANEL}?with=en"
    # A page without a second language shows its one.
    reader.visit("forums/tide-tables-2024/marlock-tables/")
    assert reader.page.locator(".fp-pair, .fp-page--wide").count() == 0
    # The other language's page: the same two, the other way round.
    reader.visit(f"zh-hant/{PANEL}")
    reader.page.wait_for_selector(".fp-pair")
    reader.page.locator(".fp-langs a[hreflang=zh-Hans]").hover()
    reader.page.locator(".fp-langs a[hreflang=en]").click()
    reader.page.wait_for_selector(".fp-second[lang=zh-Hant]")
    assert reader.here == f"en/{PANEL}?with=zh-Hant"
    reader.page.locator(".fp-view a[data-with='']").click()
    reader.visit(PANEL)
    reader.page.wait_for_timeout(200)
    assert reader.page.locator(".fp-pair").count() == 0
    assert reader.here == PANEL


def test_the_room_is_there_before_the_other_language(reader: Reader) -> None:
    """Text that is being read does not jump when what was wished for on another page arrives."""
    reader.visit(RECORD)
    both(reader)
    waiting: list[Route] = []
    reader.page.route(f"**/en/{PANEL}", lambda route: waiting.append(route))  # noqa: PLW0108 - Playwright cannot keep a built-in
    reader.visit(f"{PANEL}#p1c3")
    block = reader.page.locator("#p1c3")
    reader.page.wait_for_timeout(500)
    assert reader.page.locator(".fp-viewstate").inner_text() == "正在取英语的文字……"
    before = block.bounding_box()
    waiting[0].continue_()
    reader.page.wait_for_selector(".fp-pair")
    reader.page.wait_for_timeout(100)
    after = block.bounding_box()
    assert before is not None
    assert after is not None
    assert all(abs(before[side] - after[side]) <= 2 for side in ("x", "y", "width"))
    assert not reader.page.locator(".fp-viewstate").is_visible()


def test_what_cannot_be_fetched_is_said_and_can_be_tried_again(reader: Reader) -> None:
    reader.visit(f"en/{RECORD}")
    link = reader.page.locator(".fp-view a[data-with=zh-Hant]")
    says = reader.page.locator(".fp-viewstate")
    reader.page.context.set_offline(True)
    link.click()
    says.wait_for()
    assert says.inner_text().startswith("There is no network")
    reader.page.context.set_offline(False)
    reader.page.route(f"**/zh-hant/{RECORD}", lambda route: route.fulfill(status=503, body="no"))
    link.click()
    reader.until("document.querySelector('.fp-viewstate').textContent.includes('try again')")
    assert view(reader) == "English only"
    assert reader.page.locator("#s1a1").is_visible()
    assert reader.page.locator(".fp-pair, .fp-page--wide").count() == 0
    reader.page.unroute_all()
    link.click()
    reader.page.wait_for_selector(".fp-pair")
    assert not says.is_visible()


def test_what_is_not_translated_stands_once_on_its_own_side(reader: Reader) -> None:
    """One paragraph of this talk is not translated; its page shows the original in its place."""
    reader.visit(f"en/{GAPS}")
    original = reader.evaluate(_WORDS, _OWN)["h2d4"]
    reader.visit(f"{GAPS}?with=en")
    reader.page.wait_for_selector(".fp-pair")
    pair = reader.page.locator(".fp-pair--missing")
    assert pair.locator(".fp-first").inner_text() == "这一段还没有译出，只有原文。"
    assert pair.locator(".fp-second > #h2d4").count() == 1
    assert reader.page.locator("#record").inner_text().count(original[:40]) == 1
    assert not pair.locator(".fp-stale").is_visible()
    # And where the original is the page's own language, the other side says that it has none.
    reader.visit(f"en/{GAPS}?with=zh-Hans")
    reader.page.wait_for_selector(".fp-pair")
    assert second(reader, "h2d4").inner_text() == "This paragraph is not in the Chinese text."
    assert reader.page.locator("#record").inner_text().count(original[:40]) == 1


def test_paragraphs_that_differ_between_the_languages(reader: Reader) -> None:
    """One is split there, two are one there, one is only here, one only there, a list is longer there."""
    instead(
        reader,
        # Split: its second name is a paragraph of its own.
        ('<span id="s1d5"></span>', ""),
        (
            '<p class="fp-p" id="s1d4">',
            '<p class="fp-p" id="s1d5">Said before.</p>\n<p class="fp-p" id="s1d4">',
        ),
        # Joined: the second name leads to the first paragraph.
        (
            '<p class="fp-p" id="s2b2">',
            '<p class="fp-p" id="x9b2"><span id="s2b2"></span><span id="s2c3"></span>',
        ),
        ('id="s2c3">The third', 'id="x9c3">The third'),
        # Only here and only there.
        ('id="s3b2">', 'id="x9d4">'),
        (
            '<li class="fp-p" id="l1c3">',
            '<li class="fp-p" id="x9l1">One more was stolen.</li>\n<li class="fp-p" id="l1c3">',
        ),
    )
    reader.visit(f"{RECORD}?with=en")
    reader.page.wait_for_selector(".fp-pair")
    split = second(reader, "s1d4").locator(".fp-p").all_inner_texts()
    assert split[0] == "Said before."
    assert split[1].startswith("One figure stands apart.")
    joined = reader.page.locator(".fp-pair:has(#s2b2)")
    assert joined.locator(".fp-first > .fp-p").evaluate_all("(all) => all.map((one) => one.id)") == [
        "s2b2",
        "s2c3",
    ]
    assert joined.locator(".fp-second > .fp-p").count() == 1
    assert second(reader, "s3b2").inner_text() == "英语里没有这一段。"
    only = reader.page.locator(".fp-pair.fp-only")
    assert "只有英语里有这一段。" in only.all_inner_texts()[0]
    assert reader.page.locator("li.fp-only").inner_text().split("\n")[-1] == "One more was stolen."
    assert reader.page.locator("li.fp-only + li").get_attribute("id") == "l1c3"
    assert reader.evaluate(_DOUBLE_IDS) == []
    reader.page.locator(".fp-view a[data-with='']").click()
    assert reader.page.locator(".fp-only, .fp-beside, .fp-pair").count() == 0
    assert reader.page.locator("#record li").count() == 3


def test_words_of_either_language_can_be_quoted(open_window: OpenWindow) -> None:
    with open_window(permissions=["clipboard-read", "clipboard-write"]) as reader:
        reader.visit(f"{RECORD}?with=en")
        reader.page.wait_for_selector(".fp-pair")
        for side, expected in (
            ("first", ["“七块板", "——舒鹤汀", RECORD]),
            ("second", ["“Seven", "— Shu Heting", f"en/{RECORD}"]),
        ):
            reader.evaluate(
                """(side) => {
                    const place = document.querySelector(`.fp-pair:has(#s3a1) > .fp-${side} > .fp-p`);
                    getSelection().selectAllChildren(place);
                    document.querySelector("#s3a1 .fp-mark").focus();
                }""",
                side,
            )
            reader.page.keyboard.press("Enter")
            reader.page.locator("[data-do=quote]").click()
            reader.until(f"navigator.clipboard.readText().then((text) => text.startsWith('{expected[0]}'))")
            lines = reader.evaluate("navigator.clipboard.readText()").splitlines()
            assert [line.startswith(start) for line, start in zip(lines[:2], expected, strict=False)] == [
                True,
                True,
            ]
            assert lines[2] == f"{reader.base}{expected[2]}#s3a1"


def test_a_term_is_explained_between_the_two(reader: Reader) -> None:
    reader.visit(RECORD)
    reader.page.locator("#s1a1 .fp-term").click()
    both(reader)
    reader.page.locator(".fp-view a[data-with='']").click()
    assert reader.page.locator(".fp-record .fp-gloss").count() == 1
    both(reader)
    reader.page.locator("#s1a1 .fp-term").press("Escape")
    assert reader.page.locator(".fp-record .fp-gloss").count() == 0


def test_nothing_is_offered_without_script(open_window: OpenWindow) -> None:
    with open_window(java_script_enabled=False) as reader:
        reader.visit(f"{RECORD}?with=en")
        assert not reader.page.locator(".fp-view").is_visible()
        assert reader.page.locator("#s1a1").is_visible()


def test_paper_has_both(reader: Reader) -> None:
    reader.visit(f"{RECORD}?with=en")
    reader.page.wait_for_selector(".fp-pair")
    reader.page.emulate_media(media="print")
    left, right = reader.evaluate(
        """["first", "second"].map((side) =>
            document.querySelector(`.fp-pair:has(#s1b2) > .fp-${side}`).getBoundingClientRect().toJSON())"""
    )
    assert right["left"] >= left["right"]
    assert abs(left["top"] - right["top"]) <= 1
    assert not reader.page.locator(".fp-view").is_visible()


@pytest.mark.prove
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_in_the_way(open_window: OpenWindow, scheme: str, size: object) -> None:
    with open_window(viewport=size, color_scheme=scheme) as reader:
        for path in (f"{RECORD}?with=en#s2b2", f"zh-hant/{PANEL}?with=en", f"en/{GAPS}?with=zh-Hant"):
            reader.visit(path)
            reader.page.wait_for_selector(".fp-pair")
            reader.evaluate("scrollTo(0, 0)")
            assert axe_violations(reader) == []

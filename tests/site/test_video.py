"""Recordings play within the page once a reader asks, and the text and they lead to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.site.browsing import PHONE, Reader
from tests.site.kinds import KINDS
from tests.site.players import BILIBILI, MEDIA, YOUTUBE, answer, player_frame
from tests.site.tools import axe_violations

pytestmark = pytest.mark.browser
OpenWindow = Callable[..., AbstractContextManager[Reader]]

PLATES, PANEL = f"en/{KINDS['record']}", f"en/{KINDS['panel']}"
LOFT = "en/forums/tide-tables-2024/marlock-tables/"
_CURRENT = "[...document.querySelectorAll('.fp-record [aria-current=time]')].map((one) => one.id)"
_SEEN = """(id) => {
    const { top, bottom } = document.getElementById(id).getBoundingClientRect();
    const covered = document.querySelector(".fp-video").getBoundingClientRect().bottom;
    return top >= covered && top < innerHeight && bottom > 0;
}"""


@pytest.fixture
def hearer(reader: Reader) -> Iterator[Reader]:
    """A reader whose every player is a stand-in."""
    answer(reader.page)
    yield reader
    assert [text for text in reader.complaints if "favicon" not in text] == []


def current(reader: Reader) -> Any:
    """The marks of what is being said."""
    return reader.evaluate(_CURRENT)


def foreign(reader: Reader) -> list[str]:
    """What was asked of others."""
    return [url for url in reader.requests if not url.startswith(reader.base)]


@pytest.mark.parametrize("path", [PLATES, PANEL, LOFT], ids=["bilibili", "youtube", "file"])
def test_nobody_is_asked_before_the_reader_asks(hearer: Reader, path: str) -> None:
    hearer.visit(path)
    hearer.page.mouse.wheel(0, 3000)
    hearer.page.locator(".fp-play").hover()
    assert foreign(hearer) == []
    assert hearer.page.locator("iframe, audio, video").count() == 0


def test_times_lead_to_bilibili_s_player_which_is_loaded_anew_at_each(hearer: Reader) -> None:
    hearer.visit(PLATES)
    pages = hearer.evaluate("history.length")
    first, second = hearer.page.locator("#s2a1 > .fp-time"), hearer.page.locator("#s4a1 > .fp-time")
    for link, seconds in ((first, "1625"), (second, second.get_attribute("data-at"))):
        link.focus()
        before = hearer.evaluate("document.activeElement.getBoundingClientRect().top")
        hearer.page.keyboard.press("Enter")
        hearer.page.wait_for_timeout(100)
        assert abs(hearer.evaluate("document.activeElement.getBoundingClientRect().top") - before) < 3
        frame = hearer.page.locator(".fp-stage > iframe")
        query = parse_qs(urlsplit(frame.get_attribute("src") or "").query)
        assert (query["bvid"], query["p"], query["t"]) == (["BV1zz411z7zz"], ["2"], [seconds])
        assert (
            frame.get_attribute("title") == "Recording: One Plate, Eleven Years (player of www.bilibili.com)"
        )
        assert "allow-top-navigation" not in str(frame.get_attribute("sandbox"))
        player_frame(hearer.page, BILIBILI)
        assert link.evaluate("(one) => one === document.activeElement")
    assert current(hearer) == ["s4a1"]
    assert (
        hearer.page.get_by_role("button", name="Follow in the text").count() == 0
    )  # it says nothing to follow
    assert hearer.evaluate("history.length") == pages
    close = hearer.page.get_by_role("button", name="Close")
    close.focus()
    hearer.page.keyboard.press("Enter")
    assert second.evaluate("(one) => one === document.activeElement")
    assert hearer.page.locator("iframe").count() == 0
    assert current(hearer) == []


@pytest.mark.parametrize("key", ["ctrlKey", "metaKey", "shiftKey", "altKey"])
def test_with_a_modifier_key_a_time_stays_a_link(hearer: Reader, key: str) -> None:
    hearer.visit(PLATES)
    taken = """(link, key) => {
        let taken = null;
        const last = (event) => { taken = event.defaultPrevented; event.preventDefault(); };
        addEventListener("click", last, {once: true});
        link.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true, [key]: true}));
        return taken;
    }"""
    assert hearer.page.locator("#s2a1 > .fp-time").evaluate(taken, key) is False
    assert hearer.page.locator("iframe").count() == 0


def test_the_text_follows_youtube(hearer: Reader) -> None:
    hearer.visit(PANEL)
    hearer.page.locator(".fp-play").focus()
    hearer.page.keyboard.press("Enter")
    assert hearer.evaluate("document.activeElement.matches('.fp-player')")
    player = player_frame(hearer.page, YOUTUBE)
    player.wait_for_function("to")
    assert parse_qs(urlsplit(player.url).query)["start"] == ["360"]

    def say(seconds: float, mark: str) -> None:
        player.evaluate(f"say({seconds})")
        hearer.until(f"({_CURRENT}).join() === '{mark}'")

    # It begins at 6:00; the first paragraph is of 6:12. Who is at the top of the page stays there.
    say(373, "p1a1")
    assert hearer.evaluate("scrollY") == 0
    # The words under the player lead to where it is; from there on the page goes along.
    hearer.page.locator(".fp-saying").click()
    assert hearer.evaluate(_SEEN, "p1a1")
    for link in hearer.page.locator(".fp-record .fp-p > .fp-time").all()[1:6]:
        mark = str(link.evaluate("(one) => one.parentElement.id"))
        say(float(str(link.get_attribute("data-at"))) - 0.3, mark)
        assert hearer.evaluate(_SEEN, mark), mark
    # Whoever scrolls away reads something else, and is left alone.
    hearer.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    say(3513, "p3a1")
    assert hearer.evaluate("scrollY") == 0
    # A time that is clicked is a word to the player, not another player.
    hearer.page.locator("#p3c3 > .fp-time").click()
    player.wait_for_function("asked.length === 2")
    assert player.evaluate("asked") == [["seekTo", 3978, True], ["playVideo"]]
    assert len([url for url in foreign(hearer) if url.startswith(YOUTUBE)]) == 1
    # Nobody else is believed.
    hearer.evaluate("postMessage(JSON.stringify({info: {currentTime: 400}}), '*')")
    hearer.page.wait_for_timeout(50)
    assert current(hearer) == ["p3c3"]


def test_whether_the_text_follows_is_the_reader_s_choice_and_remembered(hearer: Reader) -> None:
    follow = hearer.page.get_by_role("button", name="Follow in the text")
    hearer.visit(PANEL)
    hearer.page.locator("#p1a1 > .fp-time").click()
    assert follow.get_attribute("aria-pressed") == "true"
    follow.click()
    player = player_frame(hearer.page, YOUTUBE)
    player.wait_for_function("to")
    before = hearer.evaluate("scrollY")
    player.evaluate("say(3978)")
    hearer.until(f"({_CURRENT}).join() === 'p3c3'")
    assert hearer.evaluate("scrollY") == before
    hearer.visit(PANEL)
    hearer.page.locator("#p1a1 > .fp-time").click()
    assert follow.get_attribute("aria-pressed") == "false"
    follow.click()
    assert hearer.evaluate("localStorage.length") == 0


def test_a_file_plays_and_the_text_follows_it(hearer: Reader) -> None:
    hearer.visit(LOFT)
    audio = hearer.page.locator(".fp-stage > audio")
    for mark, seconds in (("m1c3", 700), ("m2a1", 1145)):
        hearer.page.locator(f"#{mark} > .fp-time").click()
        hearer.until(f"document.querySelector('audio').currentTime > {seconds}.1")
        assert audio.evaluate("(one) => one.currentTime") < seconds + 5
        assert current(hearer) == [mark]
    audio.evaluate("(one) => { one.currentTime = 2303; }")
    hearer.until(f"({_CURRENT}).join() === 'm2d4'")
    # The session ends at 44:00, whatever the recording goes on with.
    audio.evaluate("(one) => { one.currentTime = 2650; }")
    hearer.until(f"!({_CURRENT}).length")
    hearer.page.locator(".fp-player").focus()
    hearer.page.keyboard.press("Escape")
    assert hearer.page.locator("audio").count() == 0
    assert {url.split("?")[0] for url in foreign(hearer)} == {f"{MEDIA}/2024/loft.mp3"}


def test_what_cannot_be_played_is_said(hearer: Reader) -> None:
    hearer.page.context.route(f"{MEDIA}/**", lambda route: route.fulfill(status=200, body="no sound"))
    hearer.visit(LOFT)
    hearer.page.locator(".fp-play").click()
    words = "This cannot be played here. Open it at media.tideland.example."
    told = hearer.page.get_by_role("link", name=words)
    assert told.get_attribute("href") == f"{MEDIA}/2024/loft.mp3"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_the_player_leaves_room_for_the_text(open_window: OpenWindow, scheme: str) -> None:
    with open_window(viewport=PHONE, color_scheme=scheme) as reader:
        answer(reader.page)
        reader.visit(PANEL)
        reader.page.locator("#p3c3 > .fp-time").click()
        player_frame(reader.page, YOUTUBE)
        reader.page.wait_for_timeout(100)
        box = reader.page.locator(".fp-video").bounding_box()
        header = reader.page.locator(".fp-header").bounding_box()
        assert box is not None
        assert header is not None
        assert abs(box["y"] - header["height"]) <= 1
        assert box["height"] <= 0.35 * PHONE["height"]
        assert reader.evaluate(_SEEN, "p3c3")
        assert reader.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        reader.evaluate("scrollTo({top: 0, behavior: 'instant'})")  # nothing is half under the player
        assert axe_violations(reader) == []

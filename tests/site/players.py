"""Stand-ins for those who have the recordings: nothing is asked of anybody outside."""

from __future__ import annotations

import io
import re
import wave
from collections.abc import Callable
from functools import cache

import pytest
from playwright.sync_api import Frame, Page, Route

BILIBILI = "https://player.bilibili.com"
YOUTUBE = "https://www.youtube-nocookie.com"
MEDIA = "https://media.tideland.example"
_RATE = 3000  # samples a second, the fewest that browsers play
_SECONDS = 2700

_SILENT = "<!doctype html><title>A player</title><body>A player that says nothing"
# Speaks as YouTube's embedded player does once it is told that somebody listens.
_SPEAKING = """<!doctype html><title>A player</title><body>A player<script>
let time = Number(new URLSearchParams(location.search).get("start"));
let to = null;
const asked = [];
const say = (seconds) => {
    time = seconds;
    if (to) parent.postMessage(JSON.stringify({event: "infoDelivery", info: {currentTime: time}}), to);
};
addEventListener("message", (event) => {
    const {event: what, func, args} = JSON.parse(event.data);
    if (what === "listening") { to = event.origin; say(time); return; }
    asked.push([func, ...args]);
    if (func === "seekTo") say(args[0]);
});
</script>"""


def answer(page: Page) -> None:
    """Answer in the place of all hosts of the invented forum's recordings."""
    for host, body in ((BILIBILI, _SILENT), (YOUTUBE, _SPEAKING)):
        page.context.route(f"{host}/**", _page(body))
    page.context.route(f"{MEDIA}/**", _sound)
    page.context.route("https://www.bilibili.com/**", _page(_SILENT))


def player_frame(page: Page, host: str) -> Frame:
    """The frame of a player that is open and loaded."""
    page.locator(".fp-stage iframe").wait_for()
    for _ in range(100):
        for frame in page.frames:
            if frame.url.startswith(host):
                frame.wait_for_load_state()
                return frame
        page.wait_for_timeout(50)
    pytest.fail(f"there is no player of {host}")


def _page(body: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(body=body, content_type="text/html")


@cache
def _silence() -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(_RATE)
        sound.writeframes(b"\x80" * (_RATE * _SECONDS))
    return file.getvalue()


def _sound(route: Route) -> None:
    """Send what is asked for of a recording, as hosts of files do."""
    whole = _silence()
    asked = re.fullmatch(r"bytes=(\d+)-(\d*)", route.request.headers.get("range", "bytes=0-"))
    assert asked is not None
    begin, end = int(asked[1]), int(asked[2] or len(whole) - 1)
    headers = {"Accept-Ranges": "bytes", "Content-Range": f"bytes {begin}-{end}/{len(whole)}"}
    route.fulfill(status=206, body=whole[begin : end + 1], content_type="audio/wav", headers=headers)

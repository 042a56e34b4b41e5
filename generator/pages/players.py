"""What a recording can be played by within a page.

Nothing of it is fetched before a reader asks. How a page steers it stands in templates/script/80-video.js.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from urllib.parse import quote, urlencode, urlsplit

from generator.model.recording import Recording

_VIDEO = frozenset({".m4v", ".mov", ".mp4", ".ogv", ".webm"})
_AUDIO = frozenset({".aac", ".flac", ".m4a", ".mp3", ".oga", ".ogg", ".opus", ".wav"})


class PlayerKind(StrEnum):
    """How a recording is played."""

    BILIBILI = "bilibili"
    YOUTUBE = "youtube"
    VIDEO = "video"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class Player:
    """A player of a recording.

    Attributes:
        kind: How it plays.
        src: What is fetched once a reader asks, without a moment: a frame's address, or that of a file.
    """

    kind: PlayerKind
    src: str

    @property
    def origin(self) -> str:
        """Whom a page must allow for it: scheme, host and port."""
        parts = urlsplit(self.src)
        # A policy knows no other letters than those of DNS.
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].encode('idna').decode()}"

    @property
    def framed(self) -> bool:
        """Whether it is a page of somebody else, and not an element of ours."""
        return self.kind in {PlayerKind.BILIBILI, PlayerKind.YOUTUBE}


def player_of(recording: Recording) -> Player | None:
    """Return what plays a recording: what `recording_url` leads to; None where nothing plays it.

    Bilibili's player has read the part of a video from `p` since 2023 and from `page` before; both are
    given. It plays from `t` on and says nothing to the page around it. YouTube's
    (https://developers.google.com/youtube/player_parameters) answers where `enablejsapi` is 1. An address
    that ends like no file of sound or pictures is a page, and stays a link.
    """
    if recording.bilibili:
        part = {"p": recording.page, "page": recording.page} if recording.page else {}
        query = urlencode({"bvid": recording.bilibili} | part | {"autoplay": 1, "danmaku": 0})
        return Player(PlayerKind.BILIBILI, f"https://player.bilibili.com/player.html?{query}")
    if recording.youtube:
        query = urlencode({"autoplay": 1, "enablejsapi": 1, "playsinline": 1, "rel": 0})
        name = quote(recording.youtube, safe="")
        return Player(PlayerKind.YOUTUBE, f"https://www.youtube-nocookie.com/embed/{name}?{query}")
    if recording.url:
        ending = PurePosixPath(urlsplit(recording.url).path).suffix.lower()
        if ending in _VIDEO:
            return Player(PlayerKind.VIDEO, recording.url)
        if ending in _AUDIO:
            return Player(PlayerKind.AUDIO, recording.url)
    return None

"""What plays a recording, and what pages say of it."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.model.dates import Timecode
from generator.model.forum import Forum
from generator.model.identifiers import ForumId, RecordingId, SessionId, WebAddress
from generator.model.recording import Recording
from generator.model.session import Heard
from generator.pages.players import PlayerKind, player_of
from generator.pages.subject import session_subject
from generator.pages.video import page_video
from tests.pages.shown import EN, HANS, PANEL, PLATES, SALT, attr, fixture, shelf


def recording(**known: object) -> Recording:
    return Recording(id=RecordingId("a"), **known)  # type: ignore[arg-type]


def test_bilibili_is_asked_for_the_part_by_both_its_names() -> None:
    player = player_of(recording(bilibili="BV1zz411z7zz", page=2))
    assert player is not None
    assert player.kind is PlayerKind.BILIBILI
    assert (player.origin, player.framed) == ("https://player.bilibili.com", True)
    assert parse_qs(urlsplit(player.src).query) == {
        "bvid": ["BV1zz411z7zz"],
        "p": ["2"],
        "page": ["2"],
        "autoplay": ["1"],
        "danmaku": ["0"],
    }


def test_youtube_is_asked_where_it_keeps_nothing_and_lets_itself_be_led() -> None:
    player = player_of(recording(youtube="zz0zz1zz2zz", url="https://media.example/b.mp4"))
    assert player is not None
    assert (player.kind, player.origin) == (PlayerKind.YOUTUBE, "https://www.youtube-nocookie.com")
    assert urlsplit(player.src).path == "/embed/zz0zz1zz2zz"
    assert parse_qs(urlsplit(player.src).query)["enablejsapi"] == ["1"]


def test_the_id_of_a_video_stays_one() -> None:
    player = player_of(recording(youtube="../../x?y#z"))
    assert player is not None
    assert urlsplit(player.src).path == "/embed/..%2F..%2Fx%3Fy%23z"
    player = player_of(recording(bilibili="BV1&autoplay=0#x"))
    assert player is not None
    assert parse_qs(urlsplit(player.src).query)["bvid"] == ["BV1&autoplay=0#x"]


@pytest.mark.parametrize(
    ("url", "kind", "origin"),
    [
        ("https://media.example/x/day.MP4?part=1", PlayerKind.VIDEO, "https://media.example"),
        ("http://127.0.0.1:8000/forum/day.webm", PlayerKind.VIDEO, "http://127.0.0.1:8000"),
        ("https://me:secret@media.example/loft.mp3", PlayerKind.AUDIO, "https://media.example"),
    ],
)
def test_a_file_plays_by_its_ending(url: str, kind: PlayerKind, origin: str) -> None:
    player = player_of(recording(url=WebAddress(url)))
    assert player is not None
    assert (player.kind, player.src, player.origin, player.framed) == (kind, url, origin, False)


@pytest.mark.parametrize("url", ["https://media.example/day-two", "https://media.example/day.mp4/", None])
def test_a_page_is_no_file(url: str | None) -> None:
    found = player_of(recording(url=WebAddress(url) if url else None))
    assert (found is None) == (url != "https://media.example/day.mp4/")


def test_a_session_s_stretch_and_player_stand_on_its_page() -> None:
    page = shelf(EN)[PLATES]
    play = page.one(".fp-play")
    assert {name: attr(play, name) for name in ("data-recording", "data-at", "data-to")} == {
        "data-recording": "a",
        "data-at": "740",
        "data-to": "3010",
    }
    assert play.get_text(" ", strip=True) == "Watch the recording 37:50"
    assert [attr(one, "data-kind") for one in page.all("[data-plays]")] == ["bilibili"]
    assert page.one(".fp-player").has_attr("hidden")
    assert page.all("iframe, video, audio") == []


def test_times_say_what_they_are_moments_of() -> None:
    link = shelf(EN)[PANEL].one("#p3c3 > a.fp-time")
    assert (attr(link, "data-recording"), attr(link, "data-at")) == ("b", "3978")


def test_only_something_to_hear_is_called_so() -> None:
    page = shelf(EN)["forums/tide-tables-2024/marlock-tables/"]
    assert page.one(".fp-play b").text == "Listen to the recording"
    assert attr(page.one("[data-plays]"), "data-kind") == "audio"


def test_the_host_s_moments_play_where_they_are_known() -> None:
    page = shelf(HANS)[f"{SALT}host/"]
    told = {attr(one, "data-recording") for one in page.all("a.fp-time")}
    assert {attr(one, "data-plays") for one in page.all("[data-plays]")} == told


def of(heard: tuple[Heard, ...], recordings: tuple[Recording, ...]) -> tuple[Forum, tuple[Heard, ...]]:
    forum = fixture().forums[ForumId("salt-marsh-2025")]
    return replace(forum, recordings=recordings), heard


def test_several_stretches_of_several_recordings() -> None:
    a, b = RecordingId("a"), RecordingId("b")
    forum, heard = of(
        (
            Heard(recording=a, from_=Timecode(60), to=Timecode(3660)),
            Heard(recording=b),
            Heard(recording=a, from_=Timecode(4000)),
        ),
        (
            Recording(id=a, bilibili="BV1xx411c7mD"),
            Recording(id=b, url=WebAddress("https://x.example/b.wav")),
        ),
    )
    session = forum.session(SessionId("opening"))
    assert session is not None
    video = page_video(session_subject(forum, session), heard, None)
    assert video is not None
    assert [(one.recording, one.at, one.to, one.length) for one in video.stretches] == [
        ("a", 60, 3660, "1:00:00"),
        ("b", 0, None, ""),
        ("a", 4000, None, ""),
    ]
    assert [one.recording for one in video.plays] == ["a", "b"]
    assert video.hosts == ("www.bilibili.com", "x.example")


def test_what_is_nowhere_to_be_heard_has_no_box() -> None:
    a = RecordingId("a")
    forum, heard = of((Heard(recording=a, from_=Timecode(60)),), (Recording(id=a),))
    session = forum.session(SessionId("opening"))
    assert session is not None
    assert page_video(session_subject(forum, session), heard, None) is None

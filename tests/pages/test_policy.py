"""What a page may load."""

from __future__ import annotations

import pytest

from generator.model.identifiers import RecordingId, WebAddress
from generator.model.recording import Recording
from generator.pages.players import Player, player_of
from generator.pages.policy import Needs, allowing, bare_policy, content_policy
from tests.pages.shown import EN, PANEL, PLATES, SALT, shelf

MARLOCK = "forums/tide-tables-2024/marlock-tables/"
WITHHELD = f"{SALT}open-questions/"


def directives(policy: str) -> dict[str, list[str]]:
    return {name: sources for name, *sources in (one.split() for one in policy.split(";"))}


def players(*recordings: Recording) -> tuple[Player, ...]:
    return tuple(player for player in map(player_of, recordings) if player)


def test_a_page_that_needs_nothing_may_load_its_style_script_and_pictures() -> None:
    assert directives(content_policy()) == {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }


def test_players_are_named_once_and_where_they_belong() -> None:
    one = RecordingId("a")
    found = directives(
        content_policy(
            Needs(
                players(
                    Recording(id=one, url=WebAddress("https://z.example/1.mp4")),
                    Recording(id=one, url=WebAddress("https://z.example/2.mp3")),
                    Recording(id=one, url=WebAddress("http://a.example:81/3.webm")),
                    Recording(id=one, bilibili="BV1xx411c7mD"),
                )
            )
        )
    )
    assert found["media-src"] == ["http://a.example:81", "https://z.example"]
    assert found["frame-src"] == ["https://player.bilibili.com"]


def test_what_is_allowed_besides_takes_the_place_of_nothing() -> None:
    assert directives(allowing(bare_policy(), "connect-src")) == {
        "default-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "connect-src": ["'self'"],
    }
    assert (
        allowing("connect-src 'none' https://x.example", "connect-src")
        == "connect-src https://x.example 'self'"
    )
    assert allowing(content_policy(), "script-src") == content_policy()


@pytest.mark.parametrize(
    ("path", "frames", "media"),
    [
        (PLATES, ["https://player.bilibili.com"], None),
        (PANEL, ["https://www.youtube-nocookie.com"], None),
        (MARLOCK, None, ["https://media.tideland.example"]),
        (WITHHELD, None, None),
        ("people/", None, None),
    ],
)
def test_a_page_allows_the_players_of_its_own_recordings(
    path: str, frames: list[str] | None, media: list[str] | None
) -> None:
    found = directives(str(shelf(EN)[path].frame["policy"]))
    assert (found.get("frame-src"), found.get("media-src")) == (frames, media)


def test_only_pages_with_a_record_read_others() -> None:
    pages = shelf(EN)
    paths = (PLATES, WITHHELD, "people/")
    assert ["connect-src" in str(pages[path].frame["policy"]) for path in paths] == [True, False, False]


def test_no_page_holds_what_its_policy_forbids() -> None:
    pages = shelf(EN)
    for path in pages.pages:
        for element in pages[path].all("*"):
            forbidden = [name for name in element.attrs if name == "style" or name.startswith("on")]
            assert forbidden == [], f"{path}: {element.name} {forbidden}"
        assert pages[path].all("style, script, base, form, object, embed") == [], path

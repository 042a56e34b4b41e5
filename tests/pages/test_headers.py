from __future__ import annotations

from types import MappingProxyType

from generator.model.identifiers import RecordingId, WebAddress
from generator.model.recording import Recording
from generator.pages.players import Player, player_of
from generator.pages.policy import Needs, content_policy, site_policy


def played(**where: str) -> Player:
    values = {name: WebAddress(value) for name, value in where.items()}
    found = player_of(Recording(id=RecordingId("a"), **values))  # type: ignore[arg-type]
    assert found is not None
    return found


def directives(policy: str) -> MappingProxyType[str, set[str]]:
    parts = (one.split() for one in policy.split(";"))
    return MappingProxyType({name: set(sources) for name, *sources in parts})


def test_what_a_host_sends_allows_all_that_any_page_may() -> None:
    players = [
        played(bilibili="BV1xx411c7mD"),
        played(url="https://media.example/a.mp3"),
        played(youtube="x"),
    ]
    whole = directives(site_policy(players))
    for needs in (Needs((players[0],)), Needs((players[1],), other_pages=True), Needs((players[2],))):
        for name, sources in directives(content_policy(needs)).items():
            assert sources <= whole[name]
    assert whole["frame-ancestors"] == {"'none'"}


def test_very_many_hosts_of_files_make_no_line_that_a_host_refuses() -> None:
    policy = site_policy(played(url=f"https://media-{number}.forum.example/a.mp3") for number in range(200))
    assert len(policy) < 1900
    assert directives(policy)["media-src"] == {"https:", "http:"}


def test_a_host_in_ideographs_is_named_as_a_policy_can() -> None:
    policy = content_policy(Needs((played(url="https://潮.example:8080/a.mp3"),)))
    assert directives(policy)["media-src"] == {"https://xn--ngx.example:8080"}

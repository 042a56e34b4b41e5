from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.addresses import (
    EVENTS,
    FORUMS,
    HOME,
    PEOPLE,
    Address,
    Addresses,
    event_address,
    former_addresses,
    forum_address,
    forum_image,
    organisation_address,
    person_address,
    person_image,
    session_address,
    source_path,
    term_address,
    topic_address,
)
from generator.model.identifiers import (
    EventId,
    ForumId,
    OrganisationId,
    PersonId,
    SessionId,
    TermId,
    TopicId,
)
from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.store.load import load_content

FIXTURE = Path(__file__).parent / "fixtures" / "jiangwan"
IDS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
SITES = ("https://forum.example/", "https://forum.example/a/repository/", "http://localhost:8000/x/")
ORDERS = tuple(itertools.permutations(Language))


@st.composite
def pages(draw: st.DrawFn) -> Address:
    one, other = draw(IDS), draw(IDS)
    return draw(
        st.sampled_from(
            [
                HOME,
                FORUMS,
                PEOPLE,
                EVENTS,
                event_address(EventId(one)),
                forum_address(ForumId(one)),
                session_address(ForumId(one), SessionId(other)),
                person_address(PersonId(one)),
                organisation_address(OrganisationId(one)),
                topic_address(TopicId(one)),
                term_address(TermId(one)),
            ]
        )
    )


PLACES = st.tuples(st.sampled_from(Language), pages())


@given(st.sampled_from(SITES), st.sampled_from(ORDERS), PLACES, PLACES, st.sampled_from(["", "p7k2"]))
def test_a_relative_address_leads_from_any_page_to_any_page_in_any_language(
    site: str,
    languages: tuple[Language, ...],
    here: tuple[Language, Address],
    there: tuple[Language, Address],
    anchor: str,
) -> None:
    addresses = Addresses(site, languages)
    link = addresses.relative(here, there, anchor)
    goal = addresses.absolute(*there) + (f"#{anchor}" if anchor else "")
    assert urljoin(addresses.absolute(*here), link) == goal
    assert not link.startswith("/")
    assert "//" not in link
    assert link


@given(st.sampled_from(SITES), st.sampled_from(ORDERS), PLACES, IDS)
def test_a_file_is_reached_from_any_page(
    site: str, languages: tuple[Language, ...], here: tuple[Language, Address], name: str
) -> None:
    addresses = Addresses(site, languages)
    for file in (forum_image(ForumId(name), "slide-7.png"), person_image(f"{name}.png")):
        assert urljoin(addresses.absolute(*here), addresses.relative_file(here, file)) == f"{site}{file}"


@given(st.sampled_from(SITES), PLACES)
def test_the_engine_makes_the_page_of_an_address_from_its_source(
    site: str, here: tuple[Language, Address]
) -> None:
    source = source_path(here[1])
    assert source.name == "index.md"
    folder = "" if source.parent == PurePosixPath() else f"{source.parent.as_posix()}/"
    assert folder == here[1]
    assert Addresses(site, tuple(Language)).absolute(Language.HANS, Address(folder)) == f"{site}{here[1]}"


def test_only_the_first_language_stands_at_the_root() -> None:
    addresses = Addresses(SITES[1], (Language.HANS, Language.EN, Language.HANT))
    assert [addresses.prefix(language) for language in addresses.languages] == ["", "en/", "zh-hant/"]
    english_first = Addresses(SITES[1], (Language.EN, Language.HANT))
    assert [english_first.prefix(language) for language in english_first.languages] == ["", "zh-hant/"]


@pytest.fixture(scope="module")
def held() -> Proceedings:
    return load_content(FIXTURE).proceedings


def test_old_addresses_of_every_kind_lead_to_what_is_there(held: Proceedings) -> None:
    found = dict(former_addresses(held))
    for old, new in {
        "events/mudflat-2025/": "events/tideland-2025/",
        "forums/marsh-2025/": "forums/salt-marsh-2025/",
        "forums/salt-marsh-2025/plates/": "forums/salt-marsh-2025/shu-heting-plates/",
        "people/tarn-loggers/": "people/tarn/",
        "organisations/mudflat-station/": "organisations/shore-ecology/",
        "topics/low-cost-gauges/": "topics/cheap-instruments/",
        "glossary/level-logger/": "glossary/logger/",
    }.items():
        assert found[Address(old)] == new


def test_of_a_renamed_forum_every_session_moves_and_renamed_ones_by_all_their_names(
    held: Proceedings,
) -> None:
    found = dict(former_addresses(held))
    forum = held.forums[ForumId("salt-marsh-2025")]
    for session in forum.sessions:
        assert found[Address(f"forums/marsh-2025/{session.id}/")] == session_address(forum.id, session.id)
    plates = session_address(forum.id, SessionId("shu-heting-plates"))
    assert [old for old, new in found.items() if new == plates] == [
        "forums/marsh-2025/plates/",
        "forums/marsh-2025/shu-heting-plates/",
        "forums/salt-marsh-2025/plates/",
    ]


def test_no_old_address_is_one_that_is_lived_at(held: Proceedings) -> None:
    living = {
        session_address(forum.id, session.id) for forum in held.forums.values() for session in forum.sessions
    }
    old = [address for address, _ in former_addresses(held)]
    assert not living & set(old)
    assert old == sorted(set(old))


def test_a_forum_with_its_session_of_the_same_name_is_told_apart(held: Proceedings) -> None:
    """Names of forums and sessions are apart: `a` may be both, now and formerly."""
    forum = held.forums[ForumId("salt-marsh-2025")]
    session = replace(forum.sessions[0], id=SessionId("marsh-2025"), formerly=(SessionId("salt-marsh-2025"),))
    changed = replace(held, forums={forum.id: replace(forum, sessions=(session,))})
    found = dict(former_addresses(changed))
    assert found[Address("forums/marsh-2025/")] == "forums/salt-marsh-2025/"
    assert found[Address("forums/marsh-2025/salt-marsh-2025/")] == "forums/salt-marsh-2025/marsh-2025/"

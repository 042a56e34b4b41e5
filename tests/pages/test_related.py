"""Which sessions belong together, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.identifiers import ForumId, PersonId, SessionId, TermId, TopicId
from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.model.record import LinkTarget, RecordLink, Text
from generator.model.session import Appearance, Attendance, Role, Session, SessionKind, SessionStatus
from generator.model.text import LocalizedText
from generator.pages.related import Bond, related_sessions
from tests.pages.shown import EN, HANS, HANT, PLATES, SALT, attr, changed, fixture, shelf, shelf_of
from tests.pages.spoken import LAMP, edition_of, paragraphs

TIDES = ForumId("tide-tables-2024")
A, B, C, D, E, F, G, H = (SessionId(f"s-{letter}") for letter in "abcdefgh")


def session(id_: SessionId, **others: object) -> Session:
    title = LocalizedText(((EN, f"Session {id_}"),))
    return Session(**{"id": id_, "kind": SessionKind.TALK, "title": title} | others)  # type: ignore[arg-type]


def with_people(id_: SessionId, *people: tuple[str, Role], **others: object) -> Session:
    appearances = tuple(Appearance(person=PersonId(person), roles=(role,)) for person, role in people)
    return session(id_, people=appearances, **others)


def forum_of(*sessions: Session) -> Proceedings:
    """Return the invented forum with one forum only, which has just these sessions and no records."""
    forum = replace(fixture().forums[TIDES], sessions=sessions)
    return replace(fixture(), forums={TIDES: forum}, records={})


def related(held: Proceedings, id_: SessionId) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    found = related_sessions(edition_of(held))[TIDES, id_]
    return [(one.session.id, one.shared) for one in found]


def topics(*ids: str) -> tuple[TopicId, ...]:
    return tuple(TopicId(one) for one in ids)


def test_what_few_share_weighs_more_than_what_many_share() -> None:
    many, few = "old-notebooks", "marsh-birds"
    held = forum_of(
        session(A, topics=topics(many, few)),
        session(B, topics=topics(many)),
        session(C, topics=topics(many)),
        session(D, topics=topics(few)),
    )
    assert [id_ for id_, _ in related(held, A)] == [D, B, C]


def test_a_speaker_weighs_more_than_a_topic_and_a_host_less() -> None:
    held = forum_of(
        with_people(A, ("tarn", Role.SPEAKER), ("mu-weibai", Role.HOST), topics=topics("marsh-birds")),
        with_people(B, ("mu-weibai", Role.HOST)),
        session(C, topics=topics("marsh-birds")),
        with_people(D, ("tarn", Role.PANELIST)),
    )
    assert related(held, A) == [
        (D, ((Bond.SPEAKER, "tarn"), (Bond.PERSON, "tarn"))),
        (C, ((Bond.TOPIC, "marsh-birds"),)),
        (B, ((Bond.PERSON, "mu-weibai"),)),
    ]


def test_who_did_not_come_or_only_interpreted_joins_nothing() -> None:
    absent = Appearance(person=PersonId("tarn"), roles=(Role.SPEAKER,), attended=Attendance.ABSENT)
    held = forum_of(
        with_people(A, ("tarn", Role.SPEAKER), ("lang-yihe", Role.INTERPRETER)),
        session(B, people=(absent,)),
        with_people(C, ("lang-yihe", Role.INTERPRETER)),
    )
    assert related(held, A) == []


def test_at_most_five_the_first_of_those_that_weigh_the_same() -> None:
    held = forum_of(*(session(one, topics=topics("marsh-birds")) for one in (A, B, C, D, E, F, G, H)))
    assert [id_ for id_, _ in related(held, C)] == [A, B, D, E, F]


def test_an_item_and_what_it_is_an_item_of_are_not_related_but_its_sisters_are() -> None:
    shared = topics("marsh-birds")
    held = forum_of(
        session(A, topics=shared),
        session(B, topics=shared, parent=A),
        session(C, topics=shared, parent=B),
        session(D, topics=shared, parent=A),
        session(E, topics=shared),
    )
    assert [[id_ for id_, _ in related(held, one)] for one in (A, B, C, D, E)] == [
        [E], [D, E], [D, E], [B, C, E], [A, B, C, D],
    ]  # fmt: skip


def test_items_of_each_other_end() -> None:
    shared = topics("marsh-birds")
    held = forum_of(
        session(A, topics=shared, parent=B), session(B, topics=shared, parent=A), session(C, topics=shared)
    )
    assert [id_ for id_, _ in related(held, A)] == [C]


def test_readers_are_led_only_to_what_took_place_and_has_a_page() -> None:
    shared = topics("marsh-birds")
    held = forum_of(
        session(A, topics=shared, status=SessionStatus.CANCELLED),
        session(B, topics=shared, kind=SessionKind.BREAK),
        session(C, topics=shared),
        session(D, topics=shared),
    )
    assert [id_ for id_, _ in related(held, C)] == [D]
    assert [id_ for id_, _ in related(held, A)] == [C, D]


def test_terms_count_where_editors_linked_them_in_any_language() -> None:
    found = related_sessions(edition_of(fixture(), HANT))[
        ForumId("salt-marsh-2025"), SessionId("tarn-loggers")
    ]
    gaps = next(one for one in found if one.session.id == "holmqvane-gaps")
    assert gaps.shared == ((Bond.TERM, "logger"),)


def test_a_word_in_a_record_changes_nothing_and_a_link_does() -> None:
    """The record says 鹽沼 and 大潮; only what an editor linked relates sessions."""

    def saying(*contents: object) -> Proceedings:
        held = fixture()
        record = replace(held.records[*LAMP, HANT], blocks=paragraphs(*contents))  # type: ignore[arg-type]
        return replace(held, records={**held.records, (*LAMP, HANT): record})

    link = RecordLink(LinkTarget.TERM, "spring-tide", (Text("大潮"),))
    before, word, linked = (
        related_sessions(edition_of(one)) for one in (saying("水"), saying("大潮，自記儀"), saying((link,)))
    )
    assert before == word
    panel = ForumId("salt-marsh-2025"), SessionId("panel-who-counts")
    assert (Bond.TERM, TermId("spring-tide")) in next(
        one.shared for one in linked[LAMP] if (one.forum.id, one.session.id) == panel
    )


def test_a_record_that_is_not_shown_relates_nothing() -> None:
    salt = ForumId("salt-marsh-2025")
    closed = replace(fixture().forums[salt], publish_unchecked=False)
    held = replace(fixture(), forums={**fixture().forums, salt: closed})
    found = related_sessions(edition_of(held))[salt, SessionId("tarn-loggers")]
    assert all(bond is not Bond.TERM for one in found for bond, _ in one.shared)


@pytest.mark.parametrize("language", Language)
def test_related_sessions_are_the_same_in_every_language(language: Language) -> None:
    found, wanted = related_sessions(edition_of(fixture(), language)), related_sessions(edition_of(fixture()))
    assert found == wanted
    assert any(found.values())


def test_each_related_session_says_why() -> None:
    page = shelf(EN)[f"{SALT}launch/"]
    rows = page.all("#related ~ ul > li")
    why = {row.select("a")[0].get_text(): row.select(".fp-why")[-1].get_text() for row in rows}
    assert why["Opening"] == "Also there: Mu Weibai"
    assert why["One Plate, Eleven Years"] == "Same topic: Old notebooks"
    assert "How to Use the Handbook" not in why
    assert attr(rows[0].select("a")[0], "href").startswith("../")
    loggers = shelf(HANS)[f"{SALT}tarn-loggers/"].texts("#related ~ ul > li .fp-why:last-child")
    assert loggers == ["都在场：范九黎；同属话题：便宜的仪器", "都谈到：自记仪"]


def test_of_many_reasons_of_a_kind_the_first_are_told() -> None:
    ids = [one.id for one in fixture().topics.values()] + [TopicId(f"more-{number}") for number in range(4)]
    known = {one: replace(fixture().topics[TopicId("marsh-birds")], id=one, broader=None) for one in ids}
    held = forum_of(
        *(session(one, topics=tuple(ids[:6])) for one in (A, B)), session(C, topics=tuple(ids[:5]))
    )
    page = shelf_of(replace(held, topics=known, terms={}), EN)[f"forums/{TIDES}/{A}/"]
    told = page.texts("#related ~ ul .fp-why:last-child")
    assert [one.count("Birds of the marsh") for one in told] == [5, 5]
    assert [one.endswith("…") for one in told] == [True, False]


def test_who_spoke_in_both_is_not_told_twice() -> None:
    page = shelf(HANT)[f"{SALT}launch-demo/"]
    assert page.texts("#related ~ ul .fp-why:last-child") == ["同一位講者：駱平絳"]


def test_a_session_that_shares_nothing_has_no_such_part() -> None:
    assert shelf(EN)[f"{SALT}evening-walk/"].all("#related") == []
    held = changed("salt-marsh-2025", "shu-heting-plates", lambda one: replace(one, topics=(), people=()))
    assert shelf_of(held, EN)[PLATES].all("#related") == []

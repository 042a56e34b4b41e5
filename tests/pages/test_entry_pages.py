"""Organisations, topics and terms: what each is, what belongs to it, where it was spoken of."""

from __future__ import annotations

from dataclasses import replace

from generator.model.identifiers import ForumId
from generator.model.language import Language
from generator.model.session import Role
from tests.pages.shown import EN, HANS, HANT, attr, changed, fixture, lang_of, shelf, shelf_of, words


def test_people_of_an_organisation_with_their_positions_and_the_day_of_each() -> None:
    page = shelf(EN)["organisations/tideland-circle/"]
    rows = dict(zip(page.texts("#people ~ ul a"), page.texts("#people ~ ul small"), strict=True))
    assert rows["Luo Pingjiang"] == "Secretary · 19 October 2025"  # the latest, and not the forum's first day
    assert rows["Shu Heting"] == "Member · 18 October 2025"
    assert rows["Oswin Marlock"] == "Printer · 1 June 2024"
    assert list(rows) == [
        "Edda Holmqvane", "Jian Du", "Luo Pingjiang", "Oswin Marlock", "Mu Weibai", "Shu Heting", "Tu Yinlan",
    ]  # fmt: skip


def test_forums_of_an_organisation() -> None:
    page = shelf(EN)["organisations/tideland-circle/"]
    assert page.texts("#forums ~ ul small") == ["18–19 October 2025", "1 June 2024"]


def test_parts_and_wholes_lead_to_each_other() -> None:
    whole, part = (shelf(EN)[f"organisations/{one}/"] for one in ("luxi-university", "shore-ecology"))
    assert "../shore-ecology/" in [attr(a, "href") for a in whole.all(".fp-dl a")]
    assert "../luxi-university/" in [attr(a, "href") for a in part.all(".fp-dl a")]
    broader, narrower = (shelf(EN)[f"topics/{one}/"] for one in ("shore-monitoring", "marsh-birds"))
    assert [attr(a, "href") for a in broader.all(".fp-dl a")] == ["../cheap-instruments/", "../marsh-birds/"]
    assert [attr(a, "href") for a in narrower.all(".fp-dl a")] == ["../shore-monitoring/"]


def test_a_topic_has_its_sessions_and_terms() -> None:
    page = shelf(EN)["topics/shore-monitoring/"]
    assert page.texts("#sessions ~ ul a") == ["One Plate, Eleven Years", "Panel: Who Counts, and for Whom"]
    assert page.texts("#terms ~ ul a") == ["quadrat", "salt marsh", "sediment plate", "tide staff"]


def test_a_guest_who_only_sat_there_did_not_speak_on_the_topic() -> None:
    forum = fixture().forums[ForumId("salt-marsh-2025")]
    (launch,) = (one for one in forum.sessions if one.id == "launch")
    assert [who.person for who in launch.people if who.roles == (Role.GUEST,)] == ["he-muran"]
    people = shelf(EN)["topics/old-notebooks/"].texts("#people ~ ul li a")
    assert people
    assert "He Muran" not in people
    alone = changed(forum.id, "launch", lambda one: replace(one, people=one.people[1:]))
    assert "He Muran" in shelf_of(alone, EN)["topics/old-notebooks/"].texts("#people ~ ul li a")


def test_a_term_has_its_definition_its_relatives_and_where_it_is_said() -> None:
    page = shelf(EN)["glossary/datum/"]
    assert "The level from which heights are counted" in page.text
    assert [attr(a, "href") for a in page.all(".fp-dl a")] == ["../tide-staff/", "../sediment-plate/"]
    plates = "../../forums/salt-marsh-2025/shu-heting-plates/"
    assert [attr(a, "href") for a in page.all("#mentions ~ ul a")] == [plates, f"{plates}#s2c3"]
    assert shelf(EN)["glossary/neap-tide/"].all("#mentions") == []


def test_other_words_for_a_term_are_in_the_script_of_the_page_and_those_for_names_are_not_made_up() -> None:
    for language, other in ((HANS, "记录仪、水位计、data logger"), (HANT, "記錄儀、水位計、data logger")):
        assert words(shelf(language)["glossary/logger/"].all(".fp-dl dd")[0]) == other
    circle = shelf(HANT)["organisations/tideland-circle/"].all(".fp-dl dd")[0]
    assert words(circle) == "观察社、The Circle"
    assert [lang_of(one) for one in circle.select("span")] == ["zh-Hans"]


def test_every_entry_is_in_its_index_and_has_a_page() -> None:
    held = fixture()
    for language in Language:
        for place, ids in (
            ("organisations", held.organisations),
            ("topics", held.topics),
            ("glossary", held.terms),
        ):
            links = [attr(a, "href") for a in shelf(language)[f"{place}/"].all(".fp-group a")]
            assert sorted(links) == sorted(f"{one}/" for one in ids)
            assert all(f"{place}/{link}" in shelf(language).pages for link in links)


def test_every_session_of_a_topic_is_there_in_the_order_of_the_programme() -> None:
    forum = fixture().forums[ForumId("salt-marsh-2025")]
    wanted = [f"../../forums/{forum.id}/{one.id}/" for one in forum.sessions if "old-notebooks" in one.topics]
    links = [attr(a, "href") for a in shelf(EN)["topics/old-notebooks/"].all("#sessions ~ ul a")]
    assert [link for link in links if forum.id in link] == wanted

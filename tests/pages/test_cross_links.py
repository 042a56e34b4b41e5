"""What leads from terms, topics, organisations, people and sessions to each other on their pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.identifiers import ForumId, SessionId
from generator.model.language import Language
from generator.model.record import LinkTarget, Paragraph, RecordLink, Text
from tests.pages.shown import EN, HANS, HANT, PLATES, SALT, attr, fixture, lang_of, shelf, shelf_of, words
from tests.pages.spoken import LAMP, paragraphs, saying, term
from tests.site.hostile import TEXTS

SALT_HREF = f"../../{SALT}"


@pytest.mark.parametrize("language", Language)
def test_every_place_is_a_paragraph_of_the_page_that_it_leads_to(language: Language) -> None:
    seen = 0
    for held, folder in ((fixture().terms, "glossary"), (fixture().people, "people")):
        for one in held:
            for link in shelf(language)[f"{folder}/{one}/"].all(
                "#mentions ~ ul :is(blockquote, .fp-places) a"
            ):
                path, _, mark = attr(link, "href").partition("#")
                target = shelf(language)[path.removeprefix("../../")]
                assert target.all(f'[id="{mark}"]'), f"{one}: {path}#{mark}"
                seen += 1
    assert seen > 15


def test_the_first_three_places_are_quoted_and_the_others_numbered() -> None:
    page = shelf(EN)["glossary/sediment-plate/"]
    row = page.all("#mentions ~ ul > li")[0]
    quotes = [words(one) for one in row.select("blockquote")]
    assert quotes[0] == "Why we bury plates"
    assert [one.get_text() for one in row.select("mark")] == ["plates", "sediment plates", "plate"]
    further = row.select(".fp-places a")
    assert [one.get_text() for one in further] == ["¶4", "¶5", "¶6", "¶7", "¶8", "¶9"]
    assert [attr(one, "aria-label") for one in further][:2] == ["Place 4", "Place 5"]
    assert attr(further[0], "href") == f"{SALT_HREF}shu-heting-plates/#t1b1"
    links = [attr(one, "href") for one in row.select("a")]
    assert len(links) == len(set(links))


def test_a_word_that_is_said_everywhere_is_quoted_from_the_latest_records_only() -> None:
    held = fixture()
    old = held.forums[LAMP[0]]
    sessions = tuple(replace(old.sessions[0], id=SessionId(f"night-{number}")) for number in range(45))
    record = replace(held.records[*LAMP, HANT], blocks=paragraphs("大潮", "大潮"))
    records = {(old.id, one.id, HANT): replace(record, session=one.id) for one in sessions}
    forums = {old.id: replace(old, sessions=sessions)}
    page = shelf_of(replace(held, forums=forums, records=records), HANS)["glossary/spring-tide/"]
    rows = page.all("#mentions ~ ul > li")
    assert len(rows) == 45
    assert [len(row.select("blockquote")) for row in rows] == [2] * 40 + [0] * 5
    assert [one.get_text() for one in rows[-1].select(".fp-places a")] == ["¶1", "¶2"]


def test_who_and_when_stand_beside_each_session() -> None:
    page = shelf(EN)["glossary/datum/"]
    assert page.texts("#mentions ~ ul small") == [
        "Talk · Shu Heting · Long Watches on the Salt Marsh · 18 October 2025 09:15–09:55"
    ]


def test_what_the_host_says_leads_to_the_hosts_page() -> None:
    row = shelf(HANS)["glossary/tide-staff/"].all("#mentions ~ ul > li")[-1]
    assert attr(row.select(".fp-t1")[0], "href") == f"{SALT_HREF}host/"
    assert row.select("small")[0].get_text() == "穆苇白　盐沼里的长期观测　2025年10月18日"


def test_words_are_in_the_script_of_the_page_and_carry_their_language_where_they_are_in_another() -> None:
    quote = shelf(HANT)["glossary/logger/"].all("#mentions ~ ul blockquote")[-1]
    assert "這臺水位計的材料" in words(quote)
    assert not quote.has_attr("lang")
    quote = shelf(EN)["glossary/salt-marsh/"].one("#mentions ~ ul blockquote")
    assert quote.select("mark")[0].get_text() == "鹽沼"
    assert lang_of(quote.select("mark")[0]) == "zh-Hant"
    assert [lang_of(one) for one in shelf(HANS)["glossary/salt-marsh/"].all("blockquote")] == [""]


def test_a_word_of_every_day_counts_only_where_it_is_linked() -> None:
    for language, word in ((HANS, "空白"), (EN, "gap")):
        page = shelf(language)["glossary/gap/"]
        assert [attr(one, "href") for one in page.all("#mentions ~ ul blockquote a")] == [
            f"{SALT_HREF}holmqvane-gaps/#n1a1"
        ]
        assert page.texts("#mentions ~ ul mark") == [word]


def test_terms_that_refer_to_a_term_stand_on_its_page_once() -> None:
    rows = shelf(EN)["glossary/logger/"].one(".fp-dl")
    links = {words(row): [words(a) for a in row.find_next("dd").select("a")] for row in rows.select("dt")}  # type: ignore[union-attr]
    assert links == {
        "Also called": [],
        "Referred to by": ["gap", "tide staff"],
        "Topic": ["Cheap instruments"],
    }
    tides = shelf(EN)["glossary/spring-tide/"]
    assert tides.texts(".fp-dl dt") == ["See also"]


def test_the_glossary_says_how_many_sessions_say_each_term() -> None:
    rows = {
        words(row.select("a")[0]): [words(one) for one in row.select("small")]
        for row in shelf(EN)["glossary/"].all(".fp-index > li")
    }
    assert rows["logger"][-1] == "Said in 2 sessions"
    assert rows["tide staff"][-1] == "Said in 1 session"  # and by the host, between the sessions
    assert len(rows["neap tide"]) == 1
    assert all(len(row[0]) > 20 for row in rows.values())


def test_a_session_leads_to_its_terms_in_the_order_of_their_being_said() -> None:
    for language in (EN, HANS, HANT):
        page = shelf(language)[PLATES]
        assert [attr(one, "href") for one in page.all("#terms ~ dl dt a")] == [
            "../../../glossary/sediment-plate/",
            "../../../glossary/datum/",
        ]
    assert shelf(EN)[f"{SALT}launch/"].all("#terms") == []


def test_a_topic_has_who_spoke_on_it_as_they_were_that_day_and_its_forums() -> None:
    page = shelf(EN)["topics/old-notebooks/"]
    rows = dict(zip(page.texts("#people ~ ul a"), page.texts("#people ~ ul small"), strict=True))
    assert rows["Shu Heting"] == "Research fellow, Institute of Shore Ecology, University of Luxi · 1 session"
    assert "Lang Yihe" not in rows  # interpreted
    assert "Mu Weibai" not in rows  # was the host
    assert shelf(EN)["topics/marsh-birds/"].texts("#sessions ~ ul a") == ["Panel: Who Counts, and for Whom"]
    assert page.texts("#forums ~ ul a") == ["Tide Tables by Hand"]


def test_who_was_to_speak_on_a_topic_and_did_not_come_did_not_speak_on_it() -> None:
    held = fixture()
    salt = held.forums[ForumId("salt-marsh-2025")]
    sessions = tuple(
        replace(one, topics=one.topics or held.forums[salt.id].topics) if one.id == "pei-luan-reeds" else one
        for one in salt.sessions
    )
    page = shelf_of(replace(held, forums={**held.forums, salt.id: replace(salt, sessions=sessions)}), EN)[
        "topics/shore-monitoring/"
    ]
    assert "Where the Reeds Went" in page.texts("#sessions ~ ul a")
    assert "Pei Luan" not in page.texts("#people ~ ul a")


def test_an_organisation_has_the_sessions_of_its_people() -> None:
    page = shelf(EN)["organisations/siltmark/"]
    assert page.texts("#sessions ~ ul a") == ["A Logger for the Price of a Lunch"]
    circle = shelf(EN)["organisations/tideland-circle/"].texts("#sessions ~ ul a")
    assert circle[0] == "One Plate, Eleven Years"
    assert circle[-1] == "Printing the Tide"  # of an earlier year
    assert "Tide Staff Workshop" not in circle


def test_an_organisation_tells_each_position_of_a_person_once_with_its_day() -> None:
    held = fixture()
    salt = held.forums[ForumId("salt-marsh-2025")]
    panel = salt.session(SessionId("panel-who-counts"))
    assert panel is not None
    secretary = next(one for one in panel.people if one.person == "luo-pingjiang")
    member = next(one for one in (salt.session(SessionId("shu-heting-plates")) or panel).people)
    changes = {
        "launch-demo": (replace(secretary, affiliations=(member.affiliations[1],)),),
        "staff-workshop-again": (secretary,),
    }
    sessions = tuple(replace(one, people=changes.get(one.id, one.people)) for one in salt.sessions)
    page = shelf_of(replace(held, forums={**held.forums, salt.id: replace(salt, sessions=sessions)}), EN)[
        "organisations/tideland-circle/"
    ]
    rows = dict(zip(page.texts("#people ~ ul a"), page.texts("#people ~ ul small"), strict=True))
    assert rows["Luo Pingjiang"] == "Secretary · 19 October 2025; Member · 18 October 2025"


def test_a_person_is_told_where_others_speak_of_them_and_who_shared_a_stage() -> None:
    page = shelf(EN)["people/oswin-marlock/"]
    assert [attr(one, "href") for one in page.all("#mentions ~ ul a")] == [
        f"{SALT_HREF}holmqvane-gaps/",
        f"{SALT_HREF}holmqvane-gaps/#h3d4",
    ]
    assert page.texts("#mentions ~ ul mark") == ["Oswin"]
    items = page.frame["toc"]["items"]  # type: ignore[index]
    assert "#mentions" in [one["href"] for one in items]
    assert shelf(EN)["people/tarn/"].all("#mentions") == []


@pytest.mark.parametrize("language", Language)
def test_hostile_words_around_a_place_stay_words(language: Language) -> None:
    """The page is rendered by the engine: what is text in a record is text where it is quoted."""
    link = RecordLink(LinkTarget.PERSON, "tarn", (Text("塔恩"),))
    contents = [(Text(f"{text}大潮"), link, Text(f"{text}数")) for text in TEXTS]
    held = saying([term("spring", hans="大潮")], paragraphs(*contents))
    pages = shelf_of(held, language)
    quoted = []
    for address in ("glossary/spring/", "people/tarn/"):
        page = pages[address]
        part = page.one("#mentions ~ ul")
        assert {one.name for one in part.find_all()} <= {
            "li",
            "a",
            "small",
            "span",
            "blockquote",
            "mark",
            "p",
        }
        assert all(not name.startswith("on") for one in part.find_all() for name in one.attrs)
        assert page.all("#evil, .evil, script, img") == []
        quoted += [words(one) for one in part.select("blockquote")]
        assert len(part.select(".fp-places a")) == len(TEXTS) - 3
    assert len(quoted) == 6
    assert all("大潮塔恩" in one for one in quoted)
    assert pages[f"forums/{LAMP[0]}/{LAMP[1]}/"].all("#terms ~ dl dt a")


@pytest.mark.parametrize(
    ("mark", "changed"),
    [("s2b2", {PLATES}), ("s2c3", {PLATES, "glossary/datum/"}), ("s4d4", {PLATES, "people/jian-du-birds/"})],
)
def test_a_word_that_is_corrected_changes_its_session_and_where_its_paragraph_is_quoted(
    mark: str, changed: set[str]
) -> None:
    key = ForumId("salt-marsh-2025"), SessionId("shu-heting-plates"), HANS
    record = fixture().records[key]
    blocks = tuple(
        replace(block, content=(Text("就这样，"), *block.content, Text("就这样。")))
        if isinstance(block, Paragraph) and block.marks[0] == mark
        else block
        for block in record.blocks
    )
    held = replace(fixture(), records={**fixture().records, key: replace(record, blocks=blocks)})
    before, after = shelf(HANS).pages, shelf_of(held, HANS).pages
    assert {one for one in before if before[one] != after[one]} == changed

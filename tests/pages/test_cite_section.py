"""The section that says how a page is cited."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from generator.model.identifiers import ForumId, PersonId, SessionId
from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.model.record import RecordForm, Writer
from generator.model.session import Appearance, Attendance, RecordState, Role, Session, SessionStatus
from generator.model.text import LocalizedText
from tests.pages.shown import (
    EN,
    HANS,
    HANT,
    PANEL,
    PLATES,
    SALT,
    SITE_URL,
    Shown,
    attr,
    changed,
    fixture,
    lang_of,
    shelf,
    shelf_of,
    words,
)

MARSH = ForumId("salt-marsh-2025")
HOST_PAGE = f"{SALT}host/"
LOG = "forums/lamp-room-2025/tu-yinlan-logs/"


def citations(page: Shown) -> dict[str, str]:
    """Return each citation of a page by the name that stands before it."""
    return {
        words(before): one.get_text()
        for one in page.all("#cite .fp-cite")
        if (before := one.find_previous_sibling())
    }


def panel(**changes: Any) -> Proceedings:
    return changed(MARSH, "panel-who-counts", lambda one: replace(one, **changes))


def someone(person: str, role: Role, attended: Attendance = Attendance.HERE) -> Appearance:
    return Appearance(person=PersonId(person), roles=(role,), attended=attended)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("path", [PANEL, PLATES, HOST_PAGE, LOG, f"{SALT}opening/", f"{SALT}closing/"])
def test_a_page_says_how_it_is_cited_in_four_ways(language: Language, path: str) -> None:
    page = shelf(language)[path]
    found = citations(page)
    first = ["APA 7", "GB/T 7714-2015"] if language is EN else ["GB/T 7714-2015", "APA 7"]
    assert list(found) == [*first, "BibTeX", "CSL-JSON"]
    address = f"{SITE_URL}{'' if language is HANS else f'{language.lower()}/'}{path}"
    assert all(address in text for text in found.values())
    assert page.frame["canonical"] == address
    assert {words(one) for one in page.all("#cite [data-cite=url]")} == {address}
    key = path.removeprefix("forums/").strip("/").replace("/", "-")
    assert {words(one) for one in page.all("#cite [data-cite=key]")} == {key}
    assert json.loads(found["CSL-JSON"])[0]["id"] == key
    assert found["BibTeX"].startswith(f"@inproceedings{{{key},\n")


@pytest.mark.parametrize("language", Language)
def test_every_page_with_a_record_is_cited_and_what_is_withheld_or_was_not_held_is_not(
    language: Language,
) -> None:
    for address in shelf(language).pages:
        page = shelf(language)[address]
        if page.all("#record"):
            page.one("#cite")
    for name in ("open-questions", "pei-luan-reeds", "staff-workshop", "evening-walk"):
        if f"{SALT}{name}/" in shelf(language).pages:
            assert not shelf(language)[f"{SALT}{name}/"].all("#cite"), name


@pytest.mark.parametrize("status", [one for one in SessionStatus if one is not SessionStatus.HELD])
def test_only_what_can_be_read_is_cited_of_a_session_that_was_perhaps_not_held(status: SessionStatus) -> None:
    def change(one: Session) -> Session:
        return replace(one, status=status, record=RecordState.NONE)

    assert not shelf_of(changed(MARSH, "panel-who-counts", change), HANS)[PANEL].all("#cite")
    still = shelf_of(panel(status=SessionStatus.UNKNOWN), HANS)[PANEL]
    assert still.all("#record")
    assert still.all("#cite")


def test_panellists_are_the_authors_and_who_led_them_is_named_after_the_title() -> None:
    found = citations(shelf(EN)[PANEL])
    assert found["APA 7"].startswith("Luo, P., Jian, D., & Jian, D. (2025, October 19). ")
    assert "Panel: Who Counts, and for Whom (S. Wen, Moderator) [" in found["APA 7"]
    assert "WEN S Y, Moderator//" in found["GB/T 7714-2015"]
    item = json.loads(found["CSL-JSON"])[0]
    assert [one["family"] for one in item["author"]] == ["Luo", "Jian", "Jian"]
    assert item["chair"] == [{"family": "Wen", "given": "Shuoyu"}]


def test_who_was_absent_or_interpreted_is_no_author() -> None:
    people = (
        someone("fan-jiuli", Role.PANELIST, Attendance.ABSENT),
        someone("lang-yihe", Role.INTERPRETER),
        someone("shu-heting", Role.PANELIST, Attendance.REMOTE),
    )
    assert citations(shelf_of(panel(people=people), HANS)[PANEL])["APA 7"].startswith("舒鹤汀. (2025")


def test_where_nobody_else_spoke_who_led_is_the_author() -> None:
    people = (someone("mu-weibai", Role.HOST), someone("fan-jiuli", Role.CHAIR))
    assert citations(shelf_of(panel(people=people), HANS)[PANEL])["APA 7"].startswith("穆苇白, 范九黎. (2025")
    assert citations(shelf_of(panel(people=()), HANS)[PANEL])["APA 7"].startswith("圆桌")


def test_a_guest_is_an_author_only_with_a_turn_in_the_record_or_where_nobody_else_could_have_spoken() -> None:
    sat = someone("yu-qiuzhi", Role.GUEST)  # the record gives them no turn
    panelist = someone("luo-pingjiang", Role.GUEST)
    for people, authors in (
        ((someone("mu-weibai", Role.HOST), sat), "穆苇白. (2025"),
        ((someone("shu-heting", Role.SPEAKER), sat), "舒鹤汀. (2025"),
        ((someone("mu-weibai", Role.HOST, Attendance.ABSENT), sat), "于秋枝. (2025"),
        ((someone("mu-weibai", Role.HOST), panelist, sat), "骆平绛. (2025"),
        ((sat,), "于秋枝. (2025"),
    ):
        assert citations(shelf_of(panel(people=people), HANS)[PANEL])["APA 7"].startswith(authors)
    unpublished = panel(people=(someone("mu-weibai", Role.HOST), panelist), record=RecordState.PENDING)
    assert citations(shelf_of(unpublished, HANS)[PANEL])["APA 7"].startswith("穆苇白. (2025")


def test_every_form_of_citation_says_that_a_machine_wrote_a_summary_that_nobody_has_checked() -> None:
    key = (MARSH, SessionId("panel-who-counts"), HANS)
    record = fixture().records[key]
    head = replace(record.head, form=RecordForm.SUMMARY, written_by=Writer.MACHINE, checked=())
    forum = replace(fixture().forums[MARSH], publish_unchecked=True)
    held = replace(
        fixture(),
        records={**fixture().records, key: replace(record, head=head)},
        forums={**fixture().forums, MARSH: forum},
    )
    for language, pieces in (
        (HANS, ("会议发言摘要（非原话）", "机器撰写", "未经核对")),
        (HANT, ("會議發言摘要（並非原話）", "機器撰寫", "未經核對")),
    ):
        for text in citations(shelf_of(held, language)[PANEL]).values():
            assert all(piece in text for piece in pieces)


def test_a_translation_says_of_what_and_what_has_no_record_that_it_was_a_session() -> None:
    assert "translated from Simplified Chinese by a machine" in citations(shelf(EN)[PANEL])["APA 7"]
    assert "[Conference session]. " in citations(shelf(EN)[f"{SALT}opening/"])["APA 7"]


def test_a_title_in_another_language_says_so_and_is_followed_by_the_page_s() -> None:
    page = shelf(EN)[LOG]
    (title,) = page.all("#cite cite")
    assert lang_of(title) == "zh-Hant"
    assert json.loads(citations(page)["CSL-JSON"])[0]["language"] == "zh-Hant"


def test_names_are_sorted_out_by_what_editors_wrote() -> None:
    found = json.loads(citations(shelf(EN)[f"{SALT}holmqvane-gaps/"])["CSL-JSON"])[0]
    assert found["author"] == [{"family": "Holmqvane", "given": "Edda"}]
    hans = citations(shelf(HANS)[f"{SALT}holmqvane-gaps/"])
    assert hans["GB/T 7714-2015"].startswith("埃达·霍姆奎恩. ")


def test_titles_do_not_become_markup() -> None:
    nasty = LocalizedText(((HANS, '<b>&amp;</b> "引号" {{ x }} {% y %}'),))
    page = shelf_of(panel(title=nasty), HANS)[PANEL]
    found = citations(page)
    assert '<b>&amp;</b> "引号" {{ x }} {% y %}' in found["APA 7"]
    assert json.loads(found["CSL-JSON"])[0]["title"] == '<b>&amp;</b> "引号" {{ x }} {% y %}'
    assert r"<b>\&amp;</b>" in found["BibTeX"]


@pytest.mark.parametrize("language", Language)
def test_what_the_script_says_stands_on_the_page(language: Language) -> None:
    section = shelf(language)[PANEL].one("#cite")
    said = [attr(section, f"data-{one}") for one in ("copy", "copied", "failed", "whole", "key", "url")]
    assert all(said)
    note = shelf(language)[PANEL].one("#cite [data-cite=paragraph]")
    assert note.has_attr("hidden")
    assert note.select("a[href='#cite']")
    assert note.select("button")

"""The first place at which a record says a term leads to its explanation, which stands after the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator.model.identifiers import Mark, PersonId
from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.model.record import (
    Block,
    Code,
    Emphasis,
    Heading,
    Inline,
    LinkTarget,
    Paragraph,
    RecordLink,
    Table,
    Text,
)
from generator.model.term import Term
from generator.model.text import LocalizedText
from tests.pages.shown import (
    EN,
    HANS,
    HANT,
    PANEL,
    PLATES,
    SALT,
    Shown,
    attr,
    shelf,
    shelf_of,
    words,
)
from tests.pages.spoken import LAMP, linked, paragraphs, saying, term

LOGS = f"forums/{LAMP[0]}/{LAMP[1]}/"
TIDE = term("tide", hans="大潮", en="spring tide")
STAFF = term("staff", hans="水尺", en="tide staff")


def said_in(
    terms: Sequence[Term], blocks: Sequence[Block], language: Language = HANS, edition: Language | None = None
) -> Shown:
    """Return the page of a record with just these blocks."""
    return shelf_of(saying(terms, blocks, language), edition or language)[LOGS]


def led(page: Shown) -> list[tuple[str, str, str]]:
    """Return the words of the record that lead to explanations: their block, the words, and which."""
    found = []
    for link in page.all(".fp-record .fp-term[data-gloss]"):
        block = next(one for one in link.parents if one.has_attr("id"))
        assert attr(link, "href").endswith(f"/glossary/{attr(link, 'data-gloss').removeprefix('g-')}/")
        found.append((attr(block, "id"), words(link), attr(link, "data-gloss")))
    return found


def to(target: LinkTarget, name: str, text: str) -> RecordLink:
    return RecordLink(target, name, (Text(text),))


def test_only_the_first_place_leads_to_the_explanation() -> None:
    page = said_in([TIDE, STAFF], paragraphs("今天没有。", "大潮时看水尺，大潮以后再看水尺。", "又是大潮。"))
    assert led(page) == [("a002", "大潮", "g-tide"), ("a002", "水尺", "g-staff")]
    assert page.texts("#a002") == ["大潮时看水尺，大潮以后再看水尺。¶"]


@pytest.mark.parametrize(
    "before",
    [
        Heading((Mark("b001"),), 2, (Text("大潮"),), line=1),
        Paragraph((Mark("b001"),), (Code("大潮"),), line=1),
        Paragraph((Mark("b001"),), (to(LinkTarget.WEB, "https://tide.example/", "大潮"),), line=1),
        Paragraph((Mark("b001"),), (to(LinkTarget.PERSON, "tarn", "大潮"),), line=1),
        Paragraph((Mark("b001"),), (Text("大"), Emphasis(strong=True, content=(Text("潮"),))), line=1),
    ],
    ids=["heading", "code", "web", "person", "half stressed"],
)
def test_where_no_link_can_stand_the_next_place_is_the_first(before: Block) -> None:
    assert led(said_in([TIDE], [before, *paragraphs("大潮。", "大潮。")])) == [("a001", "大潮", "g-tide")]


@pytest.mark.parametrize(
    ("content", "html"),
    [
        ((Emphasis(strong=True, content=(Text("看大潮去"),)),), "<strong>看<a>大潮</a>去</strong>"),
        (("一", "大潮", "二"), "一<a>大潮</a>二"),
        (("大潮",), "<a>大潮</a>"),
        (("[大潮](#x) *", "<b>"), "[<a>大潮</a>](#x) *&lt;b&gt;"),
    ],
)
def test_the_words_around_stay_as_they_are(content: Sequence[Inline | str], html: str) -> None:
    texts = "".join(one for one in content if isinstance(one, str))
    page = said_in([TIDE], paragraphs([Text(texts)] if texts else list(content)))  # type: ignore[arg-type]
    paragraph = page.one("#a001")
    for link in paragraph.select("a"):
        if "fp-mark" in attr(link, "class"):
            link.decompose()
        else:
            link.attrs = {}
    assert paragraph.decode_contents() == html


def test_items_quotations_and_cells_explain_too() -> None:
    cells = ((Text("何时"),), (Text("看水尺"),))
    table = Table((Mark("t001"),), cells, (((Text("水尺"),), (Text("大潮"),)),), line=3)
    blocks = [replace(one, item="bullet") for one in paragraphs("一根水尺") if isinstance(one, Paragraph)]
    assert led(said_in([TIDE, STAFF], [table])) == [("t001", "水尺", "g-staff"), ("t001", "大潮", "g-tide")]
    assert led(said_in([TIDE, STAFF], [*blocks, table])) == [
        ("a001", "水尺", "g-staff"),
        ("t001", "大潮", "g-tide"),
    ]


def test_an_editor_s_link_at_the_first_place_is_that_place() -> None:
    own: list[Inline] = [to(LinkTarget.TERM, "tide", "那个潮"), Text("就是大潮。")]
    assert led(said_in([TIDE], paragraphs(own, "大潮。"))) == [("a001", "那个潮", "g-tide")]
    # One that comes later keeps its place: the editor wanted it.
    assert led(said_in([TIDE], paragraphs("大潮。", own))) == [
        ("a001", "大潮", "g-tide"),
        ("a002", "那个潮", "g-tide"),
    ]


def test_a_word_of_every_day_is_explained_only_where_it_is_linked() -> None:
    everyday = linked(TIDE)
    own = [to(LinkTarget.TERM, "tide", "大潮")]
    assert led(said_in([everyday], paragraphs("大潮。", own))) == [("a002", "大潮", "g-tide")]
    assert led(said_in([everyday], paragraphs("大潮。"))) == []


def test_the_longest_form_is_the_one_that_is_explained() -> None:
    long = term("top", hans="天文大潮")
    page = said_in([TIDE, long], paragraphs("天文大潮和大潮。"))
    assert led(page) == [("a001", "天文大潮", "g-top"), ("a001", "大潮", "g-tide")]


def test_a_form_that_two_terms_share_explains_the_first_of_the_glossary() -> None:
    other = term("flood", hans="大潮")
    page = said_in([TIDE, other], paragraphs("大潮，大潮。"))
    assert led(page) == [("a001", "大潮", "g-tide")]
    # The other is in the list all the same.
    assert [attr(one, "id") for one in page.all(".fp-terms dl > div")] == ["g-tide", "g-flood"]


def test_the_other_script_leads_from_its_own_words() -> None:
    """What the glossary gives a form of its own has it in the record, too; all else is converted."""
    marsh = term("marsh", hans="盐沼", hant="鹽澤")
    page = said_in([marsh], paragraphs("先到盐沼，再说理发。"), HANS, HANT)
    assert led(page) == [("a001", "鹽澤", "g-marsh")]
    assert words(page.one("#g-marsh dt")) == "鹽澤"
    assert page.texts("#a001")[0].startswith("先到鹽澤，再說理髮。")


def test_words_in_letters_are_explained_in_chinese_too() -> None:
    sp = term("sp", hans="沉积板", en="sediment plate", aliases=("SP",))
    assert led(said_in([sp], paragraphs("我们叫它SP，也叫沉积板。"))) == [("a001", "SP", "g-sp")]


def test_what_a_page_in_another_language_explains_is_in_the_words_of_the_page() -> None:
    defined = LocalizedText(((HANS, "最大的潮。"), (EN, "The greatest tide.")))
    held = saying([replace(TIDE, definition=defined)], paragraphs("大潮。"))
    page = shelf_of(held, EN)[LOGS]
    assert led(page) == [("a001", "大潮", "g-tide")]
    assert words(page.one("#g-tide dt")) == "spring tide"
    assert words(page.one("#g-tide dd")) == "The greatest tide."


def test_every_page_explains_all_that_its_record_leads_to() -> None:
    for language in (HANS, HANT, EN):
        for path in (PLATES, PANEL, f"{SALT}host/"):
            page = shelf(language)[path]
            ids = {attr(one, "id") for one in page.all(".fp-terms dl > div")}
            assert {gloss for _, _, gloss in led(page)} <= ids
            assert all(words(one) for one in page.all(".fp-terms dd"))
            firsts = [gloss for _, _, gloss in led(page)]
            assert len(set(firsts)) == len(set(firsts) & ids)


def test_many_terms_are_folded_away() -> None:
    forms = ["一潮", "二潮", "三潮", "四潮", "五潮", "六潮", "七潮", "八潮"]
    terms = [
        term(f"t{part}{number}", hans=f"{part}{one}") for part in "abc" for number, one in enumerate(forms)
    ]
    few = paragraphs("、".join(one.term.get(HANS) or "" for one in terms))
    assert said_in(terms, few).all(".fp-terms details") == []
    more = term("more", hans="还有")
    page = said_in([*terms, more], [*few, *paragraphs("还有。")])
    assert words(page.one(".fp-terms details > summary")) == "这份实录里的25个词"
    assert len(page.all(".fp-terms details > dl > div")) == 25


def test_the_written_records_stay_as_they_are() -> None:
    held: Proceedings = saying([TIDE], paragraphs("大潮。"))
    before = dict(held.records)
    shelf_of(held, HANT)
    assert held.records == before
    assert PersonId("tarn") in held.people

"""Search, as readers use it: in a real browser, over the invented forum's own index."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any
from urllib.parse import quote, unquote

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Locator

from tests.building import ROOT, BuiltSite
from tests.site.browsing import DESK, PHONE, Reader
from tests.site.kinds import KINDS, PREFIXES, RECORD
from tests.site.tools import axe_violations

pytestmark = pytest.mark.browser
OpenWindow = Callable[..., AbstractContextManager[Reader]]
_PERSON = "people/shu-heting/"
_TEXTS = "() => [...document.querySelectorAll('.fp-found mark')].map((one) => one.textContent)"


@pytest.fixture
def searcher(reader: Reader) -> Reader:
    """A reader who has opened the search over a record."""
    return opened(reader)


def opened(reader: Reader, path: str = RECORD) -> Reader:
    reader.visit(path)
    reader.page.locator("[data-fp=search]").click()
    reader.page.locator("dialog.fp-search[open]").wait_for()
    return reader


def ask(reader: Reader, query: str) -> None:
    """Write a query and wait until what is shown answers it."""
    reader.page.locator("#fp-query").fill("")
    reader.until("!document.querySelector('.fp-searchstate').children.length")
    reader.page.locator("#fp-query").fill(query)
    reader.until("document.querySelector('.fp-searchstate').children.length > 0")
    loading = reader.page.locator("[data-fp=search]").get_attribute("data-loading")
    reader.until(f"document.querySelector('.fp-searchstate').textContent !== {json.dumps(loading)}")
    whole(reader)


def whole(reader: Reader) -> None:
    """Wait until everything that is shown at once is there."""
    reader.until("document.querySelector('.fp-found').ariaBusy !== 'true'")


def groups(reader: Reader) -> list[str]:
    """The addresses of the pages that were found, in order."""
    links = reader.page.locator(".fp-found h2 a").evaluate_all("(all) => all.map((one) => one.href)")
    return [re.sub(r"#.*", "", str(link)).removeprefix(reader.base) for link in links]


def state(reader: Reader) -> str:
    return reader.page.locator(".fp-searchstate").inner_text()


def hits(reader: Reader) -> Locator:
    return reader.page.locator("a.fp-hit")


def active(reader: Reader) -> str:
    return str(reader.evaluate("document.activeElement.id || document.activeElement.className"))


# What is found


def test_a_word_leads_to_the_paragraphs_that_say_it(searcher: Reader) -> None:
    ask(searcher, "蟹洞")
    assert groups(searcher) == [RECORD]
    assert set(searcher.evaluate(_TEXTS)) == {"蟹洞"}
    hit = hits(searcher).first
    assert "舒鹤汀" in hit.inner_text()
    link = unquote(hit.get_attribute("href") or "")
    assert link.endswith("#s4b2:~:text=因为总有一针扎在蟹洞里")
    hit.click()
    searcher.until("!document.querySelector('dialog[open]')")
    assert searcher.page.url.endswith("#s4b2")


def test_a_phrase_is_found_as_it_stands(searcher: Reader) -> None:
    ask(searcher, "取中间的数")
    assert groups(searcher)[0] == RECORD
    assert set(searcher.evaluate(_TEXTS)) == {"取中间的数"}
    ask(searcher, "中间的数不怕蟹洞")  # nobody says this, but the words are there
    assert groups(searcher)[0] == RECORD
    assert "蟹洞" in searcher.evaluate(_TEXTS)


def test_words_may_stand_apart(searcher: Reader) -> None:
    ask(searcher, "台风 淤高")
    assert groups(searcher)[0] == RECORD
    assert {"台风", "淤高"} <= set(searcher.evaluate(_TEXTS))


@pytest.mark.parametrize(
    ("prefix", "query"), [("", "蟹洞裡"), ("zh-hant/", "蟹洞里"), ("zh-hant/", "蟹洞裡")]
)
def test_either_script_finds_the_text(reader: Reader, prefix: str, query: str) -> None:
    opened(reader, f"{prefix}{KINDS['people']}")
    ask(reader, query)
    assert groups(reader) == [f"{prefix}{RECORD}"]


@pytest.mark.parametrize(
    "query",
    [
        "舒鹤汀",
        "舒鶴汀",
        "shuheting",
        "shu heting",
        "Shū Hètīng",
        "sht",
        "Shu Heting",
        "Heting Shu",
        "舒贺婷",
    ],
)
def test_a_person_is_found_by_every_name(searcher: Reader, query: str) -> None:
    ask(searcher, query)
    found = groups(searcher)
    assert found[0] == _PERSON
    assert RECORD in found, "what she said is found by her name"


@pytest.mark.parametrize("query", ["Shu Heting", "舒鹤汀", "sht"])
def test_names_are_known_in_english_too(reader: Reader, query: str) -> None:
    opened(reader, f"en/{RECORD}")
    ask(reader, query)
    assert groups(reader)[0] == f"en/{_PERSON}"


def test_english_words_are_found_in_their_forms(reader: Reader) -> None:
    opened(reader, f"en/{KINDS['home']}")
    ask(reader, "measuring")
    assert f"en/{RECORD}" in groups(reader)
    assert {"measured", "measure"} & set(reader.evaluate(_TEXTS))


def test_where_nothing_is_found_it_says_so_and_what_is_near(searcher: Reader) -> None:
    ask(searcher, "舒鹤亭")
    assert "没有找到“舒鹤亭”" in state(searcher)
    assert groups(searcher) == []
    searcher.page.get_by_role("button", name="舒鹤汀", exact=True).click()
    searcher.until("document.querySelector('.fp-found h2')")
    assert groups(searcher)[0] == _PERSON
    ask(searcher, "量子纠缠")
    assert "没有找到" in state(searcher)
    ask(searcher, "qzxv")
    assert "没有找到" in state(searcher)


def test_a_query_and_texts_never_become_markup(searcher: Reader) -> None:
    ask(searcher, '<img src=x onerror="window.ran=1">{query}')
    assert '<img src=x onerror="window.ran=1">' in state(searcher)
    assert searcher.page.locator("dialog img").count() == 0
    assert searcher.evaluate("window.ran") is None


def test_counts_are_those_of_the_page(searcher: Reader, built_site: BuiltSite) -> None:
    """What is said to be hits is as often in the record as it says."""
    ask(searcher, "钢针")
    page = BeautifulSoup((built_site.folder / RECORD / "index.html").read_text("utf-8"), "html.parser")
    record = page.select_one("#record")
    assert record is not None
    count = record.get_text().count("钢针")
    assert f"1场里找到{count}处" in state(searcher).replace(" ", "")


# Narrowing down


def test_facets_say_how_much_they_leave_and_leave_it(searcher: Reader) -> None:
    ask(searcher, "潮")
    everything = len(groups(searcher))
    choices = searcher.page.locator(".fp-types button")
    for number in range(1, choices.count()):
        choice = choices.nth(number)
        count = int(choice.locator(".fp-t").inner_text())
        choice.click()
        searcher.until(f"document.querySelectorAll('.fp-types button')[{number}].ariaPressed === 'true'")
        whole(searcher)
        assert len(groups(searcher)) == min(count, 10)
    choices.first.click()
    searcher.until("document.querySelectorAll('.fp-types button')[0].ariaPressed === 'true'")
    whole(searcher)
    assert len(groups(searcher)) == everything

    opener = searcher.page.get_by_role("button", name="年份")
    opener.click()
    year = searcher.page.locator("#fp-choices button").last
    year.wait_for()
    label, left = year.inner_text().split()
    year.click()
    searcher.until("document.querySelector('#fp-choices [aria-pressed=true]')")
    whole(searcher)
    assert searcher.evaluate("document.activeElement.closest('#fp-choices') !== null")
    assert len(groups(searcher)) == int(left)
    facts = searcher.page.locator(".fp-found .fp-foundone > .fp-small").all_inner_texts()
    assert all(label in text for text in facts)


# By keyboard


def test_by_keyboard_alone(reader: Reader) -> None:
    reader.visit(KINDS["home"])
    keys = reader.page.keyboard
    reader.page.locator(".fp-brand").focus()
    keys.press("/")
    reader.until("document.activeElement.id === 'fp-query'")
    keys.type("蟹洞")
    reader.until("document.querySelector('a.fp-hit')")
    keys.press("ArrowDown")
    assert reader.evaluate("document.activeElement.matches('.fp-found h2 a')")
    keys.press("ArrowDown")
    assert active(reader) == "fp-hit"
    keys.press("ArrowUp")
    keys.press("ArrowUp")
    assert active(reader) == "fp-query"
    keys.press("Escape")
    reader.until("!document.querySelector('dialog[open]')")
    assert active(reader) == "fp-brand"
    keys.press("Control+k")
    reader.until("document.activeElement.id === 'fp-query'")
    assert reader.page.locator("#fp-query").input_value() == "蟹洞"
    keys.press("Enter")
    assert reader.evaluate("document.activeElement.matches('.fp-found h2 a')")
    keys.press("End")
    keys.press("Enter")
    reader.page.wait_for_url(lambda url: RECORD in url)
    assert reader.here.partition(":~:")[0] == f"{RECORD}#s4b2"
    assert reader.complaints == []


def test_keys_are_left_to_fields_and_to_other_dialogs(reader: Reader) -> None:
    reader.visit("search/")
    field = reader.page.locator("#fp-query")
    field.wait_for()
    field.press("/")
    assert field.input_value() == "/"
    assert reader.page.locator("dialog[open]").count() == 0


def test_who_comes_back_from_a_hit_finds_the_search_as_it_was(searcher: Reader) -> None:
    ask(searcher, "主持人")
    elsewhere = searcher.page.locator(f".fp-found a:not([href*='{RECORD}'])").first
    elsewhere.click()
    searcher.page.wait_for_url(lambda url: RECORD not in url)
    searcher.page.go_back()
    searcher.until("document.querySelector('dialog[open] .fp-found h2')")
    assert searcher.page.locator("#fp-query").input_value() == "主持人"
    searcher.page.keyboard.press("Escape")
    searcher.page.reload()
    searcher.page.wait_for_timeout(200)
    assert searcher.page.locator("dialog[open]").count() == 0


# The page of the search


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_an_address_may_hold_the_query(reader: Reader, prefix: str) -> None:
    word = "sediment" if prefix == "en/" else "沉积板"
    reader.visit(f"{prefix}search/?q={quote(word)}")
    reader.until("document.querySelector('.fp-found h2')")
    whole(reader)
    assert f"{prefix}{RECORD}" in groups(reader)
    assert not reader.page.locator(".fp-unscripted").is_visible()
    ask(reader, "datum")
    assert reader.here.endswith("search/?q=datum")
    assert reader.complaints == []


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_without_script_the_button_leads_to_the_lists(open_window: OpenWindow, prefix: str) -> None:
    with open_window(java_script_enabled=False) as reader:
        reader.visit(f"{prefix}{RECORD}")
        reader.page.locator(".fp-searchlink").click()
        assert reader.here == f"{prefix}search/"
        assert reader.page.locator(".fp-unscripted").is_visible()
        ways = reader.page.locator("main ul a").evaluate_all("(all) => all.map((one) => one.href)")
        assert [str(one).removeprefix(f"{reader.base}{prefix}") for one in ways] == [
            "forums/",
            "people/",
            "organisations/",
            "topics/",
            "glossary/",
        ]


# What it loads


def test_nothing_is_loaded_before_it_is_asked_for(reader: Reader) -> None:
    reader.visit(RECORD)
    reader.page.wait_for_timeout(200)
    assert [url for url in reader.requests if "search" in url] == []
    reader.page.keyboard.press("/")
    reader.page.locator("dialog[open]").wait_for()
    assert [url.removeprefix(reader.base) for url in reader.requests if "search" in url] == [
        "assets/search.js"
    ]
    ask(reader, "蟹洞")
    assert any(url.endswith(".bin") for url in reader.requests)
    assert reader.complaints == []


def test_a_search_that_cannot_be_loaded_says_so_and_can_be_tried_again(open_window: OpenWindow) -> None:
    with open_window() as reader:
        opened(reader)
        reader.page.context.set_offline(True)
        reader.page.locator("#fp-query").fill("蟹洞")
        failed = reader.page.locator("[data-fp=search]").get_attribute("data-failed") or "?"
        reader.until(f"document.querySelector('.fp-searchstate').textContent.includes({json.dumps(failed)})")
        reader.page.context.set_offline(False)
        reader.page.locator(".fp-searchstate button").click()
        reader.until("document.querySelector('.fp-found h2')")
        assert groups(reader) == [RECORD]


# For everyone


@pytest.mark.prove
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_nothing_is_in_anyone_s_way(open_window: OpenWindow, prefix: str, size: Any, scheme: Any) -> None:
    with open_window(viewport=size, color_scheme=scheme) as reader:
        opened(reader, f"{prefix}{RECORD}")
        assert axe_violations(reader) == []
        ask(reader, "plate" if prefix == "en/" else "潮")
        reader.page.locator(".fp-facets button").first.click()
        reader.page.locator("#fp-choices button").first.wait_for()
        assert axe_violations(reader) == []
        ask(reader, "qzxv")
        assert axe_violations(reader) == []
        wide = reader.evaluate("document.querySelector('.fp-searchbody').scrollWidth")
        assert wide <= size["width"]


def test_what_was_found_is_read_aloud_once_the_reader_stops(searcher: Reader) -> None:
    ask(searcher, "蟹洞")
    searcher.until("document.querySelector('dialog [role=status]').textContent !== ''")
    spoken = searcher.page.locator("dialog [role=status]").text_content() or ""
    assert spoken in state(searcher)


# The rule


@pytest.fixture
def cutting(reader: Reader) -> Callable[[str, str], Any]:
    """Runs what the worker cuts texts and queries with, knowing the characters of the examples."""
    rule = (ROOT / "templates" / "search" / "worker" / "10-cut.js").read_text("utf-8")
    characters = json.dumps(_examples()["characters"])
    reader.page.goto("about:blank")
    before = f"{rule}; learnScripts({characters});"
    return lambda call, text: reader.evaluate(f"(text) => {{{before} return {call};}}", text)


def _examples() -> dict[str, Any]:
    text = (ROOT / "tests" / "search" / "separation.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def test_texts_and_queries_are_cut_as_the_index_is(cutting: Callable[[str, str], Any]) -> None:
    examples = _examples()
    for text, tokens in examples["texts"]:
        assert cutting("tokensOf(text).map((one) => one.word)", text) == tokens, text
    for text, asked in examples["queries"]:
        assert cutting("phraseOf(text).asked.map((one) => [one.word, one.place])", text) == asked, text
    for text, plain in examples["folded"]:
        assert cutting("folded(text)", text) == plain, text

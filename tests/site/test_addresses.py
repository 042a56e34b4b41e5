"""Addresses that are no more, and addresses that never were."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from http import HTTPStatus

import pytest

from tests.building import FORUM_URL
from tests.site.browsing import Reader
from tests.site.kinds import PREFIXES

pytestmark = pytest.mark.browser
OpenWindow = Callable[..., AbstractContextManager[Reader]]

MOVED = {
    "people/tarn-loggers/": "people/tarn/",
    "events/mudflat-2025/": "events/tideland-2025/",
    "organisations/mudflat-station/": "organisations/shore-ecology/",
    "topics/low-cost-gauges/": "topics/cheap-instruments/",
    "glossary/level-logger/": "glossary/logger/",
    "forums/marsh-2025/": "forums/salt-marsh-2025/",
    "forums/salt-marsh-2025/plates/": "forums/salt-marsh-2025/shu-heting-plates/",
    # An old session of an old forum.
    "forums/marsh-2025/plates/": "forums/salt-marsh-2025/shu-heting-plates/",
    "forums/marsh-2025/panel-who-counts/": "forums/salt-marsh-2025/panel-who-counts/",
}


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_an_old_address_leads_to_the_new_one_and_takes_the_fragment_along(
    reader: Reader, prefix: str
) -> None:
    for old, new in MOVED.items():
        reader.page.goto(f"{reader.base}{prefix}{old}?from=mail#s2b2", wait_until="commit")
        reader.page.wait_for_url(f"{reader.base}{prefix}{new}?from=mail#s2b2")
    reader.page.goto(f"{reader.base}{prefix}forums/marsh-2025/plates/#s2b2", wait_until="commit")
    reader.page.wait_for_url(f"{reader.base}{prefix}{MOVED['forums/marsh-2025/plates/']}#s2b2")
    assert reader.page.locator("#s2b2:target").is_visible()
    assert reader.complaints == []


def test_going_back_does_not_lead_forward_again(reader: Reader) -> None:
    reader.visit("about/")
    reader.page.goto(f"{reader.base}people/tarn-loggers/", wait_until="commit")
    reader.page.wait_for_url(f"{reader.base}people/tarn/")
    reader.page.go_back()
    assert reader.here == "about/"


def test_an_old_address_leads_on_without_script(open_window: OpenWindow) -> None:
    with open_window(java_script_enabled=False) as reader:
        for old, new in MOVED.items():
            reader.page.goto(reader.base + old, wait_until="commit")
            reader.page.wait_for_url(reader.base + new)


@pytest.mark.parametrize(
    "path", ["nothing", "people/nobody/", "en/forums/salt-marsh-2025/no/such/page/", "zh-hant/x.html"]
)
def test_the_page_for_what_is_not_there_speaks_all_languages_at_any_depth(reader: Reader, path: str) -> None:
    assert reader.visit(path).status == HTTPStatus.NOT_FOUND
    assert reader.page.locator("main section").count() == len(PREFIXES)
    for language, prefix in PREFIXES.items():
        part = reader.page.locator(f"main section[lang={language}]")
        assert part.is_visible()
        assert part.get_by_role("link").get_attribute("href") == FORUM_URL + prefix
    # It finds its style sheet and its script from wherever it is shown.
    assert reader.evaluate("document.documentElement.className") == "js"
    assert reader.page.locator("body").evaluate("(body) => getComputedStyle(body).display") == "flex"
    wrong = [url for url in reader.requests if url != reader.base + path and "/assets/" not in url]
    assert wrong == []
    # The browser says that this page is none, and nothing else.
    others = {text for text in reader.complaints if f"404 for {reader.base}{path}" not in text}
    said = "Failed to load resource: the server responded with a status of 404 (Not Found)"
    assert others == {f"{reader.page.url}: error: {said}"}

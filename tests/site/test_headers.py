"""What a host says with each file forbids nothing that readers do, and what no page can forbid by itself."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.building import BuiltSite
from tests.site.browsing import reading
from tests.site.kinds import EVERY, FORMER, KINDS, RECORD
from tests.site.serving import serving
from tests.site.test_search import ask, groups, opened

pytestmark = pytest.mark.browser


def headers_of(site: BuiltSite) -> dict[str, str]:
    """The headers as Netlify and Cloudflare read them."""
    first, *lines = (site.folder / "_headers").read_text("ascii").splitlines()
    assert first == "/*"
    assert all(line.startswith("  ") and len(line) < 2000 for line in lines)
    return dict(line.strip().split(": ", 1) for line in lines)


def test_search_and_players_work_under_them(browser: Browser, built_site: BuiltSite) -> None:
    sent = headers_of(built_site)
    with serving(built_site.folder, sent) as base, reading(browser, base) as reader:
        answer = reader.visit(RECORD)
        assert {name: answer.headers[name.lower()] for name in sent} == sent
        opened(reader)
        ask(reader, "蟹洞")
        assert groups(reader) == [RECORD]
        assert reader.complaints == []


@pytest.mark.prove
def test_no_page_is_refused_anything_under_them(browser: Browser, built_site: BuiltSite) -> None:
    with serving(built_site.folder, headers_of(built_site)) as base, reading(browser, base) as reader:
        for path in (*EVERY, FORMER):
            reader.visit(path)
        assert reader.complaints == []


def test_no_other_site_shows_a_page_in_a_frame(browser: Browser, built_site: BuiltSite) -> None:
    with (
        serving(built_site.folder, headers_of(built_site)) as base,
        serving(built_site.folder) as other,
        reading(browser, other) as reader,
    ):
        reader.page.set_content(f"<iframe src='{base}{KINDS['about']}'></iframe>")
        reader.until("window.frames.length === 1")
        reader.page.wait_for_timeout(500)
        frame = reader.page.frames[1]
        assert not frame.url.startswith(base)
        assert any("frame-ancestors" in text for text in reader.complaints)

"""What the preview's script does with a page that is open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.commands.invented import edit, make_project
from tests.commands.served import PATIENCE, serving

PERSON = "content/people/tarn.yml"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    yield page
    page.close()


@pytest.mark.browser
def test_an_open_page_follows_the_editor(page: Page, tmp_path_factory: pytest.TempPathFactory) -> None:
    expect.set_options(timeout=PATIENCE * 1000)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    with serving(make_project(tmp_path_factory.mktemp("served") / "project"), "--language", "en") as served:
        person = served.project / PERSON
        page.goto(f"{served.url}en/people/tarn/")
        expect(page.get_by_text("Builds water-level loggers")).to_be_visible()
        edit(person, "Builds", "Makes")
        expect(page.get_by_text("Makes water-level loggers")).to_be_visible()
        edit(person, "names:", "<b>nams</b>:")
        alert = page.get_by_role("alert")
        expect(alert).to_contain_text("the key '<b>nams</b>' is not known here")
        expect(page.get_by_text("Makes water-level loggers")).to_be_visible()
        edit(person, "<b>nams</b>:", "names:")
        expect(alert).to_have_count(0)
        assert complaints == []

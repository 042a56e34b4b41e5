"""The pages are HTML as the standard has it, to the Nu Html Checker: no error, and no warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import BuiltSite
from tests.site.kinds import EVERY, FORMER
from tests.site.tools import html_messages


def test_one_page_of_each_kind_and_language_is_valid(built_site: BuiltSite) -> None:
    paths = [*(f"{path}index.html" for path in (*EVERY, FORMER)), "404.html", "en/404.html"]
    assert [str(one) for one in html_messages(built_site.folder, paths)] == []


def test_a_fault_would_be_found(tmp_path: Path) -> None:
    head = '<!doctype html>\n<html lang="en">\n<title>x</title>\n'
    page = f'{head}<p id="a">a\n<p id="a">b\n<section><p>c</section>'
    (tmp_path / "x.html").write_text(page, "utf-8")
    found = html_messages(tmp_path, ["x.html"])
    assert [one.line for one in found if "Duplicate ID" in one.text] == [5]
    assert any("Section lacks heading" in one.text for one in found)


@pytest.mark.prove
@pytest.mark.parametrize("site", ["built_site", "shipped_site"])
def test_every_page_is_valid(site: str, request: pytest.FixtureRequest) -> None:
    built: BuiltSite = request.getfixturevalue(site)
    paths = sorted(path.relative_to(built.folder).as_posix() for path in built.folder.rglob("*.html"))
    assert len(paths) > 200
    assert [str(one) for one in html_messages(built.folder, paths)] == []

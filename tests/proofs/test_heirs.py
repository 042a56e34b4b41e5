"""The maintained heirs of the engine build the same tree: page for page the same article, ids and links."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from bs4.element import Tag

from tests.building import FORUM_URL, ROOT, BuiltSite, make_project

HEIRS = ("properdocs", "zensical")
ALLOWED_EXTRA = {"search.json", "en/search.json", "zh-hant/search.json"}
"""What Zensical writes unasked; no page asks for it."""


@pytest.fixture(scope="module", params=HEIRS)
def heir_site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, built_site: BuiltSite
) -> BuiltSite:
    """The same content, built with an heir."""
    if importlib.util.find_spec(request.param) is None:
        pytest.skip(f"{request.param} is not installed; it is in the extra `heirs`")
    content = built_site.project / "content"
    project = make_project(tmp_path_factory.mktemp(request.param) / "project", content, FORUM_URL)
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--project", str(project), "--engine", request.param],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return BuiltSite(project, project / "site", FORUM_URL)


@pytest.mark.prove
def test_every_file_is_there(built_site: BuiltSite, heir_site: BuiltSite) -> None:
    wanted, found = (set(files_below(site.folder)) for site in (built_site, heir_site))
    assert wanted - found == set()
    assert found - wanted <= ALLOWED_EXTRA


@pytest.mark.prove
def test_every_page_says_the_same_under_the_same_names(built_site: BuiltSite, heir_site: BuiltSite) -> None:
    pages = [name for name in files_below(built_site.folder) if name.endswith(".html")]
    assert len(pages) > 200
    different: list[str] = []
    for name in pages:
        wanted, found = (parsed(site.folder / name) for site in (built_site, heir_site))
        looks = (text_of, ids_of, links_of, heads_of)
        different.extend(f"{name}: {look.__name__}" for look in looks if look(wanted) != look(found))
    assert different == []


def files_below(folder: Path) -> list[str]:
    """Return the files of a site, sorted."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def parsed(path: Path) -> BeautifulSoup:
    """Return a page, parsed as browsers do."""
    return BeautifulSoup(path.read_text("utf-8"), "html5lib")


def main_of(page: BeautifulSoup) -> Tag:
    """Return the part that a page is there for."""
    main = page.find("main")
    assert isinstance(main, Tag)
    return main


def text_of(page: BeautifulSoup) -> list[str]:
    """Return the words of a page."""
    return main_of(page).get_text().split()


def ids_of(page: BeautifulSoup) -> list[object]:
    """Return the anchors of a page, in order."""
    return [tag.get("id") for tag in main_of(page).select("[id]")]


def links_of(page: BeautifulSoup) -> list[tuple[object, ...]]:
    """Return what a page links and shows, with the language and the class of each."""
    keys = ("href", "src", "lang", "rel", "class", "aria-label")
    return [tuple(tag.get(key) for key in keys) for tag in main_of(page).select("a, img, [lang]")]


def heads_of(page: BeautifulSoup) -> list[object]:
    """Return what machines read of a page: its languages, its address, its description, its neighbours."""
    links = [
        (tag.get("rel"), tag.get("hreflang"), tag.get("href"))
        for tag in page.select("link[rel=alternate], link[rel=canonical], link[rel=prev], link[rel=next]")
    ]
    metas = [(tag.get("name"), tag.get("content")) for tag in page.select("meta[name]")]
    html = page.find("html")
    assert isinstance(html, Tag)
    return [html.get("lang"), page.title.get_text() if page.title else None, links, metas]

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.render.errors import PathError
from generator.render.languages import combine
from tests.render.harbour import files_of


@pytest.fixture
def parts(tmp_path: Path) -> list[tuple[str, Path]]:
    found = []
    for prefix in ("", "en", "zh-hant"):
        folder = tmp_path / f"built-{prefix}"
        for name in (
            "index.html",
            "404.html",
            "sitemap.xml",
            "sitemap.xml.gz",
            "people/404.html",
            "assets/a.css",
        ):
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(f"{prefix} {name}")
        found.append((prefix, folder))
    return found


@pytest.mark.parametrize("link", [False, True])
def test_each_language_has_its_place_and_one_404_is_at_the_root(
    tmp_path: Path,
    parts: list[tuple[str, Path]],
    link: bool,  # noqa: FBT001
) -> None:
    site = tmp_path / "site"
    combine(parts, site, link=link)
    found = files_of(site)
    assert sorted(found) == sorted(
        ["404.html"]
        + [
            prefix + name
            for prefix in ("", "en/", "zh-hant/")
            for name in ("assets/a.css", "index.html", "people/404.html")
        ]
    )
    assert found["404.html"] == b" 404.html"
    assert found["en/index.html"] == b"en index.html"
    same = (site / "index.html").samefile(parts[0][1] / "index.html")
    assert same == link


def test_a_page_of_the_root_in_the_folder_of_a_language_is_refused(
    tmp_path: Path, parts: list[tuple[str, Path]]
) -> None:
    (parts[0][1] / "en").mkdir()
    (parts[0][1] / "en" / "index.html").write_text("x")
    with pytest.raises(PathError, match="two languages"):
        combine(parts, tmp_path / "site")


def test_where_links_cannot_be_made_files_are_copied(
    tmp_path: Path, parts: list[tuple[str, Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_source: Path, _place: Path) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    combine(parts, tmp_path / "site", link=True)
    assert (tmp_path / "site" / "en" / "index.html").read_text() == "en index.html"

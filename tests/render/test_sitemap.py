from __future__ import annotations

from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

import pytest

from generator.render import sitemap as module
from generator.render.errors import RenderError
from generator.render.sitemap import SITEMAP, XHTML, Listed, sitemap

ROOT = "https://forum.example/proceedings/"


def listed(path: str) -> list[Listed]:
    alternates = {
        "zh-Hans": f"{ROOT}{path}",
        "zh-Hant": f"{ROOT}zh-hant/{path}",
        "en": f"{ROOT}en/{path}",
        "x-default": f"{ROOT}{path}",
    }
    return [Listed(url, alternates) for url in dict.fromkeys(alternates.values())]


def test_every_page_has_itself_and_the_others() -> None:
    (file,) = sitemap([*listed("b&c/"), *listed("")], ROOT)
    assert file.path == PurePosixPath("sitemap.xml")
    root = ET.fromstring(file.content)  # noqa: S314 - our own text
    assert root.tag == f"{{{SITEMAP}}}urlset"
    urls = [url.findtext(f"{{{SITEMAP}}}loc") for url in root]
    assert urls == sorted(page.url for page in [*listed("b&c/"), *listed("")])
    links = {link.get("hreflang"): link.get("href") for link in root[1].findall(f"{{{XHTML}}}link")}
    assert links == dict(listed("b&c/")[0].alternates)
    assert {link.get("rel") for link in root.iter(f"{{{XHTML}}}link")} == {"alternate"}
    assert b"lastmod" not in file.content
    assert file.content.startswith(b"<?xml version='1.0' encoding='utf-8'?>\n")


def test_the_order_given_does_not_matter() -> None:
    pages = [*listed("a/"), *listed("b/")]
    assert sitemap(pages, ROOT) == sitemap(pages[::-1], ROOT)


def test_more_pages_than_one_file_may_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 4)
    index, *parts = sitemap([*listed("a/"), *listed("b/"), *listed("c/")], ROOT)
    assert [part.path.name for part in parts] == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    root = ET.fromstring(index.content)  # noqa: S314 - our own text
    assert [loc.text for loc in root.iter(f"{{{SITEMAP}}}loc")] == [
        f"{ROOT}{part.path.name}" for part in parts
    ]
    assert [len(ET.fromstring(part.content)) for part in parts] == [4, 4, 1]  # noqa: S314


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        ([Listed("https://else.example/", {})], "outside"),
        ([Listed(ROOT, {"en": f"{ROOT}en/", "x-default": f"{ROOT}en/"})], "its own alternates"),
        ([Listed(ROOT, {"en": ROOT})], "x-default"),
        ([*listed(""), *listed("")], "two pages"),
    ],
)
def test_a_map_that_would_be_wrong_is_refused(pages: list[Listed], words: str) -> None:
    with pytest.raises(RenderError, match=words):
        sitemap(pages, ROOT)

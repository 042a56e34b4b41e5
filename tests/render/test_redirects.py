from __future__ import annotations

from pathlib import PurePosixPath

import html5lib
import pytest

from generator.model.language import Language
from generator.render.errors import RenderError
from generator.render.redirects import Moved, redirect

ROOT = "https://forum.example/proceedings/"


def moved(old: str, new: str, title: str = "Ada Lin") -> Moved:
    return Moved(PurePosixPath(old), PurePosixPath(new), Language.EN, title, "This page has moved to")


@pytest.mark.parametrize(
    ("old", "new", "to", "canonical", "script"),
    [
        ("en/people/old", "en/people/ada", "../ada/", f"{ROOT}en/people/ada/", "../../../assets/redirect.js"),
        ("people", ".", "../", ROOT, "../assets/redirect.js"),
        ("a", "b/c", "../b/c/", f"{ROOT}b/c/", "../assets/redirect.js"),
        ("p/a", "p/港", "../%E6%B8%AF/", f"{ROOT}p/%E6%B8%AF/", "../../assets/redirect.js"),
        ("p/a", "p", "../", f"{ROOT}p/", "../../assets/redirect.js"),
    ],
)
def test_it_leads_on_with_and_without_script(
    old: str, new: str, to: str, canonical: str, script: str
) -> None:
    file = redirect(moved(old, new), ROOT)
    assert file.path == PurePosixPath(old) / "index.html"
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(file.content.decode())
    assert page.get("data-to") == to
    assert page.get("lang") == "en"
    head = page.find("head")
    assert head is not None
    # Only without script: with it, the script leads on and takes the fragment along.
    refresh = head.find("noscript/meta[@http-equiv='refresh']")
    assert refresh is not None
    assert refresh.get("content") == f"0; url={to}"
    robots = head.find("meta[@name='robots']")
    assert robots is not None
    assert robots.get("content") == "noindex"
    assert [link.get("href") for link in head.iter("link") if link.get("rel") == "canonical"] == [canonical]
    assert [element.get("src") for element in head.iter("script")] == [script]
    assert [(link.get("href"), link.text) for link in page.iter("a")] == [(to, "Ada Lin")]


def test_words_are_text() -> None:
    content = redirect(moved("a", "b", title='"><script>alert(1)</script>'), ROOT).content.decode()
    page = html5lib.HTMLParser(namespaceHTMLElements=False).parse(content)
    assert [element.text for element in page.iter("script")] == [None]
    assert page.findtext("body/main/h1") == '"><script>alert(1)</script>'


@pytest.mark.parametrize(("old", "new"), [("a", "a"), ("a", "../b"), ("../a", "b"), ("/a", "b"), (".", "b")])
def test_a_redirect_that_leads_nowhere_is_refused(old: str, new: str) -> None:
    with pytest.raises(RenderError):
        redirect(moved(old, new), ROOT)

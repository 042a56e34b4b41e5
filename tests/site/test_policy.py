"""Every page says what it may load, needs no more, and is held to it by the browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from bs4 import BeautifulSoup

from tests.building import BuiltSite
from tests.site.browsing import Reader
from tests.site.kinds import EVERY, FORMER, RECORD

pytestmark = pytest.mark.browser
OpenWindow = Callable[..., AbstractContextManager[Reader]]
_POLICY = re.compile(
    r'<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]+)">'
)
_WATCH = """() => {
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
        window.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
    });
}"""


def test_every_document_has_a_policy_first_and_nothing_that_it_forbids(built_site: BuiltSite) -> None:
    documents = sorted(built_site.folder.rglob("*.html"))
    assert len(documents) > 200
    wrong = []
    for path in documents:
        text = path.read_text("utf-8")
        name = path.relative_to(built_site.folder).as_posix()
        if not _POLICY.search(text):
            wrong.append(f"{name}: no policy before all else")
        for element in BeautifulSoup(text, "html.parser").find_all(name=True):
            inline = [one for one in element.attrs if one == "style" or one.startswith("on")]
            if inline or element.name == "style" or (element.name == "script" and not element.get("src")):
                wrong.append(f"{name}: {str(element)[:120]}")
    assert wrong == []


@pytest.mark.prove
def test_no_page_is_refused_anything(reader: Reader) -> None:
    reader.page.add_init_script(f"({_WATCH})()")
    for path in (*EVERY, FORMER):
        reader.visit(path)
        # Whatever the script may do is done: the system's colours, a term, a picture, the menu.
        reader.page.emulate_media(color_scheme="dark")
        reader.evaluate(
            """() => {
                const some = "button, summary, .fp-term, .fp-mark, a.fp-picture, .fp-view a";
                for (const one of document.querySelectorAll(`main :is(${some})`)) one.click();
            }"""
        )
        reader.page.emulate_media(color_scheme="light")
        assert reader.evaluate("window.violations") == [], path
    assert reader.complaints == []


def test_the_browser_holds_a_page_to_it(reader: Reader) -> None:
    """The watch is awake: what the policy does not name is refused, and told."""
    reader.page.add_init_script(f"({_WATCH})()")
    reader.visit(f"en/{RECORD}")
    reader.evaluate(
        """async () => {
            const main = document.querySelector("main");
            main.insertAdjacentHTML("beforeend", '<p style="color: red">x</p>');
            const image = document.createElement("img");
            image.src = "https://elsewhere.example/x.png";
            main.append(image);
            const frame = document.createElement("iframe");
            frame.src = "https://elsewhere.example/";
            main.append(frame);
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            main.append(script);
            await fetch("https://elsewhere.example/").catch(() => {});
        }"""
    )
    refused = {text.split(":")[0] for text in reader.evaluate("window.violations")}
    assert refused == {"style-src-attr", "img-src", "frame-src", "script-src-elem", "connect-src"}
    assert reader.evaluate("window.ran") is None

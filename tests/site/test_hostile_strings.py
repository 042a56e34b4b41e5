"""Three hundred hostile texts in every field and language, in the search and in a recording: none acts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Dialog

from generator.model.record import Paragraph, Text
from tests.building import FIXTURE, FORUM_URL, ROOT, BuiltSite, build_site, make_project, once
from tests.commands.invented import Program, files_of
from tests.commands.night import FORUM, HOME, PROGRAMME
from tests.intake.invented_recording import recording
from tests.site.browsing import Reader, reading
from tests.site.hostile import Hostility, make_hostile
from tests.site.hostile_strings import SCRIPTS, SHOWN
from tests.site.kinds import EVERY, KINDS, PREFIXES
from tests.site.serving import serving
from tests.store.records.record_panel import read

pytestmark = [pytest.mark.browser, pytest.mark.prove]

BATCHES = 4
"""So many sites: with all texts in each field, a page would be of megabytes."""

# What stands in what, with the names of attributes; and what would load or run.
_SHAPE = """async (paths) => {
    const shapes = new Set(), wrong = [];
    // A monogram goes by its letters: how many there are, and which of the colours.
    const own = (one) => `${one.className.baseVal ?? one.className}`.replace(/ (v\\d|fp-mono--2)\\b/g, "");
    const named = (one) => `${one.localName}.${own(one)}`;
    for (const path of paths) {
        const text = await (await fetch(path)).text();
        const page = new DOMParser().parseFromString(text, "text/html");
        for (const one of page.querySelectorAll("*")) {
            const around = one.parentElement ? named(one.parentElement) : "";
            shapes.add(`${around} > ${named(one)} [${one.getAttributeNames().sort().join(" ")}]`);
            for (const name of ["href", "src", "action", "style", "srcdoc", "data", "ping", "formaction"]) {
                const value = one.getAttribute(name);
                if (value && /^\\s*(javascript|data|vbscript|blob|file):|^\\s*\\/\\//i.test(value))
                    wrong.push(`${path}: ${one.outerHTML.slice(0, 200)}`);
            }
            const loads = one.localName === "a" ? null : one.getAttribute("src") ?? one.getAttribute("href");
            if (/evil/.test(loads ?? ""))
                wrong.push(`${path}: ${one.outerHTML.slice(0, 200)}`);
            if (one.matches("#evil, .evil")) wrong.push(`${path}: ${one.outerHTML.slice(0, 200)}`);
        }
        if (page.querySelectorAll("main").length !== 1) wrong.push(`${path}: not one main`);
        if (page.body.querySelector("style, link, base, meta, title")) wrong.push(`${path}: a head within`);
        if (/\\n(touch evil|uid=)/.test(text)) wrong.push(`${path}: a command ran`);
    }
    return [[...shapes].sort(), wrong];
}"""
_WATCH = """() => {
    window.ranTimes = 0;
    window.ran = () => { window.ranTimes += 1; };
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
        window.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
    });
}"""
_TOUCH = """() => {
    addEventListener("click", (event) => event.preventDefault(), true);
    const all = [...document.querySelectorAll("*")];
    for (const type of ["mouseover", "pointerenter", "click"])
        for (const element of all) {
            const event = new MouseEvent(type, {bubbles: true, cancelable: true});
            if (element.isConnected) element.dispatchEvent(event);
        }
    for (const type of ["focus", "load", "error", "toggle"])
        for (const element of all) element.dispatchEvent(new Event(type));
}"""


def batch(number: int) -> tuple[str, ...]:
    return SHOWN[number::BATCHES]


def plain_in_records(text: str) -> bool:
    """Whether a record says just this where it is written as it is, at the beginning of a line and within."""
    return all(_says(words) for words in (f"{text} 二", f"一 {text} 二", f"一 {text}"))


def _says(words: str) -> bool:
    parsed = read(f"{words} ^p7k2")
    block = parsed.blocks[0] if len(parsed.blocks) == 1 else None
    return not parsed.faults and isinstance(block, Paragraph) and block.content == (Text(words),)


def hostility(texts: tuple[str, ...]) -> Hostility:
    # What opens something that another text could end is written with backslashes as well.
    plain = tuple(text for text in texts if not set(text) & set("|[]`*_&\\") and plain_in_records(text))
    return Hostility(plain, tuple(text for text in texts if text not in plain))


def harmless(number: int) -> tuple[str, ...]:
    """As many words that mean nothing, with as many of scripts that run to the left."""
    return tuple(text if text in SCRIPTS else f"w{place}" for place, text in enumerate(batch(number)))


def built(factory: pytest.TempPathFactory, name: str, texts: tuple[str, ...]) -> BuiltSite:
    def make(folder: Any) -> None:
        project = make_project(folder, FIXTURE, FORUM_URL)
        assert make_hostile(project, hostility(texts)) > 500
        before = files_of(project)
        build_site(project)
        # Nothing is written but the site and the store, here and around it.
        assert {name.split("/")[0] for name in set(files_of(project)) - set(before)} == {
            "site",
            ".proceedings",
        }
        assert [path.name for path in folder.parent.iterdir() if "evil" in path.name] == []
        assert not (ROOT / "evil").exists()

    folder = once(factory, name, make)
    return BuiltSite(folder, folder / "site", FORUM_URL)


@pytest.fixture(scope="module", params=range(BATCHES))
def number(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, number: int) -> BuiltSite:
    return built(tmp_path_factory, f"hostile-{number}", batch(number))


@pytest.fixture(scope="module")
def twin(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return built(tmp_path_factory, "harmless", harmless(0))


@pytest.fixture(scope="module")
def hostile(browser: Browser, site: BuiltSite) -> Iterator[Reader]:
    with serving(site.folder) as base, reading(browser, base) as reader:
        reader.page.add_init_script(f"({_WATCH})()")
        reader.page.on("dialog", lambda dialog: dismiss(reader, dialog))
        yield reader


def dismiss(reader: Reader, dialog: Dialog) -> None:
    reader.complaints.append(f"a dialog: {dialog.message}")
    dialog.dismiss()


def shapes(reader: Reader, site: BuiltSite) -> set[str]:
    reader.visit(KINDS["record"])  # a page that may read others
    found, wrong = reader.evaluate(_SHAPE, [reader.base + path for path in (*site.pages, "404.html")])
    assert wrong == []
    return set(found)


def assert_still(reader: Reader, where: str) -> None:
    assert reader.evaluate("[window.ranTimes, ...window.violations]") == [0], where
    assert [url for url in reader.requests if not url.startswith(reader.base)] == [], where
    reader.requests.clear()


def test_there_are_three_hundred() -> None:
    assert len(set(SHOWN)) >= 300
    assert {text for number in range(BATCHES) for text in batch(number)} == set(SHOWN)


def test_no_text_leaves_its_element(
    browser: Browser, hostile: Reader, site: BuiltSite, twin: BuiltSite
) -> None:
    with serving(twin.folder) as base, reading(browser, base) as other:
        expected = shapes(other, twin)
    assert sorted(shapes(hostile, site) - expected) == []


def test_nothing_runs_on_any_kind_of_page(hostile: Reader) -> None:
    for path in EVERY:
        hostile.visit(path)
        hostile.evaluate(_TOUCH)
        assert_still(hostile, path)
        hostile.evaluate("localStorage.clear()")
    assert [text for text in hostile.complaints if "404" not in text] == []


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_nothing_runs_in_the_search(hostile: Reader, number: int, prefix: str) -> None:
    queries = batch(number) if prefix == "en/" else batch(number)[::6]
    for query in (*queries, "板", "plate"):
        hostile.visit(f"{prefix}{KINDS['search']}?q={quote(query, safe='')}")
        hostile.until("document.querySelector('.fp-searchstate')?.children.length > 0")
        hostile.page.wait_for_timeout(80)
        assert_still(hostile, query)
        assert (
            hostile.evaluate("document.querySelectorAll('main #evil, main .evil, main img[src=x]').length")
            == 0
        )


def test_a_recording_says_nothing_but_words(
    browser: Browser, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = make_project(tmp_path / "project", FIXTURE, FORUM_URL)
    program = Program(project, capsys)
    (project / HOME).mkdir()
    (project / HOME / "forum.yml").write_text(PROGRAMME, "utf-8")
    lines = recording().splitlines()
    step = max(1, len(lines) // len(SHOWN))
    for place, text in enumerate(SHOWN):
        at = (place * step) % len(lines)
        lines[at] = f"{lines[at]}{text}"
    given = tmp_path / "night.txt"
    given.write_text("\n".join(lines) + "\n", "utf-8")
    before = program("check")
    assert program("intake", given, "--forum", FORUM).code == 0
    drafts = "".join(path.read_text("utf-8") for path in (project / HOME / "records").glob("*.md"))
    assert "script" in drafts
    after = program("check")
    assert (before.code, after.code) == (0, 0), after.out
    made = build_site(project)
    with serving(made.folder) as base, reading(browser, base) as reader:
        reader.page.add_init_script(f"({_WATCH})()")
        reader.visit(KINDS["record"])
        _, wrong = reader.evaluate(_SHAPE, [base + path for path in made.pages])
        assert wrong == []
        for path in made.pages:
            if FORUM in path:
                reader.visit(path)
                reader.evaluate(_TOUCH)
                assert_still(reader, path)

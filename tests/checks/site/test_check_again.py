"""A check that remembers finds what one finds that does not."""

from __future__ import annotations

import hashlib
import random
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.checks.site import SiteFault, check_site, examining
from generator.checks.site.addresses import Site
from generator.checks.site.kept import Kept, read_kept
from generator.memo.memo import NAME, Memo
from generator.render.sitemap import Listed, sitemap
from tests.checks.site.planted_in_pages import HEAD, PLANTED, P
from tests.checks.site.small_site import PNG, REDIRECT, ROOT, alternates, page, put, write_site

TALK = "en/talks/tide/index.html"
OLD = "en/talks/old/index.html"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_site(tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    (tmp_path / "store").mkdir()
    return tmp_path / "store"


def again(site: Path, store: Path, known: Mapping[str, str] | None = None) -> list[SiteFault]:
    with Memo.open(store) as memo:
        return check_site(site, ROOT, memo=memo, known=known)


def digests(site: Path) -> dict[str, str]:
    return {
        place.relative_to(site).as_posix(): hashlib.md5(place.read_bytes()).hexdigest()  # noqa: S324
        for place in sorted(site.rglob("*"))
        if place.is_file()
    }


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read from now on."""
    paths: list[str] = []
    real = examining.examine

    def examine(root: str, path: str, site: Site) -> examining.Examined:
        paths.append(path)
        return real(root, path, site)

    monkeypatch.setattr("generator.checks.site.built.examine", examine)
    return paths


def test_what_did_not_change_is_not_read_again(site: Path, store: Path, read: list[str]) -> None:
    again(site, store)
    assert TALK in read
    read.clear()
    assert again(site, store) == []
    assert read == []
    put(site, TALK, (site / TALK).read_bytes().replace(b"Text with", b"Words and"))
    assert again(site, store) == []
    assert read == [TALK]


def test_an_id_that_goes_is_missed_by_a_page_that_is_the_same(site: Path, store: Path) -> None:
    again(site, store)
    put(site, TALK, (site / TALK).read_bytes().replace(b'<p id="p7k2">', b'<p id="p7k3">'))
    found = again(site, store)
    assert "en/index.html" in {fault.path for fault in found}
    assert found == check_site(site, ROOT)


ASKS = """\
<!doctype html>
<html lang="en"><head><title>Notes</title><meta name="robots" content="noindex"></head>
<body><h1>Notes</h1><a href="../talks/{}/#p7k2">x</a></body></html>
"""


def test_a_redirect_is_followed_to_a_page_that_changed(site: Path, store: Path) -> None:
    """Nothing of the page that asks, nor of the redirects between, is another than before."""
    put(site, "en/talks/older/index.html", REDIRECT.replace("../tide/", "../old/").encode())
    put(site, "en/notes/index.html", ASKS.format("older").encode())
    assert again(site, store) == []
    put(site, TALK, (site / TALK).read_bytes().replace(b'<p id="p7k2">', b'<p id="p7k3">'))
    found = again(site, store)
    assert any("talks/older/#p7k2" in str(fault) for fault in found)
    assert found == check_site(site, ROOT)


def test_a_page_that_can_be_read_now_is_asked_for_its_ids(site: Path, store: Path) -> None:
    put(site, "en/notes/index.html", ASKS.format("other").encode())
    put(site, "en/talks/other/index.html", b"\xff")
    assert [fault.message for fault in again(site, store)] == ["is not UTF-8"]
    put(site, "en/talks/other/index.html", ASKS.replace("../talks/{}/#p7k2", "../tide/").encode())
    found = again(site, store)
    assert [fault.path for fault in found] == ["en/notes/index.html"]
    assert found == check_site(site, ROOT)


def test_a_language_that_comes_is_missed_on_every_page(site: Path, store: Path) -> None:
    again(site, store)
    text = page("en", "").replace('lang="en"', 'lang="fr"')
    put(site, "fr/index.html", text.encode())
    found = again(site, store)
    assert {"index.html", TALK} <= {fault.path for fault in found if "no alternate for fr" in fault.message}
    assert found == check_site(site, ROOT)


SEEDS = range(12)


@pytest.mark.parametrize("by_name", [False, True], ids=["bytes", "digests"])
@pytest.mark.parametrize("seed", SEEDS)
def test_after_any_edit_it_finds_what_a_first_check_finds(
    site: Path,
    store: Path,
    seed: int,
    by_name: bool,  # noqa: FBT001
) -> None:
    draw = random.Random(seed)  # noqa: S311 - a fixed seed, so that a failure comes again
    whole = {path: (site / path).read_bytes() for path in digests(site)}
    seen = 0
    for _ in range(25):
        change(site, whole, draw)
        found = again(site, store, digests(site) if by_name else None)
        assert found == check_site(site, ROOT)
        seen += bool(found)
    assert seen > 5


def change(site: Path, whole: Mapping[str, bytes], draw: random.Random) -> None:
    """Do to a site what a build may do to it, or put something of it right again."""
    pages = [path for path in whole if path.endswith("/index.html")]
    kind = draw.choice(["plant", "plant", "right", "right", "remove", "add", "image", "redirect", "sitemap"])
    path = draw.choice(pages)
    text = (site / path).read_text("utf-8") if (site / path).is_file() else ""
    if kind == "plant":
        old, new, _, _ = draw.choice(PLANTED)
        put(site, path, text.replace(old, new, 1).encode())
    elif kind == "right":
        for name in draw.sample(sorted(whole), len(whole) // 2):
            put(site, name, whole[name])
    elif kind == "remove":
        (site / draw.choice(sorted(whole.keys() - {"index.html"}))).unlink(missing_ok=True)
    elif kind == "add":
        name = draw.choice(["gone", "tied", "old"])
        put(site, f"en/talks/{name}/index.html", page("en", "talks/tide/").replace("p7k2", "gone").encode())
    elif kind == "image":
        put(site, "en/images/dot.png", draw.choice([b"<html>", PNG, b"<html> "]))
    elif kind == "redirect":
        to = draw.choice(["../tide/", "../old/", "../older/", "../gone/", "../tide/#p7k3"])
        put(site, draw.choice([OLD, "en/talks/older/index.html"]), REDIRECT.replace("../tide/", to).encode())
        link = draw.choice(["../older/#p7k2", "../old/#p7k2", "../older/#gone"])
        put(site, TALK, page("en", "talks/tide/").replace(P, f'{P}<a href="{link}">x</a>').encode())
    else:
        listed = [Listed(f"{ROOT}en/talks/tide/", alternates("talks/tide/"))]
        put(site, "sitemap.xml", sitemap(listed, ROOT)[0].content)
    # Something no other page can see.
    other = draw.choice(pages)
    if (site / other).is_file():
        more = (site / other).read_text("utf-8").replace(HEAD, f"{HEAD}<!-- {draw.random()} -->", 1)
        put(site, other, more.encode())


@pytest.mark.parametrize("part", ["whole", "one"])
def test_a_torn_memory_is_as_none(site: Path, store: Path, read: list[str], part: str) -> None:
    again(site, store)
    with sqlite3.connect(store / NAME) as base:
        rows = (
            "" if part == "whole" else "WHERE id = (SELECT id FROM memo ORDER BY length(value) DESC LIMIT 1)"
        )
        base.execute(f"UPDATE memo SET value = x'00' {rows}")  # noqa: S608 - a constant of this test
    base.close()
    read.clear()
    put(site, TALK, (site / TALK).read_bytes().replace(b'"#tide"', b'"#gone"'))
    assert again(site, store) == check_site(site, ROOT) != []
    assert OLD in read


def test_parts_of_two_checks_are_not_believed_together(site: Path, store: Path) -> None:
    """As after a power cut: some parts were written, others were not."""
    again(site, store)
    with sqlite3.connect(store / NAME) as base:
        before = base.execute("SELECT id, value, sum FROM memo").fetchall()
    base.close()
    put(site, TALK, (site / TALK).read_bytes() + b"<!-- other -->")
    again(site, store)
    with Memo.open(store) as memo:
        assert read_kept(memo, ROOT) != Kept()
    with sqlite3.connect(store / NAME) as base:
        after = dict(base.execute("SELECT id, value FROM memo").fetchall())
        old = next(row for row in before if row[1] != after[row[0]] and len(row[1]) > 200)
        base.execute("UPDATE memo SET value = ?, sum = ? WHERE id = ?", (old[1], old[2], old[0]))
    base.close()
    with Memo.open(store) as memo:
        assert read_kept(memo, ROOT) == Kept()

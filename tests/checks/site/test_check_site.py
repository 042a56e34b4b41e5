from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.site import SiteFault, check_site
from generator.render.sitemap import Listed, sitemap
from tests.checks.site.planted_in_pages import HEAD, LEADS, PLANTED, P
from tests.checks.site.small_site import LINES, PNG, ROOT, put, write_site

TALK = "en/talks/tide/index.html"
HOME = "en/index.html"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_site(tmp_path)
    return tmp_path


def change(site: Path, path: str, old: str, new: str) -> None:
    text = (site / path).read_text("utf-8")
    assert old in text
    (site / path).write_text(text.replace(old, new, 1), "utf-8")


def place(fault: SiteFault) -> tuple[str, int]:
    return fault.path, fault.line


def test_a_sound_site_has_no_fault(site: Path) -> None:
    assert check_site(site, ROOT) == []
    assert check_site(site, ROOT.rstrip("/")) == []


@pytest.mark.parametrize(("old", "new", "line", "words"), PLANTED)
def test_a_planted_fault_is_found_at_its_line(
    site: Path, old: str, new: str, line: int | str, words: str
) -> None:
    change(site, TALK, old, new)
    faults = check_site(site, ROOT)
    wanted = LINES[line] if isinstance(line, str) else line
    assert any(words in str(fault) and place(fault) == (TALK, wanted) for fault in faults), [
        *map(str, faults)
    ]


def test_a_fault_has_its_column(site: Path) -> None:
    change(site, TALK, P, f'{P}港口 <a class="x" href="#gone">x</a>')
    (fault,) = check_site(site, ROOT)
    line = (site / TALK).read_text("utf-8").split("\n")[15]
    column = line.index('href="#gone"') + 1
    assert str(fault).startswith(f"{TALK}:16:{column}: a href: '#gone'")


def test_tags_in_comments_and_scripts_are_none(site: Path) -> None:
    change(
        site,
        TALK,
        P,
        '<!-- <a href="gone/"> --><script>"<a href=\'gone/\'>"</script><textarea><a href="gone/"></textarea>'
        + P,
    )
    assert check_site(site, ROOT) == []


@pytest.mark.parametrize("address", ["#", "#top", "?q=x", "../tide/?q=x#tide", "", ".", "..", "./#p7k2"])
def test_addresses_that_lead_somewhere(site: Path, address: str) -> None:
    put(
        site,
        "en/talks/index.html",
        (site / TALK).read_bytes().replace(b"tide/", b"").replace(b"../../", b"../"),
    )
    before = check_site(site, ROOT)
    change(site, TALK, P, P + LEADS.format(address))
    assert check_site(site, ROOT) == before


@pytest.mark.parametrize(
    ("path", "content", "line", "words"),
    [
        (
            "en/assets/style.css",
            b"a{}\nb { src: url( 'https://x.example/f.woff2' ) }",
            2,
            "loaded from another host",
        ),
        ("en/assets/style.css", b"\n\n@import url(gone.css);", 3, "en/assets/gone.css, which is not there"),
        ("en/assets/style.css", b"/*\n*/ @import '/x.css';", 2, "counted from the root of the host"),
        ("en/images/dot.svg", b"<svg>\n<script>alert(1)</script></svg>", 2, "a drawing has a script"),
        ("en/images/dot.svg", b"<svg\nonload='alert(1)'></svg>", 2, "onload is script"),
        ("en/images/dot.svg", b"<svg>\n<image href='https://x.example/a.png'/></svg>", 2, "another host"),
        ("en/talks/tide/index.html", b"\xff", 1, "is not UTF-8"),
        ("sitemap.xml", b"<urlset>", 1, "is no XML"),
    ],
)
def test_a_fault_in_another_file(site: Path, path: str, content: bytes, line: int, words: str) -> None:
    put(site, path, content)
    faults = check_site(site, ROOT)
    assert any(words in str(fault) and place(fault) == (path, line) for fault in faults), [*map(str, faults)]


def test_a_file_that_is_no_image(site: Path) -> None:
    for path, content in (("en/images/dot.png", b"<html>"), ("images/dot.svg", b"PNG"), ("a.jpg", PNG)):
        put(site, path, content)
    change(site, TALK, P, f'{P}<img src="../../../a.jpg" alt="">')
    found = [(fault.path, fault.line, fault.message) for fault in check_site(site, ROOT)]
    # Said once, where it is first shown.
    assert found == [
        (HOME, 18, "img src: en/images/dot.png does not begin as a png file does"),
        (TALK, 16, "img src: a.jpg does not begin as a jpg file does"),
        ("index.html", 19, "img src: images/dot.svg has no svg element"),
    ]


def test_the_sitemap_lists_exactly_the_pages(site: Path) -> None:
    url = f"{ROOT}en/talks/tide/"
    change(site, "sitemap.xml", f"<loc>{url}</loc>", f"<loc>{ROOT}en/talks/gone/</loc>")
    faults = check_site(site, ROOT)
    lines = (site / "sitemap.xml").read_text("utf-8").split("\n")
    at = next(n for n, line in enumerate(lines) if "gone" in line)  # the line of <url>, counted from 1
    assert [place(fault) for fault in faults] == [(TALK, 1), ("sitemap.xml", at)]
    assert "not in sitemap.xml" in faults[0].message
    assert "is listed, but is not there" in faults[1].message


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (f"<loc>{ROOT}en/talks/tide/</loc>", f"<loc>{ROOT}en/</loc>", "is listed twice"),
        (f"<loc>{ROOT}en/talks/tide/</loc>", f"<loc>{ROOT}en/talks/tide/index.html</loc>", "is listed, but"),
        (f"<loc>{ROOT}en/talks/tide/</loc>", "<loc>https://x.example/</loc>", "is listed, but"),
        (
            f"<loc>{ROOT}en/talks/tide/</loc>",
            f"<loc>{ROOT}en/talks/old/</loc>",
            "search engines are to pass over",
        ),
        ('hreflang="en"', 'hreflang="fr"', "other languages or addresses"),
    ],
)
def test_a_wrong_entry_of_the_sitemap(site: Path, old: str, new: str, words: str) -> None:
    change(site, "sitemap.xml", old, new)
    assert any(words in str(fault) and fault.path == "sitemap.xml" for fault in check_site(site, ROOT))


def test_a_missing_sitemap(site: Path) -> None:
    (site / "sitemap.xml").unlink()
    assert [str(fault) for fault in check_site(site, ROOT)] == [
        "sitemap.xml:1:1: there is no sitemap; build the site anew"
    ]


def test_a_sitemap_of_sitemaps(site: Path) -> None:
    (site / "sitemap.xml").rename(site / "sitemap-1.xml")
    index = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{}</sitemapindex>'
    entry = "<sitemap><loc>{}sitemap-{}.xml</loc></sitemap>\n"
    put(site, "sitemap.xml", index.format(entry.format(ROOT, 1)).encode())
    assert check_site(site, ROOT) == []
    put(site, "sitemap.xml", index.format(entry.format(ROOT, 1) + entry.format(ROOT, 2)).encode())
    assert [(fault.path, fault.line) for fault in check_site(site, ROOT)] == [("sitemap.xml", 3)]


def test_a_page_that_is_noindex_must_not_be_listed_nor_named(site: Path) -> None:
    change(site, TALK, HEAD, f'{HEAD}<meta name="robots" content="noindex, follow">')
    faults = check_site(site, ROOT)
    assert any(fault.path == "sitemap.xml" and "pass over" in fault.message for fault in faults)
    assert any(fault.path == "talks/tide/index.html" and "pass over" in fault.message for fault in faults)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("url=../tide/", "url=../gone/", 7, "en/talks/gone/index.html, which is not there"),
        ("url=../tide/", "url=../old/", 7, "in a circle"),
        ("url=../tide/", "url=https://x.example/", 7, "leads out of the site"),
        ("url=../tide/", "url=../tide/#gone", 7, "has no id 'gone'"),
        ('content="noindex"', 'content="index"', 7, "the redirect is not noindex"),
        ("proceedings/en/talks/tide/", "proceedings/en/", 6, "not where the redirect ends"),
    ],
)
def test_a_redirect_that_goes_wrong(site: Path, old: str, new: str, line: int, words: str) -> None:
    path = "en/talks/old/index.html"
    change(site, path, old, new)
    faults = check_site(site, ROOT)
    assert any(words in str(fault) and place(fault) == (path, line) for fault in faults), [*map(str, faults)]


def test_redirects_in_a_circle_and_one_after_the_other(site: Path) -> None:
    older = (site / "en/talks/old/index.html").read_text("utf-8").replace("../tide/", "../old/")
    put(site, "en/talks/older/index.html", older.encode())
    assert check_site(site, ROOT) == []
    change(site, "en/talks/old/index.html", "url=../tide/", "url=../older/")
    circles = [fault.path for fault in check_site(site, ROOT) if "circle" in fault.message]
    assert circles == ["en/talks/old/index.html", "en/talks/older/index.html"]


def test_the_page_for_what_is_not_found_has_no_relative_address(site: Path) -> None:
    change(site, "404.html", "/proceedings/en/", "en/")
    (fault,) = check_site(site, ROOT)
    assert "shown at any depth" in fault.message
    assert place(fault) == ("404.html", 8)


def test_letters_of_another_size_are_another_file(site: Path) -> None:
    change(site, TALK, P, P + LEADS.format("../Tide/"))
    assert len(check_site(site, ROOT)) == 1


def test_a_folder_that_is_no_site(tmp_path: Path) -> None:
    (fault,) = check_site(tmp_path / "nothing", ROOT)
    assert "is no built site" in fault.message


def test_several_processes_find_the_same(site: Path) -> None:
    page = (site / TALK).read_bytes().replace(P.encode(), P.encode() + b'<a href="#gone">x</a>')
    for number in range(520):
        put(site, f"en/more/{number}/index.html", page)
    assert check_site(site, ROOT, jobs=2) == check_site(site, ROOT)


def test_one_language_alone_is_complete(tmp_path: Path) -> None:
    alone = (
        f'<!doctype html><html lang="en"><head><title>x</title><link rel="canonical" href="{ROOT}">'
        f'<link rel="alternate" hreflang="en" href="{ROOT}">'
        f'<link rel="alternate" hreflang="x-default" href="{ROOT}">'
        "</head><body><h1>x</h1></body></html>"
    )
    put(tmp_path, "index.html", alone.encode())
    for file in sitemap([Listed(ROOT, {"en": ROOT, "x-default": ROOT})], ROOT):
        put(tmp_path, file.path.as_posix(), file.content)
    assert check_site(tmp_path, ROOT) == []

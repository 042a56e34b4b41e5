"""A small site without a fault, in which tests plant some."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from generator.render.sitemap import Listed, sitemap

if TYPE_CHECKING:
    from pathlib import Path

ROOT = "https://forum.example/proceedings/"
PREFIXES = {"zh-Hans": "", "zh-Hant": "zh-hant/", "en": "en/"}
PAGES = ("", "talks/tide/")
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)

# Line numbers in the tests are those of this page.
PAGE = """\
<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>Tide & time</title>
<link rel="canonical" href="{own}">
{alternates}
<link rel="stylesheet" href="{up}assets/style.css">
<script src="{up}assets/script.js"></script>
</head>
<body>
<h1 id="tide">Tide</h1>
<p id="p7k2">Text with <a href="{up}talks/tide/#p7k2">a link</a>, <a href="#tide">one here</a>,
<a href="https://elsewhere.example/">one out</a> and <a href="mailto:a@forum.example">a mail</a>.</p>
<img src="{up}images/dot.png" srcset="{up}images/dot.png 1x, {up}images/dot.png 2x" alt="Dot">
<img src="{up}images/dot.svg" alt="Dot">
</body>
</html>
"""
LINES = {
    "html": 2,
    "title": 5,
    "canonical": 6,
    "alternates": 7,
    "style": 11,
    "script": 12,
    "h1": 15,
    "p": 16,
    "img": 18,
}

NOT_FOUND = """\
<!doctype html>
<html lang="zh-Hans">
<head>
<title>404</title>
<meta name="robots" content="noindex">
<link rel="stylesheet" href="/proceedings/assets/style.css">
</head>
<body><h1>404</h1><a href="/proceedings/en/">Home</a></body>
</html>
"""

REDIRECT = """\
<!doctype html>
<html lang="en">
<head>
<title>Tide</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="https://forum.example/proceedings/en/talks/tide/">
<meta http-equiv="refresh" content="0; url=../tide/">
</head>
<body><h1>Tide</h1><a href="../tide/">Tide</a></body>
</html>
"""


def alternates(page: str) -> dict[str, str]:
    """The addresses of a page in all languages."""
    found = {language: f"{ROOT}{prefix}{page}" for language, prefix in PREFIXES.items()}
    return {**found, "x-default": f"{ROOT}{page}"}


def page(language: str, name: str) -> str:
    """A page of the site."""
    path = PREFIXES[language] + name
    links = "\n".join(
        f'<link rel="alternate" hreflang="{hreflang}" href="{href}">'
        for hreflang, href in alternates(name).items()
    )
    up = "../" * name.count("/")  # each language has its own assets
    return PAGE.format(lang=language, own=ROOT + path, alternates=links, up=up)


def write_site(root: Path) -> None:
    """Write the site."""
    texts = {"404.html": NOT_FOUND, "en/talks/old/index.html": REDIRECT}
    listed = []
    for name in PAGES:
        for language, prefix in PREFIXES.items():
            texts[f"{prefix}{name}index.html"] = page(language, name)
            listed.append(Listed(f"{ROOT}{prefix}{name}", alternates(name)))
    for prefix in PREFIXES.values():
        texts[f"{prefix}assets/style.css"] = "body { background: url(../images/dot.png) }\n"
        texts[f"{prefix}assets/script.js"] = "'use strict';\n"
        texts[f"{prefix}images/dot.svg"] = (
            '<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/><g id="a"/></svg>\n'
        )
    for path, text in texts.items():
        put(root, path, text.encode())
    for prefix in PREFIXES.values():
        put(root, f"{prefix}images/dot.png", PNG)
    for file in sitemap(listed, ROOT):
        put(root, file.path.as_posix(), file.content)


def put(root: Path, path: str, content: bytes) -> None:
    """Write a file."""
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)

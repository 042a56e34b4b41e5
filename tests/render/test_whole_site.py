"""Everything together: pages of three languages become a published site in which all holds."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.checks.site import check_site
from generator.model.language import Language
from generator.pages.page import Page
from generator.render.editions import render
from generator.render.languages import Part, layout
from generator.render.placing import fill, given
from generator.render.publish import publishing
from generator.render.redirects import Moved, redirect
from generator.render.sitemap import Listed, sitemap
from generator.render.tree import Tree, write_config, write_tree
from tests.render.harbour import files_of, forum

if TYPE_CHECKING:
    from generator.render.mkdocs_engine import MkDocsEngine

ROOT = "https://forum.example/proceedings/"
PREFIXES = {Language.HANS: "", Language.HANT: "zh-hant", Language.EN: "en"}
THEME = """\
{% extends "base.html" %}
{% block extrahead %}
{% for language, href in (page.meta.alternates if page else {}).items() %}
<link rel="alternate" hreflang="{{ language|e }}" href="{{ href|e }}">
{% endfor %}
{% if not page %}<meta name="robots" content="noindex">{% endif %}
{% endblock %}
{% block libs %}<script src="{{ 'assets/redirect.js'|url }}"></script>{% endblock %}
"""


def alternates(page: Page) -> dict[str, str]:
    address = page.path.as_posix().removesuffix("index.md")
    found = {
        language.value: ROOT + (f"{prefix}/" if prefix else "") + address
        for language, prefix in PREFIXES.items()
    }
    return {**found, "x-default": found["zh-Hans"]}


def edition(language: Language, talks: int) -> list[Page]:
    return [
        Page(page.path, language, {**page.meta, "alternates": alternates(page)}, page.body)
        for page in forum(talks, language)
    ]


def build(place: Path, base: Path, engine: MkDocsEngine, talks: int) -> Path:
    theme = base.parent / "theme"
    work, output = place / "store", place / "site"
    trees = {}
    listed = []
    for language, prefix in PREFIXES.items():
        trees[language] = tree = Tree.of(work, language)
        pages = edition(language, talks)
        write_tree(
            tree,
            pages,
            {
                PurePosixPath("assets/redirect.js"): b"'use strict';\n",
                PurePosixPath("assets/proceedings.css"): b"",
            },
        )
        url = f"{ROOT}{prefix}/" if prefix else ROOT
        write_config(
            tree, base, {"site_url": url, "theme": {"custom_dir": str(theme), "language": language.value[:2]}}
        )
        for page in pages:
            found = alternates(page)
            listed.append(Listed(found[language.value], found))
    outcomes = render(list(trees.values()), engine, inputs=[base, theme], jobs=2)
    moved = Moved(
        PurePosixPath("en/people/lin"), PurePosixPath("en/people/ada"), Language.EN, "Ada Lin", "Moved to"
    )
    with publishing(output, work / "spare") as folder:
        parts = [
            Part(f"{prefix}/" if prefix else "", trees[language].site, outcome.outputs)
            for (language, prefix), outcome in zip(PREFIXES.items(), outcomes, strict=True)
        ]
        fill(folder, layout(parts) | given([*sitemap(listed, ROOT), redirect(moved, ROOT)]))
    return output


def html_lang(output: Path) -> None:
    """The stock theme writes `zh` where a site of two scripts says which."""
    for prefix, lang in (("", "zh-Hans"), ("zh-hant", "zh-Hant")):
        for place in (output / prefix).rglob("*.html"):
            if prefix or place.relative_to(output).parts[0] not in ("en", "zh-hant"):
                text = place.read_text("utf-8").replace('<html lang="zh"', f'<html lang="{lang}"')
                place.unlink()
                place.write_text(text, "utf-8")


def test_a_site_of_three_languages_holds_and_is_the_same_from_what_was_kept(
    tmp_path: Path, base: Path, mkdocs_engine: MkDocsEngine
) -> None:
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "main.html").write_text(THEME, "utf-8")
    found = []
    # Twice in one place with another number of talks, then once from nothing elsewhere.
    for work, talks in (("work", 4), ("work", 3), ("other/work", 3)):
        output = build(tmp_path / work, base, mkdocs_engine, talks)
        found.append(files_of(output))
    assert found[1] == found[2]
    assert "en/forums/harbour/talk-3/index.html" in found[0]
    assert "en/forums/harbour/talk-3/index.html" not in found[1]
    html_lang(output)
    assert [*map(str, check_site(output, ROOT))] == []

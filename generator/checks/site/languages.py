"""The same page in other languages: every page names all of them, and they name each other.

The rules are those of
https://developers.google.com/search/docs/specialty/international/localized-versions#all-method-guidelines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from generator.checks.site.fault import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.site.built import Built
    from generator.checks.site.facts import Facts

X_DEFAULT = "x-default"


def bad_alternates(built: Built) -> Iterator[Finding]:
    """The faults of ``link rel=alternate hreflang`` on all pages that search engines know."""
    pages = built.listed()
    languages = sorted({facts.lang.value for facts in pages.values() if facts.lang is not None} - {""})
    sets = {path: alternates_of(facts) for path, facts in pages.items()}
    for path, facts in pages.items():
        if not facts.alternates:
            yield Finding(
                path, 0, "the page names no other languages", f"name {', '.join(languages)} and {X_DEFAULT}"
            )
            continue
        yield from _complete(built, path, facts, languages)
        yield from _mutual(built, path, facts, sets)


def alternates_of(facts: Facts) -> dict[str, str]:
    """Hreflang to address, decoded; the first of two of the same counts."""
    return {language: unquote(href.value) for language, href in reversed(facts.alternates)}


def _complete(built: Built, path: str, facts: Facts, languages: list[str]) -> Iterator[Finding]:
    first = facts.alternates[0][1].offset
    found = alternates_of(facts)
    for wanted in (*languages, X_DEFAULT):
        if wanted not in found:
            yield Finding(path, first, f"the page names no alternate for {wanted}", f"add hreflang={wanted}")
    seen = set()
    for language, href in facts.alternates:
        if language in seen:
            yield Finding(path, href.offset, f"hreflang {language} is there twice", "leave one")
        seen.add(language)
    own = built.site.url_of(path)
    lang = facts.lang.value if facts.lang is not None else ""
    if lang in found and found[lang] != own:
        yield Finding(
            path, first, f"hreflang {lang}, the page's language, is not the page itself", f"write {own}"
        )
    if X_DEFAULT in found and found[X_DEFAULT] not in {found[name] for name in found if name != X_DEFAULT}:
        yield Finding(
            path, first, "x-default is none of the languages", "let it be the address of one of them"
        )


def _mutual(built: Built, path: str, facts: Facts, sets: dict[str, dict[str, str]]) -> Iterator[Finding]:
    """Each alternate is a page of that language which names the same ones (see links for missing files)."""
    for language, href in facts.alternates:
        target = built.site.target(path, href.value)
        if not href.value.startswith(built.site.url):
            message = f"hreflang {language} is {href.value!r}, which is not an absolute address of the site"
            yield Finding(path, href.offset, message, f"write it in full: {built.site.url}...")
            continue
        if target.file is None or target.file not in built.pages:
            continue
        other = built.pages[target.file]
        if target.file not in sets:
            message = f"hreflang {language} leads to {target.file}, which search engines are to pass over"
            yield Finding(path, href.offset, message, "let it lead to the page itself")
            continue
        if language != X_DEFAULT and (other.lang is None or other.lang.value != language):
            said = other.lang.value if other.lang and other.lang.value else "nothing"
            message = f"hreflang {language} leads to {target.file}, whose lang is {said}"
            yield Finding(path, href.offset, message, "correct one of them")
        if target.file != path and sets[target.file] != sets[path]:
            message = f"{target.file} does not name the same languages and addresses as this page"
            yield Finding(path, href.offset, message, "let both name all, themselves too")

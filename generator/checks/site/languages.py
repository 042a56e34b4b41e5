"""The same page in other languages: every page names all of them, and they name each other.

The rules are those of
https://developers.google.com/search/docs/specialty/international/localized-versions#all-method-guidelines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from generator.checks.site.fault import Finding
from generator.checks.site.world import is_listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.site.facts import Facts
    from generator.checks.site.world import World

X_DEFAULT = "x-default"


def bad_alternates(world: World, path: str, facts: Facts) -> Iterator[Finding]:
    """The faults of ``link rel=alternate hreflang`` on a page that search engines are to know."""
    if not facts.alternates:
        languages = ", ".join(world.languages)
        yield Finding(path, 0, "the page names no other languages", f"name {languages} and {X_DEFAULT}")
        return
    yield from _complete(world, path, facts)
    yield from _mutual(world, path, facts)


def alternates_of(facts: Facts) -> dict[str, str]:
    """Hreflang to address, decoded; the first of two of the same counts."""
    return {language: unquote(href.value) for language, href in reversed(facts.alternates)}


def _complete(world: World, path: str, facts: Facts) -> Iterator[Finding]:
    first = facts.alternates[0][1].offset
    found = alternates_of(facts)
    for wanted in (*world.languages, X_DEFAULT):
        if wanted not in found:
            yield Finding(path, first, f"the page names no alternate for {wanted}", f"add hreflang={wanted}")
    seen = set()
    for language, href in facts.alternates:
        if language in seen:
            yield Finding(path, href.offset, f"hreflang {language} is there twice", "leave one")
        seen.add(language)
    own = world.site.url_of(path)
    lang = facts.lang.value if facts.lang is not None else ""
    if lang in found and found[lang] != own:
        yield Finding(
            path, first, f"hreflang {lang}, the page's language, is not the page itself", f"write {own}"
        )
    if X_DEFAULT in found and found[X_DEFAULT] not in {found[name] for name in found if name != X_DEFAULT}:
        yield Finding(
            path, first, "x-default is none of the languages", "let it be the address of one of them"
        )


def _mutual(world: World, path: str, facts: Facts) -> Iterator[Finding]:
    """Each alternate is a page of that language which names the same ones (see links for missing files)."""
    mine = alternates_of(facts)
    for language, href in facts.alternates:
        if not href.value.startswith(world.site.url):
            message = f"hreflang {language} is {href.value!r}, which is not an absolute address of the site"
            yield Finding(path, href.offset, message, f"write it in full: {world.site.url}...")
            continue
        file = world.site.target(path, href.value).file
        if file is not None and not world.alike(path, mine, language, file):
            for message, remedy in _differences(world, path, mine, language, file):
                yield Finding(path, href.offset, message, remedy)


def _differences(
    world: World, path: str, mine: dict[str, str], language: str, file: str
) -> Iterator[tuple[str, str]]:
    """What is not alike in a page and an alternate of it, and what to do."""
    other = world.page(file)
    if other is None:
        return
    if not is_listed(file, other):
        message = f"hreflang {language} leads to {file}, which search engines are to pass over"
        yield message, "let it lead to the page itself"
        return
    if language not in (X_DEFAULT, other.lang):
        message = f"hreflang {language} leads to {file}, whose lang is {other.lang or 'nothing'}"
        yield message, "correct one of them"
    if file != path and other.alternates != mine:
        message = f"{file} does not name the same languages and addresses as this page"
        yield message, "let both name all, themselves too"

"""A list of everything of a kind, in the order in which readers look things up."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from generator.addresses import Address
from generator.language.sorting import SortKey, index_letter, sort_key
from generator.model.language import Language
from generator.pages.edition import Edition
from generator.pages.frame import Frame, SideItem, framed_page
from generator.pages.page import Page
from generator.pages.said import Said
from generator.pages.session_lines import Line
from generator.pages.templating import Templates


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing in an index.

    Attributes:
        title: What it is called; sorted by this.
        href: Its page.
        facts: A line under it.
        reading: How the title sounds, where that cannot be derived.
        note: A second line.
    """

    title: Said
    href: str
    facts: Said | str = ""
    reading: str | None = None
    note: str = ""


def index_page(
    edition: Edition, templates: Templates, section: str, address: Address, entries: Sequence[Entry]
) -> Page:
    """Return an index with a group a letter (or number of strokes).

    Args:
        edition: The language's view.
        templates: Page templates.
        section: Names the words of the page, and the tab that is lit: `people`, `topics` ...
        address: Where the page lives.
        entries: In any order.
    """
    words = edition.words
    language = edition.language
    person = section == "people"

    def key(one: Entry) -> tuple[SortKey, str]:
        return sort_key(one.title.text, language, one.reading, person=person), one.href

    def letter_of(one: Entry) -> str:
        return index_letter(one.title.text, language, one.reading, person=person)

    ordered = sorted(entries, key=key)
    groups = []
    for number, (letter, group) in enumerate(itertools.groupby(ordered, letter_of), 1):
        lines = [Line(one.title, one.href, one.facts, note=one.note) for one in group]
        title = (
            words("index.strokes", count=int(letter))
            if letter.isdecimal() and language is Language.HANT
            else letter
        )
        groups.append({"id": f"g-{number}", "title": title, "lines": lines})
    title = words(f"nav.{section}")
    values = {"words": words, "title": title, "lead": words(f"{section}.lead"), "groups": groups}
    frame = Frame(
        kind="index",
        section=section,
        address=address,
        title=Said(title, language),
        description=words(f"{section}.lead"),
        toc=(
            words("nav.page"),
            [SideItem(Said(str(one["title"]), language), f"#{one['id']}") for one in groups],
        )
        if len(groups) > 1
        else None,
    )
    return framed_page(edition, frame, templates.page("index.md", values))

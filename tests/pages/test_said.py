"""A text on a page is escaped once, wherever it is put."""

from __future__ import annotations

from markupsafe import Markup

from generator.model.language import Language
from generator.pages.said import Said, joined

TEXT = "<b> & so on"
ESCAPED = "&lt;b&gt; &amp; so on"


def test_it_is_escaped_once_in_a_link_and_in_a_list() -> None:
    said = Said(TEXT, Language.EN)
    assert Markup('<a href="{}">{}</a>').format("x/", said) == f'<a href="x/">{ESCAPED}</a>'
    assert joined(", ", (said, TEXT)) == f"{ESCAPED}, {ESCAPED}"


def test_what_runs_to_the_left_turns_nothing_beside_it() -> None:
    assert joined(", ", (Said("מרי <1>", Language.EN), "2")) == "<bdi>מרי &lt;1&gt;</bdi>, 2"
    foreign = Said("مريم", Language.HANS, foreign=True)
    assert joined("", (foreign,)) == '<bdi lang="zh-Hans">مريم</bdi>'


def test_a_foreign_one_keeps_its_language_in_a_link() -> None:
    said = Said(TEXT, Language.HANS, foreign=True)
    wanted = f'<a href="x/"><span lang="zh-Hans">{ESCAPED}</span></a>'
    assert Markup('<a href="{}">{}</a>').format("x/", said) == wanted

from __future__ import annotations

from generator.model.identifiers import ImagePath
from generator.model.record import (
    Code,
    Emphasis,
    Figure,
    Heading,
    LineBreak,
    LinkTarget,
    RecordLink,
    Table,
    Text,
)
from generator.model.record_text import block_text, links_of, plain_text

INNER = RecordLink(LinkTarget.TERM, "tide", (Text("潮"),))
CONTENT = (Text("一"), Emphasis(strong=True, content=(Code("<b>"), INNER)), LineBreak(), Text("二"))


def test_plain_text_is_the_words_alone() -> None:
    assert plain_text(CONTENT) == "一<b>潮\n二"


def test_block_text_of_each_kind() -> None:
    assert block_text(Heading((), 2, CONTENT, 1)) == "一<b>潮\n二"
    assert block_text(Figure((), ImagePath("a.png"), "图", 1)) == "图"
    assert block_text(Table((), ((Text("a"),), (Text("b"),)), (((Text("c"),), ()),), 1)) == "a\tb\nc\t"


def test_links_are_found_within_emphasis() -> None:
    assert list(links_of(CONTENT)) == [INNER]

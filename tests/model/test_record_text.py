from __future__ import annotations

import pytest

from generator.model.identifiers import ForumId, ImagePath, Mark, SessionId
from generator.model.language import Language
from generator.model.record import (
    Code,
    Emphasis,
    Figure,
    Heading,
    LineBreak,
    LinkTarget,
    Paragraph,
    Record,
    RecordForm,
    RecordHead,
    RecordLink,
    Table,
    Text,
    Writer,
)
from generator.model.record_text import block_text, chapters_of_sessions, links_of, paragraph_of, plain_text

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


def record(*blocks: Heading | Paragraph, **gone: str) -> Record:
    led = {Mark(old): Mark(new) for old, new in gone.items()}
    head = RecordHead(form=RecordForm.EDITED, written_by=Writer.PERSON, gone=led)
    return Record(ForumId("shore"), SessionId("host"), Language.HANS, head, blocks)


@pytest.mark.parametrize(
    ("mark", "there"),
    [
        ("a1a1", "a1a1"),
        ("b1b1", "a1a1"),  # the second name of a joined paragraph
        ("x1x1", "a1a1"),  # gone, through two others
        ("y1y1", "a1a1"),
        ("n0n0", None),
        ("c1c1", None),  # a circle ends
    ],
)
def test_the_paragraph_that_a_mark_names_or_leads_to(mark: str, there: str | None) -> None:
    joined = Paragraph((Mark("a1a1"), Mark("b1b1")), (Text("潮"),), 1)
    found = paragraph_of(record(joined, x1x1="y1y1", y1y1="b1b1", c1c1="d1d1", d1d1="c1c1"), Mark(mark))
    assert found == there


def test_only_headings_that_link_sessions_of_the_same_forum_are_their_chapters() -> None:
    def link(kind: LinkTarget, target: str) -> RecordLink:
        return RecordLink(kind, target, (Text("词"),))

    strong = Heading((Mark("h1h1"),), 3, (Emphasis(True, (link(LinkTarget.SESSION, "tea"),)),), 1)  # noqa: FBT003
    own = Heading((Mark("h2h2"),), 2, (link(LinkTarget.SESSION, "shore/reeds"),), 2)
    others = Heading((Mark("h3h3"),), 2, (link(LinkTarget.SESSION, "hills/reeds"),), 3)
    person = Heading((Mark("h4h4"),), 2, (link(LinkTarget.PERSON, "tea"),), 4)
    words = Paragraph((Mark("p1p1"),), (link(LinkTarget.SESSION, "tea"),), 5)
    found = list(chapters_of_sessions(record(strong, own, others, person, words)))
    assert found == [("tea", strong), ("reeds", own)]

"""Whatever stands in a record: nothing is raised, no words are lost untold, every fault has a place."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.fault import Severity
from generator.model.record import Block, Figure, Paragraph, Table
from generator.model.record_text import block_text
from generator.store.records.marking import add_marks
from tests.store.records.record_panel import read

# fmt: off
SIGNS = [
    "## ", "### ", "# ", "#", "- ", "+ ", "* ", "1. ", "2. ", "7) ", "> ", "    ", "\t", " ", "\n", "\n\n",
    "\r\n", "\r", "  \n", "\\", "\\\n", "`", "```", "~~~", "***", "---", "===", "=", "|", "|--",
    "| a | b |\n|---|---|\n", "。", "“", "”", "**", "*", "_", "__", "[", "](", "](person:yu-an)", "![",
    "](a.png)", "<b>", "<!--", "<http://x.example>", "&lt;", "&#2;", "{", "}", "{{", "{%", "^p7k2", "^abc",
    " ^p9x1", " ^P7", "\\^", "[00:12:31] ", "[a 00:01:00]", "[00:99:00]", "闻朔屿：", "**闻朔屿**：", "简渡:",
    "<!-- review: garbled -->", " <!-- review: turn: w1 -->", "\n<!-- review: a-b:", " -->", "<!-- review ",
    "骆平降：", "第一：", "\x00", "\u3000", "\u2028", "\x0b", "\ufeff", "[^1]", "[x]: y", "😀", "\ud800",
]
# fmt: on
WORDS = ["w1", "w2", "w3", "字一", "字二"]
BODIES = st.lists(st.sampled_from(SIGNS + WORDS), max_size=14).map("".join) | st.text(max_size=60)


def shape(blocks: tuple[Block, ...]) -> list[object]:
    """Return everything of blocks but marks and lines."""
    return [
        (type(block).__name__, block_text(block), [(one.reason, one.note) for one in block.reviews])
        + ((block.image,) if isinstance(block, Figure) else ())
        + ((block.item, block.turn, block.time, block.content) if isinstance(block, Paragraph) else ())
        + ((block.head, block.rows) if isinstance(block, Table) else ())
        for block in blocks
    ]


@settings(max_examples=600, deadline=None)
@given(BODIES)
def test_nothing_is_raised_and_no_words_are_lost(body: str) -> None:
    parsed = read(body)
    lines = re.split(r"\r\n|\r|\n", body)
    for fault in parsed.faults:
        assert 1 <= fault.place.line <= len(lines)
        assert 1 <= fault.place.column <= len(lines[fault.place.line - 1]) + 1
    assert list(parsed.faults) == sorted(parsed.faults)
    if all(fault.severity is Severity.WARNING for fault in parsed.faults):
        shown = "\n".join(block_text(block) + repr(block) for block in parsed.blocks)
        for word in WORDS:
            assert body.count(word) <= shown.count(word)


@settings(max_examples=600, deadline=None)
@given(BODIES)
def test_marks_are_put_in_and_nothing_else_is_changed(body: str) -> None:
    head = "---\nform: edited\n---\n"
    before = read(body)
    text = add_marks(head + body, frozenset(), "seed")
    assert text.startswith(head)
    after = read(text[len(head) :])
    assert shape(after.blocks) == shape(before.blocks)
    assert add_marks(text, frozenset(), "seed") == text
    told = [fault.code for fault in before.faults if fault.code != "unmarked"]
    assert [fault.code for fault in after.faults if fault.code != "unmarked"] == told
    if not told:
        assert after.faults == ()
    rest = text
    for block in after.blocks:
        for mark in block.marks:
            if f"^{mark}" not in body:
                rest = re.sub(rf"[ \r\n]\^{mark}", "", rest, count=1)
    assert re.sub(r"[\r\n]", "", rest) == re.sub(r"[\r\n]", "", head + body)

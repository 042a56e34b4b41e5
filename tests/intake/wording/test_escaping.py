from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.wording.escaping import as_note, escaped
from generator.model.identifiers import ForumId, SessionId
from generator.model.language import Language
from generator.model.record_text import block_text
from generator.store.records.parse import ParsedBody, RecordContext, parse_record
from generator.store.records.speakers import Speakers


def parsed(line: str) -> ParsedBody:
    key = (ForumId("f"), SessionId("s"), Language.HANS)
    context = RecordContext(path="", first_line=1, key=key, speakers=Speakers({}, {}))
    return parse_record(f"{line} ^a1b2\n", context)


@pytest.mark.parametrize(
    "words",
    [
        "# 不是标题",
        "- 不是列表",
        "1. 不是列表",
        "12) 不是",
        "> 不是引文",
        "*不是* _重音_",
        "[不是](x) ![不是](y)",
        "<b>不是</b>",
        "a ^b2c3",
        "&amp; &#35;",
        "[00:12:31] 不是时间",
        "`不是`",
        "\\",
        "a\\",
        "| a | b |",
        "===",
        "---",
        "~~~",
        "<!-- review: x -->",
    ],
)
def test_words_stay_words(words: str) -> None:
    found = parsed(escaped(words))
    assert [block_text(block) for block in found.blocks] == [words]
    assert found.faults == ()


@given(st.text(st.sampled_from("潮水a1 #>*_`[]()<>!-+.=~|\\&;^:\n\t0"), min_size=1, max_size=40))
def test_any_words_are_one_paragraph_without_a_fault(words: str) -> None:
    line = escaped(words)
    if line:
        found = parsed(line)
        assert [" ".join(block_text(block).split()) for block in found.blocks] == [" ".join(words.split())]
        assert found.faults == ()


def test_a_note_ends_no_comment() -> None:
    assert as_note("a --> b\n c") == "a - -> b c"
    assert len(as_note("潮" * 100)) == 60

from __future__ import annotations

import time

import pytest

from generator.model.fault import Severity
from generator.model.record_text import block_text
from tests.store.records.record_panel import read, told


@pytest.mark.parametrize(
    ("body", "code", "line", "column"),
    [
        ("# 题 ^p7k2", "heading-level", 1, 1),
        ("一 ^p9x1\n\n#### 题 ^p7k2", "heading-level", 3, 1),
        ("题 ^p7k2\n---", "underlined-heading", 1, 1),
        ("##", "empty-heading", 1, 1),
        ("## ^p7k2", "lone-mark", 1, 4),
        ("##题 ^p7k2", "heading-space", 1, 1),
        ("一\n##题 ^p7k2", "heading-space", 2, 1),
        ("一 ^p7k2\n\n```\nx\n```", "code-block", 3, 1),
        ("一 ^p7k2\n\n  ~~~ py\nx", "code-block", 3, 3),
        ("一 ^p7k2\n\n***\n", "rule", 3, 1),
        ("- 一 ^p7k2\n  - 二 ^p9x1", "nested", 2, 3),
        ("> - 一 ^p7k2", "nested", 1, 1),
        ("- > 一 ^p7k2", "nested", 1, 1),
        ("- ## 一 ^p7k2", "nested", 1, 1),
        ("-\n- 一 ^p7k2", "empty-item", 1, 1),
        ("- 一 ^p7k2\n\n  二 ^p9x1", "item-paragraphs", 3, 3),
        ("1985. 那年 ^p7k2", "list-start", 1, 1),
        ("3) 那年 ^p7k2", "list-start", 1, 1),
        ("[潮]: https://tideland.example ^p7k2", "link-definition", 1, 1),
        ("一[^1]，二 ^p7k2", "footnote", 1, 2),
        ("一 <https://tideland.example> ^p7k2", "autolink", 1, 3),
        ("一 <a@tideland.example> ^p7k2", "autolink", 1, 3),
        ("一[二](person:yu-an '三') ^p7k2", "link-title", 1, 2),
        ("一[](person:yu-an) ^p7k2", "empty-link", 1, 2),
        ("一\n二[三](javascript:alert(1)) ^p7k2", "link-target", 2, 2),
        ("一[三](data:text/html,x) ^p7k2", "link-target", 1, 2),
        ("一[三](../../a) ^p7k2", "link-target", 1, 2),
        ("一[三](/a) ^p7k2", "link-target", 1, 2),
        ("一[三](//tideland.example) ^p7k2", "link-target", 1, 2),
        ("一[三](https:///a) ^p7k2", "link-target", 1, 2),
        ("一[三](https://[/) ^p7k2", "link-target", 1, 2),
        ("一[三](https://bank.example@tideland.example/) ^p7k2", "link-target", 1, 2),
        ("一[三](https://tideland.example:x/) ^p7k2", "link-target", 1, 2),
        ("一&#x202E;二 ^p7k2", "control-character", 1, 2),
        ("一二&shy;三 ^p7k2", "control-character", 1, 3),
        ("一[三](https://tideland.example/&#8206;) ^p7k2", "link-target", 1, 2),
        ("![一&zwnj;](a.png) ^p7k2", "control-character", 1, 4),
        ("|一&#8203;|\n|---|\n\n^p7k2", "control-character", 1, 3),
        ("一" * 50_001 + " ^p7k2", "too-long", 1, 1),
        ("一[三](ftp://tideland.example) ^p7k2", "link-target", 1, 2),
        ("一[三]() ^p7k2", "link-target", 1, 2),
        ("一[三](person:) ^p7k2", "link-target", 1, 2),
        ("一[三](person:Yu-An) ^p7k2", "link-target", 1, 2),
        ("一[三](person:yu-an/x) ^p7k2", "link-target", 1, 2),
        ("一[三](session:a/b/c) ^p7k2", "link-target", 1, 2),
        ("一[三](<java\tscript:x>) ^p7k2", "link-target", 1, 2),
        ("一![图](a.png) ^p7k2", "image-inside", 1, 2),
        ("- ![图](a.png) ^p7k2", "image-inside", 1, 3),
        ("[![图](a.png)](person:yu-an) ^p7k2", "image-inside", 1, 2),
        ("![](a.png) ^p7k2", "image-alt", 1, 1),
        ("![图](a.png '题') ^p7k2", "image-title", 1, 1),
        ("![图](../a.png) ^p7k2", "image-name", 1, 1),
        ("![图](images/a.png) ^p7k2", "image-name", 1, 1),
        ("![图](https://tideland.example/a.png) ^p7k2", "image-name", 1, 1),
        (r"![图](b\\a.png) ^p7k2", "image-name", 1, 1),
        ("![图](a..png) ^p7k2", "image-name", 1, 1),
        ("![图](.png) ^p7k2", "image-name", 1, 1),
        ("![图](a.html) ^p7k2", "image-name", 1, 1),
        ("![图]() ^p7k2", "image-name", 1, 1),
        ("[00:99:00] 一 ^p7k2", "time-form", 1, 1),
        ("[00:00:01.5] 一 ^p7k2", "time-form", 1, 1),
        ("[1：2] 一 ^p7k2", "time-form", 1, 1),
        ("【00:01:00】一 ^p7k2", "time-form", 1, 1),
        ("[d 00:01:00] 一 ^p7k2", "unknown-recording", 1, 1),
        ("[00:02:00] 一 ^p7k2\n\n## [00:01:00] 二 ^p9x1", "time-order", 3, 4),
        ("[00:01:00] ^p7k2", "empty-paragraph", 1, 1),
        ("一 ^abc", "mark-form", 1, 3),
        ("一 ^P7K2", "mark-form", 1, 3),
        ("一 ^cite", "mark-form", 1, 3),
        ("一 ^7abc", "mark-form", 1, 3),
        ("一 ＾p7k2", "mark-form", 1, 3),
        ("一 ^p9x1 ^abc", "mark-form", 1, 9),
        ("一^p7k2", "mark-space", 1, 2),
        ("一 ^p7k2 二", "mark-inside", 1, 3),
        ("一 ^p7k2\n二 ^p9x1", "mark-inside", 1, 3),
        ("一 ^p9x1\n\n二 ^p7k2 ^p9x1", "doubled-mark", 3, 9),
        ("^p7k2", "lone-mark", 1, 1),
        ("一 ^p7k2\n\n^p9x1", "lone-mark", 3, 1),
        ("| a |\n|---|\n| b ^p7k2 |", "mark-inside", 3, 5),
        ("| a |\n|---|\n| b | c |\n\n^p7k2", "table-cells", 3, 1),
        ("> | a |\n> |---|\n> | b |\n\n^p7k2", "nested", 1, 1),
    ],
)
def test_what_is_wrong_is_told_with_its_place(body: str, code: str, line: int, column: int) -> None:
    faults = read(body).faults
    assert (code, line, column) in told(faults)
    assert all(fault.remedy for fault in faults)
    (fault,) = [one for one in faults if one.code == code]
    assert fault.severity is Severity.ERROR


def test_a_doubled_mark_names_the_line_of_the_first() -> None:
    (fault,) = read("一 ^p7k2\n\n二 ^p7k2").faults
    assert "first on line 1" in fault.message


def test_a_time_must_say_its_recording_where_there_are_several() -> None:
    (fault,) = read("[00:01:00] 一 ^p7k2", recordings=("a", "b")).faults
    assert (fault.code, "a, b" in fault.message) == ("which-recording", True)


def test_a_malformed_mark_stays_in_the_text_and_is_told_once() -> None:
    parsed = read("一 ^abc")
    assert len(parsed.faults) == 1
    assert parsed.blocks[0].temporary


def test_deep_emphasis_is_flattened() -> None:
    parsed = read("**a " * 30 + "x" + " b**" * 30)
    assert "deep-emphasis" in {fault.code for fault in parsed.faults}
    assert block_text(parsed.blocks[0]) == "a " * 30 + "x" + " b" * 30


def test_columns_count_characters_after_signs_of_lists_and_tabs() -> None:
    assert told(read("1. 一😀[二](x:y) ^p7k2").faults) == [("link-target", 1, 6)]
    assert told(read("-\t一[二](x:y) ^p7k2").faults) == [("link-target", 1, 4)]
    assert told(read("> 一\n懒[二](x:y) ^p7k2").faults) == [("link-target", 2, 2)]
    assert told(read("| a | 一[二](x:y) |\n|---|---|\n\n^p7k2").faults) == [("link-target", 1, 8)]


@pytest.mark.parametrize(
    "signs", [" ^p7k2", " <!-- review: x -->", "<http://x> ", "[00:00:01] ", "![a](b ", "***a** b* "]
)
def test_what_repeats_its_signs_is_read_in_a_moment(signs: str) -> None:
    begun = time.process_time()
    assert read("一" + signs * 20_000).faults
    assert time.process_time() - begun < 2  # Seconds; what is quadratic needs a minute.

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.fault import Fault, Place
from generator.store.yaml_tree import DEPTH, Mapping, Node, Scalar, Sequence, parse_yaml


def read(text: str) -> Node:
    node, faults = parse_yaml(text, "a.yml")
    assert faults == ()
    assert node is not None
    return node


def only_fault(text: str, first_line: int = 1) -> Fault:
    node, faults = parse_yaml(text, "a.yml", first_line)
    assert len(faults) == 1
    assert faults[0].code == "duplicate-key" or node is None
    return faults[0]


@pytest.mark.parametrize(
    "text", ["10:00", "no", "0123", "2024", "2024-07-05", "1e3", "~", "null", "0x1F", "1_000", ".inf", "yes"]
)
def test_nothing_is_guessed(text: str) -> None:
    node = read(f"key: {text}\n")
    assert isinstance(node, Mapping)
    value = node.get("key")
    assert isinstance(value, Scalar)
    assert value.text == text


@given(
    st.text(
        st.characters(
            codec="utf-8",
            exclude_categories=["Cc", "Cs", "Zl", "Zp"],
            exclude_characters="\ufeff\ufffe\uffff",
        )
    )
)
def test_quoted_text_is_read_as_it_is(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    node = read(f"[{quoted}]\n")
    assert isinstance(node, Sequence)
    assert isinstance(node.items[0], Scalar)
    assert node.items[0].text == text


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_no_text_at_all_makes_it_stumble(text: str) -> None:
    node, faults = parse_yaml(text, "a.yml")
    assert node is None or not any(fault.code == "yaml" for fault in faults)
    for fault in faults:
        assert fault.place.line >= 1
        assert fault.message


@pytest.mark.parametrize("escape", [r"\u202E", r"\0", r"\N", r"\uFEFF", r"\u200B", r"\x1B", r"\L"])
@pytest.mark.parametrize("form", ['a: "x{}y"', '"{}": a', '- "{}"'])
def test_what_no_file_may_hold_cannot_be_written_as_an_escape(escape: str, form: str) -> None:
    assert only_fault(form.format(escape)).code == "control-character"


def test_a_map_of_very_many_keys_is_read_in_a_moment() -> None:
    begun = time.process_time()
    node = read("".join(f"k{number}: 1\n" for number in range(50_000)))
    assert isinstance(node, Mapping)
    assert len(node.pairs) == 50_000
    assert time.process_time() - begun < 5  # Seconds; what is quadratic needs a minute.


def test_places_count_characters_not_bytes() -> None:
    node = read("# 注释\n名字: {简体: 周靖人, en: 'Zhou'}\n")
    assert isinstance(node, Mapping)
    value = node.get("名字")
    assert isinstance(value, Mapping)
    assert node.pairs[0][0].place == Place("a.yml", 2, 1)
    assert [(key.place.column, item.place.column) for key, item in value.pairs] == [(6, 10), (15, 19)]


def test_places_count_from_where_front_matter_begins() -> None:
    node, _ = parse_yaml("a: 1\nb: 2\n", "a.md", first_line=2)
    assert isinstance(node, Mapping)
    assert node.pairs[1][1].place == Place("a.md", 3, 4)
    assert only_fault("a: 1\n\tb: 2\n", first_line=2).place == Place("a.yml", 3, 1)
    assert only_fault("a: [1\nb: 2\n", first_line=2).place.line in {2, 3}


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\n\tb: 2\n", "yaml-tab", 2, 1),
        ("a:\n  \tb: 2\n", "yaml-tab", 2, 1),
        ("a: &x 1\nb: *x\n", "yaml-anchor", 1, 4),
        ("a: 1\nb: *x\n", "yaml-anchor", 2, 4),
        ("a: &x [1]\n", "yaml-anchor", 1, 4),
        ("a: !!int 1\n", "yaml-tag", 1, 4),
        ("a: !!python/object/apply:os.system ['id']\n", "yaml-tag", 1, 4),
        ("a: 1\n---\nb: 2\n", "yaml", 2, 1),
        ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1),
        ("x: {k: 1, k: 2}\n", "duplicate-key", 1, 11),
        ("? [a, b]\n: 1\n", "yaml", 1, 3),
        ("a: 'open\nb: 2\n", "yaml", 1, 4),
        ("a: b: c\n", "yaml", 1, 5),
    ],
)
def test_what_is_refused(text: str, code: str, line: int, column: int) -> None:
    fault = only_fault(text)
    assert (fault.code, fault.place) == (code, Place("a.yml", line, column))


def test_of_a_doubled_key_the_first_is_kept_and_named() -> None:
    node, faults = parse_yaml("a: 1\nb: 2\na: 3\n", "a.yml")
    assert isinstance(node, Mapping)
    value = node.get("a")
    assert isinstance(value, Scalar)
    assert value.text == "1"
    assert "first on line 1" in faults[0].message


def test_every_doubled_key_is_found() -> None:
    _, faults = parse_yaml("a: 1\na: 2\nb: {c: 1, c: 2}\na: 3\n", "a.yml")
    assert [fault.place.line for fault in faults] == [2, 3, 4]


def test_nesting_has_a_limit_and_does_not_end_the_program() -> None:
    assert read("[" * DEPTH + "]" * DEPTH)
    assert only_fault("[" * (DEPTH + 1) + "]" * (DEPTH + 1)).code == "yaml-depth"
    assert only_fault("[" * 100_000).code == "yaml-depth"
    assert only_fault("- " * 100_000).code == "yaml-depth"


def test_a_small_file_cannot_grow_huge() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "\n".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]" for n in range(20)
    )
    assert only_fault(bomb).code == "yaml-anchor"


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_an_empty_document_is_nothing_or_an_empty_value(text: str) -> None:
    node, faults = parse_yaml(text, "a.yml")
    assert faults == ()
    assert node is None or (isinstance(node, Scalar) and not node.text)

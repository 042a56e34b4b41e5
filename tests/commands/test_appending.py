"""An entry at the end of a list, and not a character else."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.commands.appending import CannotAppendError, append_entry

ENTRY = ("id: new", "kind: talk")


@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        ("", "", "- id: new\n  kind: talk\n"),
        ("", "# head\n", "# head\n- id: new\n  kind: talk\n"),
        ("", "- id: a", "- id: a\n- id: new\n  kind: talk\n"),
        ("", "- id: a # b\n  # mine\n# tail\n", "- id: a # b\n  # mine\n- id: new\n  kind: talk\n# tail\n"),
        ("", "  - id: a\n\n  - id: b\n", "  - id: a\n\n  - id: b\n\n  - id: new\n    kind: talk\n"),
        ("", "- id: a\r\n", "- id: a\r\n- id: new\r\n  kind: talk\r\n"),
        ("s", "a: 1\n", "a: 1\ns:\n  - id: new\n    kind: talk\n"),
        ("s", "a: 1", "a: 1\ns:\n  - id: new\n    kind: talk\n"),
        ("s", "s: [] # why\na: 1\n", "s:  # why\n  - id: new\n    kind: talk\na: 1\n"),
        ("s", "s: []", "s:\n  - id: new\n    kind: talk\n"),
        ("s", "s:\na: 1\n", "s:\n  - id: new\n    kind: talk\na: 1\n"),
        ("s", "s:\n- id: a\nb: 1\n", "s:\n- id: a\n- id: new\n  kind: talk\nb: 1\n"),
        (
            "s",
            "s:\n  - id: a\n    t: {b: [1,\n      2]}\n\n# about b\nb: 1\n",
            "s:\n  - id: a\n    t: {b: [1,\n      2]}\n  - id: new\n    kind: talk\n\n# about b\nb: 1\n",
        ),
        (
            "s",
            "s:\n  - id: a\n    t: |\n      # no remark\n      x\nb: 1\n",
            "s:\n  - id: a\n    t: |\n      # no remark\n      x\n  - id: new\n    kind: talk\nb: 1\n",
        ),
        (
            "s",
            "s:\n  - id: a\n    t: >-\n      x",
            "s:\n  - id: a\n    t: >-\n      x\n  - id: new\n    kind: talk\n",
        ),
        (
            "s",
            's:\n  - id: a\n    t: "x\n      y"\n    # z: 1\n    # w: 1\n',
            's:\n  - id: a\n    t: "x\n      y"\n    # z: 1\n    # w: 1\n  - id: new\n    kind: talk\n',
        ),
        ("s", "s:\n  - id: a\n    t:\n", "s:\n  - id: a\n    t:\n  - id: new\n    kind: talk\n"),
    ],
)
def test_the_entry_goes_to_the_end(key: str, old: str, new: str) -> None:
    assert append_entry(old, key, ENTRY) == new


def test_an_entry_goes_after_the_one_that_is_named() -> None:
    head, tail = "s:\n  - id: a\n\n  - {id: b, x: 1} # b\n    # mine\n", "\n  - id: c\nb: 1\n"
    old, new = head + tail, f"{head}\n  - id: new\n    kind: talk\n{tail}"
    assert append_entry(old, "s", ENTRY, after="b") == new
    assert append_entry(old, "s", ENTRY, after="z") == append_entry(old, "s", ENTRY)


@pytest.mark.parametrize(
    ("key", "text"),
    [("s", "s: [{id: a}]\n"), ("s", "s: {a: 1}\n"), ("s", "s: text\n"), ("", "a: 1\n"), ("s", "- 1\n")],
)
def test_what_cannot_be_done_is_refused(key: str, text: str) -> None:
    with pytest.raises(CannotAppendError):
        append_entry(text, key, ENTRY)


WORDS = st.text("ab#:-|> 潮\n\t'\"", max_size=8)
VALUES = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3), max_leaves=8
)


@given(
    entries=st.lists(st.dictionaries(st.sampled_from(["id", "t", "u"]), VALUES, min_size=1), max_size=3),
    others=st.dictionaries(st.sampled_from(["a", "z"]), VALUES),
    flow=st.sampled_from([False, None]),
    indented=st.booleans(),
)
def test_nothing_else_changes(
    *, entries: list[object], others: dict[str, object], flow: bool | None, indented: bool
) -> None:
    whole = {**others, "s": entries}

    class Dumper(yaml.SafeDumper):
        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002 - PyYAML's
            super().increase_indent(flow, indentless and not indented)

    text = yaml.dump(whole, Dumper=Dumper, default_flow_style=flow, allow_unicode=True)
    try:
        new = append_entry(text, "s", ENTRY)
    except CannotAppendError:
        return
    assert yaml.safe_load(new) == {**whole, "s": [*entries, {"id": "new", "kind": "talk"}]}
    assert len(new) >= len(text) - 3  # `[]` and a space may go

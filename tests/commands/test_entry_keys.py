"""Keys of entries, and not a character else."""

from __future__ import annotations

import pytest

from generator.commands.appending import CannotAppendError
from generator.commands.entry_keys import set_keys

SET = {"a": {"record": "none", "why": "{en: gone}"}}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "s:\n  - id: a\n    record: pending # now\n",
            "s:\n  - id: a\n    record: none # now\n    why: {en: gone}\n",
        ),
        ("s:\n- id: a\n\n- id: b\n", "s:\n- id: a\n  record: none\n  why: {en: gone}\n\n- id: b\n"),
        ("s:\n  - {id: a, record: x }\n", "s:\n  - {id: a, record: none, why: {en: gone}}\n"),
        ('s:\n  - "id": "a"\n    "why": "no"', 's:\n  - "id": "a"\n    "why": {en: gone}\n    record: none'),
        ("s:\r\n- id: a\r\nb: 1\r\n", "s:\r\n- id: a\r\n  record: none\r\n  why: {en: gone}\r\nb: 1\r\n"),
        (
            "s:\n  - id: a\n    t: |\n      x\n    # y\n# z\n",
            "s:\n  - id: a\n    t: |\n      x\n    # y\n    record: none\n    why: {en: gone}\n# z\n",
        ),
        ("s:\n  - id: b\n", "s:\n  - id: b\n"),
        ("t: 1\n", "t: 1\n"),
    ],
)
def test_keys_are_set_in_place(old: str, new: str) -> None:
    assert set_keys(old, "s", SET) == new


@pytest.mark.parametrize("value", ["[none]", "{a: b}", "|\n      none", "&x none\n    z: *x"])
def test_what_is_no_plain_value_is_left(value: str) -> None:
    with pytest.raises(CannotAppendError):
        set_keys(f"s:\n  - id: a\n    record: {value}\n", "s", SET)


def test_several_entries_are_set_at_once() -> None:
    old = "s:\n  - id: a\n    record: x\n  - id: b\n    record: y\n"
    assert set_keys(old, "s", {"a": {"record": "p"}, "b": {"record": "q", "n": "[1]"}}) == (
        "s:\n  - id: a\n    record: p\n  - id: b\n    record: q\n    n: [1]\n"
    )

"""The text of a file of digests, renewed line by line."""

from __future__ import annotations

import pytest

from generator.model.identifiers import Digest, Mark
from generator.store.records.confirmed import ConfirmedTextError, renew_confirmed

A, B, C = Mark("a1a1"), Mark("b2b2"), Mark("c3c3")
ONE, TWO, SIX = Digest("1a1a1a1a1a1a"), Digest("2b2b2b2b2b2b"), Digest("6f6f6f6f6f6f")

TEXT = """\
# What the translation was made from.

a1a1: 1a1a1a1a1a1a   # by hand
# Ask the speaker.
c3c3: '2b2b2b2b2b2b'
# The end.
"""


def test_a_new_file_begins_with_its_head_and_follows_the_text() -> None:
    made = renew_confirmed("", {C: TWO, A: ONE}, (A, B, C), head="# Head\n")
    assert made == "# Head\na1a1: 1a1a1a1a1a1a\nc3c3: 2b2b2b2b2b2b\n"


def test_nothing_changes_where_no_digest_does() -> None:
    assert renew_confirmed(TEXT, {A: ONE, C: TWO}, (A, B, C), head="# Head\n") == TEXT


def test_remarks_stay_and_move_with_their_lines() -> None:
    made = renew_confirmed(TEXT, {A: SIX, B: ONE, C: TWO}, (C, B, A))
    assert made == (
        "# What the translation was made from.\n\n"
        "# Ask the speaker.\nc3c3: '2b2b2b2b2b2b'\nb2b2: 1a1a1a1a1a1a\na1a1: 6f6f6f6f6f6f   # by hand\n"
        "# The end.\n"
    )


def test_a_line_that_is_no_more_leaves_its_remarks() -> None:
    made = renew_confirmed(TEXT, {C: TWO}, (C,))
    assert made == (
        "# What the translation was made from.\n\n# by hand\n# Ask the speaker.\nc3c3: '2b2b2b2b2b2b'\n"
        "# The end.\n"
    )


def test_line_ends_stay() -> None:
    made = renew_confirmed(TEXT.replace("\n", "\r\n"), {A: SIX, C: TWO}, (A, C))
    assert made == TEXT.replace("a1a1: 1a1a1a1a1a1a", "a1a1: 6f6f6f6f6f6f").replace("\n", "\r\n")


@pytest.mark.parametrize("digest", ["123456789012", "1234e6789012", "000000000000"])
def test_what_looks_like_a_number_is_quoted(digest: str) -> None:
    assert renew_confirmed("", {A: Digest(digest)}, (A,)) == f'a1a1: "{digest}"\n'


@pytest.mark.parametrize(
    ("text", "line"), [("{a1a1: 1a1a1a1a1a1a}\n", 1), ("# x\na1a1:\n  1a1a1a1a1a1a\n", 2), ("---\n", 1)]
)
def test_what_is_not_a_mark_with_its_digest_is_refused(text: str, line: int) -> None:
    with pytest.raises(ConfirmedTextError) as found:
        renew_confirmed(text, {A: ONE}, (A,))
    assert found.value.line == line

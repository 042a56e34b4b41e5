"""What was explained stands by mark, and a further explanation leaves every other line as it was."""

from __future__ import annotations

import pytest

from generator.model.fidelity import Accepted, FindingKind
from generator.model.identifiers import Digest, Mark
from generator.model.language import Language
from generator.store.records.accepted import AcceptedTextError, with_accepted

ORDER = (Mark("a1b2"), Mark("c3d4"), Mark("e5f6"))
OLD = """\
# Ours.
a1b2:
  - {language: zh-Hans, kind: number, words: 一百二十, digest: 3f9c0a71b2de, because: 他更正了}
# The last one.
e5f6:
  - {language: en, kind: name, words: Shu, digest: 0a71b2de3f9c, because: x}
"""


def entry(words: str, because: str = "right") -> Accepted:
    return Accepted(
        language=Language.HANS,
        kind=FindingKind.NUMBER,
        words=words,
        digest=Digest("0123456789ab"),
        because=because,
    )


def test_a_new_mark_stands_where_its_paragraph_does() -> None:
    new = with_accepted(OLD, Mark("c3d4"), [entry("三十", "said: so")], ORDER)
    added = [line for line in new.splitlines() if line not in OLD.splitlines()]
    assert added[0] == "c3d4:"
    assert added[1].endswith('because: "said: so"}')
    assert new.index("a1b2") < new.index("c3d4") < new.index("e5f6")
    assert [line for line in new.splitlines() if line not in added] == OLD.splitlines()


def test_the_same_words_are_explained_once() -> None:
    new = with_accepted(OLD, Mark("a1b2"), [entry("一百二十", "again")], ORDER)
    assert new.count("一百二十") == 1
    assert "again" in new


def test_a_file_of_another_form_is_left() -> None:
    with pytest.raises(AcceptedTextError) as wrong:
        with_accepted("a1b2: [x,\n  y]\n", Mark("a1b2"), [entry("三十")], ORDER)
    assert wrong.value.line == 1

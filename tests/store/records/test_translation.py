"""A translation beside its source: what is missing, what is too much, and what has changed meanwhile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.identifiers import Digest, ForumId, Mark, SessionId
from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.model.record import Record
from generator.store.load import load_content
from generator.store.records.translation import (
    paragraph_digest,
    state_of,
    translation_source,
    translation_state,
)
from tests.checks.content.small_content import forum, record

TABLE = "| 一 | 二 |\n| --- | --- |\n| 三 | 四 |\n\n^t1t1\n"


def held(project: Path, **bodies: str) -> Proceedings:
    """Read the records of one session: `hans`, `hant`, and `en`, which is translated from 简体中文."""
    person = {"person": "lin", "roles": ["speaker"]}
    (project / "content" / "people").mkdir(parents=True, exist_ok=True)
    (project / "content" / "people" / "lin.yml").write_text("names: {zh-Hans: 林晚}\n", "utf-8")
    forum(project, [{"id": "one", "people": [person], "record": "published"}])
    for name, body in bodies.items():
        language = {"hans": "zh-Hans", "hant": "zh-Hant", "en": "en"}[name]
        head = "translated_from: zh-Hans\n" if name == "en" else ""
        record(project, "one", body, language=language, head=head)
    return load_content(project).proceedings


def of(proceedings: Proceedings, language: Language) -> Record:
    return proceedings.records[ForumId("a"), SessionId("one"), language]


def digest_of(project: Path, body: str) -> Digest:
    (block,) = of(held(project, hans=body), Language.HANS).blocks
    return paragraph_digest(block)


@pytest.mark.parametrize(
    "same",
    [
        "说的是[泥板](term:plate)和**潮水**。 ^x9x9",
        "[00:01:02] 林晚：说的是[泥板](https://example.org/)和*潮水*。 ^a1b2 ^c3d4",
        "## 说的是泥板和`潮水`。 ^a1b2",
        "- 说的是泥板和潮水。 ^a1b2",
        "> 说的是泥\n板和潮水。 ^a1b2",
        "说的是泥板和潮水。",
    ],
)
def test_what_is_no_word_leaves_the_digest(tmp_path: Path, same: str) -> None:
    assert digest_of(tmp_path, f"{same}\n") == digest_of(tmp_path, "说的是泥板和潮水。 ^a1b2\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("潮水。 ^a1b2", "潮水？ ^a1b2"),
        ("7 板 ^a1b2", "71 板 ^a1b2"),
        ("![一个图](a.png) ^a1b2", "![一张图](a.png) ^a1b2"),
        ("## 潮 ^a1b2", "## 潮水 ^a1b2"),
        (TABLE, TABLE.replace("四", "五")),
        (TABLE, TABLE.replace("| 三 | 四 |", "| 三四 | |")),
        (TABLE, TABLE.replace("\n\n^", "\n| 五 | 六 |\n\n^")),
    ],
)
def test_every_change_of_words_is_seen(tmp_path: Path, old: str, new: str) -> None:
    assert digest_of(tmp_path, f"{old}\n") != digest_of(tmp_path, f"{new}\n")


def test_the_digest_is_the_one_that_files_hold_for_ever(tmp_path: Path) -> None:
    """Printed by: printf '潮位 1' | sha256sum. Another digest would make every translation stale."""
    assert digest_of(tmp_path, "潮位  1 ^a1b2\n") == "f44def8c3ca4"


def test_missing_extra_stale_and_unconfirmed_are_told_apart(tmp_path: Path) -> None:
    body = "## 一 ^a1b2\n\n二 ^c3d4\n\n三 ^e5f6\n\n四 ^g7h8\n\n没有名字\n"
    both = held(tmp_path, hans=body, en="## One ^a1b2\n\nFour ^g7h8\n\nThree ^e5f6\n\nNew ^z9z9\n\nNo name\n")
    source, translation = of(both, Language.HANS), of(both, Language.EN)
    one, _, _, four, _ = source.blocks
    confirmed = {Mark("a1b2"): paragraph_digest(one), Mark("g7h8"): Digest("0" * 12)}
    state = translation_state(source, translation, confirmed)
    assert [pair.mark for pair in state.pairs] == ["a1b2", "e5f6", "g7h8"]
    assert [block.marks[0] for block in state.missing] == ["c3d4"]
    assert [block.marks[0] for block in state.extra] == ["z9z9"]
    assert [pair.source for pair in state.stale] == [four]
    assert [pair.mark for pair in state.unconfirmed] == ["e5f6"]


def test_a_joined_paragraph_is_stale_until_it_is_confirmed_and_none_is_missing(tmp_path: Path) -> None:
    both = held(tmp_path, hans="一和二 ^a1b2 ^c3d4\n", en="One ^a1b2\n\nTwo ^c3d4\n")
    source, translation = of(both, Language.HANS), of(both, Language.EN)
    before = {Mark("a1b2"): Digest("0" * 12), Mark("c3d4"): Digest("1" * 12)}
    state = translation_state(source, translation, before)
    assert (len(state.stale), state.missing, state.extra) == (1, (), ())
    after = {Mark("a1b2"): paragraph_digest(source.blocks[0])}
    assert translation_state(source, translation, after).stale == ()


def test_the_source_may_be_written_in_the_other_script(tmp_path: Path) -> None:
    both = held(tmp_path, hant="說 ^a1b2\n", en="Said ^a1b2\n")
    source = translation_source(both, of(both, Language.EN))
    assert source is of(both, Language.HANT)
    written = held(tmp_path, hans="说 ^a1b2\n")
    assert translation_source(written, of(written, Language.EN)) is of(written, Language.HANS)


def test_what_is_no_translation_or_has_no_source_has_no_state(tmp_path: Path) -> None:
    both = held(tmp_path, en="Said ^a1b2\n", hans="说 ^a1b2\n")
    assert state_of(both, of(both, Language.HANS)) is None
    alone = replace(
        both, records={key: one for key, one in both.records.items() if one.language is Language.EN}
    )
    assert state_of(alone, of(alone, Language.EN)) is None
    # Chinese that says it is translated from its own other script, which is not there.
    hans = of(both, Language.HANS)
    own = replace(hans, head=replace(hans.head, translated_from=Language.HANT))
    assert translation_source(both, own) is None

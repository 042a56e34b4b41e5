"""What is to be looked at, and what the review list says, is told where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.content import check_content
from generator.language.review_words import ReviewWords
from generator.store.load import load_content
from generator.store.records.translation import paragraph_digest
from tests.checks.content.small_content import forum, write

WORDS = ReviewWords(("总理", "Prime Minister"))
BODY = "第一段。 ^p1a1\n\n总理来了。 ^p2a1\n"


def found(project: Path, head: str = "", *, by: str = "machine", body: str = BODY) -> list[tuple[str, int]]:
    """Return rules and lines, with a record of this text."""
    forum(project, [{"id": "a", "record": "published"}])
    front = f"---\nform: edited\nwritten_by: {by}\n{head}---\n"
    write(project, "forums/a/records/a.zh-Hans.md", front + body)
    loaded = load_content(project)
    assert [str(fault) for fault in loaded.faults] == []
    return [(fault.code, fault.place.line) for fault in check_content(loaded, WORDS)]


def test_what_a_machine_wrote_is_held_against_the_list(tmp_path: Path) -> None:
    assert found(tmp_path) == [("review-sensitive", 7)]
    assert check_content(load_content(tmp_path)) == ()


def test_what_a_person_wrote_is_not(tmp_path: Path) -> None:
    assert found(tmp_path, by="person") == []


def test_what_was_resolved_is_not_until_its_words_change(tmp_path: Path) -> None:
    found(tmp_path)
    (record,) = load_content(tmp_path).proceedings.records.values()
    head = f"resolved: {{p2a1: {paragraph_digest(record.blocks[1])}}}\n"
    assert found(tmp_path, head) == []
    assert found(tmp_path, head, body=BODY.replace("总理来了", "总理走了")) == [("review-sensitive", 8)]


@pytest.mark.parametrize(
    "body",
    [
        "## 总理 ^p2a1\n",
        "| 一 |\n|---|\n| 总理 |\n\n^p2a1\n",
        "- 总理 ^p2a1\n",
        "**总**理 ^p2a1\n",
        "> 总理 ^p2a1\n",
    ],
)
def test_every_kind_of_block_is(body: str, tmp_path: Path) -> None:
    assert [code for code, _ in found(tmp_path, body=body)] == ["review-sensitive"]


def test_a_paragraph_without_a_mark_is_to_be_marked_first(tmp_path: Path) -> None:
    forum(tmp_path, [{"id": "a", "record": "published"}])
    body = "---\nform: edited\nwritten_by: machine\n---\n总理。<!-- review: a -->\n"
    write(tmp_path, "forums/a/records/a.zh-Hans.md", body)
    faults = check_content(load_content(tmp_path), WORDS)
    assert {fault.remedy for fault in faults} == {"run: proceedings mark"}
    assert [fault.code for fault in faults] == ["review-sensitive", "review-open"]

"""A content folder of a few lines, and what the rules say of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.checks.content import check_content
from generator.model.fault import Fault
from generator.store.load import load_content

Entry = Mapping[str, object]


def write(project: Path, name: str, content: object) -> None:
    """Write a file of content; what is no text or bytes is written as JSON, which is YAML too."""
    place = project / "content" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        place.write_bytes(content)
    else:
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        place.write_text(text, "utf-8")


def forum(project: Path, sessions: Sequence[Entry], name: str = "a", **others: object) -> None:
    """Write a forum of an event that is there; a session needs no more than what matters to a test."""
    write(project, "events.yml", [{"id": "event", "title": "会"}])
    listed = [{"kind": "talk", "title": "题", **session} for session in sessions]
    head = {"title": "坛", "event": "event", "language": "zh-Hans", "date": "2024-07-05"}
    write(project, f"forums/{name}/forum.yml", {**head, "sessions": listed, **others})


def record(project: Path, session: str, body: str, *, language: str = "zh-Hans", head: str = "") -> None:
    """Write a record of the forum `a`."""
    front = f"---\nform: edited\nwritten_by: person\nchecked: []\n{head}---\n\n"
    write(project, f"forums/a/records/{session}.{language}.md", front + body)


def faults_of(project: Path) -> list[Fault]:
    """Return what the rules say; reading itself must find nothing wrong."""
    loaded = load_content(project)
    assert [str(fault) for fault in loaded.faults] == []
    return list(check_content(loaded))


def codes_of(project: Path) -> list[str]:
    """Return the rules that are broken, in the order of the places."""
    return [fault.code for fault in faults_of(project)]

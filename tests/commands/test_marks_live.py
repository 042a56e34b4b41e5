"""Five hundred edits, each followed by `proceedings mark`: links that were ever given go on leading on."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from generator.model.identifiers import ForumId, Mark, SessionId
from generator.model.language import Language
from generator.model.record import Record
from generator.store.load import load_content
from generator.store.records.given import living_marks
from tests.commands.edits import Editor, marks_in
from tests.commands.invented import Program

FORUM = "tide-tables-2024"
SESSION = "quillon-drift"
LANGUAGES = (Language.HANS, Language.EN)
EDITS = 500
HEADS = {
    Language.HANS: "---\nform: edited\nwritten_by: person\nchecked: []\n",
    Language.EN: "---\nform: edited\nwritten_by: person\nchecked: []\ntranslated_from: zh-Hans\n",
}


@pytest.fixture
def place(project: Path) -> Path:
    """The records' folder of a project that holds no more than one forum, so that each call is quick."""
    forums = project / "content" / "forums"
    for path in forums.glob("*/records/*"):
        path.unlink()
    for path in forums.glob("*/records/.*"):
        path.unlink()
    return forums / FORUM / "records"


class Shelf:
    """The two files, written by the editor and read back as he left them and `mark` completed them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.heads = dict(HEADS)

    def path(self, language: Language) -> Path:
        return self.folder / f"{SESSION}.{language.value}.md"

    def write(self, texts: tuple[list[str], list[str]]) -> None:
        for language, text in zip(LANGUAGES, texts, strict=True):
            self.path(language).write_text(self.heads[language] + "---\n" + "\n\n".join(text) + "\n", "utf-8")

    def read(self) -> tuple[list[str], list[str]]:
        found = []
        for language in LANGUAGES:
            _, front, body = self.path(language).read_text("utf-8").split("---\n", 2)
            self.heads[language] = f"---\n{front}"
            found.append([part for part in body.strip().split("\n\n") if part])
        first, second = found
        return first, second


def records_of(project: Path) -> list[Record]:
    loaded = load_content(project)
    assert [fault for fault in loaded.faults if SESSION in fault.place.path] == []
    held = loaded.proceedings.records
    return [held[ForumId(FORUM), SessionId(SESSION), language] for language in LANGUAGES]


def leads_to(record: Record, mark: Mark) -> Mark:
    seen = set()
    while mark in record.head.gone:
        assert mark not in seen
        seen.add(mark)
        mark = record.head.gone[mark]
    return mark


@pytest.mark.prove
def test_no_link_that_was_ever_given_is_lost(program: Program, project: Path, place: Path) -> None:
    editor = Editor(random.Random(20241122), ([], []))  # noqa: S311 - a fixed seed is wanted
    for text in editor.texts:
        text += [editor.words() for _ in range(12)]
    shelf = Shelf(place)
    shelf.write(editor.texts)
    published: dict[Mark, None] = {}
    names: dict[str, str] = {}
    made: dict[str, int] = {}
    for _ in range(EDITS + 1):
        said = program("mark", place)
        assert said.code == 0, said.err
        editor.texts = shelf.read()
        records = records_of(project)
        first, second = (living_marks(record) for record in records)

        assert first == second, "the languages stay aligned"
        assert len(set(first)) == len(first), "no mark stands twice"
        new = [mark for mark in first if mark not in published]
        assert not set(new) & {mark for record in records for mark in record.head.gone}
        published |= dict.fromkeys(first)
        for record in records:
            own = set(living_marks(record))
            for mark in published:
                assert leads_to(record, mark) in own, f"^{mark} leads nowhere"

        # Who lives keeps his name: the words that no edit touched stand under the marks that they had.
        now = {text.partition(" ^")[0]: text for text in editor.texts[0]}
        for words, marks in names.items():
            if words in now:
                assert set(marks_in(marks)) <= set(marks_in(now[words]))
        names = now
        kind = editor.edit()
        made[kind] = made.get(kind, 0) + 1
        shelf.write(editor.texts)
    assert min(made[kind] for kind in ("correct", "insert", "delete", "split", "join", "move")) > 40, made
    assert len(published) > 150
    lost = program("check").out
    assert "lost-mark" not in lost

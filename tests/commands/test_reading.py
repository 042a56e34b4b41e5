"""What is read with a memory is what is read without one."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

import pytest

from generator.checks.content.marks import check_marks
from generator.checks.content.sessions import SessionFiles
from generator.commands.project import Project
from generator.commands.reading import Read, read_project
from generator.memo.memo import NAME, Memo
from generator.model.fault import Fault, Place
from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.store.digests import Digests
from generator.store.layout import ContentFile
from generator.store.load import Loaded
from generator.store.record_file import RecordFile, Surroundings, read_record_text
from generator.store.remembered import ContentChangedError
from generator.store.source_text import LIMIT, read_data
from tests.building import FIXTURE, ROOT, let_fall_behind
from tests.commands.content_edits import EDITS, PANEL, add, change

Told = dict[str, object]
"""Everything that was read, by what it is."""

DIGESTS = """
import sys
from pathlib import Path
from generator.store.load import load_content
print(load_content(Path(sys.argv[1])).digests)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_of_project(tmp_path / "project")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    (tmp_path / "store").mkdir()
    return tmp_path / "store"


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Told]:
    """A memory of the invented forum, and what was read of it."""
    folder = tmp_path_factory.mktemp("before")
    return folder, told(copy_of_project(folder / "project"), folder)


@pytest.mark.parametrize(
    "name",
    [
        # All are made in the test after this one, too; one by one they take longer.
        pytest.param(name, id=name.replace(" ", "-"), marks=[pytest.mark.prove] if number % 4 else [])
        for number, name in enumerate(EDITS)
    ],
)
def test_after_an_edit_everything_is_as_without_a_memory(
    name: str, project: Path, store: Path, before: tuple[Path, Told]
) -> None:
    folder, was = before
    shutil.copy(folder / NAME, store)
    EDITS[name](project)
    now = told(project, store)
    assert now == told(project)
    different = {one for one in now if now[one] != was[one]} - {"keys", "folders"}
    assert bool(different) is (name != "a remark"), "else nothing is proved"


def test_after_edits_one_upon_the_other_everything_is_as_without_a_memory(project: Path, store: Path) -> None:
    draw = random.Random(7)  # noqa: S311 - nothing is secret here
    names = sorted(EDITS)
    draw.shuffle(names)
    done = 0
    for name in names:
        try:
            EDITS[name](project)
        except (AssertionError, OSError, UnicodeError):
            continue  # an edit before has taken away what this one changes
        done += 1
        if done % 4 == 0:
            assert told(project, store) == told(project), name
    assert done > len(names) // 2
    shutil.rmtree(project)
    assert told(copy_of_project(project), store) == told(project)


@pytest.mark.parametrize("seed", range(3))
def test_rows_that_are_lost_or_torn_are_read_again(seed: int, project: Path, store: Path) -> None:
    told(project, store)
    draw = random.Random(seed)  # noqa: S311 - nothing is secret here
    base = sqlite3.connect(store / NAME)
    with base:
        for (own,) in base.execute("SELECT id FROM memo ORDER BY id").fetchall():
            match draw.randrange(3):
                case 0:
                    base.execute("DELETE FROM memo WHERE id = ?", (own,))
                case 1:
                    base.execute("UPDATE memo SET value = substr(value, 2) WHERE id = ?", (own,))
    base.close()
    assert told(project, store) == told(project)
    assert told(project, store) == told(project)


def test_another_project_in_the_same_store_is_another(project: Path, store: Path, tmp_path: Path) -> None:
    EDITS["a session's times"](project)
    told(project, store)
    other = copy_of_project(tmp_path / "other")
    EDITS["a session's times"](other)
    shutil.move(other / "content", other / "texts")
    assert told(other, store, "texts") == told(other, None, "texts")


def test_why_a_file_cannot_be_read_is_told_anew(
    project: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / PANEL).write_bytes(b"#" * (LIMIT + 1))
    assert "larger than" in str(told(project, store)["faults"])

    def refused(path: Path, shown: str) -> tuple[bytes, tuple[Fault, ...]]:
        return (b"", (Fault(Place(shown), "refused"),)) if shown == PANEL else read_data(path, shown)

    monkeypatch.setattr("generator.store.remembered.read_data", refused)
    assert "refused" in str(told(project, store)["faults"])


def test_nothing_is_parsed_where_nothing_changed(
    project: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(project, store)
    for name in ("read_part", "read_record_text", "read_sources", "read_confirmed", "read_given"):
        monkeypatch.setattr(f"generator.store.remembered.{name}", None)
    with Memo.open(store) as memo:
        held = read_of(project, memo).loaded.proceedings
        assert all(record.blocks for record in held.records.values())


def test_after_many_quiet_builds_only_what_changed_is_parsed(
    project: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(project, store)
    for _ in range(20):
        with Memo.open(store) as memo:
            read_of(project, memo)
    change(PANEL, "六百多本", "七百多本")(project)
    parsed, checked = [], []

    def parse(file: ContentFile, text: str, around: Surroundings) -> RecordFile:
        parsed.append(file.shown)
        return read_record_text(file, text, around)

    def check(loaded: Loaded, session: SessionFiles) -> Iterator[Fault]:
        checked.append(session.session)
        return check_marks(loaded, session)

    monkeypatch.setattr("generator.store.remembered.read_record_text", parse)
    monkeypatch.setattr("generator.checks.content.by_forum.check_marks", check)
    with Memo.open(store) as memo:
        held = read_of(project, memo).loaded.proceedings
        assert all(record.blocks for record in held.records.values())
    assert (parsed, checked) == ([PANEL], ["panel-who-counts"])


def test_a_record_that_changed_while_it_was_read_is_told(project: Path, store: Path) -> None:
    told(project, store)
    base = sqlite3.connect(store / NAME)
    with Memo.open(store) as memo:
        loaded = read_of(project, memo).loaded
    with base:
        base.execute("DELETE FROM memo")
    base.close()
    change(PANEL, "六百多本", "七百多本")(project)
    held = loaded.proceedings
    key = next(key for key in held.records if key[1:] == ("panel-who-counts", Language.HANS))
    with pytest.raises(ContentChangedError, match="the file was changed"):
        _ = held.records[key]


def test_digests_are_the_same_in_every_process(project: Path) -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", DIGESTS, str(project)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1
    assert b"panel-who-counts" in found.pop()


def copy_of_project(folder: Path) -> Path:
    shutil.copytree(FIXTURE, folder / "content")
    shutil.copytree(ROOT / "site_config", folder / "site_config")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    let_fall_behind(folder)
    add(PANEL, "\n[01:16:00] 闻朔屿：散会。 ^z8z8\n")(folder)  # a time that does not say of which recording
    add("site_config/intake/review.yml", "harbour: [的本子]\n")(folder)
    return folder


def read_of(project: Path, memo: Memo | None = None, content: str = "content") -> Read:
    return read_project(Project(project, project / content), memo)


def told(project: Path, store: Path | None = None, content: str = "content") -> Told:
    """Return everything that was read, to be compared; with a memory in a store, if one is given."""
    if store is None:
        return all_of(read_of(project, None, content))
    with Memo.open(store) as memo:
        return all_of(read_of(project, memo, content))


def all_of(read: Read) -> Told:
    loaded = read.loaded
    held = loaded.proceedings
    found: Told = {
        one.name: written(getattr(held, one.name)) for one in fields(Proceedings) if one.name != "digests"
    }
    found |= {f"digests of {one.name}": written(getattr(loaded.digests, one.name)) for one in fields(Digests)}
    found |= {"faults": read.faults, "own faults": loaded.faults, "site": read.site, "words": read.words}
    for name in ("identifiers", "given", "wanted", "keys", "folders"):
        found[name] = written(getattr(loaded, name))
    found["figures"] = loaded.figures
    found["files"] = [(file.kind, file.shown, file.name, file.forum, file.language) for file in loaded.files]
    found["details"] = [(path, details_of(loaded, path)) for path in loaded.keys]
    return found


def written(mapping: Mapping[object, object]) -> list[str]:
    """Return keys and values as Python writes them, so that types are compared too."""
    return [f"{key!r}: {value!r}" for key, value in mapping.items()]


def details_of(loaded: Loaded, path: str) -> tuple[list[object], tuple[object, ...]]:
    places = loaded.reader.detail(path).places
    assert all(loaded.places.of(path, *keys) == place for keys, place in places.items())
    return [*places.items()], loaded.references_of(path)
